import type { Target, Task } from '../../model/register.ts'
import type { Rule } from '../types.ts'

interface Seen {
  target: Target
  task: Task
}

/** Indicators that name no one thing. */
const COMMON =
  /^(?:其中|总数|数量|个数|比例|覆盖率|完成率|达标率|增速|增长|面积|总量|规模|投资|收入|以上|占比|产量|产值|合格率|满意度)$/

export const targetInconsistent: Rule = {
  id: 'target-inconsistent',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '同一个指标在一份文件里定了两个不同的值：前面增长5%，后面增长5.5%。',
      why: '改目标时漏改一处。期限不同、对象不同、上限下限不同的不算；指标名称须完全相同。',
    },
    en: {
      what: 'One indicator is given two values in a document: 5% here, 5.5% there.',
      why: 'A target was changed in one place only. Other periods, other subjects and bounds are no contradiction; the names must be the same.',
    },
  },
  examples: {
    good: [
      {
        text: '2025年工作方案\n一、任务\n（一）城镇污水处理率达到95%以上。\n（二）2030年城镇污水处理率达到98%以上。\n',
        options: { profile: 'plan' },
      },
    ],
    bad: [
      {
        text: '2025年工作方案\n一、目标\n力争城镇污水处理率达到95%以上。\n二、任务\n（一）抓好治污。加快管网建设，城镇污水处理率达到96%以上。\n',
        options: { profile: 'plan' },
      },
    ],
  },
  check(context) {
    const seen = new Map<string, Seen>()
    for (const task of context.register().tasks) {
      const when = task.deadlines
        .map(({ end, start }) => end ?? start ?? '')
        .sort()
        .join()
      for (const target of task.targets) {
        const { indicator, unit, value, max, relation, baseline } = target
        // amounts add up (100 here, 300 there); only shares and rates can contradict each other
        if (value === undefined || unit !== '%' || max !== undefined || baseline !== undefined) continue
        if (indicator.length < 3 || COMMON.test(indicator)) continue
        const pace = /年均|累计|同比|环比/.exec(target.text)?.[0] ?? ''
        const key = [indicator, pace, relation, when].join('|')
        const first = seen.get(key)
        if (!first) {
          seen.set(key, { target, task })
          continue
        }
        const same = first.target.value === value
        if (same || first.task.id === task.id || sameSubjectOnly(first.task, task)) continue
        context.report({
          start: target.source.start.offset,
          end: target.source.end.offset,
          original: true,
          message: {
            zh: `“${indicator}”这里是“${target.text}”，第 ${first.target.source.start.line} 行是“${first.target.text}”`,
            en: `“${indicator}” is “${target.text}” here and “${first.target.text}” in line ${first.target.source.start.line}`,
          },
          expected: first.target.text,
        })
      }
    }
  },
}

/** Items side by side that each count something of their own: 新建…10个 under one heading after the other. */
const sameSubjectOnly = (one: Task, other: Task): boolean =>
  one.kind === 'measure' && other.kind === 'measure' && one.section.join() === other.section.join()
