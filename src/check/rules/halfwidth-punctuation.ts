import { matchLines, textLines } from '../lines.ts'
import type { Fix, Rule, RuleContext } from '../types.ts'

const FULL: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
}
const HAN = '[\\u4e00-\\u9fff]'
const BETWEEN = new RegExp(`(?<=${HAN}|[”》）])[,;:?!](?=[ \\u3000]?(?:${HAN}|[“《（]|$))`, 'gm')
const BRACKETS = new RegExp(`\\((?=${HAN}|[“《])([^()（）\\n]{1,80})(?<=${HAN}|[”》。%\\d])\\)`, 'g')
/** A document that uses half width so often does so throughout: one finding says it. */
const THROUGHOUT = 0.3

export const halfwidthPunctuation: Rule = {
  id: 'halfwidth-punctuation',
  level: { speech: 'warning', plan: 'warning' },
  fixable: true,
  docs: {
    zh: {
      what: '汉字之间用了半角的 , ; : ? ! 或半角括号。',
      why: 'GB/T 15834：中文用全角标点。全文都用半角的（多半是网页转存的），只提示一次。--fix 可以改正。',
    },
    en: {
      what: 'Half-width , ; : ? ! or brackets between Chinese characters.',
      why: 'GB/T 15834 wants full-width marks in Chinese. A text that uses half width throughout is reported once. --fix mends it.',
    },
  },
  examples: {
    good: [{ text: '会议于8:30开始，比分为3:2，见 http://a.cn:80 ，PM2.5(μg)下降。\n1)抓生产，2)抓销售。\n' }],
    bad: [
      { text: '抓好生产,抓好销售；抓好运输，抓好安全，抓好质量，抓好服务。\n' },
      { text: '抓好生产(含养殖)，抓好销售（含网销），抓好运输（含冷链），抓好安全（含消防），抓好（各项）服务。\n' },
    ],
  },
  check(context) {
    const marks = [...matchLines(context, BETWEEN)].flatMap(({ start, end, match }) =>
      mendOf(context, start, end, match[0]),
    )
    tell(context, marks, count(context, /[，；：？！]/g))
    const brackets = [...matchLines(context, BRACKETS)].flatMap(({ line, start, end, match }) => {
      // (一) is a number, not a note
      if (/^\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)$/.test(match[0])) return []
      if (/[“‘]$/.test(line.text.slice(0, match.index))) return []
      const [open] = mendOf(context, start, start + 1, '(')
      const [close] = mendOf(context, end - 1, end, ')')
      return open && close ? [{ start, end, text: match[0], fix: [...open.fix, ...close.fix] }] : []
    })
    tell(context, brackets, count(context, /（/g))
  },
}

interface Mark {
  start: number
  end: number
  text: string
  fix: Fix[]
}

/** The mark with its mend, if it is half width in the original as well. */
function mendOf({ view, source }: RuleContext, start: number, end: number, mark: string): Mark[] {
  const place = view.toOriginal(start, end)
  const full = FULL[mark]
  if (full === undefined || source.text.slice(place.start, place.end) !== mark) return []
  return [{ start, end, text: mark, fix: [{ ...place, text: full }] }]
}

const count = (context: RuleContext, pattern: RegExp): number =>
  textLines(context).reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0)

function tell(context: RuleContext, marks: readonly Mark[], full: number): void {
  const first = marks[0]
  if (!first) return
  if (marks.length > 5 && marks.length > (marks.length + full) * THROUGHOUT) {
    context.report({
      start: first.start,
      end: first.end,
      message: {
        zh: `全文用半角标点：汉字之间有 ${marks.length} 处，这是第一处`,
        en: `Half-width marks throughout: ${marks.length} between Chinese characters, this is the first`,
      },
      fix: marks.flatMap(({ fix }) => fix),
    })
    return
  }
  for (const { start, end, text, fix } of marks) {
    const mended = [...text].map((char, i) => (i === 0 || i === text.length - 1 ? (FULL[char] ?? char) : char)).join('')
    context.report({
      start,
      end,
      message: { zh: `汉字之间用了半角标点“${text}”`, en: `Half-width “${text}” between Chinese characters` },
      expected: mended,
      fix,
    })
  }
}
