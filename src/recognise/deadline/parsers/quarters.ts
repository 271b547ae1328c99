import { allMatches } from '../../../text/matches.ts'
import { parseChineseNumber } from '../../../text/numerals.ts'
import { daysInMonth, toIso } from '../calendar.ts'
import { limitLength, opensClause, textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineParser, When } from '../types.ts'

const THIS = /(?<which>本|下)(?:个)?季度(?:(?<end>[底末])|(?<inside>之内|以内|内)(?![部容控]))?/gu
const LISTED =
  /(?<year>(?:20\d\d|今|明)年)?第?(?<first>[一二三1-3])(?:季度)?(?:[、和及]第?[二三四2-4](?:季度)?){0,2}[、和及]第?(?<last>[二三四2-4])季度(?![末底])/gu

/** 本季度末, 下季度内: counted from the document's date; 二、三、四季度: from the first to the last of them. */
export const parseQuarters: DeadlineParser = ({ text, anchors, lexicon, label }) => {
  const candidates: Candidate[] = []
  if (!text.includes('季度')) return candidates
  for (const match of allMatches(THIS, text)) {
    const { which, end, inside } = match.groups ?? {}
    const at = match.index + match[0].length
    const after = textAfter(text, at)
    const limit = limitLength(after)
    const due = end !== undefined || limit > 0
    const opens = opensClause(textBefore(text, match.index)) && lexicon.patterns.adverbial.test(after)
    if (!due && inside === undefined && !opens && !label) continue
    candidates.push({
      rule: 'this-quarter',
      start: match.index,
      end: at + limit,
      kind: due ? 'by' : 'within',
      when: quarterOf(anchors.date, which === '下' ? 1 : 0, !due),
    })
  }
  for (const match of allMatches(LISTED, text)) {
    const { first = '', last = '', year } = match.groups ?? {}
    const from = parseChineseNumber(first) ?? Number(first)
    const to = parseChineseNumber(last) ?? Number(last)
    // 一、二季度… at the start of a line is the first point of a list.
    if (/^一、二季度/u.test(match[0]) && /(?:^|\n)$/u.test(textBefore(text, match.index))) continue
    if (!(from < to) || /[前头上]$/u.test(textBefore(text, match.index))) continue
    const ref =
      year === undefined
        ? ({ how: 'bare' } as const)
        : /^\d/u.test(year)
          ? ({ how: 'stated', value: Number(year.slice(0, 4)) } as const)
          : ({ how: 'relative', offset: year === '明年' ? 1 : 0 } as const)
    candidates.push({
      rule: 'quarters',
      start: match.index,
      end: match.index + match[0].length,
      kind: 'within',
      when: {
        how: 'range',
        from: { year: ref, part: { unit: 'quarter', index: from } },
        to: { year: ref, part: { unit: 'quarter', index: to } },
      },
    })
  }
  return candidates
}

function quarterOf(date: { year: number; month: number } | null, offset: number, whole: boolean): When {
  if (date === null) return { how: 'none' }
  const index = Math.floor((date.month - 1) / 3) + offset
  const year = date.year + Math.floor(index / 4)
  const last = (index % 4) * 3 + 3
  const end = toIso({ year, month: last, day: daysInMonth(year, last) })
  const implied = ['year', 'month', 'day'] as const
  return whole
    ? { how: 'fixed', start: toIso({ year, month: last - 2, day: 1 }), end, implied: [...implied] }
    : { how: 'fixed', end, implied: [...implied] }
}
