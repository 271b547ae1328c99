import type { Row, Run, Segment } from './types.ts'

/** A gap of more than this many characters separates columns or cells. */
const GAP = 1.4
const LATIN = /[A-Za-z0-9.,;:!?%)\]'"]/

/** Text set twice, a hair apart, to look bold. */
export const withoutDoubles = (runs: readonly Run[]): Run[] => {
  const seen = new Set<string>()
  return runs.filter(({ text, x, y, size }) => {
    const step = size * 0.2
    const [column, row] = [Math.round(x / step), Math.round(y / step)]
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1]) if (seen.has(`${column + dx} ${row + dy} ${text}`)) return false
    seen.add(`${column} ${row} ${text}`)
    return true
  })
}

/** Puts runs on their base lines, from the top down. */
export const rowsOf = (runs: readonly Run[]): Row[] => {
  const lines: { y: number; size: number; runs: Run[] }[] = []
  for (const run of [...runs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines
      .slice(-4)
      .reverse()
      .find((other) => Math.abs(other.y - run.y) < 0.4 * Math.max(other.size, run.size))
    if (line === undefined) lines.push({ y: run.y, size: run.size, runs: [run] })
    else {
      // The base line is that of the largest characters: a raised note mark does not move it.
      if (run.size > line.size * 1.1) line.y = run.y
      line.size = Math.max(line.size, run.size)
      line.runs.push(run)
    }
  }
  return lines
    .map((line) => ({ y: line.y, size: line.size, segments: segmentsOf(line.runs) }))
    .sort((a, b) => a.y - b.y)
}

const segmentsOf = (runs: readonly Run[]): Segment[] => {
  const segments: (Segment & { sizes: Map<number, number> })[] = []
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const last = segments.at(-1)
    const size = Math.max(run.size, last?.size ?? 0)
    const gap = last === undefined ? 0 : run.x - last.x1
    if (last === undefined || gap > GAP * size) {
      segments.push({
        text: run.text,
        x0: run.x,
        x1: run.x + run.width,
        y: run.y,
        size: run.size,
        sizes: new Map([[run.size, run.text.length]]),
      })
      continue
    }
    last.text += spaceBetween(last.text, run.text, gap / size) + run.text
    last.x1 = Math.max(last.x1, run.x + run.width)
    last.sizes.set(run.size, (last.sizes.get(run.size) ?? 0) + run.text.length)
    last.size = mostFrequent(last.sizes)
  }
  return segments.map(({ text, x0, x1, y, size }) => ({ text: text.trimEnd(), x0, x1, y, size }))
}

const mostFrequent = (counts: ReadonlyMap<number, number>): number =>
  [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, -1])[0]

/** Words keep their space; between Chinese characters only a wide gap is one. */
const spaceBetween = (before: string, after: string, gap: number): string => {
  if (/\s$/.test(before) || /^\s/.test(after)) return ''
  const latin = LATIN.test(before.at(-1) ?? '') && LATIN.test(after[0] ?? '')
  return gap > (latin ? 0.16 : 0.5) ? ' ' : ''
}

/** All of a row as one text. */
export const textOfRow = (row: Pick<Row, 'segments'>): string => row.segments.map((segment) => segment.text).join('  ')
