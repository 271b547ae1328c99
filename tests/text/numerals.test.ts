import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatChineseNumber, parseChineseNumber } from '../../src/text/numerals.ts'

describe('parseChineseNumber', () => {
  it.each([
    ['零', 0],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['廿五', 25],
    ['卅', 30],
    ['二〇二五', 2025],
    ['二○二五', 2025],
    ['二零三零', 2030],
    ['一百零五', 105],
    ['一百一十', 110],
    ['三百五', 350],
    ['三百零五', 305],
    ['两千三百', 2300],
    ['两万三', 23000],
    ['一万零二', 10002],
    ['一万二千', 12000],
    ['一亿二千万', 120000000],
    ['一亿零五百', 100000500],
    ['两万亿', 2e12],
    ['三点五', 3.5],
    ['三点零五', 3.05],
    ['一点二亿', 120000000],
    ['拾贰', 12],
    ['叁仟', 3000],
    ['百', 100],
    ['百万', 1000000],
    ['12', 12],
    ['１２', 12],
    ['1,200', 1200],
    ['2万', 20000],
    ['3千', 3000],
    ['3千2百', 3200],
    ['2万3千', 23000],
    ['1.2亿', 120000000],
    ['99.5', 99.5],
    ['负三', -3],
    ['一千零一十', 1010],
    ['一千零一', 1001],
    ['一万零一百', 10100],
  ])('%s is %d', (text, value) => {
    expect(parseChineseNumber(text)).toBe(value)
  })

  it.each(['', '十十', '第一', '二百三百', '万', '甲', '一二三百', '点五', '3.', '二十十', '百百'])(
    '%j is no number',
    (text) => {
      expect(parseChineseNumber(text)).toBeNull()
    },
  )

  it('reads back what formatChineseNumber wrote', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        expect(parseChineseNumber(formatChineseNumber(value))).toBe(value)
      }),
    )
  })

  it('never throws', () => {
    const pieces = fc.constantFrom(...'零一二两三十百千万亿点廿1.2,3负〇x')
    fc.assert(fc.property(fc.array(pieces), (chars) => void parseChineseNumber(chars.join(''))))
  })
})

describe('formatChineseNumber', () => {
  it.each([
    [0, '零'],
    [8, '八'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [2300, '二千三百'],
    [10002, '一万零二'],
    [3.5, '三点五'],
    [-2, '负二'],
  ])('%d is %s', (value, text) => {
    expect(formatChineseNumber(value)).toBe(text)
  })
})
