import { type Candidate, valuesOf } from '../candidate.ts'
import { previousClause } from '../clause.ts'
import type { Context } from '../context.ts'
import { readIndicator } from '../indicator.ts'
import type { Quantity } from '../quantity.ts'

/** A number at the end of an indicator, with no verb between. */
export interface Reading {
  context: Context
  quantity: Quantity
  /** The indicator before the number. */
  place: { start: number; end: number }
  /** The words before the number, and the indicator among them. */
  left: string
  name: string
  /** The phrase ends behind the number. */
  closed: boolean
}

/** A target with that indicator and number, but for what differs. */
export const targetOf = ({ place, quantity }: Reading, rule: string, patch: Partial<Candidate> = {}): Candidate => ({
  rule,
  start: place.start,
  end: quantity.end,
  indicator: { start: place.start, end: place.end },
  relation: quantity.bound ?? '=',
  ...valuesOf(quantity),
  ...patch,
})

const inStep = (clause: string): number => /(?:增长|提高)?(?:与|和)[^，]{2,12}同步$/.exec(clause)?.[0].length ?? 0
/** What the words before are about: the target before in the sentence, else the clause before. */
export const spokenOf = ({ scan, text, clause, before }: Context): { start: number; end: number } => {
  if (before !== undefined && before.end > clause.sentenceStart) return before.indicator
  const earlier = previousClause(text, clause)
  // 居民收入增长与经济增长同步，力争高于…
  const end = earlier === undefined ? clause.start : earlier.end - inStep(scan.slice(earlier.start, earlier.end))
  const place = earlier === undefined ? clause : readIndicator(scan, earlier.start, end)
  return earlier === undefined || /[0-9]/.test(scan.slice(place.start, place.end))
    ? { start: clause.start, end: clause.start }
    : place
}
