import { damaged } from '../errors.ts'
import type { ReadContext, Reader, ReadResult } from '../readers.ts'
import { DocReader } from './document.ts'
import { WordFile } from './file.ts'

/**
 * Word 97 to 2003 (.doc), and the .wps of WPS Writer, which is the same: text with automatic numbers, tables, tracked
 * changes as accepted. LibreOffice may be asked to convert it instead.
 */
export const readDoc: Reader = async (bytes, context) => {
  const { ole } = context.file
  if (ole === undefined) throw damaged('doc: no streams')
  const file = new WordFile(ole)
  return context.useLibreOffice ? await convert(bytes, context) : new DocReader(file, context.budget).read()
}

const convert = async (bytes: Uint8Array, context: ReadContext): Promise<ReadResult> => {
  const { convertWithLibreOffice } = await import('../libreoffice.ts')
  const converted = await convertWithLibreOffice(bytes, 'doc', 'docx', context.budget.milliseconds)
  if (converted === null) throw damaged('LibreOffice made nothing of it')
  const [{ readDocx }, { ZipArchive }] = await Promise.all([import('../docx/index.ts'), import('../zip.ts')])
  const file = { ...context.file, bytes: converted, zip: new ZipArchive(converted, context.budget) }
  const result = await readDocx(converted, { ...context, file })
  return { ...result, notices: [...result.notices, { code: 'converted', detail: 'LibreOffice' }] }
}
