import { previousClause } from './clause.ts'
import { type Context, nounEnd } from './context.ts'
import { type Indicator, readIndicator } from './indicator.ts'

const HOLDS_NUMBER = /[0-9]/

/**
 * The indicator of a number: the noun phrase before it; where that is empty, the noun after it, then what
 * the target before it in the sentence measures, then the clause before.
 */
export const locateIndicator = (context: Context, end: number, after: number): Indicator => {
  const { text, scan, clause, before, segment } = context
  const own = readIndicator(scan, segment, end)
  if (own.end > own.start) return own
  const rest = own.baseline === undefined ? {} : { baseline: own.baseline }
  const noun = nounEnd(scan, after, clause.end)
  if (noun - after >= 2 && !/^[的地得以而后前起止]/.test(scan.slice(after, after + 1)))
    return { ...rest, start: after, end: noun }
  if (before !== undefined && before.end > clause.sentenceStart) return { ...rest, ...before.indicator }
  const earlier = previousClause(text, clause)
  if (earlier !== undefined && earlier.end - earlier.start <= 60) {
    const found = readIndicator(scan, earlier.start, earlier.end)
    if (found.end > found.start && !HOLDS_NUMBER.test(scan.slice(found.start, found.end))) {
      return { ...rest, start: found.start, end: found.end }
    }
  }
  return { ...rest, start: own.start, end: own.start }
}
