import { allMatches } from '../../../text/matches.ts'
import { addDays, type Day, toIso, weekday, weekdayNamed } from '../calendar.ts'
import { RANGE } from '../pattern.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const UNTIL = new RegExp(`^[，,]?${RANGE}`)

/** 从明天开始, 从下周起; 本周起 has begun on a day that is not told. */
const STARTING =
  /(?:自|从)?(?<when>今天|今日|现在|明天|明日|本周|下周[一二三四五六日天]?)(?:起(?![草步动点底到码源伏])|开始(?!的))/g

const startOf = (when: string, date: Day): Day | null => {
  if (when === '本周') return null
  if (/^[今现]/.test(when)) return date
  if (when.startsWith('明')) return addDays(date, 1)
  return addDays(date, 7 - weekday(date) + weekdayNamed(when.charAt(2) || '一'))
}

/** 即日起, and 即日起至10月31日 as one period. */
export const parseFromNow: DeadlineParser = ({ text, scanned, lexicon, anchors }) => {
  const candidates: Candidate[] = []
  for (const match of /[今明现周]/.test(text) ? allMatches(STARTING, text) : []) {
    const day = anchors.date === null ? null : startOf(match.groups?.when ?? '', anchors.date)
    candidates.push({
      rule: 'from-day',
      start: match.index,
      end: match.index + match[0].length,
      kind: 'from',
      when: day === null ? { how: 'none' } : { how: 'fixed', start: toIso(day), implied: ['year', 'month', 'day'] },
    })
  }
  if (!text.includes('即日') && lexicon.fromNow.length <= 2) return candidates
  for (const match of allMatches(lexicon.patterns.fromNow, text)) {
    const end = match.index + match[0].length
    const until = UNTIL.exec(text.slice(end, end + 4))
    const target = until === null ? undefined : scanned.find((item) => item.start === end + until[0].length)
    if (target !== undefined) {
      const tail = /^(?:之?前|止)(?!后)/.exec(text.slice(target.end, target.end + 3))?.[0].length ?? 0
      candidates.push({
        rule: 'from-now-to',
        start: match.index,
        end: target.end + tail,
        kind: 'within',
        when: { how: 'range', from: 'document-date', to: target.point },
      })
    } else if (/起$|^[自从]/.test(match[0])) {
      candidates.push({
        rule: 'from-now',
        start: match.index,
        end,
        kind: 'from',
        when:
          anchors.date === null
            ? { how: 'none' }
            : { how: 'fixed', start: toIso(anchors.date), implied: ['year', 'month', 'day'] },
      })
    }
  }
  return candidates
}
