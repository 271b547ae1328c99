import type { Rule } from '../types.ts'

/** Where more of the tasks have several leads, it is how the document does it. */
const CUSTOM = 0.1

export const leadMultiple: Rule = {
  id: 'lead-multiple',
  level: { speech: 'off', plan: 'info' },
  docs: {
    zh: {
      what: '一项任务写了几个牵头单位。',
      why: '一项任务应由一家牵头，几家同时牵头往往无人真牵头。实践中“A、B牵头”不少见，所以只作提示；一份文件里多处如此的是它的惯例，只在用 --rule 点名时提示。',
    },
    en: {
      what: 'A task names several leads.',
      why: 'One body should answer for a task. Practice often names two, so this is a hint only, and none where the document does it throughout, unless the rule is set by name.',
    },
  },
  examples: {
    good: [
      {
        text: '2025年工作方案\n一、任务\n（一）抓好春耕。（牵头单位：市农业农村局；配合单位：市水利局）\n',
        options: { profile: 'plan' },
      },
    ],
    bad: [
      {
        text: '2025年工作方案\n一、任务\n（一）抓好春耕。（牵头单位：市农业农村局、市水利局）\n',
        options: { profile: 'plan' },
      },
    ],
  },
  check(context) {
    if (!/牵头/.test(context.view.text)) return
    const led = context
      .register()
      .tasks.map(({ departments }) =>
        departments.filter(({ role, inherited, collective }) => role === 'lead' && !inherited && !collective),
      )
      .filter((leads) => leads.length > 0)
    const several = led.filter((leads) => leads.length > 1)
    if (!context.asked && several.length > Math.max(1, led.length * CUSTOM)) return
    for (const leads of several) {
      const [first, second] = leads
      if (!first || !second) continue
      context.report({
        start: first.source.start.offset,
        end: leads.at(-1)?.source.end.offset ?? first.source.end.offset,
        original: true,
        message: {
          zh: `牵头单位有 ${leads.length} 个：${leads.map(({ name }) => name).join('、')}`,
          en: `${leads.length} leads: ${leads.map(({ name }) => name).join(', ')}`,
        },
      })
    }
  },
}
