import { LineIndex, type PageStretch, type Position } from '../model/position.ts'
import type { Source, SourceHint } from '../model/source.ts'
import { applyEdits, bufferOf, Edits, indexOfOriginal, originalEnd, originalStart, type TextBuffer } from './buffer.ts'
import { isLatin } from './characters.ts'
import type { FurnitureKind } from './lexicon.ts'
import { markFlatTables } from './lines/flat-table.ts'
import { markFurniture } from './lines/furniture.ts'
import { type Joins, joinLines } from './lines/join.ts'
import { endBeforeLink } from './lines/link.ts'
import { isBlank, type LineTable, readLines } from './lines/table.ts'
import { tabulateAligned } from './steps/aligned.ts'
import { tabulateBars } from './steps/bars.ts'
import { dropGlosses } from './steps/gloss.ts'
import { dropHtml } from './steps/html.ts'
import { dropInvisible } from './steps/invisible.ts'
import { endLinesAtSpaces, restoreLineEnds } from './steps/line-ends.ts'
import { dropMarkup } from './steps/markup.ts'
import { mendNumberMarks } from './steps/number-marks.ts'
import { pairQuotes } from './steps/quotes.ts'
import { dropTypesettingSpaces } from './steps/spaces.ts'
import { tabulateStackedCells } from './steps/stacked-cells.ts'
import { indentWithSpaces } from './steps/tab-indents.ts'
import { type Converter, prepareView, simplify } from './steps/traditional.ts'
import { foldWidth } from './steps/width.ts'
import type { View, ViewLine } from './view.ts'

/** What cleaning up needs beside the text. */
export interface ViewOptions {
  /** What `prepareView` gave for this source: turns traditional characters into simplified ones, word by word. */
  convert?: Converter | undefined
}

/**
 * Cleans a text up, as a view with a map back; see View. Never throws, whatever the text is.
 *
 * Page numbers and page markers inside a paragraph that was broken by a page end are left out of `text` (they stay
 * within the stretch that the paragraph maps to); all other furniture stands in lines of its own.
 */
export const createView = (source: Pick<Source, 'text' | 'hints'>, options: ViewOptions = {}): View => {
  let buffer = dropMarkup(bufferOf(source.text), source.hints)
  buffer = restoreLineEnds(dropInvisible(buffer))
  buffer = dropHtml(buffer)
  buffer = endLinesAtSpaces(buffer)
  buffer = pairQuotes(mendNumberMarks(foldWidth(buffer)))
  buffer = dropGlosses(buffer)
  buffer = simplify(buffer, options.convert)
  buffer = indentWithSpaces(buffer)
  buffer = tabulateAligned(tabulateBars(tabulateStackedCells(buffer)))
  buffer = dropTypesettingSpaces(buffer)
  const table = readLines(buffer.text)
  attachHints(table, buffer, source.hints)
  markFlatTables(table)
  markFurniture(table)
  const joins = joinLines(table)
  const clean = applyEdits(buffer, lineEdits(table, joins))
  return new MappedView(source.text, clean, viewLines(clean, table, joins), pagesOf(source.hints))
}

/** `prepareView` and `createView` in one. */
export const readView = async (source: Pick<Source, 'text' | 'hints'>): Promise<View> =>
  createView(source, { convert: await prepareView(source) })

/** Hints that hold for every line of their stretch, not only for the first. */
const COVERING: ReadonlySet<SourceHint['kind']> = new Set(['code', 'furniture'])

class MappedView implements View {
  readonly text: string
  /** Made when a position is first asked for. */
  private index: LineIndex | undefined

  constructor(
    readonly original: string,
    private readonly buffer: TextBuffer,
    readonly lines: readonly ViewLine[],
    readonly pages: readonly PageStretch[],
  ) {
    this.text = buffer.text
  }

  toOriginal(start: number, end: number): { start: number; end: number } {
    const from = Math.max(0, Math.min(start, this.text.length))
    const to = Math.max(from, Math.min(end, this.text.length))
    const first = originalStart(this.buffer, from)
    return { start: first, end: to === from ? first : originalEnd(this.buffer, to) }
  }

  positionOf(start: number, end: number): Position {
    this.index ??= new LineIndex(this.original, this.pages)
    const range = this.toOriginal(start, end)
    return this.index.position(range.start, range.end)
  }
}

