import { allMatches } from '../../text/matches.ts'
import { parseChineseNumber } from '../../text/numerals.ts'
import type { Candidate } from './candidate.ts'
import { clauseAt } from './clause.ts'
import { readIndicator } from './indicator.ts'

const RANK =
  /(?:进入|跻身|保持|位居|稳居|居|列|位列|排名?(?=在?(?:全[国省市区县]|同类)?[^，。；、0-9]{0,2}前)|迈入|力争|达到|挺进|争进|确保|稳定在|处于|实现|争取)(?:在)?(?:全国|全省|全市|全区|全县|全州|同类[^，]{0,6}|[^，。；、0-9]{1,6}?)?(?<!提)前(?<n>[0-9]{1,3}(?![0-9])|[一二三四五六七八九十]{1,3})(?<unit>名|位|强)?(?![季个年天期款项届批次半级台]|[名位强]?的(?!目标|位次|水平|行列|要求))/g

/** 保持全省前三, 力争进入全国前10名: a place in a ranking, to be reached or bettered. */
export const findRanks = (text: string, scan: string): Candidate[] => {
  if (!scan.includes('前')) return []
  const found: Candidate[] = []
  for (const match of allMatches(RANK, scan)) {
    const written = match.groups?.n ?? ''
    const value = /^[0-9]/.test(written) ? Number(written) : parseChineseNumber(written)
    if (value === null) continue
    const clause = clauseAt(text, match.index, match.index + match[0].length)
    // 满意度不低于90分、排名进入全省前三: the number before it has its own indicator
    const listed = /^.*[0-9][^，、]{0,6}、/.exec(scan.slice(clause.start, match.index))?.[0].length ?? 0
    const place = readIndicator(scan, clause.start + listed, match.index)
    const unit = match.groups?.unit
    found.push({
      rule: 'rank',
      start: place.end > place.start ? place.start : match.index,
      end: match.index + match[0].length,
      indicator: { start: place.start, end: place.end },
      relation: '<=',
      value,
      ...(unit === undefined ? {} : { unit }),
    })
  }
  return found
}
