import { parse } from 'csv-parse/sync'
import { RegisterError } from '../register/error.ts'
import { readPlainTable } from './plain.ts'
import { findHeader, type ReadBack } from './rows.ts'

/** Reads a CSV ledger back as far as it holds: what its columns say, see `readPlainTable`. */
export function readCsv(text: string, path: string): ReadBack {
  const rows = tableOf(text.replace(/^\ufeff/, '')).map((row) => row.map(unprotected))
  const header = findHeader(rows)
  if (!header) throw new RegisterError('not-a-register', 1)
  return readPlainTable(rows, header, path)
}

function tableOf(text: string): string[][] {
  // WPS and Excel write tabs or semicolons where the system is set so.
  const [head = ''] = text.split('\n', 1)
  const delimiter = [',', '\t', ';'].sort((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false, relax_quotes: true })
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 1
    throw new RegisterError('syntax', line, { detail: error instanceof Error ? error.message : String(error) })
  }
}

/** Undoes what `writeCsv` puts before a cell to keep spreadsheets from making something else of it. */
function unprotected(cell: string): string {
  return /^'[=+\-@\t\r\n＝＋－＠]|^\t/.test(cell) ? cell.slice(1) : cell
}