const pagesOf = (hints: readonly SourceHint[]): PageStretch[] =>
  hints.flatMap(({ kind, page, start, end }) => (kind === 'page' && page !== undefined ? [{ start, end, page }] : []))

/**
 * Gives each line the first hint whose stretch begins in it, markup and pages aside. What the reader knows to be
 * furniture of the page is set aside here.
 */
const attachHints = (table: LineTable, buffer: TextBuffer, hints: readonly SourceHint[]): void => {
  let line = 0
  for (const hint of hints) {
    if (hint.kind === 'markup' || hint.kind === 'page') continue
    const start = indexOfOriginal(buffer, hint.start)
    const end = COVERING.has(hint.kind) ? indexOfOriginal(buffer, hint.end) : start
    while (line < table.starts.length && (table.ends[line] ?? 0) < start) line++
    if (line >= table.starts.length) return
    table.hints[line] ??= hint
    // Every line of a block of code is code.
    for (let next = line; next < table.starts.length && (table.starts[next] ?? 0) < end; next++) {
      table.hints[next] ??= hint
      if (hint.kind === 'furniture' && !isBlank(table, next)) table.furniture[next] = 'toolbar'
    }
  }
}

const BETWEEN_CELLS: ReadonlyMap<LineTable['cells'][number], string> = new Map([
  ['next', '\t'],
  ['name', '、'],
])

const lineEdits = (table: LineTable, joins: Joins): Edits => {
  const { text } = table
  const edits = new Edits()
  const count = table.starts.length
  const drop = (start: number, end: number, replacement = ''): void => {
    if (end > start) edits.add(start, end, replacement)
  }
  drop(0, table.starts[0] ?? text.length)
  const continued = continuations(joins)
  for (let i = 0; i < count; i++) {
    const next = continued[i] ?? -1
    const end = next >= 0 ? endBeforeLink(table, i, next) : (table.ends[i] ?? 0)
    if (next >= 0) {
      const start = table.starts[next] ?? end
      const words = isLatin(text.charCodeAt(end - 1)) && isLatin(text.charCodeAt(start))
      drop(end, start, BETWEEN_CELLS.get(table.cells[next] ?? null) ?? (words ? ' ' : ''))
      i = next - 1
      continue
    }
    const newline = text.indexOf('\n', end)
    drop(end, newline < 0 ? text.length : newline)
    if (newline >= 0 && i + 1 < count) drop(newline + 1, table.starts[i + 1] ?? 0)
  }
  return edits
}

/** The other way round: line → the line that goes on with it, or -1. */
const continuations = (joins: Joins): Int32Array => {
  const result = new Int32Array(joins.length).fill(-1)
  for (let i = 0; i < joins.length; i++) {
    const to = joins[i] ?? -1
    if (to >= 0) result[to] = i
  }
  return result
}

const viewLines = (clean: TextBuffer, table: LineTable, joins: Joins): ViewLine[] => {
  const lines: ViewLine[] = []
  const continued = continuations(joins)
  let start = 0
  for (let i = 0; i < table.starts.length; i++) {
    const newline = clean.text.indexOf('\n', start)
    const end = newline < 0 ? clean.text.length : newline
    const furniture: FurnitureKind | null = table.furniture[i] ?? null
    const line: ViewLine = {
      start,
      end,
      kind: furniture !== null ? 'furniture' : isBlank(table, i) ? 'blank' : 'text',
    }
    if (furniture !== null) line.furniture = furniture
    const hint = table.hints[i]
    if (hint != null) line.hint = hintInView(clean, hint, start, end)
    let last = i
    for (let next = continued[last] ?? -1; next >= 0; next = continued[last] ?? -1) last = next
    if (last > i) line.joined = true
    lines.push(line)
    start = end + 1
    i = last
  }
  return lines
}

const hintInView = (clean: TextBuffer, hint: SourceHint, start: number, end: number): SourceHint => {
  const within = (offset: number): number => Math.max(start, Math.min(end, indexOfOriginal(clean, offset)))
  const inView: SourceHint = { ...hint, start, end }
  if (hint.cells !== undefined)
    inView.cells = hint.cells.map((cell) => ({ ...cell, start: within(cell.start), end: within(cell.end) }))
  return inView
}
