import type { DeadlineKind } from '../../model/register.ts'
import { addDays, toIso } from './calendar.ts'
import { resolvePoint, resolveYear, type TimePoint, type YearRef } from './time.ts'
import type { Candidate, DeadlineInput } from './types.ts'

/** Dates of a candidate once the year is known. */
interface Dates {
  kind: DeadlineKind
  startDate?: string
  endDate?: string
  implied?: ('year' | 'month' | 'day')[]
  note?: string
  /** Last year that the words reach into; null when unknown. Past ones are dropped by it. */
  lastYear: number | null
}

export interface DatedCandidate {
  candidate: Candidate
  dates: Dates
}

const SENTENCE_END = /[。！？!?\n]/

/** The year that a candidate leaves behind for bare months after it in the same sentence. */
type Carried = { year: number | null } | null

const yearRefOf = (candidate: Candidate): { ref: YearRef; point: TimePoint } | null => {
  const { when } = candidate
  if (when.how === 'point') return { ref: when.point.year, point: when.point }
  if (when.how !== 'range') return null
  if (when.to.year.how !== 'bare' || when.from === 'document-date') return { ref: when.to.year, point: when.to }
  return { ref: when.from.year, point: when.from }
}

const withImplied = (implied: ('year' | 'month' | 'day')[]): { implied?: ('year' | 'month' | 'day')[] } =>
  implied.length === 0 ? {} : { implied }

/**
 * 3月底前 in what is written in December and about no other year: next March. What is to be done by a day is never
 * asked for behind that day; earlier in the year a paper may have been printed late.
 */
const isGone = (
  candidate: Candidate,
  period: ReturnType<typeof resolvePoint>,
  { anchors, label }: DeadlineInput,
  previous: number | null,
): boolean =>
  candidate.kind === 'by' &&
  candidate.when.how === 'point' &&
  candidate.when.point.year.how === 'bare' &&
  previous === null &&
  !label &&
  period !== null &&
  period !== 'impossible' &&
  anchors.date !== null &&
  anchors.date.month >= 11 &&
  anchors.date.year === anchors.year &&
  toIso(period.last) < toIso(anchors.date)

type When<How extends Candidate['when']['how']> = Extract<Candidate['when'], { how: How }>

/** What holds for the dates of a candidate, whatever they are. */
interface Known {
  /** Its kind and note, and no dates. */
  plain: Dates
  anchors: DeadlineInput['anchors']
  /** The year that the sentence named before it. */
  previous: number | null
}

/** Works the dates of one candidate out. `carried` is the year that the sentence named before it. */
const datesOf = (candidate: Candidate, input: DeadlineInput, carried: Carried): Dates => {
  const { kind, when, note } = candidate
  const known: Known = {
    plain: { kind, ...(note === undefined ? {} : { note }), lastYear: null },
    // A masked year before (20xx年6月底前…，12月底前) leaves the later months without one.
    anchors: carried !== null && carried.year === null ? { ...input.anchors, year: null } : input.anchors,
    previous: carried?.year ?? null,
  }
  switch (when.how) {
    case 'none':
      return known.plain
    case 'fixed':
      return {
        ...known.plain,
        ...(when.start === undefined ? {} : { startDate: when.start }),
        ...(when.end === undefined ? {} : { endDate: when.end }),
        ...withImplied(when.implied ?? []),
        lastYear: when.end === undefined ? null : Number(when.end.slice(0, 4)),
      }
    case 'point':
      return datesOfPoint(candidate, when, input, known)
    case 'range':
      return when.from === 'document-date'
        ? datesSinceDocument(when.to, known)
        : datesOfRange(when.from, when.to, known)
  }
}

