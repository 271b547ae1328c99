import type { Run } from '../page/types.ts'

/** Chinese characters and marks, a whole character wide. */
const WIDE = '[\\u2e80-\\uffef“”‘’—…]'
const TIGHT = new RegExp(`(?<=${WIDE})(?=${WIDE})`, 'g')
const SPACED = new RegExp(`(?<=${WIDE}) (?=${WIDE})`, 'g')
const BESIDE_WIDE = new RegExp(`(?<=${WIDE}) (?=\\S)|(?<=\\S) (?=${WIDE})`, 'g')
const AT_BRACKET = new RegExp(`(?<=${WIDE}) (?=\\()|(?<=\\)) (?=${WIDE})`, 'g')
/** So many spaces on a line, and so many of the places where one could stand, make it a stretched one. */
const FEWEST = 3
const SHARE = 0.3

/**
 * pdf.js puts a space wherever two characters stand a tenth of their size apart: between all characters of a line that
 * was stretched to the right edge because a long word did not fit on it, and before the narrow bracket of another font.
 * Whoever wrote the text put none there. Real spaces are wider, or few on a line.
 */
export const withoutFalseSpaces = (runs: readonly Run[]): Run[] => {
  const lines = new Map<number, { spaced: number; tight: number }>()
  for (const { text, y } of runs) {
    const line = lines.get(Math.round(y)) ?? { spaced: 0, tight: 0 }
    line.spaced += count(text, SPACED)
    line.tight += count(text, TIGHT)
    lines.set(Math.round(y), line)
  }
  return runs.map((run) => {
    if (!run.text.includes(' ')) return run
    const { spaced, tight } = lines.get(Math.round(run.y)) ?? { spaced: 0, tight: 0 }
    const stretched = spaced >= FEWEST && spaced >= SHARE * (spaced + tight)
    return { ...run, text: run.text.replace(stretched ? BESIDE_WIDE : AT_BRACKET, '') }
  })
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
