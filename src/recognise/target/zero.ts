import { allMatches } from '../../text/matches.ts'
import type { Candidate } from './candidate.ts'
import { clauseAt } from './clause.ts'
import { readIndicator } from './indicator.ts'

const ZERO = /(?:为|控制在|控制为|降[到至为]|保持|压[到至])(?:零|0)(?=$|[，。；、）])/g
const ANOTHER = /^.*(?:零|0)、/

/** 死亡事故为零, 漏报率为0: nothing at all, and no unit. */
export const findZeros = (text: string, scan: string): Candidate[] => {
  const found: Candidate[] = []
  for (const { 0: match, index } of allMatches(ZERO, scan)) {
    const clause = clauseAt(text, index, index + match.length)
    const from = clause.start + (ANOTHER.exec(scan.slice(clause.start, index))?.[0].length ?? 0)
    const place = readIndicator(scan, from, index)
    if (place.end - place.start < 2) continue
    found.push({
      rule: 'zero',
      start: place.start,
      end: index + match.length,
      indicator: { start: place.start, end: place.end },
      relation: '=',
      value: 0,
    })
  }
  return found
}
