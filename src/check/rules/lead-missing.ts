import { matchLines } from '../lines.ts'
import { startOf } from '../tasks.ts'
import type { Rule } from '../types.ts'

const EMPTY = /(?:牵头|责任|主责|负责|承办|主办)(?:单位|部门|处室|科室|领导|人)[：:][ \t]*(?=[）)；;。]|$)/gm
/** So many tasks with several bodies must name a lead before the others are said to lack one. */
const CUSTOM = 0.7

export const leadMissing: Rule = {
  id: 'lead-missing',
  level: { speech: 'off', plan: 'warning' },
  docs: {
    zh: {
      what: '“牵头单位：”“责任单位：”之后是空的；或文件中几家共办的任务大多写明牵头单位，这一项却没有。',
      why: '几家共办而没有牵头单位，督办时无从找起。“无牵头单位的，首位为牵头单位”一类约定写在文中时不查。',
    },
    en: {
      what: 'Nothing stands behind 牵头单位： or 责任单位：; or most shared tasks of the document name a lead and this one does not.',
      why: 'With several bodies and no lead nobody answers for the task.',
    },
  },
  examples: {
    good: [
      {
        text: '2025年工作方案\n一、重点任务\n（一）抓好春耕。（牵头单位：市农业农村局；配合单位：市水利局）\n（二）抓好秋收。\n责任单位：\n市农业农村局\n',
        options: { profile: 'plan' },
      },
    ],
    bad: [
      {
        text: '2025年工作方案\n一、重点任务\n（一）抓好春耕。（牵头单位：；配合单位：市水利局）\n（二）抓好秋收。\n责任单位：市农业农村局\n',
        options: { profile: 'plan' },
      },
    ],
  },
  check(context) {
    const { text } = context.view
    for (const { line, match, start, end } of matchLines(context, EMPTY)) {
      if (line.row) continue
      // the names may stand on the next line
      const atEnd = end === line.end
      const next = text
        .slice(line.end + 1, text.indexOf('\n', line.end + 1) < 0 ? text.length : text.indexOf('\n', line.end + 1))
        .trim()
      if (atEnd && next !== '' && !/[：:]|^[一二三四五六七八九十（(\d]{1,3}[、.．）)]/.test(next)) continue
      context.report({
        start,
        end,
        message: { zh: `“${match[0].trim()}”之后没有写明是谁`, en: `Nobody is named behind “${match[0].trim()}”` },
      })
    }
    if (!/牵头/.test(text) || /(?:第一个|首位|排名第一|列第一|排在首位|无牵头单位)[^。]{0,20}牵头/.test(text)) return
    const shared = context
      .register()
      .tasks.map((task) => ({
        task,
        own: task.departments.filter(
          ({ inherited, role }) => !inherited && (role === 'lead' || role === 'responsible'),
        ),
      }))
      .filter(({ task, own }) => task.departments.length > 1 && own.length > 1)
    const led = shared.filter(({ own }) => own.some(({ role }) => role === 'lead'))
    if (shared.length < 4 || led.length < shared.length * CUSTOM) return
    for (const { task, own } of shared) {
      if (own.some(({ role, collective }) => role === 'lead' || collective)) continue
      context.report({
        ...startOf(task, context.source.text),
        message: {
          zh: `任务“${task.title}”由几家负责，没有写明谁牵头`,
          en: `Several bodies share the task “${task.title}”, none leads`,
        },
      })
    }
  },
}
