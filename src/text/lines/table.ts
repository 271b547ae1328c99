import type { SourceHint } from '../../model/source.ts'
import { displayWidth } from '../characters.ts'
import type { FurnitureKind } from '../lexicon.ts'

/** The lines of a cleaned text, before any of them are joined. */
export interface LineTable {
  readonly text: string
  /** Start and end of each line's content, indent and spaces at the end left out. */
  readonly starts: number[]
  readonly ends: number[]
  /** Columns of white space before the content. */
  readonly indents: number[]
  /** Width in columns of Han characters as typeset, indent left out. */
  readonly widths: number[]
  readonly furniture: (FurnitureKind | null)[]
  readonly hints: (SourceHint | null)[]
  /**
   * Cells of a table that stand on lines of their own: the first of a row, those that follow it, what a line end cut
   * off, and names that stand below another in one cell.
   */
  readonly cells: ('first' | 'next' | 'rest' | 'name' | null)[]
}

const isSpace = (code: number): boolean => code === 32 || code === 0x3000

/** Cuts a text into its lines. A last line end opens no further line. */
export const readLines = (text: string): LineTable => {
  const table: LineTable = { text, starts: [], ends: [], indents: [], widths: [], furniture: [], hints: [], cells: [] }
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    let start = from
    let end = to
    while (start < end && isSpace(text.charCodeAt(start))) start++
    while (end > start && (isSpace(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 9)) end--
    table.starts.push(start)
    table.ends.push(end)
    table.indents.push(displayWidth(text, from, start))
    table.widths.push(displayWidth(text, start, end))
    table.furniture.push(null)
    table.hints.push(null)
    table.cells.push(null)
    from = to + 1
  }
  return table
}

/** The text of a line, without the spaces around it. */
export const lineText = (table: LineTable, index: number): string =>
  table.text.slice(table.starts[index] ?? 0, table.ends[index] ?? 0)

/** Whether a line has no text. */
export const isBlank = (table: LineTable, index: number): boolean =>
  (table.starts[index] ?? 0) === (table.ends[index] ?? 0)
