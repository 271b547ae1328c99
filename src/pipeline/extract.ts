import type { VFile } from 'vfile'
import type { UnitTrace } from '../assemble/tasks.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { Root } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import { type ExtractOptions, fileOf, taizhangProcessor } from './processor.ts'

export type { ExtractOptions }

/** What was extracted from one document, with what explains it. */
export interface Extraction {
  /** The register of this one document. */
  register: Register
  view: View
  /** The unist tree, with positions in the original. */
  tree: Root
  /** What became of every unit of the text. */
  trace: UnitTrace[]
  /** The VFile, with its messages. */
  file: VFile
  /** What the reader had to say of the file. */
  warnings: { code: string; detail?: string }[]
}

/** Extracts the task register of one document. */
export async function extractSource(source: Source, options: ExtractOptions = {}): Promise<Extraction> {
  const file = await fileOf(source)
  const processor = taizhangProcessor(options)
  const tree = processor.parse(file)
  processor.runSync(tree, file)
  const data = file.data.taizhang
  if (!data?.register || !data.view) throw new Error('the pipeline left no register')
  const warnings = source.notices.map(({ code, detail }) => ({ code, ...(detail !== undefined ? { detail } : {}) }))
  return { register: data.register, view: data.view, tree, trace: data.trace ?? [], file, warnings }
}
