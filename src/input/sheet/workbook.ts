import type { CellObject, WorkSheet } from '@e965/xlsx'
import type { SourceHint, SourceNotice } from '../../model/source.ts'
import { joinCellLines } from '../cell-text.ts'
import { damaged, InputError } from '../errors.ts'
import { type Grid, writeGrid } from '../grid.ts'
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
    return XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: true,
      // Hidden rows and columns are told only together with styles.
      cellStyles: true,
      // 12/31/25 is how no Chinese office shows a date.
      dateNF: 'yyyy/m/d',
    })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(message)) throw new InputError('encrypted', {}, 'The workbook asks for a password')
    throw damaged(`workbook: ${message}`)
  }
}

const readSheet = (sheet: WorkSheet, room: number): Read => {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  const isHiddenRow = (row: number): boolean => sheet['!rows']?.[row]?.hidden === true
  const isHiddenColumn = (column: number): boolean => sheet['!cols']?.[column]?.hidden === true
  const merged = mergedPlaces(sheet, data.length)
  const grid: Grid = []
  let hiddenRows = 0
  let width = 0
  let total = 0
  // Sparse: forEach passes over the holes, where a loop to the length would not.
  data.forEach((row, r) => {
    if (row === undefined || row.length === 0) return
    const texts = new Map<number, string>()
    row.forEach((cell, c) => {
      const text = cell === undefined || isHiddenColumn(c) ? '' : textOf(cell)
      if (text !== '') texts.set(c, text)
    })
    const spans = merged.get(r)
    if (texts.size === 0 && spans === undefined) return
    if (isHiddenRow(r)) {
      if (texts.size > 0) hiddenRows++
      return
    }
    const end = Math.max(-1, ...texts.keys(), ...(spans ?? [])) + 1
    width = Math.max(width, end)
    total += end
    if (total > room) throw new InputError('too-large', {}, 'Too many cells')
    grid.push(
      Array.from({ length: end }, (_, c): CellText => {
        const text = texts.get(c) ?? ''
        return spans?.has(c) === true && text === '' ? { text, merged: true } : { text }
      }),
    )
  })
  for (const row of grid) while (row.length < width) row.push({ text: '' })
  return { grid, hiddenRows }
}

/** Places that a merged area covers, its first cell left out. */
const mergedPlaces = (sheet: WorkSheet, rows: number): Map<number, Set<number>> => {
  const places = new Map<number, Set<number>>()
  for (const { s, e } of sheet['!merges'] ?? []) {
    const lastColumn = Math.min(e.c, s.c + WIDEST)
    for (let r = s.r; r <= Math.min(e.r, rows - 1); r++) {
      const row = places.get(r) ?? new Set<number>()
      places.set(r, row)
      for (let c = s.c; c <= lastColumn; c++) if (r > s.r || c > s.c) row.add(c)
    }
  }
  return places
}

/** What is shown in a cell. */
const textOf = (cell: CellObject): string => {
  if (cell.t === 'z' || cell.t === 'e') return ''
  const shown = cell.t === 's' ? String(cell.v ?? '') : (cell.w ?? String(cell.v ?? ''))
  return joinCellLines(shown.split(/\r\n?|\n/))
}
