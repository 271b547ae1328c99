import { matchLines } from '../lines.ts'
import type { Rule } from '../types.ts'

const POINT = '(?:(?<Y>(?:19|20)\\d{2})年)?(?:(?<M>\\d{1,2})月)?(?:(?<D>\\d{1,2})日)?'
const side = (n: number): string => POINT.replace(/<(\w)>/g, `<$1${n}>`)
const RANGE = new RegExp(
  `(?<![\\d.])(?=\\d)${side(1)}(?:（?含?）?)(?:至|到|—{1,2}|–|～|~|-|－|起至)${side(2)}(?=\\D|$)`,
  'g',
)

const LIKELY = /[年月日]（?含?）?(?:起?至|到|—|–|～|~|-|－)\d/

export const dateOrder: Rule = {
  id: 'date-order',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '起止时间颠倒：“2025年6月至2024年12月”“3月5日至3月1日”。',
      why: '结束早于开始，必有一处写错。没有年份的“11月至3月”可以跨年，不查。',
    },
    en: {
      what: 'A period that ends before it begins: June 2025 to December 2024, 5 March to 1 March.',
      why: 'One of the two is wrong. Months without a year may run over the turn of the year and are left alone.',
    },
  },
  examples: {
    good: [{ text: '2024年11月至2025年3月集中整治。每年11月至3月供暖。3月1日至5日开会。2020—2025年为规划期。\n' }],
    bad: [
      { text: '2025年6月至2024年12月集中整治。\n' },
      { text: '报名时间为3月5日至3月1日。\n' },
      { text: '2025年—2021年为规划期。\n' },
    ],
  },
  check(context) {
    // cheap to look for: something like 月至2 or 日—5
    if (context.view.text.search(LIKELY) < 0) return
    for (const { match, start, end } of matchLines(context, RANGE)) {
      const part = (name: string): number | null => {
        const value = match.groups?.[name]
        return value === undefined ? null : Number(value)
      }
      const [y1, m1, d1, y2, m2, d2] = [part('Y1'), part('M1'), part('D1'), part('Y2'), part('M2'), part('D2')]
      if (y1 === null && m1 === null && d1 === null) continue
      if (y2 === null && m2 === null && d2 === null) continue
      if (!reversed([y1, m1, d1], [y2, m2, d2])) continue
      context.report({
        start,
        end,
        message: { zh: `起止时间颠倒：“${match[0]}”`, en: `The period ends before it begins: “${match[0]}”` },
      })
    }
  },
}

type Parts = readonly [year: number | null, month: number | null, day: number | null]

/** Whether the second point lies before the first, whatever they leave open. */
function reversed([y1, m1, d1]: Parts, [y2, m2, d2]: Parts): boolean {
  if (y1 !== null && y2 !== null) {
    if (y1 !== y2) return y1 > y2
    if (m1 === null || m2 === null) return false
    if (m1 !== m2) return m1 > m2
    return d1 !== null && d2 !== null && d1 > d2
  }
  if (y2 !== null) return false
  // 2025年11月至3月: into the next year
  if (m2 === null) return m1 !== null && d1 !== null && d2 !== null && d1 > d2
  return m1 === m2 && d1 !== null && d2 !== null && d1 > d2
}
