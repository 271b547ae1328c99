import type { Block, Root, Section } from '../../structure/tree.ts'
import { parseChineseNumber } from '../../text/numerals.ts'
import { matchLines } from '../lines.ts'
import { markerRange } from '../marks.ts'
import type { Rule, RuleContext } from '../types.ts'

const NUMBER = '(?<number>[一二两三四五六七八九十]{1,3}|\\d{1,2})'
/** What is counted: 方面, 项工作, 件事 …. */
const THINGS =
  '(?:个?方面|个?(?:重点|着力点|原则|关系|环节|问题)|[大项件条个点](?:(?:重点|主要|具体|专项|民生|基础|关键|核心|方面|基本)?(?:工作|任务|事项|事情|行动|工程|举措|措施|意见|要求|实事|建议|问题|内容|原则|目标|事|方面)))(?:的?(?:重点|主要|具体)?(?:工作|任务|事项|目标|重大任务|意见|要求|内容))?'
/** 重点做好十个方面工作。 抓好以下三项工作： 主要做了6个方面工作： */
const ANNOUNCES = new RegExp(
  `(?:重点|着重|着力|主要|突出|具体|集中|切实|全力|要|再|认真|努力|以下|下列|如下|下面|这里)[^。；！？\\n“”《》]{0,14}?(?<![\\d一二三四五六七八九十第前后这那上述几]|[“‘])${NUMBER}${THINGS}(?=[^。：:；，,\\n]{0,6}[。：:，,]|$)`,
  'g',
)
/** What every announcement has in it: nothing else need be looked at. */
const COUNTS =
  /[一二两三四五六七八九十\d](?:个?(?:方面|重点|着力点|原则|关系|环节|问题)|[大项件条个点](?:重点|主要|具体|专项|民生|基础|关键|核心|方面|基本)?(?:工作|任务|事|行动|工程|举措|措施|意见|要求|实事|建议|问题|内容|原则|目标|方面))/
const LIST_FOLLOWS = /(?:以下|下列|如下|下面)/

export const countMismatch: Rule = {
  id: 'count-mismatch',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '预告的数目与后文不符：“重点做好十个方面工作”之后只有九个（一）……（九）；“三个确保”之后只有两个“确保”；“共23项，其中10项、12项”相加不是 23。',
      why: '改稿时增删了条目而忘了改总数，是公文里最常见也最显眼的差错之一。只在数目紧接着所数的内容时判断。',
    },
    en: {
      what: 'An announced number does not agree with what follows: ten aspects and nine headings, “three ensures” with two, 23 items of which 10 and 12.',
      why: 'An item was added or dropped and the total forgotten. Judged only where the announcement stands right before what it counts.',
    },
  },
  examples: {
    good: [
      {
        text: '一、今年工作\n重点做好两个方面工作。\n（一）抓生产。一是种好粮。二是养好猪。三是管好水。\n（二）抓销售。\n',
      },
      { text: '全市共实施项目23项，其中新建10项、续建13项。\n' },
      { text: '要抓好三件事：一是抓生产。二是抓销售。三是抓运输。\n' },
      { text: '做到“三个确保”：确保安全，确保质量，确保进度。\n' },
    ],
    bad: [
      { text: '一、今年工作\n重点做好三个方面工作。\n（一）抓生产。\n（二）抓销售。\n' },
      { text: '要抓好以下三件事：一是抓生产。二是抓销售。\n' },
      { text: '做到“三个确保”：确保安全，确保质量。\n' },
      { text: '全市共实施项目23项，其中新建10项、续建12项。\n' },
    ],
  },
  check(context) {
    checkLists(context)
    checkSlogans(context)
    checkSums(context)
  },
}

/** 重点做好十个方面工作, then (一)…(九). */
function checkLists(context: RuleContext): void {
  const { view, tree } = context
  const visit = (parent: Root | Section) => {
    for (const [i, block] of parent.children.entries()) {
      if (block.type === 'section') visit(block)
      if (block.type !== 'paragraph' && block.type !== 'label') continue
      const text = view.text.slice(block.start, block.end)
      if (!COUNTS.test(text)) continue
      for (const match of text.matchAll(ANNOUNCES)) {
        const digits = match.groups?.number ?? ''
        const announced = parseChineseNumber(digits)
        if (announced === null || announced < 2) continue
        const at =
          block.start +
          match.index +
          match[0].indexOf(digits, match[0].search(new RegExp(`${digits}(?![\\s\\S]*${digits})`)))
        const behind = text.slice(match.index + match[0].length)
        const rest = parent.children.slice(i + 1)
        const list = listBehind(context, behind, rest, LIST_FOLLOWS.test(match[0]))
        if (!list || list.length === announced) continue
        report(context, { start: at, end: at + digits.length }, announced, list)
      }
    }
  }
  visit(tree)
}

