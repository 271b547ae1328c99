import type { Column } from '../columns.ts'

/** Where the parts of the first sheet stand; the other sheets count by it. */
export interface Layout {
  /** Name of the sheet. */
  sheet: string
  columns: readonly Column[]
  /** Last row that is written, counted from 1; the first task stands in row 2 (or 3, below a section). */
  lastRow: number
  /** Last row that formulas, lists and colours cover: rows are added below. */
  lastCovered: number
}

/** Rows that people may add below without losing lists, colours and counts. */
export const spareRows = 200

/** Index of a column, -1 where it is not shown. */
export function indexOf(layout: Pick<Layout, 'columns'>, key: string): number {
  return layout.columns.findIndex((column) => column.key === key)
}

/**
 * Widths in half-width characters; a Chinese one takes two. Together the default columns fit a landscape A4 at a size
 * that can still be read.
 */
const widths: Readonly<Record<string, number>> = {
  seq: 6,
  id: 13,
  section: 16,
  task: 24,
  content: 46,
  kind: 7,
  targets: 18,
  lead: 13,
  responsible: 15,
  support: 15,
  supervise: 13,
  leader: 10,
  person: 10,
  deadline: 14,
  due: 12,
  progress: 16,
  status: 10,
  cleared: 10,
  remark: 12,
  source: 11,
  document: 18,
  'document-title': 26,
  'document-kind': 10,
  notes: 16,
}

/** Columns that wait for people: their width is needed though nothing stands there yet. */
const forPeople: ReadonlySet<string> = new Set(['progress', 'status', 'cleared', 'remark', 'due'])

/** Columns whose cells read best in the middle. */
export const centred: ReadonlySet<string> = new Set(['seq', 'id', 'kind', 'due', 'status', 'source'])

/** Width of a column; one in which nothing stands gets no more than its header needs. */
export function widthOf(column: Column, cells: readonly string[]): number {
  const width = widths[column.key] ?? 16
  if (forPeople.has(column.key) || cells.some((cell) => cell !== '')) return width
  return Math.min(width, 9.5)
}

/** Height of a row in points: Excel takes it as it is, and fits the row anew once somebody edits it. */
export function heightOf(texts: readonly string[], columnWidths: readonly number[]): number {
  const lines = texts.map((text, index) => linesOf(text, (columnWidths[index] ?? 16) - 1.2))
  // Excel knows no higher row.
  return Math.min(409, Math.max(20, Math.max(1, ...lines) * 13.8 + 6))
}

/** Lines that a text takes; a Chinese character is two wide and is never cut in two. */
function linesOf(text: string, width: number): number {
  const perLine = Math.max(1, Math.floor(width / 2)) * 2
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOfText(line) / perLine)), 0)
}

const widthOfText = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x250 ? 1 : 2), 0)
