import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { SourceHint, SourceNotice } from '../../model/source.ts'
import { joinCellLines } from '../cell-text.ts'
import { damaged, InputError } from '../errors.ts'
import { type Grid, writeGrid } from '../grid.ts'
import { silently } from '../silently.ts'
import { type CellText, SourceText } from '../source-text.ts'

export interface SheetLimits {
  /** Cells that hold something, over all sheets. */
  cells: number
}

const LIMITS: SheetLimits = { cells: 1_000_000 }
/** A merged area wider than this spans what the sheet uses, not what it holds. */
const WIDEST = 200
/** Names that a program gives say nothing. */
const DEFAULT_NAME = /^(?:sheet|工作表|表)\s*\d*$/i

interface Read {
  grid: Grid
  hiddenRows: number
}

/**
 * Reads an .xlsx or .xls: each sheet becomes the lines and rows of its table, with cells as they are shown. Formulas
 * count by the value that was saved with them; what is hidden is left out and said so.
 *
 * @throws InputError `encrypted`, `damaged`, `too-large`, `empty`
 */
export const readWorkbook = async (
  bytes: Uint8Array,
  limits: SheetLimits = LIMITS,
): Promise<{ text: string; hints: SourceHint[]; notices: SourceNotice[] }> => {
  const XLSX = await import('@e965/xlsx')
  const workbook = parse(bytes, XLSX)
  const out = new SourceText()
  const notices: SourceNotice[] = []
  const shown: { name: string; grid: Grid }[] = []
  const hiddenSheets: string[] = []
  let hiddenRows = 0
  let cells = 0
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    if (sheet === undefined || sheet['!type'] === 'chart') continue
    if ((workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      hiddenSheets.push(name)
      continue
    }
    const read = readSheet(sheet, limits.cells - cells)
    cells += read.grid.reduce((sum, row) => sum + row.length, 0)
    hiddenRows += read.hiddenRows
    if (read.grid.some((row) => row.some((cell) => cell.text.trim() !== ''))) shown.push({ name, grid: read.grid })
  }
  for (const { name, grid } of shown) {
    if (shown.length > 1 && !DEFAULT_NAME.test(name)) out.line(name.trim(), { kind: 'heading', depth: 2 })
    writeGrid(out, grid)
    if (shown.length > 1) out.write('\n')
  }
  if (hiddenSheets.length > 0) notices.push({ code: 'hidden-sheets', detail: hiddenSheets.join(', ') })
  if (hiddenRows > 0) notices.push({ code: 'hidden-rows', detail: String(hiddenRows) })
  if (out.text.trim() === '') throw new InputError('empty', {}, 'Nothing in the sheets')
  return { text: out.text, hints: out.hints, notices }
}

const parse = (bytes: Uint8Array, XLSX: typeof import('@e965/xlsx')) => {
  try {
    const { result, said } = silently(() =>
      XLSX.read(bytes, {
        type: 'array',
        dense: true,
        cellFormula: false,
        cellHTML: false,
        cellText: true,
        // Hidden rows and columns are told only together with styles.
        cellStyles: true,
        // 12/31/25 is how no Chinese office shows a date.
        dateNF: 'yyyy/m/d',
      }),
    )
    // Goes on behind a record that it does not know, with whatever comes there.
    const unknown = said.find((line) => /record/i.test(line))
    if (unknown !== undefined) throw damaged(`workbook: ${unknown}`)
    return result
  } catch (error) {
    if (error instanceof InputError) throw error
    const message = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(message)) throw new InputError('encrypted', {}, 'The workbook asks for a password')
    throw damaged(`workbook: ${message}`)
  }
}

const readSheet = (sheet: WorkSheet, room: number): Read => {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const isHiddenRow = (row: number): boolean => sheet['!rows']?.[row]?.hidden === true
  const isHiddenColumn = (column: number): boolean => sheet['!cols']?.[column]?.hidden === true
  // Sparse: forEach passes over the holes, where a loop to the length would not.
  const present: number[] = []
  data.forEach((row, r) => {
    if (row !== undefined) present.push(r)
  })
  const merged = mergedPlaces(sheet, present, room)
  const rows: { texts: Map<number, string>; spans: ReadonlySet<number> | undefined }[] = []
  const used = new Set<number>()
  let hiddenRows = 0
  for (const r of present) {
    const texts = new Map<number, string>()
    for (const [c, cell] of filledCells(data[r] ?? [])) {
      const text = isHiddenColumn(c) ? '' : textOf(cell)
      if (text !== '') texts.set(c, text)
    }
    if (texts.size === 0) continue
    if (isHiddenRow(r)) {
      hiddenRows++
      continue
    }
    for (const c of texts.keys()) used.add(c)
    rows.push({ texts, spans: merged.get(r) })
  }
  if (rows.length * used.size > room) throw tooManyCells()
  // Columns that hold nothing are not there.
  const columns = [...used].sort((a, b) => a - b)
  const grid = rows.map(({ texts, spans }) =>
    columns.map((c): CellText => {
      const text = texts.get(c) ?? ''
      return spans?.has(c) === true && text === '' ? { text, merged: true } : { text }
    }),
  )
  return { grid, hiddenRows }
}

const filledCells = (row: readonly (CellObject | undefined)[]): [number, CellObject][] => {
  const cells: [number, CellObject][] = []
  row.forEach((cell, c) => {
    if (cell !== undefined) cells.push([c, cell])
  })
  return cells
}

/** Places that a merged area covers, its first cell left out; only rows that the sheet has. */
const mergedPlaces = (sheet: WorkSheet, rows: readonly number[], room: number): Map<number, Set<number>> => {
  const places = new Map<number, Set<number>>()
  let left = room
  for (const { s, e } of sheet['!merges'] ?? []) {
    const lastColumn = Math.min(e.c, s.c + WIDEST)
    for (const r of rows.slice(firstAtLeast(rows, s.r), firstAtLeast(rows, e.r + 1))) {
      const row = places.get(r) ?? new Set<number>()
      places.set(r, row)
      left -= lastColumn - s.c + 1
      if (left < 0) throw tooManyCells()
      for (let c = s.c; c <= lastColumn; c++) if (r > s.r || c > s.c) row.add(c)
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

const tooManyCells = (): InputError => new InputError('too-large', { what: 'cells', size: '' }, 'Too many cells')

/** What is shown in a cell. */
const textOf = (cell: CellObject): string => {
  if (cell.t === 'z' || cell.t === 'e') return ''
  const shown = cell.t === 's' ? String(cell.v ?? '') : (cell.w ?? String(cell.v ?? ''))
  return joinCellLines(shown.split(/\r\n?|\n/))
}
