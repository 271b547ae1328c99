import type { View } from '../text/view.ts'

/** A line that is a row of a table. */
export interface TableLine {
  table: number
  row: number
  cells: TableCell[]
}

/** A cell of a row. */
export interface TableCell {
  start: number
  end: number
  /** Belongs to the cell above or left of it, as the reader knows; left out where nobody knows. */
  merged?: boolean
}

/**
 * Rows of tables: those a reader marked, and runs of lines with tabs in them. A tabless line between two of those
 * belongs to the table as a row of one cell, since merged cells leave short rows behind.
 *
 * @returns by index of the view's line
 */
export function readTables(view: View): Map<number, TableLine> {
  const rows = new Map<number, TableLine>()
  let table = -1
  let row = 0
  let inside = false
  const lastTab = view.lines.findLastIndex((line) => line.kind === 'text' && hasTab(view, line.start, line.end))
  for (const [index, line] of view.lines.entries()) {
    const hint = line.hint?.kind === 'table-row' ? line.hint : null
    // A row may begin with an empty cell, but not a table.
    const tabbed =
      line.kind === 'text' &&
      !hint &&
      (hasTab(view, line.start, line.end) || (inside && view.text.slice(line.start, line.end).includes('\t')))
    const continues =
      inside && !hint && line.kind === 'text' && index < lastTab && shortRow(view.text.slice(line.start, line.end))
    if (!hint && !tabbed && !continues) {
      // A page may end inside a table.
      inside &&= line.kind !== 'text'
      continue
    }
    if (!inside || hint?.row === 0) {
      table++
      row = 0
      inside = true
    }
    rows.set(index, {
      table,
      row: row++,
      cells: hint?.cells ?? splitCells(view.text, line.start, line.end),
    })
  }
  return rows
}

const hasTab = (view: View, start: number, end: number): boolean => {
  const line = view.text.slice(start, end)
  const at = line.indexOf('\t')
  return at >= 0 && /\S/.test(line.slice(0, at))
}

const shortRow = (text: string): boolean => text.length <= 80 && text.trim() !== ''

function splitCells(text: string, start: number, end: number): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = []
  let from = start
  for (;;) {
    const tab = text.indexOf('\t', from)
    const to = tab < 0 || tab >= end ? end : tab
    let a = from
    let b = to
    while (a < b && /\s/.test(text.charAt(a))) a++
    while (b > a && /\s/.test(text.charAt(b - 1))) b--
    cells.push({ start: a, end: b })
    if (to === end) return cells
    from = to + 1
  }
}
