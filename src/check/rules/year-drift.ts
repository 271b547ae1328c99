import { headingText, sectionsOf } from '../lines.ts'
import type { Rule } from '../types.ts'

/** A heading about work to come. */
const AHEAD =
  /(?:工作(?:安排|部署|打算|要点|重点|计划|任务|思路|目标)|重点(?:工作|任务)|主要任务|目标任务|总体要求|预期目标)/
const BACK = /回顾|总结|完成|情况|以来|成效|成绩|做法|进展|落实/

export const yearDrift: Rule = {
  id: 'year-drift',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '标题是今年的文件，部署性的小标题却写着以前的年份，如《2026年工作报告》中的“三、2025年重点工作”。',
      why: '沿用去年文稿时忘了改年份。回顾、总结、完成情况一类标题不查。',
    },
    en: {
      what: 'A heading about work to come names an earlier year than the title: “2025 priorities” in a report of 2026.',
      why: 'The year was not changed when last year’s text was taken over. Headings that look back are left alone.',
    },
  },
  examples: {
    good: [{ text: '2026年政府工作报告\n一、2025年工作回顾\n成绩显著。\n二、2026年重点工作\n（一）抓生产。\n' }],
    bad: [{ text: '2026年政府工作报告\n一、2025年工作回顾\n成绩显著。\n二、2025年重点工作\n（一）抓生产。\n' }],
  },
  check(context) {
    const { document } = context
    const titled = /((?:19|20)\d{2})年/.exec(document.title ?? '')
    if (!titled || /总结|回顾|年鉴|汇编/.test(document.title ?? '')) return
    const year = Number(titled[1])
    for (const { section } of sectionsOf(context.tree)) {
      if (section.inline) continue
      const heading = headingText(context, section)
      const named = /((?:19|20)\d{2})年/.exec(heading)
      if (!named || heading.length > 40 || Number(named[1]) >= year || Number(named[1]) < year - 3) continue
      if (!AHEAD.test(heading) || BACK.test(heading) || /[—\-~～至到和及]/.test(heading)) continue
      const at = context.view.text.indexOf(named[0], section.heading.start)
      context.report({
        start: at,
        end: at + named[0].length,
        message: {
          zh: `文件是 ${year} 年的，这里却是“${named[0]}”`,
          en: `The document is of ${year}, this heading says “${named[0]}”`,
        },
        expected: `${year}年`,
      })
    }
  },
}
