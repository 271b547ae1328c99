import { recogniseDeadlineMentions } from '../../recognise/deadline/index.ts'
import type { Rule } from '../types.ts'

export const deadlinePast: Rule = {
  id: 'deadline-past',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '任务的完成时限早于成文日期；给出 --today 时，早于这一天。',
      why: '沿用去年文稿时最容易漏改的就是年份。没有成文日期、也没有 --today 时不查。',
    },
    en: {
      what: 'A task is due before the date of the document, or before --today if that is given.',
      why: 'The year is what people forget to change in a text taken over from last year. Without a date nothing is judged.',
    },
  },
  examples: {
    good: [
      { text: '2025年工作要点\n（2025年3月1日）\n一、重点任务\n（一）开展排查。各乡镇要在2025年6月底前完成排查。\n' },
    ],
    bad: [
      { text: '2025年工作要点\n（2025年3月1日）\n一、重点任务\n（一）开展排查。各乡镇要在2024年6月底前完成排查。\n' },
      {
        text: '2025年工作要点\n（2025年3月1日）\n一、重点任务\n（一）开展排查。各乡镇要在2025年6月底前完成排查。\n',
        options: { today: '2025-08-01' },
      },
    ],
  },
  check(context) {
    const base = context.today ?? context.document.date
    // a deadline has a month, a half-year or a year in it: without one the tasks need not be looked for
    if (base === null || !/\d{4}年|月|季度|年底|年内/.test(context.view.text)) return
    const year = context.document.year
    for (const task of context.register().tasks) {
      for (const place of task.source) {
        const text = context.source.text.slice(place.start.offset, place.end.offset)
        // only a stated year can lie before the document's own
        if (!/(?:19|20)\d{2}\s?年/.test(text)) continue
        for (const mention of recogniseDeadlineMentions(text, { year: null, date: null })) {
          const end = mention.endDate
          if (mention.kind !== 'by' || end === undefined || end >= base) continue
          tell(place.start.offset + mention.start, place.start.offset + mention.end, mention.text, end)
        }
      }
      for (const { kind, end, source, text, inherited } of task.deadlines) {
        if (inherited || kind !== 'by' || end === undefined || end >= base) continue
        // a bare 6月底前 got its year from the document
        if (year === null || Number(end.slice(0, 4)) < year - 1) continue
        tell(source.start.offset, source.end.offset, text, end)
      }
    }
    function tell(start: number, end: number, text: string, date: string): void {
      context.report({
        start,
        end,
        original: true,
        message: {
          zh: `时限“${text}”（${date}）早于${context.today === null ? '成文日期' : '检查日期'} ${base}`,
          en: `The deadline “${text}” (${date}) lies before ${base}`,
        },
      })
    }
  },
}
