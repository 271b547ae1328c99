import { RANGE } from '../pattern.ts'
import { namesPlan, textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const JOIN = new RegExp(`^(?:起|开始)?${RANGE}$`)
const CALLED = /^(?:的|度|以来)/

/** Ranges written in full: 2021年12月下旬至2022年1月上旬, 2021/01 ~ 2024/05, 从7月1日起至9月30日. */
export const parseRange: DeadlineParser = ({ text, scanned, label, lexicon }) => {
  const candidates: Candidate[] = []
  for (let i = 0; i + 1 < scanned.length; i++) {
    const left = scanned[i]
    const right = scanned[i + 1]
    if (left === undefined || right === undefined || left.from !== null || right.from !== null) continue
    const between = text.slice(left.end, right.start)
    if (between.length > 4 || !JOIN.test(between)) continue
    const after = textAfter(text, right.end)
    if (CALLED.test(after)) continue
    if (!label && right.point.part.unit === 'year' && !right.atEnd) {
      const used = /^(?:期间|[，,]|$)/.test(after) || lexicon.patterns.adverbial.test(after)
      if (!used || namesPlan(after)) continue
    }
    // 12月21日至月底: of the month that is named.
    const { part } = right.point
    const to =
      part.unit === 'relative-month' && part.offset === 0 && right.atEnd && 'month' in left.point.part
        ? ({ year: left.point.year, part: { unit: 'month', month: left.point.part.month } } as const)
        : right.point
    // 从1月到9月 and 2020年至今 are spans of the past unless the year says otherwise; the caller's year decides.
    const lead = /[自从]$/.test(textBefore(text, left.start)) ? 1 : 0
    const tail = /^(?:期间|之间|止|前(?!后))/.exec(after)?.[0].length ?? 0
    candidates.push({
      rule: 'from-to',
      start: left.start - lead,
      end: right.end + tail,
      kind: 'within',
      when: { how: 'range', from: left.point, to },
    })
  }
  return candidates
}
