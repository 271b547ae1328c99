import { textOfRow } from './rows.ts'
import type { Row, Segment } from './types.ts'

/** A line of running text within its column. */
export interface FlowLine {
  text: string
  x0: number
  x1: number
  y: number
  size: number
  /** 0 where the page has one column or the line runs across all; 1, 2 … from the left. */
  column: number
  /** Has gaps: cells of a table without lines, or names side by side. */
  gaps: boolean
}

const BIN = 2
const FEWEST_ROWS = 6
/** Width of the space between two columns, in characters. */
const GUTTER = 1.2
/** Of the rows of a page in columns, the share that may run across both. */
const ACROSS = 0.12

/**
 * Puts the rows of a page in reading order: down the left column, then down the right one, between what runs across.
 *
 * @param usual where the pages of the document have the middle of the space between their columns; null where they have
 * one column
 */
export const flowOf = (rows: readonly Row[], bodySize: number, usual: number | null): FlowLine[] => {
  const gutter = findGutter(rows, bodySize) ?? (usual !== null && isParted(rows, usual, bodySize) ? usual : null)
  if (gutter === null) return rows.flatMap((row) => lineOf(row.segments, 0))
  const lines: FlowLine[] = []
  let left: FlowLine[] = []
  let right: FlowLine[] = []
  const closeBand = (): void => {
    lines.push(...left, ...right)
    left = []
    right = []
  }
  for (const row of rows) {
    if (row.segments.some((segment) => segment.x0 < gutter && segment.x1 > gutter)) {
      closeBand()
      lines.push(...lineOf(row.segments, 0))
      continue
    }
    left.push(
      ...lineOf(
        row.segments.filter((segment) => segment.x0 < gutter),
        1,
      ),
    )
    right.push(
      ...lineOf(
        row.segments.filter((segment) => segment.x0 >= gutter),
        2,
      ),
    )
  }
  closeBand()
  return lines
}

const lineOf = (segments: readonly Segment[], column: number): FlowLine[] => {
  const first = segments[0]
  const last = segments.at(-1)
  if (first === undefined || last === undefined) return []
  const longest = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  return [
    {
      text: textOfRow({ segments: [...segments] }),
      x0: first.x0,
      x1: last.x1,
      y: longest.y,
      size: longest.size,
      column,
      gaps: segments.length > 1,
    },
  ]
}

/** What most pages with columns agree on; a page with few lines does not tell by itself. */
export const usualGutter = (pages: readonly (readonly Row[])[], bodySize: number): number | null => {
  const found = pages.flatMap((rows) => findGutter(rows, bodySize) ?? []).sort((a, b) => a - b)
  const middle = found[Math.floor(found.length / 2)]
  if (middle === undefined || found.length * 2 < pages.length) return null
  return found.filter((gutter) => Math.abs(gutter - middle) < bodySize).length * 2 > found.length ? middle : null
}

/** Whether text stands on both sides of a place, and hardly any runs across. */
const isParted = (rows: readonly Row[], gutter: number, bodySize: number): boolean => {
  const all = rows.flatMap((row) => row.segments)
  const half = (GUTTER / 2) * bodySize
  const across = all.filter((segment) => segment.x0 < gutter + half && segment.x1 > gutter - half)
  const right = all.filter((segment) => segment.x0 >= gutter + half)
  return right.length > 0 && across.length <= rows.length * ACROSS
}

/**
 * The middle of the empty strip between two columns of running text; null where there is none. Cells of a table also
 * leave a strip empty, but do not fill their columns line after line.
 */
const findGutter = (rows: readonly Row[], bodySize: number): number | null => {
  const all = rows.flatMap((row) => row.segments)
  if (rows.length < FEWEST_ROWS) return null
  const x0 = Math.min(...all.map((segment) => segment.x0))
  const x1 = Math.max(...all.map((segment) => segment.x1))
  const bins = new Array<number>(Math.max(1, Math.ceil((x1 - x0) / BIN))).fill(0)
  for (const segment of all)
    for (let bin = Math.floor((segment.x0 - x0) / BIN); bin < (segment.x1 - x0) / BIN; bin++)
      bins[bin] = (bins[bin] ?? 0) + 1
  let best: { from: number; to: number } | null = null
  let from = -1
  for (let bin = 0; bin <= bins.length; bin++) {
    const empty = bin < bins.length && (bins[bin] ?? 0) <= rows.length * ACROSS
    if (empty && from < 0) from = bin
    if (!empty && from >= 0) {
      const middle = (from + bin) / 2 / bins.length
      if (middle > 0.3 && middle < 0.7 && (best === null || bin - from > best.to - best.from)) best = { from, to: bin }
      from = -1
    }
  }
  if (best === null || (best.to - best.from) * BIN < GUTTER * bodySize) return null
  const gutter = x0 + ((best.from + best.to) / 2) * BIN
  const sides = [
    { segments: all.filter((segment) => segment.x1 <= gutter), width: gutter - x0 },
    { segments: all.filter((segment) => segment.x0 >= gutter), width: x1 - gutter },
  ]
  const running = sides.every(({ segments, width }) => {
    const full = segments.filter((segment) => segment.x1 - segment.x0 > width * 0.75)
    return segments.length >= FEWEST_ROWS && full.length >= segments.length * 0.5
  })
  return running ? gutter : null
}
