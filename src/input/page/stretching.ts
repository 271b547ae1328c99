import type { FlowLine } from './columns.ts'

/** How the lines of a document were stretched to the right edge. */
export interface Stretching {
  /** Where they end: by the lines of one page and column. */
  edges: ReadonlyMap<FlowLine, number>
  /** How near to the edge a stretched line ends, in characters. */
  reach: number
  /** How far beyond it one ends whose last mark hangs over, in characters; null where none does. */
  overhang: number | null
}

/** Marks that may hang over the right edge. */
export const HANGING = /[，。；：、！？）》”’,.;:]$/
/** Those that do so by one width. */
const WIDE_MARK = /[，。；：、！？]$/
/** Less than this is no hanging, in characters. */
const LEAST_OVERHANG = 0.3
const WIDE = /[\u2e80-\uffef]/g
/** A line with fewer characters of full width may not have been stretched for want of places. */
const FEWEST_WIDE = 8
const FEWEST_LINES = 6
/** Two places nearer than this are one edge, in characters; and what browsers keep to. */
const NEAR = 0.05
const NEARER = 0.02
/** Of the lines that nearly reach the edge, the share that does: in ragged text it is three quarters at most. */
const MOSTLY = 0.9
const PRECISE = 0.99

/**
 * Whether the lines of a document were stretched to the right edge, and where it is. All but the last lines of
 * paragraphs are, so that a last line is known though the next word would not have fitted on it.
 *
 * @param groups lines of each page and column
 */
export const findStretching = (groups: readonly (readonly FlowLine[])[]): Stretching | null => {
  const edges = new Map<FlowLine, number>()
  let lines = 0
  let near = 0
  let nearer = 0
  const overhangs: number[] = []
  for (const group of groups) {
    const edge = commonPlace(
      group.map((line) => line.x1),
      2 * NEAR * (group[0]?.size ?? 0),
    )
    if (edge === null) continue
    for (const line of group) {
      edges.set(line, edge)
      const { x1, size } = line
      if (x1 < edge - 2 * size) continue
      if (hangs(line, edge)) overhangs.push((x1 - edge) / size)
      const distance = HANGING.test(line.text) ? Math.max(0, edge - x1) : Math.abs(edge - x1)
      lines++
      if (distance <= NEAR * size) near++
      if (distance <= NEARER * size) nearer++
    }
  }
  if (near < FEWEST_LINES || near < lines * MOSTLY) return null
  const reach = nearer >= near * PRECISE ? 1.5 * NEARER : 2 * NEAR
  return { edges, reach, overhang: commonPlace(overhangs, 2 * NEAR) }
}

/** Whether a line ends before the edge that it would have been stretched to had its paragraph gone on. */
export const isUnstretched = (line: FlowLine, { edges, reach, overhang }: Stretching): boolean => {
  const edge = edges.get(line)
  if (edge === undefined) return false
  const end = overhang !== null && hangs(line, edge) ? edge + overhang * line.size : edge
  return end - line.x1 > reach * line.size && (line.text.match(WIDE)?.length ?? 0) >= FEWEST_WIDE
}

const hangs = ({ x1, size, text }: FlowLine, edge: number): boolean =>
  x1 - edge > LEAST_OVERHANG * size && WIDE_MARK.test(text)

/** The median of the narrow strip that most places lie in; null where hardly any do. */
const commonPlace = (places: readonly number[], width: number): number | null => {
  const sorted = [...places].sort((a, b) => a - b)
  let strip: number[] = []
  for (let from = 0, to = 0; to < sorted.length; to++) {
    while ((sorted[to] ?? 0) - (sorted[from] ?? 0) > width) from++
    if (to - from + 1 > strip.length) strip = sorted.slice(from, to + 1)
  }
  return strip.length < FEWEST_LINES ? null : (strip[Math.floor(strip.length / 2)] ?? null)
}
