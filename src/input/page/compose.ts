import type { SourceHint, SourceNotice } from '../../model/source.ts'
import { InputError } from '../errors.ts'
import type { Budget } from '../limits.ts'
import { type CellText, SourceText } from '../source-text.ts'
import { joinWrapped } from './chunk.ts'
import { flowOf, usualGutter } from './columns.ts'
import { type RowPage, takeFurniture } from './furniture.ts'
import { foldGlyphs } from './glyphs.ts'
import { ParagraphRules, type PlacedLine } from './paragraphs.ts'
import { findPlainTables } from './plain-tables.ts'
import { rowsOf, textOfRow, withoutDoubles } from './rows.ts'
import { type RuledTable, takeRuledTables } from './ruled-tables.ts'
import type { Page, Row } from './types.ts'

type Item =
  | { kind: 'page'; page: number }
  | { kind: 'furniture'; text: string }
  | { kind: 'line'; line: PlacedLine }
  /** Without ruled lines there are no columns to compare, and nobody knows which cells are merged. */
  | { kind: 'table'; rows: CellText[][]; columns: number[] }

/**
 * Makes a text of pages whose characters are known by their places: lines become paragraphs, ruled and aligned cells
 * rows, page headers and page numbers furniture. A page that ends within a paragraph leaves its furniture there, as
 * markup.
 *
 * @throws InputError `no-text` where there are pages but no characters
 */
export const composePages = (
  pages: readonly Page[],
  budget: Budget,
): { text: string; hints: SourceHint[]; notices: SourceNotice[] } => {
  let folded = 0
  for (const page of pages) {
    page.runs = withoutDoubles(page.runs)
    for (const run of [...page.runs, ...page.furniture]) {
      const plain = foldGlyphs(run.text)
      run.text = plain.text
      folded += plain.folded
    }
  }
  const silent = pages.filter((page) => page.runs.length === 0)
  if (silent.length === pages.length) throw new InputError('no-text', {}, 'Pages of pictures: needs OCR')
  const bodySize = commonSize(pages)
  const read = readPages(pages, bodySize, budget)
  const composed = new Composer(read, bodySize, budget).compose()
  const notices: SourceNotice[] = []
  if (folded > 0) notices.push({ code: 'glyphs-folded', detail: String(folded) })
  if (silent.length > 0)
    notices.push({ code: 'pages-without-text', detail: silent.map((page) => page.number).join(', ') })
  return { ...composed, notices }
}

/** The size that most characters have. */
const commonSize = (pages: readonly Page[]): number => {
  const counts = new Map<number, number>()
  for (const page of pages)
    for (const run of page.runs) {
      const size = Math.round(run.size * 2) / 2
      counts.set(size, (counts.get(size) ?? 0) + run.text.length)
    }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 12
}

interface ReadPage extends RowPage {
  tables: RuledTable[]
}

const readPages = (pages: readonly Page[], bodySize: number, budget: Budget): ReadPage[] => {
  const read = pages.map((page): ReadPage => {
    budget.checkTime()
    const tables = takeRuledTables(page)
    return { page, tables, rows: rowsOf(page.runs), top: [], bottom: [] }
  })
  takeFurniture(read, bodySize)
  for (const entry of read)
    for (const row of rowsOf(entry.page.furniture)) {
      if (row.y < entry.page.height / 2) entry.top.push(textOfRow(row))
      else entry.bottom.push(textOfRow(row))
    }
  return read
}

/** Rows and tables of a page from the top down. */
const itemsOf = (entry: ReadPage, bodySize: number, gutter: number | null): Item[] => {
  const { page, tables } = entry
  const items: Item[] = [{ kind: 'page', page: page.number }]
  for (const text of entry.top) items.push({ kind: 'furniture', text })
  let from = Number.NEGATIVE_INFINITY
  for (const table of [...tables, null]) {
    const to = table?.y0 ?? Number.POSITIVE_INFINITY
    const rows = entry.rows.filter((row) => row.y >= from && row.y < to)
    items.push(...textItems(rows, page, bodySize, gutter))
    if (table === null) break
    items.push({ kind: 'table', rows: table.rows, columns: table.columns })
    from = to
  }
  for (const text of entry.bottom) items.push({ kind: 'furniture', text })
  return items
}

const textItems = (rows: readonly Row[], page: Page, bodySize: number, gutter: number | null): Item[] => {
  const items: Item[] = []
  const lines = (part: readonly Row[]): void => {
    for (const line of flowOf(part, bodySize, gutter))
      items.push({ kind: 'line', line: { ...line, page: page.number, pageWidth: page.width } })
  }
  let from = 0
  for (const table of findPlainTables(rows)) {
    lines(rows.slice(from, table.first))
    items.push({ kind: 'table', rows: table.rows, columns: [] })
    from = table.last + 1
  }
  lines(rows.slice(from))
  return items
}

