import type { Rule } from '../types.ts'

/** Unlike the others it looks at what the run held back: the runner does its work, see suppress.ts. */
export const suppression: Rule = {
  id: 'suppression',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '屏蔽注释或配置中的 ignore 写了不存在的规则，或范围内并没有要屏蔽的问题。',
      why: '过时的屏蔽会悄悄放过以后的差错。',
    },
    en: {
      what: 'A suppression names a rule that does not exist, or holds nothing back.',
      why: 'A stale suppression quietly lets later faults through.',
    },
  },
  examples: {
    good: [
      {
        text: '# 通知\n\n<!-- taizhang-disable-next-line placeholder -->\n由XX局负责。\n',
        options: { markdown: true },
      },
    ],
    bad: [
      { text: '# 通知\n\n<!-- taizhang-disable placeholder -->\n由市财政局负责。\n', options: { markdown: true } },
      { text: '# 通知\n\n<!-- taizhang-disable no-such-rule -->\n由市财政局负责。\n', options: { markdown: true } },
    ],
  },
  check() {},
}
