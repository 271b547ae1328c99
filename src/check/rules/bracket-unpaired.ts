import { type TextLine, textLines } from '../lines.ts'
import type { Rule, RuleContext } from '../types.ts'

interface Pair {
  open: string
  close: string
  /** As shown. */
  name: string
  pattern: RegExp
}

const pairOf = (open: string, close: string, name: string): Pair => ({
  open,
  close,
  name,
  pattern: new RegExp(`[${open}${close}]`, 'g'),
})

/** Half and full width count as one: 〔(…）〕 is a fault of another rule. */
const PAIRS: readonly Pair[] = [
  pairOf('（(', '）)', '（）'),
  pairOf('《', '》', '《》'),
  pairOf('“', '”', '“”'),
  pairOf('〔', '〕', '〔〕'),
  pairOf('【', '】', '【】'),
  pairOf('〈', '〉', '〈〉'),
  pairOf('「', '」', '「」'),
]
/** A bracket that was opened in one paragraph may be closed so many lines further on. */
const REACH = 3

interface Lone {
  side: 'open' | 'close'
  at: number
  line: TextLine
  index: number
  /** 1) and 一）: numbers need no opening half, but for a lone one, which has lost it. */
  number: boolean
}

export const bracketUnpaired: Rule = {
  id: 'bracket-unpaired',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '（）《》“”〔〕【】不成对。',
      why: '少半个括号，责任单位、文号、引文就断不开。“1）”一类编号、连续几段每段开头重复的前引号不算。',
    },
    en: {
      what: 'One half of （） 《》 “” 〔〕 【】 is missing.',
      why: 'Without it nobody can tell where a note, a title or a quotation ends. Numbers such as 1) are fine, and so is a quotation mark repeated before each paragraph of a long quotation.',
    },
  },
  examples: {
    good: [
      { text: '1）抓好《2025年工作要点》（以下简称“要点”）的落实。\n（责任单位：市农业农村局）\n' },
      { text: '“第一段引文。\n“第二段引文。”\n' },
    ],
    bad: [
      { text: '抓好落实（责任单位：市农业农村局。\n' },
      { text: '印发《2025年工作要点的通知。\n' },
      { text: '落实四个着力点”要求。\n' },
    ],
  },
  check(context) {
    const lines = textLines(context)
    for (const pair of PAIRS) {
      // most documents have no 【】 or 「」 at all
      if (context.view.text.search(pair.pattern) < 0) continue
      const lone = lines.flatMap((line, index) => loneIn(line, pair, index))
      const numbers = lone.filter(({ number }) => number)
      const slip =
        numbers.length === 1 &&
        numbers.every(({ at }) => /[一二三四五六七八九十]/.test(context.view.text.charAt(at - 1)))
      const judged = slip ? lone : lone.filter(({ number }) => !number)
      for (const one of acrossLines(judged, pair, lines)) tell(context, one, pair)
    }
  },
}

/** Brackets of a line without their other half. */
function loneIn(line: TextLine, { open, close, pattern }: Pair, index: number): Lone[] {
  const stack: Lone[] = []
  const lone: Lone[] = []
  for (const { 0: char, index: i } of line.text.matchAll(pattern)) {
    if (open.includes(char)) stack.push({ side: 'open', at: line.start + i, line, index, number: false })
    else if (close.includes(char)) {
      // 1) 一）: a number, unless something is open
      const number =
        /[）)]/.test(char) &&
        /(?:^|[\s。；;：:，,、\t])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$/.test(
          line.text.slice(Math.max(0, i - 5), i),
        )
      if (stack.length > 0) stack.pop()
      else lone.push({ side: 'close', at: line.start + i, line, index, number })
    }
  }
  return [...lone, ...stack].sort((a, b) => a.at - b.at)
}

const opensLine = ({ at, line }: Lone): boolean => line.text.slice(0, at - line.start).trim() === ''
/** A quotation that is as long as its paragraph, or longer; “十五五”时期… only quotes a word. */
const GOES_ON = /^\s*“[^”]*(?:”[。！？；，]?\s*)?$/

/** Pairs what is left over lines that follow each other, since a note or quotation may run over paragraphs. */
function acrossLines(lone: readonly Lone[], { name }: Pair, lines: readonly TextLine[]): Lone[] {
  const left: Lone[] = []
  for (const one of lone) {
    const last = left.at(-1)
    if (
      one.side === 'close' &&
      !one.number &&
      last?.side === 'open' &&
      one.index - last.index <= REACH &&
      one.index > last.index
    ) {
      left.pop()
      continue
    }
    // “ before each paragraph of a quotation that goes on in the next
    if (name === '“”' && one.side === 'open' && opensLine(one) && GOES_ON.test(lines[one.index + 1]?.text ?? ''))
      continue
    left.push(one)
  }
  return left
}

function tell(context: RuleContext, { side, at, line }: Lone, { name }: Pair): void {
  const char = line.text.charAt(at - line.start)
  const other = side === 'open' ? name.slice(1) : name.slice(0, 1)
  context.report({
    start: at,
    end: at + 1,
    message:
      side === 'open'
        ? { zh: `“${char}”没有对应的“${other}”`, en: `“${char}” is never closed` }
        : { zh: `“${char}”没有对应的“${other}”`, en: `“${char}” was never opened` },
  })
}