class Composer {
  private readonly out = new SourceText()
  private readonly items: Item[]
  private readonly rules: ParagraphRules
  private readonly starts: { page: number; at: number }[] = []
  /** Page ends and furniture since the last line or table. */
  private waiting: Item[] = []
  private last: PlacedLine | null = null
  private lastText = ''
  private written = false
  /** Paragraphs with a blank line before them, less those without. */
  private blanks = 0
  private table: { columns: number[]; rows: number } | null = null

  constructor(
    pages: readonly ReadPage[],
    bodySize: number,
    private readonly budget: Budget,
  ) {
    const gutter = usualGutter(
      pages.map((entry) => entry.rows),
      bodySize,
    )
    this.items = pages.flatMap((entry) => itemsOf(entry, bodySize, gutter))
    const lines = this.items.flatMap((item) => (item.kind === 'line' ? [item.line] : []))
    this.rules = new ParagraphRules(lines, bodySize)
  }

  compose(): { text: string; hints: SourceHint[] } {
    for (const item of this.items) {
      this.budget.checkText(this.out.offset)
      if (item.kind === 'line') this.line(item.line)
      else if (item.kind === 'table') this.addTable(item)
      else this.waiting.push(item)
    }
    this.endLine()
    this.settle()
    const { text } = this.out
    for (const [i, { page, at }] of this.starts.entries())
      this.out.hint({ kind: 'page', page, start: at, end: this.starts[i + 1]?.at ?? text.length })
    return { text, hints: this.out.hints }
  }

  private line(line: PlacedLine): void {
    this.table = null
    if (this.last !== null && this.rules.continues(this.last, line)) {
      this.settleInside()
      const joined = joinWrapped(this.lastText.slice(-1), line.text)
      this.write(joined.slice(Math.min(1, this.lastText.length)))
    } else {
      const apart = this.last !== null && this.isApart(this.last, line)
      this.endLine()
      if (apart) this.out.blank()
      // What stands between a heading and its text, or between two parts of a task, would be read with them.
      this.settle(this.written)
      this.write(line.text)
    }
    this.last = line
  }

  /** Where a page ends between two paragraphs they are as far apart as most others are. */
  private isApart(last: PlacedLine, line: PlacedLine): boolean {
    const apart = this.rules.apart(last, line)
    if (apart === null) return this.blanks > 0
    this.blanks += apart ? 1 : -1
    return apart
  }

  private write(text: string): void {
    this.written = true
    this.out.write(text)
    this.lastText = text
  }

  private endLine(): void {
    if (this.last !== null) this.out.write('\n')
    this.last = null
  }

  /** Writes what waits as lines of furniture, or as markup. */
  private settle(hidden = false): void {
    for (const item of this.waiting) {
      if (item.kind === 'page') this.starts.push({ page: item.page, at: this.out.offset })
      else if (item.kind !== 'furniture') continue
      else if (hidden) this.hidden(`${item.text}\n`)
      else this.out.line(item.text, { kind: 'furniture' })
    }
    this.waiting = []
  }

  private hidden(text: string): void {
    const start = this.out.offset
    this.out.write(text)
    this.out.hint({ kind: 'markup', start, end: this.out.offset })
  }

  /** Writes what waits into the paragraph that goes on behind it: whoever reads the view does not see it. */
  private settleInside(): void {
    if (this.waiting.length === 0) return
    const start = this.out.offset
    this.out.write('\n')
    for (const item of this.waiting) {
      if (item.kind === 'page') this.starts.push({ page: item.page, at: this.out.offset })
      else if (item.kind === 'furniture') this.out.write(`${item.text}\n`)
    }
    this.out.hint({ kind: 'markup', start, end: this.out.offset })
    this.waiting = []
  }

  private addTable({ rows, columns }: Extract<Item, { kind: 'table' }>): void {
    this.endLine()
    const goesOn = this.table !== null && sameColumns(this.table.columns, columns)
    this.settle()
    let next = goesOn && this.table !== null ? this.table.rows : 0
    for (const row of rows) if (row.some((cell) => cell.text !== '')) this.out.row(row, next++, columns.length > 0)
    this.table = { columns, rows: next }
  }
}

const sameColumns = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 && a.length === b.length && a.every((at, i) => Math.abs(at - (b[i] ?? 0)) < 4)
