import type { Compiler, Parser, Plugin } from 'unified'
import type { VFile } from 'vfile'
import { type Described, type DocumentOptions, describeDocument } from '../assemble/document.ts'
import { type AssembleOptions, assembleTasks, type UnitTrace } from '../assemble/tasks.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { OwnLabels } from '../structure/labels.ts'
import { locate } from '../structure/locate.ts'
import { parseStructure } from '../structure/parse.ts'
import type { Root } from '../structure/tree.ts'
import { createView, type View } from '../text/index.ts'

/** What the stages leave in `file.data.taizhang` for those that follow. */
export interface TaizhangData {
  /** What the reader knows; made from the file where no reader was used. */
  source?: Source
  /** The clean text with its map back. */
  view?: View
  described?: Described
  register?: Register
  /** What became of every unit of the text. */
  trace?: UnitTrace[]
}

declare module 'vfile' {
  interface DataMap {
    taizhang: TaizhangData
  }
}

const dataOf = (file: VFile): TaizhangData => {
  file.data.taizhang ??= {}
  return file.data.taizhang
}

/** The source of a file, as the reader left it, or as plain text. */
function sourceOf(file: VFile): Source {
  const data = dataOf(file)
  data.source ??= {
    path: file.path ?? '-',
    text: String(file.value),
    format: 'text',
    encoding: 'utf-8',
    sha256: '',
    notices: [],
    hints: [],
  }
  return data.source
}

function viewOf(file: VFile): View {
  const data = dataOf(file)
  data.view ??= createView(sourceOf(file))
  return data.view
}

/**
 * Parser: a file of official prose becomes a unist tree of sections, paragraphs, labels, tables and sentences.
 * Put the view of `readSource` into `file.data.taizhang` for traditional characters; plain text needs nothing.
 */
export const taizhangParse: Plugin<[{ labels?: OwnLabels }?], string, Root> = function (options = {}) {
  const parser: Parser<Root> = (_document, file) => {
    const view = viewOf(file)
    return locate(parseStructure(view, options.labels), view)
  }
  this.parser = parser
}

/** Transformer: title, date, year and kind of the document, and the parts of a file that holds several. */
export const taizhangDescribe: Plugin<[DocumentOptions?], Root> =
  (options = {}) =>
  (tree, file) => {
    dataOf(file).described = describeDocument(sourceOf(file), viewOf(file), tree, options)
  }

/** Transformer: recognises mentions and assembles them into tasks; what a reader should look at becomes messages. */
export const taizhangAssemble: Plugin<[AssembleOptions?], Root> =
  (options = {}) =>
  (tree, file) => {
    const data = dataOf(file)
    const { document, parts } = data.described ?? describeDocument(sourceOf(file), viewOf(file), tree)
    const { tasks, trace } = assembleTasks(viewOf(file), tree, document, parts, options)
    data.register = {
      schema: 'taizhang/1',
      generator: { name: 'taizhang', version: __VERSION__ },
      documents: [document],
      tasks,
    }
    data.trace = trace
    for (const task of tasks) {
      for (const deadline of task.deadlines) {
        if (deadline.note !== undefined)
          file.message(`${deadline.text}: ${deadline.note}`, {
            place: deadline.source,
            source: 'taizhang',
            ruleId: deadline.note,
          })
      }
    }
  }

/** Compiler: the register as JSON, or as another writer makes it. */
export const taizhangStringify: Plugin<[((register: Register) => string)?], Root, string> = function (
  write = (register) => `${JSON.stringify(register, null, 2)}\n`,
) {
  const compiler: Compiler = (_tree, file) => {
    const { register } = dataOf(file)
    if (!register) throw new Error('taizhangStringify needs taizhangAssemble before it')
    return write(register)
  }
  this.compiler = compiler
}
