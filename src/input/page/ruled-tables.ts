import { joinCellLines } from '../cell-text.ts'
import type { CellText } from '../source-text.ts'
import { chunkWidth, joinWrapped } from './chunk.ts'
import { rowsOf, textOfRow } from './rows.ts'
import type { Page, Rule, Run } from './types.ts'

/** A table read off its ruled lines. */
export interface RuledTable {
  x0: number
  y0: number
  x1: number
  y1: number
  /** Places of the vertical lines, from left to right. */
  columns: number[]
  rows: CellText[][]
}

/** Lines nearer than this are one; points. */
const NEAR = 3
const MOST_LINES = 4000
/** Between the lines of a cell and its text, both sides together. */
const PADDING = 8

interface Track {
  /** y of a horizontal line, x of a vertical one. */
  at: number
  from: number
  to: number
}

/** Finds the ruled tables of a page, from the top down; their runs are taken out of the page. */
export const takeRuledTables = (page: Page): RuledTable[] => {
  const across = merge(page.rules.flatMap((rule) => horizontal(rule)))
  const down = merge(page.rules.flatMap((rule) => vertical(rule)))
  if (across.length < 2 || across.length + down.length > MOST_LINES) return []
  const tables = groups(across, down)
    .map((group) => readTable(group.across, group.down, page.runs))
    .filter((table) => table !== null)
    .sort((a, b) => a.y0 - b.y0)
  // What lies in the frame of a larger table belongs to that.
  const outer = tables.filter((table) => !tables.some((other) => other !== table && encloses(other, table)))
  page.runs = page.runs.filter((run) => !outer.some((table) => contains(table, run)))
  return outer
}

const horizontal = ({ x0, y0, x1, y1 }: Rule): Track[] =>
  Math.abs(y1 - y0) <= NEAR && Math.abs(x1 - x0) > NEAR
    ? [{ at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1) }]
    : []

const vertical = ({ x0, y0, x1, y1 }: Rule): Track[] =>
  Math.abs(x1 - x0) <= NEAR && Math.abs(y1 - y0) > NEAR
    ? [{ at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1) }]
    : []

/** Pieces of one line, as programs draw them cell by cell, become one. */
const merge = (tracks: readonly Track[]): Track[] => {
  const result: Track[] = []
  for (const track of [...tracks].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const same = result.findLast(
      (other) => Math.abs(other.at - track.at) < NEAR && track.from <= other.to + NEAR && track.to >= other.from - NEAR,
    )
    if (same === undefined) result.push({ ...track })
    else {
      same.from = Math.min(same.from, track.from)
      same.to = Math.max(same.to, track.to)
    }
  }
  return result
}

const meets = (across: Track, down: Track): boolean =>
  down.at >= across.from - NEAR &&
  down.at <= across.to + NEAR &&
  across.at >= down.from - NEAR &&
  across.at <= down.to + NEAR

/** Lines that touch belong to one table. */
const groups = (across: readonly Track[], down: readonly Track[]): { across: Track[]; down: Track[] }[] => {
  const result: { across: Track[]; down: Track[] }[] = []
  const left = new Set(across)
  for (const start of across) {
    if (!left.delete(start)) continue
    const group: { across: Track[]; down: Track[] } = { across: [start], down: [] }
    const found = new Set<Track>()
    for (const line of group.across) {
      for (const other of down) {
        if (found.has(other) || !meets(line, other)) continue
        found.add(other)
        group.down.push(other)
        for (const further of [...left]) {
          if (!meets(further, other)) continue
          left.delete(further)
          group.across.push(further)
        }
      }
    }
    result.push(group)
  }
  return result
}

const distinct = (values: readonly number[]): number[] => {
  const result: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (value - (result.at(-1) ?? -1e9) > NEAR) result.push(value)
  return result
}