/** The sections that the announcement can only mean: those right behind it. */
function listBehind(
  { view }: RuleContext,
  behind: string,
  rest: readonly Block[],
  explicit: boolean,
): Section[] | null {
  // the announcement ends its paragraph, or all but does
  const tail = behind.replace(/^[^。：:；]{0,6}/, '')
  const stop = tail.charAt(0)
  const last = tail.slice(1).trim()
  if (last !== '' && !(stop === '：' || stop === ':')) return null
  const first = rest.find((block) => block.type !== 'furniture')
  if (first?.type !== 'section' || first.enumerator.ordinal !== 1) return null
  if (last !== '' && !first.inline) return null
  if (first.enumerator.scheme === 'sequence') return null
  const list: Section[] = []
  for (const block of rest) {
    if (block.type !== 'section') {
      if (block.type === 'furniture') continue
      // a paragraph between two points belongs to the point before, unless the points are inline
      if (first.inline) break
      continue
    }
    const { scheme, ordinal } = block.enumerator
    if (scheme !== first.enumerator.scheme) {
      if (scheme === 'sequence' || scheme === 'ordinal') continue
      break
    }
    if (list.length > 0 && ordinal === 1) break
    if (first.inline && view.text.slice(first.start, block.start).includes('\n') && ordinal !== list.length + 1) break
    list.push(block)
  }
  // one point with a number is no list, unless the words say that it follows
  return list.length < 2 && !explicit ? null : list
}

function report(
  context: RuleContext,
  range: { start: number; end: number },
  announced: number,
  list: readonly Section[],
): void {
  const first = list[0]
  const last = list.at(-1)
  context.report({
    ...range,
    message: {
      zh: `预告了 ${announced} 个，后文列出 ${list.length} 个`,
      en: `${announced} are announced, ${list.length} follow`,
    },
    expected: String(list.length),
    ...(first && last
      ? {
          related: [
            { ...markerRange(first), message: { zh: '第一个', en: 'the first' } },
            { ...markerRange(last), message: { zh: '最后一个', en: 'the last' } },
          ],
        }
      : {}),
  })
}

/** “三个确保”：确保…，确保…. */
function checkSlogans(context: RuleContext): void {
  const slogan = /[“"]?([两二三四五六七八九十])个([\u4e00-\u9fff]{2})[”"]?[：:](?<list>[^。\n]{4,160})/g
  for (const { match, start } of matchLines(context, slogan)) {
    const word = match[2] ?? ''
    const announced = parseChineseNumber((match[1] ?? '').replace('两', '二'))
    const list = match.groups?.list ?? ''
    if (announced === null || word === '方面') continue
    const clauses = list
      .split(/[，,；;、]/)
      .map((clause) => clause.replace(/^(?:[一二三四五六七八九十]是|和|以及)/, '').trim())
    const told = clauses.filter((clause) => clause.startsWith(word)).length
    // only where the clauses repeat the word throughout can it be counted by it
    if (told < 2 || told !== clauses.length || told === announced) continue
    context.report({
      start,
      end: start + match[0].indexOf('个') + 1 + word.length,
      message: { zh: `“${match[1]}个${word}”之后列出 ${told} 个`, en: `“${match[1]}个${word}” is followed by ${told}` },
      expected: String(told),
    })
  }
}

/** 共23项，其中新建10项、续建12项. */
function checkSums(context: RuleContext): void {
  const total =
    /(?:共|合计|总计)[^。；，,\n]{0,16}?(\d{1,6}(?:\.\d+)?)\s?([个项件条家名人宗起户次亩台辆座所万亿]{1,2}元?)[^。；，,\n\d]{0,6}[，,；;：:（(]其中[：:]?(?<parts>[^。；;）)\n]{3,120})/g
  for (const { match, start } of matchLines(context, total)) {
    const [, value = '', unit = ''] = match
    const parts = match.groups?.parts ?? ''
    const numbers = [...parts.matchAll(new RegExp(`(\\d{1,6}(?:\\.\\d+)?)\\s?${unit}(?![元以])`, 'g'))].map((part) =>
      Number(part[1]),
    )
    // every number of the list counts the same thing, or it is no list of shares
    const clauses = parts.split(/[、，,]/).filter((clause) => clause.trim() !== '')
    if (numbers.length < 2 || clauses.length !== numbers.length) continue
    const sum = Number(numbers.reduce((a, b) => a + b, 0).toFixed(4))
    const whole = Number(value)
    // what is named after 其中 may be a part only; a near miss is none
    const near = sum < whole && whole - sum <= Math.max(1, whole * 0.1)
    if (sum === whole || (sum < whole && !near)) continue
    const at = start + match[0].indexOf(value)
    context.report({
      start: at,
      end: at + value.length,
      message: {
        zh: `共 ${value}${unit}，其中各项相加是 ${sum}${unit}`,
        en: `The total is ${value}${unit}, the parts add up to ${sum}${unit}`,
      },
      expected: String(sum),
    })
  }
}
