import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTargetLexicon, recogniseTargetMentions } from '../../../src/recognise/target/index.ts'
import { hardTexts } from '../hard.ts'

const PIECES = [
  ...[
    '污水处理率',
    '企业',
    '示范村',
    '时限',
    '培育',
    '新建',
    '达到',
    '不低于',
    '控制在',
    '分别',
    '增长',
    '较2020年',
    '全部',
    '全覆盖',
    '清零',
  ],
  ...[
    '95',
    '3.5',
    '１２',
    '*',
    'xx',
    '十二',
    '千余',
    '%',
    '％',
    '个百分点',
    '家',
    '万户',
    '公里',
    '个工作日',
    '以上',
    '左右',
    '以内',
  ],
  ...[
    '、',
    '，',
    '。',
    '：',
    '（',
    '）',
    '“',
    '”',
    '—',
    '-',
    ' ',
    '\n',
    '6月底前',
    '全省前三',
    '翻一番',
    '的',
    '和',
    'PM2.5',
    '《',
    '》',
  ],
]
const prose = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))
const anything = fc.oneof(prose, fc.string({ unit: 'grapheme', maxLength: 80 }))

const squash = (text: string): string => text.replace(/\s/g, '')

describe('target mentions', () => {
  it('slice back to their text, spaces aside', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const mention of recogniseTargetMentions(text)) {
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(squash(text.slice(mention.start, mention.end))).toBe(mention.text)
          expect(squash(text)).toContain(mention.indicator)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it('carry finite values and a rule in kebab-case', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const { value, max, rule } of recogniseTargetMentions(text)) {
          if (value !== undefined) expect(Number.isFinite(value)).toBe(true)
          if (max !== undefined) expect(max).toBeGreaterThan(value ?? Number.NEGATIVE_INFINITY)
          expect(rule).toMatch(/^[a-z]+(-[a-z]+)*$/)
        }
      }),
    )
  })

  it('are the same every time', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(recogniseTargetMentions(text)).toEqual(recogniseTargetMentions(text))
      }),
    )
  })

  it('do not depend on spaces between characters', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const plain = squash(text)
        const spaced = [...plain].join(' ')
        const view = (given: string) =>
          recogniseTargetMentions(given).map(({ start: _start, end: _end, ...rest }) => rest)
        expect(view(spaced)).toEqual(view(plain))
      }),
    )
  })
})

it.each(hardTexts(100_000))('reads what is hard to read: $piece', ({ text }) => {
  for (const { start, end } of recogniseTargetMentions(text)) expect(end).toBeGreaterThan(start)
})

describe('a lexicon that is no good', () => {
  it('names the entry', () => {
    expect(() => compileTargetLexicon({ units: [{ unit: '瓶', kind: 'bottle' }] }, { verbs: {} })).toThrow(
      '瓶: unknown kind bottle',
    )
    expect(() => compileTargetLexicon({ units: [{ kind: 'count' }] }, { verbs: {} })).toThrow('unit is missing')
    expect(() => compileTargetLexicon([], {})).toThrow('units: expected a mapping')
    expect(() => compileTargetLexicon({ units: [] }, { relations: [{ relation: '~~' }], verbs: {} })).toThrow(
      'unknown relation ~~',
    )
  })
})