const readTable = (across: readonly Track[], down: readonly Track[], runs: readonly Run[]): RuledTable | null => {
  const left = Math.min(...across.map((track) => track.from))
  const right = Math.max(...across.map((track) => track.to))
  // Tables of three lines have none at their sides.
  const columns = distinct([left, right, ...down.map((track) => track.at)])
  const lines = distinct(across.map((track) => track.at))
  if (columns.length < 3 || lines.length < 2 || (columns.length - 1) * (lines.length - 1) > MOST_LINES) return null
  const [y0, y1, x0, x1] = [lines[0] ?? 0, lines.at(-1) ?? 0, columns[0] ?? 0, columns.at(-1) ?? 0]
  const size = { rows: lines.length - 1, columns: columns.length - 1 }
  const owner = new Spans(size.rows, size.columns)
  for (let r = 0; r < size.rows; r++)
    for (let c = 0; c < size.columns; c++) {
      const middleY = ((lines[r] ?? 0) + (lines[r + 1] ?? 0)) / 2
      const middleX = ((columns[c] ?? 0) + (columns[c + 1] ?? 0)) / 2
      if (c + 1 < size.columns && !covered(down, columns[c + 1] ?? 0, middleY)) owner.join(r, c, r, c + 1)
      if (r + 1 < size.rows && !covered(across, lines[r + 1] ?? 0, middleX)) owner.join(r, c, r + 1, c)
    }
  const inCell = new Map<number, Run[]>()
  let placed = 0
  for (const run of runs) {
    const x = run.x + Math.min(run.width, run.size) / 2
    const y = run.y - run.size * 0.35
    const r = lines.findIndex((line, i) => y >= line && y < (lines[i + 1] ?? Number.NEGATIVE_INFINITY))
    const c = columns.findIndex((column, i) => x >= column && x < (columns[i + 1] ?? Number.NEGATIVE_INFINITY))
    if (r < 0 || c < 0) continue
    placed++
    const cell = owner.first(r, c)
    const list = inCell.get(cell) ?? []
    list.push(run)
    inCell.set(cell, list)
  }
  if (placed === 0 || inCell.size < 2) return null
  const rows = Array.from({ length: size.rows }, (_, r) =>
    Array.from({ length: size.columns }, (_, c): CellText => {
      const cell = owner.first(r, c)
      if (cell !== r * size.columns + c) return { text: '', merged: true }
      return { text: cellText(inCell.get(cell) ?? [], widthOf(owner, columns, r, c)) }
    }),
  )
  return { x0, y0, x1, y1, columns, rows }
}

/** Of a cell that may span several columns. */
const widthOf = (owner: Spans, columns: readonly number[], row: number, column: number): number => {
  let end = column
  while (end + 2 < columns.length && owner.first(row, end + 1) === owner.first(row, column)) end++
  return (columns[end + 1] ?? 0) - (columns[column] ?? 0)
}

/** Whether a line at this place runs past the middle of a cell's edge. */
const covered = (tracks: readonly Track[], at: number, middle: number): boolean =>
  tracks.some((track) => Math.abs(track.at - at) <= NEAR && track.from - NEAR <= middle && track.to + NEAR >= middle)

/** Cells that share one text, each known by its first place. */
class Spans {
  private readonly parent: number[]
  constructor(
    rows: number,
    private readonly columns: number,
  ) {
    this.parent = Array.from({ length: rows * columns }, (_, index) => index)
  }

  first(row: number, column: number): number {
    let at = row * this.columns + column
    for (let up = this.parent[at] ?? at; up !== at; up = this.parent[at] ?? at) at = up
    return at
  }

  join(rowA: number, columnA: number, rowB: number, columnB: number): void {
    const a = this.first(rowA, columnA)
    const b = this.first(rowB, columnB)
    this.parent[Math.max(a, b)] = Math.min(a, b)
  }
}

/** Lines that go on because no more fitted are one entry; shorter ones are entries of their own. */
const cellText = (runs: readonly Run[], width: number): string => {
  const rows = rowsOf(runs)
  const entries: string[] = []
  let open = ''
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1]
    open = joinWrapped(open, textOfRow(row))
    const used = (row.segments.at(-1)?.x1 ?? 0) - (row.segments[0]?.x0 ?? 0)
    const room = width - used - PADDING
    // Some programs break earlier than they must; entries of a list are shorter still.
    const wide = used > (width - PADDING) * 0.75
    if (next !== undefined && (wide || room < chunkWidth(textOfRow(next)) * next.size)) continue
    entries.push(open)
    open = ''
  }
  return joinCellLines(entries)
}

const contains = (table: RuledTable, run: Run): boolean => {
  const y = run.y - run.size * 0.35
  const x = run.x + Math.min(run.width, run.size) / 2
  return x >= table.x0 && x < table.x1 && y >= table.y0 && y < table.y1
}

const encloses = (outer: RuledTable, inner: RuledTable): boolean =>
  outer.x0 - NEAR <= inner.x0 &&
  outer.x1 + NEAR >= inner.x1 &&
  outer.y0 - NEAR <= inner.y0 &&
  outer.y1 + NEAR >= inner.y1
