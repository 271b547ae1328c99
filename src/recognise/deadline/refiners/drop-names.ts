import { titleRanges } from '../surroundings.ts'
import type { DeadlineRefiner } from '../types.ts'

/** What stands inside 《…》 is part of a title. */
export const dropNames: DeadlineRefiner = (candidates, { text }) => {
  if (candidates.length === 0 || !text.includes('《')) return candidates
  const titles = titleRanges(text)
  return candidates.filter(({ start, end }) => !titles.some(([from, to]) => start < to && end > from))
}
