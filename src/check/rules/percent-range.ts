import { matchLines } from '../lines.ts'
import type { Rule } from '../types.ts'

const RANGE = /(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?(%)?\s?(?:-|－|—{1,2}|–|~|～|至|到)\s?(\d{1,3}(?:\.\d+)?)\s?%/g

export const percentRange: Rule = {
  id: 'percent-range',
  level: { speech: 'info', plan: 'info' },
  docs: {
    zh: {
      what: '百分数的范围只写了一个百分号：“4.5-5%”；或前大后小：“5%—4.5%”。',
      why: 'GB/T 15835：百分数的范围两边都带百分号，写作“4.5%～5%”。',
    },
    en: {
      what: 'A range of percentages with one % only (4.5-5%), or with the larger figure first.',
      why: 'GB/T 15835 wants the sign behind both figures: 4.5%～5%.',
    },
  },
  examples: {
    good: [{ text: '地区生产总值增长4.5%—5%，2024—2025年提高3%。\n' }],
    bad: [{ text: '地区生产总值增长4.5-5%。\n' }, { text: '地区生产总值增长5%—4.5%。\n' }],
  },
  check(context) {
    for (const { match, start, end } of matchLines(context, RANGE)) {
      const [whole, low = '', sign, high = ''] = match
      if (sign === undefined) {
        context.report({
          start,
          end,
          message: { zh: `百分数范围“${whole}”前一个数缺百分号`, en: `The first figure of “${whole}” lacks its %` },
          expected: `${low}%～${high}%`,
        })
      } else if (Number(low) > Number(high) && !/[至到]/.test(whole)) {
        context.report({
          start,
          end,
          message: { zh: `百分数范围“${whole}”前大后小`, en: `“${whole}” has the larger figure first` },
          expected: `${high}%～${low}%`,
        })
      }
    }
  },
}
