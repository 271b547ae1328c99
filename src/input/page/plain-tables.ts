import type { CellText } from '../source-text.ts'
import type { Row } from './types.ts'

/** A table without ruled lines: rows whose cells stand below each other. */
export interface PlainTable {
  /** Of the rows that were given. */
  first: number
  last: number
  rows: CellText[][]
}

const FEWEST_ROWS = 3
const FEWEST_COLUMNS = 3

/** Finds stretches of rows that have three or more columns at the same places. */
export const findPlainTables = (rows: readonly Row[]): PlainTable[] => {
  const tables: PlainTable[] = []
  for (let first = 0; first < rows.length; first++) {
    const columns = columnsOf(rows, first)
    if (columns === null) continue
    let last = first
    const cells: CellText[][] = []
    for (let at = first; at < rows.length; at++) {
      const row = rows[at]
      const placed = row === undefined ? null : place(row, columns)
      if (placed === null) break
      const previous = cells.at(-1)
      // Without a first cell a row goes on with the one above.
      if ((placed[0]?.text ?? '') === '' && previous !== undefined)
        for (const [i, cell] of placed.entries()) previous[i] = { text: (previous[i]?.text ?? '') + cell.text }
      else cells.push(placed)
      last = at
    }
    if (cells.length < FEWEST_ROWS) continue
    tables.push({ first, last, rows: cells })
    first = last
  }
  return tables
}

/** Where the columns start, if this row and the two below have as many segments, one below the other. */
const columnsOf = (rows: readonly Row[], first: number): { from: number; to: number }[] | null => {
  const head = rows[first]
  if (head === undefined || head.segments.length < FEWEST_COLUMNS) return null
  const columns = head.segments.map((segment) => ({ from: segment.x0, to: segment.x1 }))
  for (let at = first + 1; at < first + FEWEST_ROWS; at++) {
    const row = rows[at]
    if (row === undefined || row.segments.length !== columns.length) return null
    for (const [i, segment] of row.segments.entries()) {
      const column = columns[i]
      if (column === undefined || segment.x0 > column.to || segment.x1 < column.from) return null
      column.from = Math.min(column.from, segment.x0)
      column.to = Math.max(column.to, segment.x1)
    }
  }
  for (let i = 0; i + 1 < columns.length; i++) if ((columns[i]?.to ?? 0) >= (columns[i + 1]?.from ?? 0)) return null
  return columns
}

const place = (row: Row, columns: readonly { from: number; to: number }[]): CellText[] | null => {
  const cells = columns.map((): CellText => ({ text: '' }))
  let from = 0
  for (const segment of row.segments) {
    const hit = columns.findIndex((column, i) => i >= from && segment.x0 <= column.to && segment.x1 >= column.from)
    const next = columns[hit + 1]
    if (hit < 0 || (next !== undefined && segment.x1 > next.from)) return null
    cells[hit] = { text: segment.text }
    from = hit + 1
  }
  return row.segments.length >= 2 || (cells[0]?.text ?? '') === '' ? cells : null
}
