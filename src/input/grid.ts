import { InputError } from './errors.ts'
import type { CellText, SourceText } from './source-text.ts'

/** A table as rows of cells, all rows of the same length. */
export type Grid = CellText[][]

/** Those that a cell spans included. */
const MOST_CELLS = 1_000_000

/** Puts the parts of a spread-out table together: cells that span rows and columns take up their whole place. */
export class GridBuilder {
  private readonly rows: (CellText | undefined)[][] = []
  private row = -1
  private width = 0
  private size = 0

  startRow(): void {
    this.row++
  }

  /** Adds a cell at the next free place of the row. */
  cell(text: string, columns = 1, rows = 1): void {
    const cells = this.rowAt(this.row)
    this.size += columns * rows
    if (this.size > MOST_CELLS)
      throw new InputError('too-large', { what: 'cells', size: String(this.size) }, 'Too many cells')
    let column = 0
    while (cells[column] !== undefined) column++
    for (let r = 0; r < rows; r++) {
      const target = this.rowAt(this.row + r)
      for (let c = 0; c < columns; c++)
        target[column + c] ??= r === 0 && c === 0 ? { text } : { text: '', merged: true }
    }
    this.width = Math.max(this.width, column + columns)
  }

  /** All rows, made equally long; rows that only spans reach are left out. */
  finish(): Grid {
    return this.rows
      .slice(0, this.row + 1)
      .map((row) => Array.from({ length: this.width }, (_, column): CellText => row[column] ?? { text: '' }))
  }

  private rowAt(index: number): (CellText | undefined)[] {
    const row = this.rows[index] ?? []
    this.rows[index] = row
    return row
  }
}

/**
 * Writes a table: empty rows and columns are dropped; what stands above its head (title, 填报单位) and notes below it
 * become lines, the rest rows.
 *
 * @param beforeHead is called between the lines above the head and the head
 */
export const writeGrid = (out: SourceText, grid: Grid, beforeHead?: () => void): void => {
  const rows = tidy(grid)
  const filled = rows.map((row) => row.filter((cell) => cell.text.trim() !== '').length)
  const first = filled.findIndex((count) => count > 1)
  if (first < 0) {
    beforeHead?.()
    for (const row of rows) out.line(row.map((cell) => cell.text).join(''))
    return
  }
  for (const row of rows.slice(0, first)) out.line(row.map((cell) => cell.text).join(''))
  beforeHead?.()
  let last = rows.length
  while (last > first && (filled[last - 1] ?? 0) === 1 && isNote(rows[last - 1] ?? [])) last--
  for (const [index, row] of rows.slice(first, last).entries()) out.row(row, index)
  for (const row of rows.slice(last)) out.line(row.map((cell) => cell.text).join(''))
}

const isNote = (row: readonly CellText[]): boolean =>
  /^(?:[备附]?注|说明|填表|填报|审核|制表|联系)/.test(row.find((cell) => cell.text.trim() !== '')?.text.trim() ?? '')

/** Without rows and columns that hold nothing. */
const tidy = (grid: Grid): Grid => {
  const rows = grid.filter((row) => row.some((cell) => cell.text.trim() !== ''))
  const kept = new Set<number>()
  for (const row of rows) for (const [column, cell] of row.entries()) if (cell.text.trim() !== '') kept.add(column)
  return rows.map((row) => row.filter((_, column) => kept.has(column)))
}
