import { stringify } from 'csv-stringify/sync'
import type { Register } from '../model/register.ts'
import type { Language } from '../register/language.ts'
import { type Column, chooseColumns, tableOf } from './columns.ts'

/** A table for Excel and WPS: UTF-8 with byte-order mark (without it they read ANSI), lines end in CRLF. */
export function writeCsv(
  register: Register,
  options: { columns?: string | undefined; language?: Language | undefined } = {},
): string {
  const chosen = chooseColumns(options.columns)
  const [header = [], ...rows] = tableOf(register, chosen, options.language ?? 'zh')
  const table = [header, ...rows.map((row) => row.map((cell, index) => safeCell(cell, chosen[index])))]
  return stringify(table, { bom: true, record_delimiter: '\r\n' })
}

/** Excel and WPS run cells that start so, full-width forms included; after ' they are text. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/
/** Nothing but digits and the signs of dates, times, percentages: 1.10, 1-2, 6月30日, 50%. */
const dateOrNumber = /^(?=.*\d)[\d\s.,:：/／\-–年月日号时分秒eE%％‰+]+$/

/**
 * Keeps a spreadsheet from making something else of a text. A tab before it is the usual trick of Chinese offices: the
 * cell looks the same and stays text, while 6月30日 alone would become a day of the year in which the file is opened.
 */
function safeCell(cell: string, column: Column | undefined): string {
  if (column?.type !== 'text') return cell
  const lines = cell.replace(/\r\n?/g, '\n')
  if (formula.test(cell)) return `'${lines}`
  return dateOrNumber.test(lines) ? `\t${lines}` : lines
}
