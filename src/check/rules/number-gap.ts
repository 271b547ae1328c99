import { markerRange } from '../marks.ts'
import { anomaliesOf } from '../sequence.ts'
import type { Rule } from '../types.ts'

/** So many missing numbers are told one by one. */
const MOST_TOLD = 3

/** “三、”“四、”, or the first and the last of many. */
const shown = (markers: readonly string[]): { zh: string; en: string } => {
  const told = markers.map((marker) => `“${marker}”`)
  const [first, last] = [told[0], told.at(-1)]
  return told.length > MOST_TOLD
    ? { zh: `${first}至${last}`, en: `${first} to ${last} are` }
    : { zh: told.join(''), en: `${told.join(', ')} ${told.length > 1 ? 'are' : 'is'}` }
}

export const numberGap: Rule = {
  id: 'number-gap',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '同一级标题的编号中间缺号，或不从“一”开始。',
      why: '缺号往往意味着漏掉了一段内容，或改稿时删了标题而没有重新编号。附件、新的标题、总起句之后重新编号不算；跨章连续编号（如条文）不算。',
    },
    en: {
      what: 'A number is missing in a row of headings, or the row does not start at one.',
      why: 'A missing number mostly means lost text, or a heading that was deleted without renumbering. Starting anew behind an attachment, a title or an announcing line is fine, and so is counting on through chapters.',
    },
  },
  examples: {
    good: [
      {
        text: '一、总体要求\n坚持稳中求进。\n二、重点任务\n（一）抓好生产。\n（二）抓好销售。\n三、保障措施\n加强领导。\n',
      },
      { text: '请遵照办理。\n附件：1.2025年任务表\n2.联系人名单\n' },
    ],
    bad: [
      { text: '一、总体要求\n坚持稳中求进。\n三、保障措施\n加强领导。\n' },
      { text: '一、重点任务\n（二）抓好生产。\n（三）抓好销售。\n' },
      { text: '一、重点任务\n抓好生产。\n2.抓好销售。\n组织产销对接。\n' },
    ],
  },
  check(context) {
    for (const { kind, section, expected, missing, related } of anomaliesOf(context)) {
      if (kind !== 'gap') continue
      const found = section.enumerator.marker
      const lost = shown(missing)
      context.report({
        ...markerRange(section),
        message: related
          ? {
              zh: `编号不连续：“${related.enumerator.marker}”之后是“${found}”，缺少${lost.zh}`,
              en: `Gap in the numbering: “${related.enumerator.marker}” is followed by “${found}”, ${lost.en} missing`,
            }
          : {
              zh: `编号从“${found}”开始，缺少${lost.zh}`,
              en: `The numbering starts at “${found}”, ${lost.en} missing`,
            },
        expected,
        ...(related
          ? { related: [{ ...markerRange(related), message: { zh: '前一个编号', en: 'number before it' } }] }
          : {}),
      })
    }
  },
}
