import { readFile } from 'node:fs/promises'
import { ConfigError } from './error.ts'
import type { LoadedConfig } from './types.ts'

/**
 * Reads and checks a configuration.
 *
 * @throws ConfigError with the line of what is wrong: no YAML, an unknown key, a value that cannot be
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new ConfigError(
      code === 'ENOENT' ? 'not-found' : 'not-readable',
      { path, reason: code },
      `Cannot read ${path}: ${code}`,
    )
  }
  return parseConfig(text, path)
}

/** Checks the text of a configuration; see loadConfig. */
export async function parseConfig(text: string, path: string): Promise<LoadedConfig> {
  const [{ LineCounter, parseDocument, isNode }, { Config }] = await Promise.all([
    import('yaml'),
    import('./schema.ts'),
  ])
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines })
  const fault = document.errors[0]
  if (fault) {
    const line = String(lines.linePos(fault.pos[0]).line)
    throw new ConfigError(
      'syntax',
      { path, line, detail: fault.message.split('\n')[0] ?? '' },
      `${path}:${line}: ${fault.message}`,
    )
  }
  const lineOf = (at: readonly (string | number)[]): number | null => {
    for (let depth = at.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(at.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return null
  }
  const value: unknown = document.toJS() ?? {}
  const read = Config.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    const at = (issue?.path ?? []).filter((part): part is string | number => typeof part !== 'symbol')
    const key = issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? '') : ''
    const line = String(
      (key === '' ? lineOf(at) : keyLine(text, lines, document.contents, [...at, key])) ?? lineOf(at) ?? 1,
    )
    const field = [...at, ...(key === '' ? [] : [key])].join('.')
    if (key !== '') throw new ConfigError('unknown-key', { path, line, field }, `${path}:${line}: unknown key ${field}`)
    throw new ConfigError(
      'invalid',
      { path, line, field, detail: issue?.message ?? '' },
      `${path}:${line}: ${field}: ${issue?.message ?? ''}`,
    )
  }
  return { path, config: read.data, lineOf }
}

/** Line of a key itself: its value may stand lines below. */
function keyLine(
  text: string,
  lines: { linePos(offset: number): { line: number } },
  _contents: unknown,
  at: readonly (string | number)[],
): number | null {
  const key = String(at.at(-1) ?? '')
  const found = new RegExp(
    `^[\\s-]*(?:[{,]\\s*)?["']?${key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}["']?\\s*:`,
    'm',
  ).exec(text)
  return found ? lines.linePos(found.index + found[0].search(/\S/)).line : null
}
