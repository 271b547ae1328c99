import type { SourceHint, SourceNotice } from '../../model/source.ts'
import { field, listOf, numbersOf } from '../answer.ts'
import { joinCellLines } from '../cell-text.ts'
import { damaged, InputError, LibraryError } from '../errors.ts'
import { type Grid, writeGrid } from '../grid.ts'
import type { Budget } from '../limits.ts'
import { type CellText, SourceText } from '../source-text.ts'
import type { Sheet } from './book.ts'
import { loadBook } from './load.ts'

/** Cells that hold something, over all sheets; those of one sheet that are merged. */
const MOST_CELLS = 1_000_000
/** A merged area wider than this spans what the sheet uses, not what it holds. */
const WIDEST = 200
/** Names that a program gives say nothing. */
const DEFAULT_NAME = /^(?:sheet|工作表|表)\s*\d*$/i

/**
 * Reads an .xlsx or .xls: each sheet becomes the lines and rows of its table, with cells as they are shown. Formulas
 * count by the value that was saved with them; what is hidden is left out and said so.
 *
 * @throws InputError `encrypted`, `damaged`, `too-large`, `timed-out`, `no-text`
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  budget: Budget,
): Promise<{ text: string; hints: SourceHint[]; notices: SourceNotice[] }> => {
  const sheets = await sheetsOf(bytes, budget)
  const out = new SourceText()
  const notices: SourceNotice[] = []
  const shown: { name: string; grid: Grid }[] = []
  let hiddenRows = 0
  for (const sheet of sheets) {
    hiddenRows += sheet.hiddenRows.length
    const grid = gridOf(sheet)
    if (grid.length > 0) shown.push({ name: sheet.name, grid })
  }
  for (const [index, { name, grid }] of shown.entries()) {
    const named = shown.length > 1 && !DEFAULT_NAME.test(name)
    const writeName = (): void => out.line(name.trim(), { kind: 'heading', depth: 2 })
    // The title of the first sheet is that of the workbook, and tells its year.
    if (named && index > 0) writeName()
    writeGrid(out, grid, named && index === 0 ? writeName : undefined)
    if (shown.length > 1) out.write('\n')
  }
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => name)
  if (hidden.length > 0) notices.push({ code: 'hidden-sheets', detail: hidden.join(', ') })
  if (hiddenRows > 0) notices.push({ code: 'hidden-rows', detail: String(hiddenRows) })
  if (out.text.trim() === '') throw new InputError('no-text', {}, 'Nothing in the sheets')
  return { text: out.text, hints: out.hints, notices }
}

const sheetsOf = async (bytes: Uint8Array, budget: Budget): Promise<Sheet[]> => {
  try {
    return listOf(await loadBook(bytes, MOST_CELLS, budget)).map(readSheet)
  } catch (error) {
    if (error instanceof InputError) throw error
    const [kind, message] = error instanceof Error ? [kindOf(error), error.message] : ['', String(error)]
    if (/password|encrypt/i.test(message)) throw new InputError('encrypted', {}, 'The workbook asks for a password')
    if (kind === 'RangeError' && message === 'cells') throw tooManyCells()
    throw damaged(`workbook: ${message}`)
  }
}

/** In a thread, or here. */
const kindOf = (error: Error): string => (error instanceof LibraryError ? error.kind : error.name)

const readSheet = (sheet: unknown): Sheet => ({
  name: String(field(sheet, 'name')),
  hidden: field(sheet, 'hidden') === true,
  rows: listOf(field(sheet, 'rows')).map((row) => ({
    r: Number(field(row, 'r')),
    cells: listOf(field(row, 'cells')).map((cell) => ({
      c: Number(field(cell, 'c')),
      text: joinCellLines(String(field(cell, 'text')).split(/\r\n?|\n/)),
    })),
  })),
  merges: listOf(field(sheet, 'merges')).map((merge) => {
    const [top = 0, first = 0, bottom = 0, last = 0] = numbersOf(merge)
    return [top, first, bottom, last]
  }),
  hiddenRows: numbersOf(field(sheet, 'hiddenRows')),
})

const gridOf = (sheet: Sheet): Grid => {
  const hidden = new Set(sheet.hiddenRows)
  const rows = sheet.rows.filter(({ r }) => !hidden.has(r))
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ c }) => c)))
  if (rows.length * used.size > MOST_CELLS * 2) throw tooManyCells()
  const merged = mergedPlaces(
    sheet.merges,
    rows.map(({ r }) => r),
  )
  // Columns that hold nothing are not there.
  const columns = [...used].sort((a, b) => a - b)
  return rows.map(({ r, cells }) => {
    const texts = new Map(cells.map(({ c, text }) => [c, text]))
    const spans = merged.get(r)
    return columns.map((c): CellText => {
      const text = texts.get(c) ?? ''
      return spans?.has(c) === true && text === '' ? { text, merged: true } : { text }
    })
  })
}

/** Places that merged areas cover, their first cells left out; only in rows that the sheet has. */
const mergedPlaces = (merges: Sheet['merges'], rows: readonly number[]): Map<number, Set<number>> => {
  const places = new Map<number, Set<number>>()
  let left = MOST_CELLS
  for (const [top, first, bottom, last] of merges) {
    const end = Math.min(last, first + WIDEST)
    for (const r of rows.slice(firstAtLeast(rows, top), firstAtLeast(rows, bottom + 1))) {
      const row = places.get(r) ?? new Set<number>()
      places.set(r, row)
      left -= end - first + 1
      if (left < 0) throw tooManyCells()
      for (let c = first; c <= end; c++) if (r > top || c > first) row.add(c)
    }
  }
  return places
}

const firstAtLeast = (sorted: readonly number[], value: number): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

const tooManyCells = (): InputError =>
  new InputError('too-large', { what: 'cells', size: String(MOST_CELLS) }, 'Too many cells')
