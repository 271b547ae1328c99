import type { Deadline } from '../../model/register.ts'
import { dateValue, isDay } from './line.ts'

/** A rule of RFC 5545 with its first day. */
export interface Rule {
  rule: string
  first: string
}

/** End of each period: what is to be done «every month» is due when the month is over. Months in the English order. */
const periods: Readonly<Record<string, { rule: string; months?: readonly number[] }>> = {
  daily: { rule: 'FREQ=DAILY' },
  monthly: { rule: 'FREQ=MONTHLY;BYMONTHDAY=-1', months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
  quarterly: { rule: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1', months: [3, 6, 9, 12] },
  'half-yearly': { rule: 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1', months: [6, 12] },
  yearly: { rule: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1', months: [12] },
}

/**
 * The rule of a recurring deadline, counted from the day of its document; null where the words do not say enough to
 * be honest: what comes every week or fortnight has no day, and without a date nobody knows where to begin.
 */
export function ruleOf(deadline: Deadline, from: string | null): Rule | null {
  const { recurrence, end } = deadline
  const since = deadline.start ?? from
  if (recurrence === undefined || !isDay(since)) return null
  const found = weekDay(recurrence) ?? monthDay(recurrence) ?? yearDay(recurrence) ?? period(recurrence)
  if (!found) return null
  const first =
    found.weekDay === undefined ? firstDay(found.months, found.day, since) : nextWeekDay(found.weekDay, since)
  if (first === null || (isDay(end) && end < first)) return null
  return { rule: `${found.rule}${isDay(end) ? `;UNTIL=${dateValue(end)}` : ''}`, first }
}

interface Found {
  rule: string
  months?: readonly number[]
  /** Day of the month; none for its last. */
  day?: number
  /** From Monday, 1. */
  weekDay?: number
}

const weekDays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** weekly:5 */
function weekDay(recurrence: string): Found | undefined {
  const number = Number(/^weekly:([1-7])$/.exec(recurrence)?.[1])
  const name = weekDays[number - 1]
  return name && { rule: `FREQ=WEEKLY;BYDAY=${name}`, weekDay: number }
}

function nextWeekDay(wanted: number, since: string): string {
  const start = new Date(`${since}T00:00:00Z`)
  const ahead = (wanted - start.getUTCDay() + 7) % 7
  return new Date(start.getTime() + ahead * 86_400_000).toISOString().slice(0, 10)
}

/** yearly:06-05, yearly:02-end */
function yearDay(recurrence: string): Found | undefined {
  const match = /^yearly:(\d{2})-(\d{2}|end)$/.exec(recurrence)
  const month = Number(match?.[1])
  if (!match || month < 1 || month > 12) return undefined
  const last = match[2] === 'end'
  const day = Number(match[2])
  const longest = new Date(Date.UTC(2001, month, 0)).getUTCDate()
  if (!last && (day < 1 || day > longest)) return undefined
  const rule = `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${last ? -1 : day}`
  return { rule, months: [month], ...(last ? {} : { day }) }
}

/** monthly:25 */
function monthDay(recurrence: string): Found | undefined {
  const match = /^monthly:(\d{1,2})$/.exec(recurrence)
  const day = Number(match?.[1])
  // Not every month has a 29th: the rule would skip those that have not.
  if (!match || day < 1 || day > 28) return undefined
  return { rule: `FREQ=MONTHLY;BYMONTHDAY=${day}`, months: periods.monthly?.months ?? [], day }
}

/** monthly, quarterly …, alone or with :end; any other day or part of them is left to the reader. */
function period(recurrence: string): Found | undefined {
  const match = /^([a-z-]+)(?::end)?$/.exec(recurrence)
  return match?.[1] === undefined ? undefined : periods[match[1]]
}

function firstDay(months: readonly number[] | undefined, day: number | undefined, since: string): string | null {
  if (!months) return since
  const year = Number(since.slice(0, 4))
  for (const candidate of [year, year + 1]) {
    for (const month of months) {
      const date = new Date(Date.UTC(candidate, day === undefined ? month : month - 1, day ?? 0))
      const iso = date.toISOString().slice(0, 10)
      if (iso >= since) return iso
    }
  }
  return null
}
