import type { Lexicons } from '../../src/assemble/lexicons.ts'
import { compileLexicons } from '../../src/config/compile.ts'
import { ConfigError } from '../../src/config/error.ts'
import { parseConfig } from '../../src/config/load.ts'
import type { Task } from '../../src/model/register.ts'
import { type Extraction, extractSource } from '../../src/pipeline/extract.ts'

/** The lexicons of a configuration that is written down in a test. */
export const lexiconsOf = async (yaml: string): Promise<Lexicons> =>
  compileLexicons(await parseConfig(yaml, 'taizhang.config.yaml'))

export const extractionOf = (text: string, lexicons?: Lexicons): Promise<Extraction> =>
  extractSource(
    { path: '方案.txt', text, format: 'text', encoding: 'utf-8', sha256: '', notices: [], hints: [] },
    lexicons ? { lexicons } : {},
  )

/** The tasks of a text, by a configuration or as shipped. */
export async function tasksOf(text: string, yaml?: string): Promise<Task[]> {
  const { register } = await extractionOf(text, yaml === undefined ? undefined : await lexiconsOf(yaml))
  return register.tasks
}

/** What a configuration is refused for. */
export async function faultOf(yaml: string): Promise<Pick<ConfigError, 'code' | 'params'> | null> {
  try {
    await lexiconsOf(yaml)
    return null
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { code: error.code, params: error.params }
  }
}
