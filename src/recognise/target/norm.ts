import { type Candidate, valuesOf } from './candidate.ts'
import type { Parser } from './context.ts'
import { readIndicator } from './indicator.ts'
import { followedBy } from './lexicon.ts'

const FINISHED = /^(?:办结|办理完毕|办成|办完)/

/** 会后3个工作日内拨付: a deadline, whatever is done by then. */
const AFTER_MEETING = /会(?:议(?:结束)?)?(?:之?后|以后)$/

/** 10个工作日内办结: a time that a service may take. Months and 报送 are deadlines, left to others. */
export const parseNorm: Parser = ({ scan, group, segment, lexicon }) =>
  group.flatMap((quantity): Candidate[] => {
    if (quantity.kind !== 'time' || /[月年]$/.test(quantity.unit) || quantity.borrowed) return []
    const verb = followedBy(scan, quantity.end, lexicon.serviceVerbs)
    if (verb === undefined) return []
    if (!/内$/.test(quantity.suffix) && !FINISHED.test(verb)) return []
    if (AFTER_MEETING.test(scan.slice(segment, quantity.start))) return []
    // 7日内答复率: the time says which rate
    if (/^[率时]/.test(scan.slice(quantity.end + verb.length))) return []
    const place = readIndicator(scan, segment, quantity.start)
    return [
      {
        rule: 'service-time',
        start: place.end > place.start ? place.start : quantity.start,
        end: quantity.end + verb.length,
        indicator: { start: place.start, end: place.end },
        relation: '<=',
        ...valuesOf(quantity),
      },
    ]
  })
