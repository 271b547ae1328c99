import { allMatches } from '../../../text/matches.ts'
import { toIso } from '../calendar.ts'
import { RANGE } from '../pattern.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const UNTIL = new RegExp(`^[，,]?${RANGE}`)

/** 即日起, and 即日起至10月31日 as one period. */
export const parseFromNow: DeadlineParser = ({ text, scanned, lexicon, anchors }) => {
  const candidates: Candidate[] = []
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
