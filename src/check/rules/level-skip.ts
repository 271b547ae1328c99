import type { Scheme } from '../../structure/schemes.ts'
import { sectionsOf } from '../lines.ts'
import { markerRange } from '../marks.ts'
import type { Rule, RuleContext } from '../types.ts'

/** What GB/T 9704 puts between 一、 and the level found: 一、 → 1. is accepted practice, deeper jumps are not. */
const MAIN: readonly Scheme[] = ['han', 'han-paren', 'arabic', 'arabic-paren', 'circled']

export const levelSkip: Rule = {
  id: 'level-skip',
  level: { speech: 'info', plan: 'info' },
  docs: {
    zh: {
      what: '标题越级：“一、”之下直接用“（1）”“①”，或 Markdown 标题从 # 跳到 ###。',
      why: 'GB/T 9704 的层次依次为“一、”“（一）”“1.”“（1）”。实践中允许“一、”之下用“1.”，再往下跳就看不清层次。',
    },
    en: {
      what: 'A heading skips levels: （1） or ① directly below 一、, or ### below # in Markdown.',
      why: 'GB/T 9704 has 一、 （一） 1. （1） in this order. 1. directly below 一、 is accepted practice; a longer jump hides the structure.',
    },
  },
  examples: {
    good: [
      { text: '一、重点任务\n1.抓好生产。\n2.抓好销售。\n二、保障措施\n加强领导。\n' },
      { text: '# 方案\n\n## 一、任务\n\n抓好生产。\n', options: { markdown: true } },
    ],
    bad: [
      { text: '一、重点任务\n（1）抓好生产。\n（2）抓好销售。\n二、保障措施\n加强领导。\n' },
      { text: '# 方案\n\n### 任务\n\n抓好生产。\n', options: { markdown: true } },
    ],
  },
  check(context) {
    const reported = new Set<object>()
    checkMarkdown(context)
    for (const { section, parent } of sectionsOf(context.tree)) {
      const { scheme, marker } = section.enumerator
      if (section.inline || parent.type !== 'section' || parent.inline || reported.has(parent)) continue
      const outer = MAIN.indexOf(parent.enumerator.scheme)
      const inner = MAIN.indexOf(scheme)
      if (outer !== 0 || inner < 3) continue
      reported.add(parent)
      context.report({
        ...markerRange(section),
        message: {
          zh: `“${parent.enumerator.marker}”之下直接用了“${marker}”，越过了“（一）”“1.”`,
          en: `“${marker}” stands directly below “${parent.enumerator.marker}”, skipping （一） and 1.`,
        },
        expected: '（一）',
        related: [{ ...markerRange(parent), message: { zh: '上一级标题', en: 'heading above' } }],
      })
    }
  },
}

/** Headings of a Markdown file, numbered or not: none may be more than one level below the one before it. */
function checkMarkdown(context: RuleContext): void {
  let depth = 0
  for (const line of context.view.lines) {
    if (line.hint?.kind !== 'heading') continue
    const own = line.hint.depth ?? 1
    if (depth > 0 && own > depth + 1) {
      context.report({
        start: line.start,
        end: line.end,
        message: {
          zh: `标题从 ${depth} 级跳到 ${own} 级`,
          en: `Heading of level ${own} follows one of level ${depth}`,
        },
        expected: '#'.repeat(depth + 1),
      })
    }
    depth = own
  }
}