const datesOfPoint = (candidate: Candidate, when: When<'point'>, input: DeadlineInput, known: Known): Dates => {
  const { plain, anchors, previous } = known
  const near = resolvePoint(when.point, anchors, previous)
  const period = isGone(candidate, near, input, previous)
    ? resolvePoint({ ...when.point, year: { how: 'relative', offset: 1 } }, anchors, previous)
    : near
  if (period === 'impossible') return { ...plain, note: 'impossible-date' }
  if (period === null) return { ...plain, lastYear: resolveYear(when.point.year, anchors, previous) }
  const lastYear = period.last.year
  const first = toIso(period.first)
  const last = toIso(period.last)
  const implied = withImplied(period.implied)
  switch (when.bound) {
    case 'end':
      return { ...plain, endDate: last, ...implied, lastYear }
    case 'before': {
      const eve = addDays(period.first, -1)
      return { ...plain, endDate: toIso(eve), ...implied, lastYear: eve.year }
    }
    case 'from':
      return { ...plain, startDate: first, ...implied, lastYear }
    case 'from-end':
      return { ...plain, startDate: last, ...implied, lastYear }
    case 'whole':
      return { ...plain, startDate: first, endDate: last, ...implied, lastYear }
  }
}

/** 即日起至6月底. */
const datesSinceDocument = (to: TimePoint, { plain, anchors, previous }: Known): Dates => {
  const end = resolvePoint(to, anchors, previous)
  if (end === 'impossible') return { ...plain, note: 'impossible-date' }
  const start = anchors.date === null ? null : toIso(anchors.date)
  if (end === null) return { ...plain, ...(start === null ? {} : { startDate: start }) }
  const last = toIso(end.last)
  return {
    ...plain,
    ...(start === null || start > last ? {} : { startDate: start }),
    endDate: last,
    ...withImplied(end.implied),
    lastYear: end.last.year,
  }
}

const datesOfRange = (from: TimePoint, to: TimePoint, { plain, anchors, previous }: Known): Dates => {
  // 2023年10月至12月 states the year once, at either end.
  const rightYear = to.year.how === 'bare' ? from.year : to.year
  const leftYear = from.year.how === 'bare' && to.year.how === 'stated' ? to.year : from.year
  const start = resolvePoint({ ...from, year: leftYear }, anchors, previous)
  const reached = start === null || start === 'impossible' ? previous : start.first.year
  const end = resolvePoint({ ...to, year: rightYear }, anchors, reached)
  if (start === 'impossible' || end === 'impossible') return { ...plain, note: 'impossible-date' }
  if (start === null || end === null) return { ...plain, lastYear: end?.last.year ?? null }
  // 11月至3月 with no year runs over the turn of the year.
  const turned =
    toIso(start.first) > toIso(end.last) && to.year.how === 'bare'
      ? resolvePoint({ ...to, year: { how: 'stated', value: start.first.year + 1 } }, anchors, null)
      : end
  if (turned === null || turned === 'impossible' || toIso(start.first) > toIso(turned.last))
    return { ...plain, note: 'impossible-date' }
  return {
    ...plain,
    startDate: toIso(start.first),
    endDate: toIso(turned.last),
    ...withImplied([...new Set([...start.implied, ...end.implied])]),
    lastYear: turned.last.year,
  }
}

/** Attaches years and works the dates out, carrying a stated year on to the bare months of the same sentence. */
export const resolveCandidates = (candidates: readonly Candidate[], input: DeadlineInput): DatedCandidate[] => {
  let carried: Carried = null
  let end = 0
  return candidates.map((candidate) => {
    if (SENTENCE_END.test(input.text.slice(end, candidate.start))) carried = null
    end = candidate.end
    const dates = datesOf(candidate, input, carried)
    const own = yearRefOf(candidate)
    if (own !== null && own.point.part.unit !== 'relative-month' && own.ref.how !== 'bare') {
      carried = own.ref.how === 'masked' ? { year: null } : { year: dates.lastYear }
      // 2030年前 ends in 2029, but a month named after it belongs to the year as written.
      if (own.ref.how === 'stated') carried = { year: own.ref.value }
    }
    return { candidate, dates }
  })
}
