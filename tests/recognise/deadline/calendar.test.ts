import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  daysInMonth,
  fromIso,
  isRealDay,
  toIso,
  weekday,
} from '../../../src/recognise/deadline/calendar.ts'

const day = (iso: string) => fromIso(iso) ?? { year: 0, month: 0, day: 0 }

describe('calendar', () => {
  it('knows leap years', () => {
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
    expect(isRealDay({ year: 2025, month: 2, day: 30 })).toBe(false)
    expect(daysInMonth(2025, 13)).toBe(0)
  })
  it('adds months with clamping, over the turn of the year and backwards', () => {
    expect(toIso(addMonths(day('2025-01-31'), 1))).toBe('2025-02-28')
    expect(toIso(addMonths(day('2025-12-15'), 1))).toBe('2026-01-15')
    expect(toIso(addMonths(day('2025-01-15'), -1))).toBe('2024-12-15')
    expect(toIso(addMonths(day('2025-01-15'), -13))).toBe('2023-12-15')
  })
  it('adds days', () => {
    expect(toIso(addDays(day('2024-02-28'), 2))).toBe('2024-03-01')
    expect(toIso(addDays(day('2025-01-01'), -1))).toBe('2024-12-31')
  })
  it('agrees with Date.UTC on weekdays', () => {
    for (let n = 0; n < 4000; n++) {
      const date = new Date(Date.UTC(2010, 0, 1) + n * 2.5 * 864e5)
      expect(weekday(day(date.toISOString().slice(0, 10)))).toBe(date.getUTCDay() || 7)
    }
  })
  it('reads only real ISO dates', () => {
    expect(['2025-02-29', '2025-2-1', '20250201', '2025-13-01'].map(fromIso)).toEqual([null, null, null, null])
  })
})
