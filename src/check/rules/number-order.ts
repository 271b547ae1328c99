import { markerRange } from '../marks.ts'
import { anomaliesOf } from '../sequence.ts'
import type { Rule } from '../types.ts'

export const numberOrder: Rule = {
  id: 'number-order',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '编号顺序颠倒，或没有新的标题、总起句就从头编起。',
      why: '颠倒的编号说明段落挪动后没有重新编号。附件、新的标题、以冒号结尾的总起句之后可以重新从“一”编起。',
    },
    en: {
      what: 'Numbers are out of order, or start anew with no title or announcing line before them.',
      why: 'Paragraphs were moved and not renumbered. A row may start anew behind an attachment, a title or a line that announces it.',
    },
  },
  examples: {
    good: [{ text: '一、生产\n抓好生产。\n二、销售\n抓好销售。\n附件\n一、清单\n清单如下。\n二、说明\n说明如下。\n' }],
    bad: [
      { text: '一、生产\n抓好生产。\n三、运输\n抓好运输。\n二、销售\n抓好销售。\n四、保障\n抓好保障。\n' },
      {
        text: '一、生产\n（一）种植。\n（二）养殖。\n二、销售\n（四）线上。\n（三）线下。\n（五）直播。\n',
      },
      { text: '一、准备。\n2.各队自查。\n各队在本周内查完。\n1.专班抽查。\n专班随机抽查三个队。\n' },
    ],
  },
  check(context) {
    for (const { kind, section, expected, related } of anomaliesOf(context)) {
      if (kind !== 'order' && kind !== 'restart') continue
      const { marker } = section.enumerator
      context.report({
        ...markerRange(section),
        message:
          kind === 'order'
            ? {
                zh: `编号“${marker}”顺序不对，此处应为“${expected}”`,
                en: `“${marker}” is out of order, “${expected}” is due here`,
              }
            : {
                zh: `没有新的标题或总起句，编号却从“${marker}”重新开始`,
                en: `The numbering starts anew at “${marker}” with no title or announcement`,
              },
        expected,
        ...(related
          ? { related: [{ ...markerRange(related), message: { zh: '相邻的编号', en: 'its neighbour' } }] }
          : {}),
      })
    }
  },
}
