import type { SourceNotice } from '../model/source.ts'
import { ApartWriter, addLines, type Block, paragraphLines, writeBlocks } from './blocks.ts'
import { damaged, InputError } from './errors.ts'
import type { CompoundFile } from './ole.ts'
import type { ReadContext, Reader, ReadResult } from './readers.ts'
import { TextBuilder } from './text-builder.ts'

/** As much of the library's document as is read; its types know nothing of the option. */
interface WordDocument {
  /** filterUnicode: turn “” into "". */
  getBody(options: { filterUnicode: boolean }): string
  getFootnotes(options: { filterUnicode: boolean }): string
  getEndnotes(options: { filterUnicode: boolean }): string
  getTextboxes(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean; includeBody: boolean }): string
  getHeaders(options: { filterUnicode: boolean; includeFooters: boolean }): string
}

const AS_IT_IS = { filterUnicode: false }

/** Offsets in the head of the stream WordDocument. */
const FLAGS = 0x0a
const ENCRYPTED = 0x0100
/** Length of the table of lists that the document uses. */
const LIST_TABLE_LENGTH = 0x2e6

/**
 * Word 97 to 2003 (.doc), and the .wps of WPS Writer, which is the same. Automatic numbers are lost, unless LibreOffice
 * may convert the document.
 */
export const readDoc: Reader = async (bytes, context) => {
  const { ole } = context.file
  const head = ole?.head('WordDocument')
  if (head != null && head.byteLength > FLAGS + 2 && (head.getUint16(FLAGS, true) & ENCRYPTED) !== 0)
    throw new InputError('encrypted', {}, 'Encrypted')
  return context.useLibreOffice ? await convert(bytes, context) : await extract(bytes, context, ole)
}

const convert = async (bytes: Uint8Array, context: ReadContext): Promise<ReadResult> => {
  const { convertWithLibreOffice } = await import('./libreoffice.ts')
  const converted = await convertWithLibreOffice(bytes, 'doc', 'docx', context.budget.milliseconds)
  if (converted === null) throw damaged('LibreOffice made nothing of it')
  const { readDocx } = await import('./docx/index.ts')
  const { ZipArchive } = await import('./zip.ts')
  const file = { ...context.file, bytes: converted, zip: new ZipArchive(converted, context.budget) }
  const result = await readDocx(converted, { ...context, file })
  return { ...result, notices: [...result.notices, { code: 'converted', detail: 'LibreOffice' }] }
}

const extract = async (bytes: Uint8Array, context: ReadContext, ole: CompoundFile | undefined): Promise<ReadResult> => {
  const { default: WordExtractor } = await import('word-extractor')
  const document: WordDocument = await new WordExtractor().extract(Buffer.from(bytes))
  context.budget.checkTime()
  const blocks: Block[] = []
  readBody(document.getBody(AS_IT_IS), blocks)
  const boxes = document.getTextboxes({ ...AS_IT_IS, includeHeadersAndFooters: false, includeBody: true })
  for (const line of boxes.split('\n').filter((text) => text.trim() !== ''))
    addLines(blocks, paragraphLines(line.trimEnd(), undefined))
  const builder = new TextBuilder()
  writeBlocks(builder, blocks)
  const apart = new ApartWriter(builder)
  for (const part of [
    document.getFootnotes(AS_IT_IS),
    document.getEndnotes(AS_IT_IS),
    document.getHeaders({ ...AS_IT_IS, includeFooters: true }),
  ])
    for (const line of part.split('\n')) apart.write([line])
  const notices: SourceNotice[] = hasLists(ole) ? [{ code: 'numbers-lost' }] : []
  return { ...builder.finish(), notices }
}

/** Rows of tables end in a tab; all else is paragraphs. */
const readBody = (body: string, blocks: Block[]): void => {
  let rows: string[][] = []
  const endTable = (): void => {
    if (rows.length > 0)
      blocks.push({
        kind: 'table',
        rows: rows.map((row) => row.map((text) => ({ paragraphs: [text], span: 1, continues: false }))),
      })
    rows = []
  }
  for (const line of body.split('\n')) {
    if (line.endsWith('\t')) rows.push(line.slice(0, -1).split('\t'))
    else {
      endTable()
      addLines(blocks, paragraphLines(line.trimEnd(), undefined))
    }
  }
  endTable()
}

/** Whether the document has numbers of its own at all; where that cannot be told, it may. */
const hasLists = (ole: CompoundFile | undefined): boolean => {
  const length = ole?.slice('WordDocument', LIST_TABLE_LENGTH, 4)
  return length == null || length.getUint32(0, true) > 0
}
