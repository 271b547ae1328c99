import { allMatches } from '../../../text/matches.ts'
import { textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const NEXT = /(?:次|翌)月的?(?:(?<day>\d{1,2})[日号]|(?<end>[底末])|(?<tenDays>[上中下])旬)(?:之前|以前|前(?!后)|内)?/gu
/** 每月…，次月10日前: month after month. */
const EVERY = /(?:每个?月|每个?季度?|按月|按季度?|逐月|月度|当月|上月|月报|每期)[^。；;\n]{0,28}$/u

/** 次月10日前: counted from a month that is named by its work, every month or once. */
export const parseNextMonth: DeadlineParser = ({ text }) => {
  const candidates: Candidate[] = []
  if (!/[次翌]月/u.test(text)) return candidates
  for (const match of allMatches(NEXT, text)) {
    const { day, end } = match.groups ?? {}
    const place = { start: match.index, end: match.index + match[0].length }
    const which = day ?? (end === undefined ? undefined : 'end')
    const recurs = EVERY.test(textBefore(text, match.index, 32))
    candidates.push(
      recurs
        ? {
            rule: 'next-month',
            ...place,
            kind: 'recurring',
            when: { how: 'none' },
            recurrence: which === undefined ? 'monthly' : `monthly:${which}`,
          }
        : { rule: 'next-month', ...place, kind: 'event', when: { how: 'none' } },
    )
  }
  return candidates
}
