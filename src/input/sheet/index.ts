import { decode } from '../decode.ts'
import type { ReadContext, ReadResult } from '../readers.ts'
import { csvHints, guessDelimiter } from './csv.ts'
import { readWorkbook } from './workbook.ts'

/** Reads an .xlsx or .xls. */
export const readSpreadsheet = async (bytes: Uint8Array, { budget, file }: ReadContext): Promise<ReadResult> => {
  // The library unpacks everything at once, without limits: whether it may is found out before.
  for (const entry of file.zip?.entries ?? []) if (/\.(?:xml|bin|rels)$/i.test(entry.name)) file.zip?.read(entry)
  const result = await readWorkbook(bytes, budget)
  budget.checkTime()
  return result
}

/** Reads a .csv or .tsv; its text stays as it is. */
export const readCsv = async (bytes: Uint8Array, { encoding, file }: ReadContext): Promise<ReadResult> => {
  const { text, encoding: used, notices } = decode(bytes, encoding)
  const delimiter = file.extension === 'tsv' || file.extension === 'tab' ? '\t' : guessDelimiter(text)
  return { text, hints: delimiter === null ? [] : csvHints(text, delimiter), notices, encoding: used }
}
