import { canonicalDepartment } from '../../recognise/department/index.ts'
import { editDistance, namedDepartments, withoutLevel } from '../names.ts'
import type { Rule } from '../types.ts'

/** A name that differs in more characters is no slip of the pen. */
const CLOSE = 2

export const departmentUnknown: Rule = {
  id: 'department-unknown',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '责任单位不在配置的单位名单（departments）里；名称相近的一并给出。',
      why: '名单之外的单位可能写错了字，也可能不归本级管。没有配置名单时不查。',
    },
    en: {
      what: 'A body is not in the list of departments of the configuration; the nearest name is suggested.',
      why: 'Its name may be misspelt, or it may not be ours to task. Without a list nothing is judged.',
    },
  },
  examples: {
    good: [
      {
        text: '2025年工作方案\n一、任务\n（一）抓好项目。由市发改委负责。\n',
        options: { profile: 'plan', departments: ['市发展改革委', '市财政局'] },
      },
      { text: '2025年工作方案\n一、任务\n（一）抓好项目。由市水利局负责。\n', options: { profile: 'plan' } },
    ],
    bad: [
      {
        text: '2025年工作方案\n一、任务\n（一）抓好项目。由市财证局负责。\n',
        options: { profile: 'plan', departments: ['市发展改革委', '市财政局'] },
      },
    ],
  },
  check(context) {
    const { dictionary } = context
    if (!dictionary) return
    const { names, lexicon } = dictionary
    const known = new Set(
      names.flatMap((name) => [name, withoutLevel(name), canonicalDepartment(name, undefined, lexicon)]),
    )
    const told = new Set<string>()
    for (const { name, source } of namedDepartments(context)) {
      const canonical = canonicalDepartment(name, undefined, lexicon)
      if (told.has(name) || known.has(name) || known.has(canonical) || known.has(withoutLevel(canonical))) continue
      told.add(name)
      const near = names
        .map((one) => ({
          one,
          distance: Math.min(
            editDistance(name, one, CLOSE),
            editDistance(withoutLevel(name), withoutLevel(one), CLOSE),
          ),
        }))
        .filter(({ distance }) => distance <= CLOSE)
        .sort((a, b) => a.distance - b.distance)[0]?.one
      context.report({
        start: source.start.offset,
        end: source.end.offset,
        original: true,
        message: { zh: `“${name}”不在单位名单里`, en: `“${name}” is not in the list of departments` },
        ...(near === undefined ? {} : { expected: near }),
      })
    }
  },
}
