import { matchLines, sectionsOf } from '../lines.ts'
import type { Rule, RuleContext } from '../types.ts'

const MOJIBAKE =
  /锟斤拷|烫烫烫|屯屯屯|鈥[\u4e00-\u9fff]?|(?:Ã[\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹Œ]){2,}|â€[œ™\u009d“”]|\ufffd+|[\ue000-\uf8ff]+/g
const TONED = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňɡɑ'
const ANY_TONE = new RegExp(`[${TONED}]`)
const PINYIN = new RegExp(`(?<=[\\u4e00-\\u9fff])[（(]\\s?[a-zɡɑü${TONED}]*[${TONED}][a-zɡɑü${TONED}]*\\s?[)）]`, 'gi')
const QUESTION = /(?<=[\u4e00-\u9fff])\?{2,}(?=[\u4e00-\u9fff])/g
/** 增长%, 达到%: the figure before the sign is gone. */
const LOST_VALUE = /%(?!C)(?<=[\u4e00-\u9fff]%)(?<![一二三四五六七八九十百千万亿两几数多余成半点零第号]%)/g

export const textDamaged: Rule = {
  id: 'text-damaged',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '乱码（锟斤拷、�）、字后插入的拼音、丢了的编号（行首只剩“、”）和数字（“增长%”）。',
      why: '多半是网页复制或转码造成的，编号和数值丢失会使台账出错。每种损坏只提示一次，并给出处数。',
    },
    en: {
      what: 'Broken characters (锟斤拷, �), pinyin inserted after characters, lost numbers of headings and lost figures (增长%).',
      why: 'Copying or converting broke the text; a ledger made of it is wrong. Each kind is reported once with its count.',
    },
  },
  examples: {
    good: [{ text: '增长5%，合格率百分之百。参观重庆（chongqing）馆。真的吗？\n' }],
    bad: [
      { text: '抓好锟斤拷生产。\n' },
      { text: '我们應(yīng)該抓好生产。\n' },
      { text: '地区生产总值增长%。\n' },
      { text: '工作安排如下。\n、抓好生产\n组织春耕。\n、抓好销售\n组织产销对接。\n' },
    ],
  },
  check(context) {
    once(context, [...matchLines(context, MOJIBAKE)], { zh: '乱码', en: 'broken characters' })
    once(context, [...matchLines(context, QUESTION)], { zh: '丢失的字（??）', en: 'lost characters (??)' })
    once(context, [...matchLines(context, LOST_VALUE)], {
      zh: '丢失的数字（% 前没有数）',
      en: 'lost figures (% without a number)',
    })
    // clean-up takes pinyin out of the view: it is looked for in the original
    const pinyin = [...(ANY_TONE.test(context.source.text) ? context.source.text.matchAll(PINYIN) : [])].map(
      (match) => ({
        start: match.index,
        end: match.index + match[0].length,
      }),
    )
    once(context, pinyin, { zh: '字后插入的拼音', en: 'inserted pinyin' }, true)
    const lost = sectionsOf(context.tree)
      .filter(({ section }) => section.enumerator.scheme === 'lost')
      .map(({ section: { enumerator } }) => ({ start: enumerator.start, end: enumerator.end }))
    once(context, lost, { zh: '丢失的编号', en: 'lost numbers of headings' })
  },
}

/** One finding for all damage of a kind, at the first place. */
function once(
  context: RuleContext,
  places: readonly { start: number; end: number }[],
  kind: { zh: string; en: string },
  original = false,
): void {
  const first = places[0]
  if (!first) return
  context.report({
    start: first.start,
    end: first.end,
    original,
    message: {
      zh: `文字损坏：${kind.zh}，共 ${places.length} 处`,
      en: `Damaged text: ${kind.en}, ${places.length} in all`,
    },
  })
}
