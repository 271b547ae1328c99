import { addMonths, type Day, daysInMonth, fromIso, isRealDay } from './calendar.ts'

/** What the text says about the year. `next` (次年) counts from the year before it in the range. */
export type YearRef =
  | { how: 'stated'; value: number }
  | { how: 'relative'; offset: number }
  | { how: 'next' }
  | { how: 'masked' }
  | { how: 'bare' }

/** The part of the year that is meant. A month of null is masked (x月); `months` counts from the document's month. */
export type Part =
  | { unit: 'year' }
  | { unit: 'half'; index: number }
  | { unit: 'quarter'; index: number }
  | { unit: 'month'; month: number | null }
  | { unit: 'ten-days'; month: number | null; index: number }
  | { unit: 'day'; month: number | null; day: number | null }
  | { unit: 'relative-month'; offset: number; index?: number; day?: number }

/** A stretch of calendar time as written. */
export interface TimePoint {
  year: YearRef
  part: Part
}

/** From what years and months that the words leave out are known. */
export interface Anchors {
  year: number | null
  date: Day | null
  period?: { start: string; end: string }
}

interface ResolvedPeriod {
  first: Day
  last: Day
  implied: ('year' | 'month' | 'day')[]
}

/** What years and days are counted from. */
export const anchorsOf = (context: {
  year: number | null
  date: string | null
  period?: { start: string; end: string }
}): Anchors => {
  const date = context.date === null ? null : fromIso(context.date)
  return { year: context.year ?? null, date, ...(context.period === undefined ? {} : { period: context.period }) }
}

/** The year a reference means; null when nothing tells. */
export const resolveYear = (year: YearRef, anchors: Anchors, previous: number | null): number | null => {
  switch (year.how) {
    case 'stated':
      return year.value
    case 'relative': {
      // A plan for 2025 that is signed in December 2024 calls 2025 both 今年 (as it will be read) and 明年 (as it is
      // written): for 今年 the year that the document is about comes first, for 明年 the day it was written.
      const written = anchors.date?.year ?? null
      const base = year.offset === 0 ? (anchors.year ?? written) : (written ?? anchors.year)
      return base === null ? null : base + year.offset
    }
    case 'next': {
      const base = previous ?? anchors.year
      return base === null ? null : base + 1
    }
    case 'masked':
      return null
    case 'bare':
      return previous ?? anchors.year
  }
}

const monthSpan = (year: number, from: number, to: number): { first: Day; last: Day } => ({
  first: { year, month: from, day: 1 },
  last: { year, month: to, day: daysInMonth(year, to) },
})

const tenDays = (year: number, month: number, index: number): { first: Day; last: Day } => ({
  first: { year, month, day: (index - 1) * 10 + 1 },
  last: { year, month, day: index === 3 ? daysInMonth(year, month) : index * 10 },
})

/** The year in which a bare month, quarter or 年底 lies in a period that runs over the turn of the year. */
const yearInPeriod = (part: Part, { period }: Anchors): number | null => {
  if (period === undefined || part.unit === 'relative-month') return null
  const month =
    part.unit === 'year'
      ? 12
      : part.unit === 'half'
        ? part.index * 6
        : part.unit === 'quarter'
          ? part.index * 3
          : part.month
  if (month === null) return null
  const [start, end] = [period.start, period.end].map((at) => Number(at.slice(0, 4)))
  const within = [start, end].filter((year) => {
    const at = `${year}-${String(month).padStart(2, '0')}`
    return at >= period.start && at <= period.end
  })
  return within.length === 1 ? (within[0] ?? null) : null
}

/** The days a point covers; `impossible` for 2月30日, null when the year, month or day is not known. */
export const resolvePoint = (
  point: TimePoint,
  anchors: Anchors,
  previous: number | null,
): ResolvedPeriod | 'impossible' | null => {
  const { part } = point
  if (part.unit === 'relative-month') {
    if (anchors.date === null) return null
    const { year, month } = addMonths({ ...anchors.date, day: 1 }, part.offset)
    const implied: ResolvedPeriod['implied'] = ['year', 'month']
    if (part.day !== undefined) {
      const day = { year, month, day: part.day }
      return isRealDay(day) ? { first: day, last: day, implied } : 'impossible'
    }
    const span = part.index === undefined ? monthSpan(year, month, month) : tenDays(year, month, part.index)
    return { ...span, implied }
  }
  const impossible = (year: number): boolean =>
    'month' in part &&
    part.month !== null &&
    (part.month < 1 ||
      part.month > 12 ||
      (part.unit === 'day' && part.day !== null && !isRealDay({ year, month: part.month, day: part.day })))
  const turned = point.year.how === 'bare' && previous === null ? yearInPeriod(part, anchors) : null
  const year = turned ?? resolveYear(point.year, anchors, previous)
  // 2月30日 is impossible in every year: 2000 stands for any leap year.
  if (year === null) return impossible(2000) ? 'impossible' : null
  if (impossible(year)) return 'impossible'
  const implied: ResolvedPeriod['implied'] = point.year.how === 'stated' ? [] : ['year']
  switch (part.unit) {
    case 'year':
      return { ...monthSpan(year, 1, 12), implied }
    case 'half':
      return { ...monthSpan(year, part.index * 6 - 5, part.index * 6), implied }
    case 'quarter':
      return { ...monthSpan(year, part.index * 3 - 2, part.index * 3), implied }
    case 'month':
      return part.month === null ? null : { ...monthSpan(year, part.month, part.month), implied }
    case 'ten-days':
      return part.month === null ? null : { ...tenDays(year, part.month, part.index), implied }
    case 'day': {
      if (part.month === null || part.day === null) return null
      const day = { year, month: part.month, day: part.day }
      return { first: day, last: day, implied }
    }
  }
}
