import type { Root, Section } from '../../structure/tree.ts'
import { headingText, sectionsOf } from '../lines.ts'
import type { Rule, RuleContext } from '../types.ts'

/** A shorter text may well be the same in two places (略。). */
const SHORTEST_TEXT = 20
const SHORTEST_HEADING = 3

export const headingDuplicate: Rule = {
  id: 'heading-duplicate',
  level: { speech: 'warning', plan: 'warning' },
  docs: {
    zh: {
      what: '同一个上级标题之下有两个相同的标题，或两项任务的全文相同。',
      why: '多半是复制以后忘了改，或同一项工作列了两次。',
    },
    en: {
      what: 'Two headings below the same heading are identical, or two items have the same text.',
      why: 'Mostly pasted and not changed, or one task listed twice.',
    },
  },
  examples: {
    good: [{ text: '一、生产\n（一）工作目标\n增产。\n二、销售\n（一）工作目标\n增收。\n' }],
    bad: [
      { text: '一、重点任务\n抓好生产。\n二、重点任务\n抓好销售。\n' },
      {
        text: '一、生产\n1.全面排查农田水利设施隐患，逐一登记造册并限期整改到位。\n二、安全\n1.全面排查农田水利设施隐患，逐一登记造册并限期整改到位。\n',
      },
    ],
  },
  check(context) {
    const headings = new Map<Root | Section, Map<string, Section>>()
    const texts = new Map<string, Section>()
    for (const { section, parent } of sectionsOf(context.tree)) {
      const { scheme } = section.enumerator
      // what comes after belongs to another document
      if (scheme === 'piece') texts.clear()
      if (section.inline || scheme === 'piece' || scheme === 'attachment') continue
      // copies of one speech after another repeat themselves on purpose
      if (scheme === 'part') texts.clear()
      const heading = headingText(context, section)
      const known = headings.get(parent) ?? new Map<string, Section>()
      headings.set(parent, known)
      const twin = known.get(heading)
      if (twin && section.bare && twin.bare && heading.length >= SHORTEST_HEADING && sameRow(twin, section)) {
        tell(context, section, twin, heading)
        continue
      }
      if (heading !== '' && !twin) known.set(heading, section)
      const text = ownText(context, section)
      if (text.length < SHORTEST_TEXT || section.children.some((child) => child.type === 'section')) continue
      const same = texts.get(text)
      if (same) tell(context, section, same, `${text.slice(0, 12)}…`)
      else texts.set(text, section)
    }
  },
}

const sameRow = (one: Section, other: Section): boolean =>
  one.enumerator.scheme === other.enumerator.scheme && one.enumerator.ordinal !== other.enumerator.ordinal

function tell(context: RuleContext, section: Section, twin: Section, words: string): void {
  const range = ({ enumerator, heading }: Section) => ({
    start: enumerator.start,
    end: Math.max(heading.end, enumerator.end),
  })
  context.report({
    ...range(section),
    message: { zh: `与前文重复：“${words}”`, en: `Stands in the text before already: “${words}”` },
    related: [{ ...range(twin), message: { zh: '前面的一处', en: 'the first one' } }],
  })
}

/** All text of a unit behind its number, without labels. */
const ownText = ({ view }: RuleContext, section: Section): string =>
  view.text.slice(section.enumerator.end, section.end).replace(/\s/g, '')
