import { describeDocument, type DocumentOptions } from '../assemble/document.ts'
import { type AssembleOptions, assembleTasks, type UnitTrace } from '../assemble/tasks.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import { parseStructure } from '../structure/parse.ts'
import type { Root } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import { viewSource } from './view.ts'

export interface ExtractOptions extends DocumentOptions, AssembleOptions {}

export interface Extraction {
  /** The register of this one document. */
  register: Register
  view: View
  root: Root
  trace: UnitTrace[]
  warnings: { code: string; detail?: string }[]
}

/** Extracts the task register of one document. */
export async function extractSource(source: Source, options: ExtractOptions = {}): Promise<Extraction> {
  const view = await viewSource(source)
  const root = parseStructure(view)
  const { document, parts } = describeDocument(source, view, root, options)
  const { tasks, trace } = assembleTasks(view, root, document, parts, options)
  const register: Register = { schema: 'taizhang/1', generator: { name: 'taizhang', version: __VERSION__ }, documents: [document], tasks }
  return { register, view, root, trace, warnings: source.notices.map(({ code, detail }) => ({ code, ...(detail !== undefined ? { detail } : {}) })) }
}
