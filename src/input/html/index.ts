import { damaged } from '../errors.ts'
import { savedPage } from '../mhtml.ts'
import type { ReadContext, ReadResult } from '../readers.ts'
import { decodePage } from './decode.ts'
import { looksLikeMhtml } from './detect.ts'
import { readHtml } from './read.ts'

/** Reads the article of an .html or .mhtml. */
export const readPage = async (bytes: Uint8Array, { encoding, budget, file }: ReadContext): Promise<ReadResult> => {
  const saved = looksLikeMhtml(file.head) ? savedPage(bytes) : { bytes, charset: undefined }
  if (saved === null) throw damaged('mhtml: no page in it')
  const decoded = decodePage(saved.bytes, encoding, saved.charset)
  budget.checkTime()
  const page = await readHtml(decoded.text)
  return { ...page, encoding: decoded.encoding, notices: [...decoded.notices, ...page.notices] }
}
