import { allMatches } from '../../../text/matches.ts'
import { addDays, type Day, toIso, weekday } from '../calendar.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const WEEK =
  /(?<week>本周|下周)(?:(?<day>[一二三四五六日天])(?:下班)?(?:之前|以前|前(?!后))|(?<inside>之内|以内|内)|(?<end>[末底]前?))/g

/** 本周内, 下周五前: dates only when the document's own date is known. */
export const parseWeek: DeadlineParser = ({ text, anchors }) => {
  const candidates: Candidate[] = []
  if (!text.includes('周')) return candidates
  for (const match of allMatches(WEEK, text)) {
    const { week, day, inside } = match.groups ?? {}
    const monday: Day | null =
      anchors.date === null ? null : addDays(anchors.date, 1 - weekday(anchors.date) + (week === '下周' ? 7 : 0))
    const index = day === undefined ? 6 : '一二三四五六日'.indexOf(day === '天' ? '日' : day)
    candidates.push({
      rule: 'week',
      start: match.index,
      end: match.index + match[0].length,
      kind: inside === undefined ? 'by' : 'within',
      when:
        monday === null
          ? { how: 'none' }
          : {
              how: 'fixed',
              ...(inside === undefined ? {} : { start: toIso(monday) }),
              end: toIso(addDays(monday, index)),
              implied: ['year', 'month', 'day'],
            },
    })
  }
  return candidates
}
