import type { Root, Section } from '../../structure/tree.ts'
import { headingText, sectionsOf } from '../lines.ts'
import { markerRange } from '../marks.ts'
import type { Rule } from '../types.ts'

export const headingEmpty: Rule = {
  id: 'heading-empty',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '只有编号没有文字的标题；或同级标题之下都有内容，唯独这个没有。',
      why: '多半是写了提纲忘了填，或内容在改稿时丢失。',
    },
    en: {
      what: 'A number without words; or a heading with nothing below it while all the others of its level have a text.',
      why: 'Mostly an outline that was never filled in, or text lost while editing.',
    },
  },
  examples: {
    good: [
      { text: '一、任务\n抓好生产。\n二、分工\n各司其职。\n三、保障\n加强领导。\n' },
      { text: '一、抓生产\n二、抓销售\n三、抓运输\n' },
    ],
    bad: [
      { text: '一、任务\n抓好生产。\n二、\n三、保障\n加强领导。\n' },
      { text: '一、任务\n抓好生产。\n二、分工\n三、保障\n加强领导。\n' },
    ],
  },
  check(context) {
    for (const { section, parent } of sectionsOf(context.tree)) {
      const { marker, scheme } = section.enumerator
      if (section.inline || scheme === 'piece' || scheme === 'attachment') continue
      if (headingText(context, section) === '' && !hasContent(section, context.view.text)) {
        context.report({
          ...(scheme === 'markdown' ? section.heading : markerRange(section)),
          message: { zh: `“${marker}”之后没有文字`, en: `Nothing stands behind “${marker}”` },
        })
        continue
      }
      if (!section.bare || !['part', 'chapter', 'han'].includes(scheme) || hasContent(section, context.view.text))
        continue
      const others = siblings(section, parent)
      if (others.length < 2 || !others.every((other) => hasContent(other, context.view.text))) continue
      context.report({
        start: section.enumerator.start,
        end: Math.max(section.heading.end, section.enumerator.end),
        message: {
          zh: `标题“${marker}${headingText(context, section)}”之下没有内容`,
          en: `Nothing stands below the heading “${marker}${headingText(context, section)}”`,
        },
      })
    }
  },
}

const siblings = (section: Section, parent: Root | Section): Section[] =>
  parent.children.filter(
    (block): block is Section =>
      block.type === 'section' && block !== section && block.enumerator.scheme === section.enumerator.scheme,
  )

/** Whether anything but its heading stands in a section. */
const hasContent = (section: Section, text: string): boolean =>
  section.children.some(
    (block) =>
      block.type !== 'furniture' &&
      block.end > section.heading.end + 1 &&
      /[\p{L}\p{N}]/u.test(text.slice(Math.max(block.start, section.heading.end), block.end)),
  )
