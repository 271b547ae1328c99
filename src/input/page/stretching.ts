import type { FlowLine } from './columns.ts'

/** How the lines of a document were stretched to the right edge. */
export interface Stretching {
  /** Where they end: by the lines of one page and column. */
  edges: ReadonlyMap<FlowLine, number>
  /** How near to the edge a stretched line ends, in characters. */
  reach: number
}

/** Marks that may hang over the right edge. */
export const HANGING = /[，。；：、！？）》”’,.;:]$/
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
  for (const group of groups) {
    const edge = commonEnd(group)
    if (edge === null) continue
    for (const line of group) {
      edges.set(line, edge)
      const { x1, size } = line
      if (x1 < edge - 2 * size) continue
      const distance = HANGING.test(line.text) ? Math.max(0, edge - x1) : Math.abs(edge - x1)
      lines++
      if (distance <= NEAR * size) near++
      if (distance <= NEARER * size) nearer++
    }
  }
  if (near < FEWEST_LINES || near < lines * MOSTLY) return null
  return { edges, reach: nearer >= near * PRECISE ? 1.5 * NEARER : 2 * NEAR }
}

/** Whether a line ends before the edge that it would have been stretched to had its paragraph gone on. */
export const isUnstretched = (line: FlowLine, { edges, reach }: Stretching): boolean => {
  const edge = edges.get(line)
  return edge !== undefined && edge - line.x1 > reach * line.size && (line.text.match(WIDE)?.length ?? 0) >= FEWEST_WIDE
}

/** The median of the narrow strip that most lines end in. */
const commonEnd = (lines: readonly FlowLine[]): number | null => {
  const ends = lines.map((line) => line.x1).sort((a, b) => a - b)
  const width = 2 * NEAR * (lines[0]?.size ?? 0)
  let strip: number[] = []
  for (let from = 0, to = 0; to < ends.length; to++) {
    while ((ends[to] ?? 0) - (ends[from] ?? 0) > width) from++
    if (to - from + 1 > strip.length) strip = ends.slice(from, to + 1)
  }
  return strip.length < FEWEST_LINES ? null : (strip[Math.floor(strip.length / 2)] ?? null)
}
