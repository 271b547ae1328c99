/** Plain year-month-day arithmetic. No Date of the local time zone is involved, so every machine agrees. */
export interface Day {
  year: number
  month: number
  day: number
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** Number of days of a month (1–12); 0 for a month that does not exist. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (LENGTHS[month - 1] ?? 0)

/** Is there such a day in the calendar? (2月30日 is not.) */
export const isRealDay = ({ year, month, day }: Day): boolean => day >= 1 && day <= daysInMonth(year, month)

/** `2025-06-30`, always four and two digits. */
export const toIso = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Reads `2025-06-30`; null for anything else and for days that do not exist. */
export const fromIso = (text: string): Day | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return null
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return isRealDay(day) ? day : null
}

/** The same day of a later (or earlier) month, clamped to that month's length: 31 January + 1 = 28 February. */
export const addMonths = ({ year, month, day }: Day, months: number): Day => {
  const index = year * 12 + (month - 1) + months
  const shifted = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return { ...shifted, day: Math.min(day, daysInMonth(shifted.year, shifted.month)) }
}

/** Days since 0000-03-01 of the proleptic Gregorian calendar. */
const toSerial = ({ year, month, day }: Day): number => {
  const y = month > 2 ? year : year - 1
  const m = (month + 9) % 12
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1
  )
}

/** Steps day by day: the distances asked for here are days or weeks, never years. */
export const addDays = (start: Day, days: number): Day => {
  let { year, month, day } = start
  day += days
  while (day > daysInMonth(year, month)) {
    day -= daysInMonth(year, month)
    if (month === 12) {
      month = 1
      year++
    } else month++
  }
  while (day < 1) {
    if (month === 1) {
      month = 12
      year--
    } else month--
    day += daysInMonth(year, month)
  }
  return { year, month, day }
}

/** 1 for 一 … 7 for 日 and 天, as weekdays are called; 0 for any other character. */
export const weekdayNamed = (name: string): number => '一二三四五六日'.indexOf(name === '天' ? '日' : name) + 1

/** 1 for Monday … 7 for Sunday. */
export const weekday = (day: Day): number => ((toSerial(day) + 2) % 7) + 1
