import { allMatches } from '../../text/matches.ts'
import type { Candidate } from './candidate.ts'
import { clauseAt, previousClause } from './clause.ts'
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

/** 三类村一个不留, 合作医疗收完，一户不落: none is left out. */
const NONE_LEFT = /一(?:个|家|户|处|人|项|分|笔|件|村|块|亩|名|宗)(?:也|都)?不(?:留|落|漏|欠|少|剩)(?=$|[，。；、）])/g

/** Targets that leave nothing out, in words. */
export const findNoneLeft = (text: string, scan: string): Candidate[] => {
  if (!scan.includes('不')) return []
  return allMatches(NONE_LEFT, scan).flatMap(({ 0: match, index }): Candidate[] => {
    const clause = clauseAt(text, index, index + match.length)
    const own = readIndicator(scan, clause.start, index)
    const earlier = own.end - own.start < 2 ? previousClause(text, clause) : undefined
    const place = earlier === undefined ? own : readIndicator(scan, earlier.start, earlier.end)
    // 不合格的清退，一家不留: what is done, which has no name
    if (
      /\d/.test(scan.slice(place.start, place.end)) ||
      place.end - place.start < 2 ||
      place.end - place.start > 14 ||
      /的.{1,3}$/.test(scan.slice(place.start, place.end))
    )
      return []
    const start = earlier === undefined ? place.start : index
    return [
      {
        rule: 'none-left',
        start,
        end: index + match.length,
        indicator: { start: place.start, end: place.end },
        relation: 'all',
      },
    ]
  })
}
