import type { Candidate } from './candidate.ts'

/** A level that says which of the things at the end of the list: 新建6个国家级、20个省级重点专科. */
const LEVEL_ONLY = /^(?:[^，。；、]{1,3}级|[大中小]型)$/

/** Where a count stops at a level, its text runs on to the thing that is counted, at the end of the list. */
export const shareNoun = (scan: string, found: readonly Candidate[]): Candidate[] => {
  const shared: Candidate[] = []
  for (const one of found.toReversed()) {
    const next = shared[0]
    const listed =
      next !== undefined &&
      scan.slice(one.end, next.start) === '、' &&
      one.unit === next.unit &&
      // two equal values would read as one target written twice
      one.value !== next.value &&
      LEVEL_ONLY.test(scan.slice(one.indicator.start, one.indicator.end))
    shared.unshift(listed ? { ...one, end: next.end } : one)
  }
  return shared
}
