import type { Rule } from '../types.ts'

const VAGUE = /尽快|适时|尽早|早日|择机|近期|条件成熟(?:时|后)|抓紧时间/g

export const deadlineVague: Rule = {
  id: 'deadline-vague',
  level: { speech: 'off', plan: 'info' },
  docs: {
    zh: {
      what: '方案中的任务只有“尽快”“适时”“择机”一类说法，没有可以督办的时限。',
      why: '含糊的时限无法督办。讲话稿用这些词很正常，默认只查方案、分工、整改。',
    },
    en: {
      what: 'A task of a plan has no deadline but words such as 尽快 (soon) or 适时 (in due time).',
      why: 'Nobody can follow up on it. Speeches use such words freely; only plans are looked at.',
    },
  },
  examples: {
    good: [{ text: '2025年工作方案\n一、重点任务\n（一）开展排查。各乡镇要在2025年6月底前尽快完成排查。\n' }],
    bad: [
      { text: '2025年工作方案\n一、重点任务\n（一）开展排查。各乡镇要尽快完成排查。\n', options: { profile: 'plan' } },
    ],
  },
  check(context) {
    if (context.view.text.search(VAGUE) < 0) return
    for (const task of context.register().tasks) {
      if (task.deadlines.some(({ end, recurrence }) => end !== undefined || recurrence !== undefined)) continue
      for (const place of task.source) {
        const text = context.source.text.slice(place.start.offset, place.end.offset)
        for (const match of text.matchAll(VAGUE)) {
          const start = place.start.offset + match.index
          context.report({
            start,
            end: start + match[0].length,
            original: true,
            message: { zh: `“${match[0]}”没有写明时限`, en: `“${match[0]}” is no deadline that can be followed up` },
          })
        }
      }
    }
  },
}
