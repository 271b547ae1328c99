import type { Department } from '../../model/register.ts'
import { canonicalDepartment } from '../../recognise/department/index.ts'
import { isShortening, namedDepartments, withoutLevel } from '../names.ts'
import type { Rule } from '../types.ts'

export const departmentAliasMixed: Rule = {
  id: 'department-alias-mixed',
  level: { speech: 'off', plan: 'warning' },
  docs: {
    zh: {
      what: '同一单位在一份文件里用了不同的写法：市发改委、市发展改革委。',
      why: '写法不一，汇总到台账时会变成两家。全称写明“以下简称”的不查。每种写法提示一次。',
    },
    en: {
      what: 'One body is spelt in different ways within a document: 市发改委, 市发展改革委.',
      why: 'In a ledger it becomes two bodies. A full name that introduces its short form (以下简称) is left alone. Each spelling is reported once.',
    },
  },
  examples: {
    good: [
      {
        text: '2025年工作方案\n一、任务\n（一）抓好项目。由市发改委负责。\n（二）抓好能源。由市发改委负责。\n（三）抓好价格。由省发改委指导，市财政局负责。\n',
        options: { profile: 'plan' },
      },
    ],
    bad: [
      {
        text: '2025年工作方案\n一、任务\n（一）抓好项目。由市发改委负责。\n（二）抓好能源。由市发改委负责。\n（三）抓好价格。由市发展改革委负责。\n',
        options: { profile: 'plan' },
      },
    ],
  },
  check(context) {
    const bodies = new Map<string, Map<string, Department[]>>()
    for (const department of namedDepartments(context)) {
      const canonical = withoutLevel(canonicalDepartment(department.name))
      const level = department.name.slice(0, department.name.length - withoutLevel(department.name).length)
      const name = withoutLevel(department.name)
      // 财政局 behind 市发改委 has its level from there
      const key = `${level === '国家' || level === '省' ? level : ''}:${canonical}`
      const names = bodies.get(key) ?? new Map<string, Department[]>()
      names.set(name, [...(names.get(name) ?? []), department])
      bodies.set(key, names)
    }
    for (const names of bodies.values()) {
      const [usual, ...others] = [...names].sort((a, b) => b[1].length - a[1].length)
      const model = usual?.[1][0]
      if (!usual || !model) continue
      for (const [name, places] of others) {
        const first = places[0]
        if (!first || !(isShortening(name, usual[0]) || isShortening(usual[0], name))) continue
        if (new RegExp(`${name}[^。]{0,6}以下[统简]?称`).test(context.view.text)) continue
        context.report({
          start: first.source.start.offset,
          end: first.source.end.offset,
          original: true,
          message: {
            zh: `“${first.name}”在本文件中多写作“${model.name}”`,
            en: `“${first.name}” is mostly spelt “${model.name}” in this document`,
          },
          expected: model.name,
          note: {
            zh: `第一次出现在第 ${model.source.start.line} 行`,
            en: `first spelt so in line ${model.source.start.line}`,
          },
        })
      }
    }
  },
}
