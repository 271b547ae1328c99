import type { SourceHint } from '../../model/source.ts'

/** What separates the cells of a line. */
export type Delimiter = ',' | '\t' | ';' | '|'

const DELIMITERS: readonly Delimiter[] = ['\t', ',', ';', '|']
const SAMPLE_LINES = 30

interface Cell {
  /** With its quotes. */
  start: number
  end: number
  quoted: boolean
}

interface Row {
  start: number
  end: number
  cells: Cell[]
}

/** The delimiter that gives the lines the most equal and largest number of cells; null where none does. */
export const guessDelimiter = (text: string): Delimiter | null => {
  let best: { delimiter: Delimiter; score: number } | null = null
  const sample = text.slice(0, 200_000)
  for (const delimiter of DELIMITERS) {
    const rows = scan(sample, delimiter).slice(0, SAMPLE_LINES)
    const widths = rows.map((row) => row.cells.length)
    const common = mostCommon(widths)
    if (common < 2) continue
    const score = widths.filter((width) => width === common).length / widths.length + Math.min(common, 20) / 1000
    if (best === null || score > best.score) best = { delimiter, score }
  }
  return best?.delimiter ?? null
}

const mostCommon = (values: readonly number[]): number => {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/**
 * Marks the rows and cells of comma-separated values. The text stays as it is, so that positions are those of the
 * file: delimiters are read as tabs, quotes as nothing, line ends inside a cell as a semicolon.
 */
export const csvHints = (text: string, delimiter: Delimiter): SourceHint[] => {
  const hints: SourceHint[] = []
  let index = 0
  for (const row of scan(text, delimiter)) {
    const cells = row.cells.map((cell) => contentOf(text, cell))
    if (cells.every((cell) => cell.end === cell.start)) continue
    const filled = cells.filter((cell) => cell.end > cell.start)
    // A title above the head, a note below the table.
    if (filled.length > 1 || (index > 0 && row.cells.length > 1)) {
      hints.push({ start: row.start, end: row.end, kind: 'table-row', row: index++, cells })
    }
    for (const [i, cell] of row.cells.entries()) {
      const before = row.cells[i - 1]
      if (before !== undefined) hints.push(markup(before.end, cell.start, filled.length > 1 ? '\t' : ''))
      if (cell.quoted) hints.push(...quoteMarkup(text, cell))
    }
  }
  return hints.sort((a, b) => a.start - b.start || b.end - a.end)
}

const markup = (start: number, end: number, replacement = ''): SourceHint =>
  replacement === '' ? { start, end, kind: 'markup' } : { start, end, kind: 'markup', replacement }

const contentOf = (text: string, cell: Cell): { start: number; end: number } => {
  let start = cell.quoted ? cell.start + 1 : cell.start
  let end = cell.quoted && text[cell.end - 1] === '"' && cell.end - 1 > cell.start ? cell.end - 1 : cell.end
  while (start < end && /[\s=]/.test(text[start] ?? '')) start++
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--
  return { start, end }
}

/** The quotes around a cell, one of each doubled pair in it, and its line ends. */
const quoteMarkup = (text: string, cell: Cell): SourceHint[] => {
  const { start, end } = contentOf(text, cell)
  const hints: SourceHint[] = []
  if (start > cell.start) hints.push(markup(cell.start, start))
  for (const match of text.slice(start, end).matchAll(/""|[ \t]*(?:\r\n?|\n)\s*/g)) {
    const at = start + match.index
    if (match[0] === '""') hints.push(markup(at, at + 1))
    else {
      const ended = /[，、；。：！？,;:!?]$/.test(text.slice(start, at))
      hints.push(markup(at, at + match[0].length, ended ? '' : '；'))
    }
  }
  if (cell.end > end) hints.push(markup(end, cell.end))
  return hints
}

/** Rows and cells as they stand; a quote that is never closed ends with the file. */
const scan = (text: string, delimiter: Delimiter): Row[] => {
  const rows: Row[] = []
  let row: Row = { start: 0, end: 0, cells: [] }
  let at = 0
  const closeRow = (end: number, next: number): void => {
    row.end = end
    const only = row.cells[0]
    if (row.cells.length > 1 || (only !== undefined && only.end > only.start)) rows.push(row)
    row = { start: next, end: next, cells: [] }
  }
  while (at <= text.length) {
    const start = at
    let quoted = false
    let from = at
    if (text[at] === '"') {
      quoted = true
      from = closingQuote(text, at + 1)
    }
    at = endOfCell(text, from, delimiter)
    row.cells.push({ start, end: at, quoted })
    if (at < text.length && text[at] === delimiter) {
      at++
      continue
    }
    const next = text.startsWith('\r\n', at) ? at + 2 : at + 1
    closeRow(at, Math.min(next, text.length))
    if (at >= text.length) break
    at = next
  }
  return rows
}

/** Behind the quote that closes a cell. */
const closingQuote = (text: string, from: number): number => {
  let at = from
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return text.length
    if (text[quote + 1] !== '"') return quote + 1
    at = quote + 2
  }
}

const endOfCell = (text: string, from: number, delimiter: Delimiter): number => {
  let at = from
  while (at < text.length) {
    const char = text[at]
    if (char === delimiter || char === '\n' || char === '\r') break
    at++
  }
  return at
}
