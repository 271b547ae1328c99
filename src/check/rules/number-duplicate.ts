import { markerRange } from '../marks.ts'
import { anomaliesOf } from '../sequence.ts'
import type { Rule } from '../types.ts'

export const numberDuplicate: Rule = {
  id: 'number-duplicate',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '同一级标题下，同一个编号出现两次。',
      why: '重号使“第（三）项”指代不明，多半是复制粘贴后忘了改。',
    },
    en: {
      what: 'The same number stands twice in one row of headings.',
      why: 'Nobody can refer to item (3) when there are two of them; mostly a number that was pasted and not changed.',
    },
  },
  examples: {
    good: [
      { text: '一、生产\n（一）种植。\n（二）养殖。\n二、销售\n（一）线上。\n（二）线下。\n' },
      { text: '一、扶持政策。（1）降低利率。（2）延长期限，办法同（1）。（3）免收担保费，与（2）同时执行。\n' },
      { text: '# 计划\n\n1. 抓生产。\n1. 抓销售。\n1. 抓运输。\n', options: { markdown: true } },
    ],
    bad: [
      { text: '一、生产\n抓好生产。\n二、运输\n抓好运输。\n二、销售\n抓好销售。\n四、保障\n抓好保障。\n' },
      { text: '一、生产\n抓好生产。\n一、运输\n抓好运输。\n三、销售\n抓好销售。\n' },
      { text: '一、扶持政策。（1）降低利率。（2）延长期限。（2）免收担保费。（4）发放补贴。\n' },
      { text: '一、准备。\n1.各队自查。\n各队在本周内查完。\n1.专班抽查。\n专班随机抽查三个队。\n' },
    ],
  },
  check(context) {
    for (const { kind, section, expected, related } of anomaliesOf(context)) {
      if (kind !== 'duplicate') continue
      const { marker } = section.enumerator
      context.report({
        ...markerRange(section),
        message: { zh: `编号“${marker}”重复`, en: `The number “${marker}” stands twice` },
        expected,
        ...(related
          ? { related: [{ ...markerRange(related), message: { zh: '另一处在这里', en: 'the other one' } }] }
          : {}),
      })
    }
  },
}
