import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createView } from '../../src/text/index.ts'
import { SIMPLIFIED } from '../../src/text/traditional-pairs.ts'
import type { View } from '../../src/text/view.ts'

const view = (text: string): View => createView({ text, hints: [] })

/** Marks of half the size, and what they stand for. */
const SMALL = new Map(Array.from('﹐﹑﹒﹔﹕﹙﹚', (mark, i) => [mark, '，、．；：（）'.charAt(i)]))

/** Pieces that the steps look for, so that generated texts reach their corners. */
const pieces = fc.constantFrom(
  ...['\n', '\r\n', '\r', ' ', '　', '\u00a0', '\ufeff', '\u200b', '\t', '\f', '\ud83d', '\ude00', '\ud840\udc00'],
  ...[
    '一、',
    '（二）',
    '（',
    '）',
    '(',
    ')',
    '《',
    '》',
    '“',
    '”',
    '，',
    '。',
    '；',
    '：',
    '、',
    '.',
    ',',
    '·',
    '﹐',
    '﹔',
    '——',
    '- ',
    '# ',
    '|',
  ],
  ...[
    '关(guān)',
    '關(guā\nn)係',
    '(guān',
    'ér)',
    '??h',
    '&nbsp;',
    '</p>',
    '<b>',
    'PM',
    '2.5',
    '１２',
    '％',
    '2023 年',
    '3 月',
    'Page 12:',
  ],
  ...[
    '各部门',
    '县政府',
    '负责',
    '落实',
    '责任单位：',
    '完成时限：',
    '发布时间：2024-05-06',
    '相关文章',
    '首页',
    '分享到：',
    '第3页',
    '- 3 -',
    '7',
  ],
  ...['國務院', '後', '剩馀', '同志们：', '通知', '关于', '强化责任落实，细化工作举措，确保按期完成各项目标任务'],
)
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

describe('every view', () => {
  it('has lines that cover it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: clean, lines } = view(text)
        let at = 0
        for (const line of lines) {
          expect(line.start).toBe(at)
          expect(line.end).toBeGreaterThanOrEqual(line.start)
          expect(clean.slice(line.start, line.end)).not.toContain('\n')
          at = line.end
          if (at < clean.length) {
            expect(clean[at]).toBe('\n')
            at++
          }
        }
        expect(at).toBe(clean.length)
      }),
      { numRuns: 400 },
    )
  })

  it('maps forward only, within the original', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = view(text)
        let last = 0
        for (let i = 0; i < clean.text.length; i++) {
          const { start, end } = clean.toOriginal(i, i + 1)
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = start
        }
      }),
      { numRuns: 400 },
    )
  })

  it('keeps at each place the character that stood there', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const clean = view(text)
        for (let i = 0; i < clean.text.length; i++) {
          const char = clean.text.charAt(i)
          const { start, end } = clean.toOriginal(i, i + 1)
          const there = text.slice(start, end)
          // What changes on the way has its own tests: width, entities, traditional characters, line ends.
          if (/[0-9A-Za-z%./\s&<>"“”‘’—·…]/.test(char)) continue
          expect(SIMPLIFIED.get(there) ?? SMALL.get(there) ?? there).toBe(char)
        }
      }),
      { numRuns: 400 },
    )
  })

  it('is the same for CRLF, LF and CR', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lf = text.replace(/\r\n?/g, '\n')
        const expected = view(lf).text
        expect(view(lf.replace(/\n/g, '\r\n')).text).toBe(expected)
        expect(view(lf.replace(/\n/g, '\r')).text).toBe(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('is the same every time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const first = view(text)
        const second = view(text)
        expect(second.text).toBe(first.text)
        expect(second.lines).toEqual(first.lines)
      }),
    )
  })

  it('loses no Han character outside furniture that a page end left inside a paragraph', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const han = (s: string): string => (s.match(/[\u4e00-\u9fff]/g) ?? []).join('').replace(/第页/g, '')
        const swaps: Record<string, string> = { 國: '国', 務: '务', 後: '后', 馀: '余', 關: '关' }
        const expected = han(text).replace(/[國務後馀關]/g, (char) => swaps[char] ?? char)
        // 第3页 between two halves of a sentence is the only Han text that a view may leave out.
        if (/第\d页/.test(text) || /[^\u0000-\u9fff\ud800-\udfff\uf900-\uffff]/.test(text)) return
        const got = han(view(text).text)
        expect(got.length).toBe(expected.length)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a clean text', () => {
  const sentences = fc.constantFrom(
    '一、总体要求',
    '（一）加强组织领导。各部门要明确专人负责，按季度报送进展情况。',
    '1.完成管网改造20公里以上，受益居民不少于3000户。',
    '责任单位：市水务局、市财政局',
    '完成时限：2025年12月底前',
    '同志们：',
    '会议指出，上半年任务总体顺利，但进度不平衡的问题依然存在，必须引起高度重视。',
  )
  it('stays as it is', () => {
    fc.assert(
      fc.property(fc.array(sentences, { minLength: 1, maxLength: 12 }), (lines) => {
        const text = lines.join('\n')
        expect(view(text).text).toBe(text)
        expect(view(view(text).text).text).toBe(text)
      }),
    )
  })
})
