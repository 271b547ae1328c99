import { lacking, startOf } from '../tasks.ts'
import type { Rule } from '../types.ts'

export const taskWithoutTarget: Rule = {
  id: 'task-without-target',
  level: { speech: 'off', plan: 'info' },
  docs: {
    zh: {
      what: '方案、分工、整改类文件中，大多数任务都有可衡量的目标，唯独这一项没有。',
      why: '漏写可衡量的目标的任务无法督办。讲话和报告本来就不写，默认不查；本就不写可衡量的目标的方案也不查。用 --rule 点名时，逐项都查。',
    },
    en: {
      what: 'Most tasks of a plan have a target, this one has none.',
      why: 'Nobody can follow it up. Speeches and reports name none and are left alone, and so are plans that name none anywhere. Set by --rule, every task is looked at.',
    },
  },
  examples: {
    good: [
      {
        text: '2025年工作方案\n一、重点任务\n（一）抓好春耕。各乡镇要组织春耕。\n（二）抓好秋收。各乡镇要组织秋收。\n（三）抓好冬修。各乡镇要组织冬修。\n',
        options: { profile: 'plan' },
      },
    ],
    bad: [
      {
        text: '2025年工作方案\n一、重点任务\n（一）抓好春耕。改造管网30公里。\n（二）抓好秋收。改造管网30公里。\n（三）抓好冬修。改造管网30公里。\n（四）抓好冬种。改造管网30公里。\n（五）抓好春种。改造管网30公里。\n（六）抓好销售。组织产销对接。\n',
        options: { profile: 'plan' },
      },
    ],
  },
  check(context) {
    for (const task of lacking(context, ({ targets }) => targets.length > 0)) {
      context.report({
        ...startOf(task, context.source.text),
        message: {
          zh: `任务“${task.title}”没有可衡量的目标`,
          en: `The task “${task.title}” names no measurable target`,
        },
      })
    }
  },
}
