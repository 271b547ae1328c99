import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromIso } from '../../../src/recognise/deadline/calendar.ts'
import { recogniseDeadlineMentions } from '../../../src/recognise/deadline/index.ts'
import { hardTexts } from '../hard.ts'

const PIECES =
  '2025年 2024 20xx 20** 二〇二五年 民国111年 今年 明年 去年 次年 6月 十二月 2月 30日 31 15日 底 末 年底 前 之前 以前 内 期间 起 到 至 - — ~ 、 ， 。 ； ： （ ） 《 》 “ ” 十四五 时期 上半年 三季度 第 Q2 上旬 下旬 每 每月 每季度 每年 一月一调度 3 个工作日 个月 天 用三年时间 今后五年 即日起 自 从 会后 印发之日起 春节 国庆节 汛期 会 立行立改 长期坚持 持续推进 已 已完成 完成 要 截至 累计 较 比 的 度 行动计划 完成时限： 2023/12 2023.12.31 本月底 下周五前 压缩至 办结'.split(
    ' ',
  )

const text = fc.oneof(
  fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
        { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '\u3000') },
      ),
      { maxLength: 14 },
    )
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const context = fc.record({
  year: fc.option(fc.integer({ min: 2005, max: 2040 })),
  date: fc.option(fc.integer({ min: 1, max: 28 }).map((day) => `2025-03-${String(day).padStart(2, '0')}`)),
  label: fc.boolean(),
})
const RUNS = { numRuns: 4000, seed: 20250310 }
/** As mentions are written: without spaces, digits half-width. */
const plain = (part: string): string =>
  part.replace(/\s/g, '').replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

describe('recogniseDeadlineMentions', () => {
  it('gives mentions that stand where they say, in order, with real dates', () => {
    fc.assert(
      fc.property(text, context, (input, where) => {
        let end = 0
        for (const mention of recogniseDeadlineMentions(input, where)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          end = mention.end
          expect(plain(input.slice(mention.start, mention.end))).toBe(plain(mention.text))
          for (const date of [mention.startDate, mention.endDate])
            if (date !== undefined) expect(fromIso(date)).not.toBeNull()
          if (mention.startDate !== undefined && mention.endDate !== undefined) {
            expect(mention.startDate <= mention.endDate).toBe(true)
          }
          expect(mention.rule).toMatch(/^[a-z]+(-[a-z]+)*$/)
        }
        expect(end).toBeLessThanOrEqual(input.length)
      }),
      RUNS,
    )
  })

  it('is deterministic, whatever was read before', () => {
    fc.assert(
      fc.property(text, text, context, (input, other, where) => {
        const once = recogniseDeadlineMentions(input, where)
        recogniseDeadlineMentions(other, where)
        expect(recogniseDeadlineMentions(input, where)).toEqual(once)
      }),
      { ...RUNS, numRuns: 1000 },
    )
  })

  it('does not mind where in a paragraph a sentence stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('6月底前完成改造。', '每月25日前报送。', '2026年要建成投用。'),
        fc.nat(50),
        (sentence, n) => {
          const lead = '抓好落实。'.repeat(n)
          const where = { year: 2025, date: null }
          const shifted = recogniseDeadlineMentions(lead + sentence, where)
          expect(shifted).toEqual(
            recogniseDeadlineMentions(sentence, where).map((mention) => ({
              ...mention,
              start: mention.start + lead.length,
              end: mention.end + lead.length,
            })),
          )
        },
      ),
      { numRuns: 60 },
    )
  })

  it.each(hardTexts(20_000))('reads what is hard to read: $piece', ({ text }) => {
    for (const { start, end } of recogniseDeadlineMentions(text, { year: 2025, date: '2025-03-10' }))
      expect(end).toBeGreaterThan(start)
  })
})
