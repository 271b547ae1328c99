import type { DocumentKind } from '../../model/register.ts'
import type { Block, Paragraph } from '../../structure/tree.ts'
import { classifyHeading, type SectionVerdict } from '../section-class.ts'
import type { SectionClass } from '../section-classes.ts'
import { textOf, type UnitContext } from './unit.ts'

/** What may be divided by lines without a number: in plans such a line may be all that is said of a task. */
const NEWS: ReadonlySet<DocumentKind> = new Set(['other', 'speech', 'report'])
/** A longer line without a number is text. */
const LONGEST_LINE = 24
const UNNUMBERED: ReadonlySet<SectionClass> = new Set([
  'review',
  'arrangement',
  'objective',
  'guidance',
  'problem',
  'situation',
])

/** 结论：, 遗留问题：: what stands under such a line in minutes is decided, or left for somebody to do. */
const PART_OF_MINUTES =
  /^[*＊]*(?:会议)?(?:结论|决议|决定|遗留(?:问题|事项|任务)|待办(?:事项)?|行动(?:项|计划)|后续(?:行动|工作|计划|安排)|跟进事项)[*＊]*[：:]?[*＊]*$/

/** What is to be talked about, line by line, and where the talk itself begins. */
const AGENDA_OF_MINUTES = /^(?:会议)?(?:议题|议程)(?:列表)?(?:\s?[(（]Agenda[)）])?[：:]?$/i
const BODY_OF_MINUTES = /^(?:会议纪要|会议内容|会议情况|(?:本次)?会议主要内容)(?:\s?[(（][A-Za-z ]+[)）])?[：:]?$/

/** A line that is nothing but a day. */
const DAY =
  /^[（(]?(?:[\d〇○零ＯOo一二三四五六七八九]{4}|20(?:xx|XX|\*\*|××))\s?年\s?[\d一二三四五六七八九十xX*]{1,3}\s?月\s?(?:[\d一二三四五六七八九十xX*]{1,3}\s?日)?[）)]?$/

/** “十四五”时期工作回顾, 下一步工作打算 on a line of its own: what comes next is about that. */
export function unnumberedHeading(
  node: Paragraph,
  next: Block | undefined,
  context: UnitContext,
): SectionVerdict | null {
  const text = textOf(context, node).trim()
  if (node.item || text.length > LONGEST_LINE || /[。；;，,：:！!？?]/.test(text)) return null
  if (next?.type !== 'paragraph' && next?.type !== 'section') return null
  const verdict = classifyHeading(text, context.year, context.cues)
  return verdict && UNNUMBERED.has(verdict.class) ? verdict : null
}

/** 行贿企业，两年不得投标: a short line without a stop between paragraphs that end with one, as news are divided. */
export function isSubhead(
  node: Paragraph,
  before: Block | undefined,
  next: Block | undefined,
  context: UnitContext,
): boolean {
  if (node.item || !NEWS.has(context.kind) || context.root.class !== 'open') return false
  const text = textOf(context, node).trim()
  if (text.length > LONGEST_LINE || !/[\u4e00-\u9fff0-9”]$/.test(text)) return false
  const told = (block: Block | undefined): boolean => {
    const words = block?.type === 'paragraph' && !block.item ? textOf(context, block).trim() : ''
    return words.length > LONGEST_LINE && /[。！？!?”]$/.test(words)
  }
  return told(before) && told(next)
}

/** What the lines below a line of minutes are about, where it names a part of them. */
export function partOfMinutes(node: Block, context: UnitContext): SectionVerdict | null {
  if (context.kind !== 'minutes' || node.type !== 'paragraph') return null
  const text = textOf(context, node).trim()
  if (PART_OF_MINUTES.test(text)) return { class: 'arrangement', evidence: text, own: true }
  if (AGENDA_OF_MINUTES.test(text)) return { class: 'people', evidence: text, own: true }
  return BODY_OF_MINUTES.test(text) ? context.root : null
}

/** Paragraphs without what closes a notice: 特此通知。 the office, the day. */
export function withoutSignature(paragraphs: Paragraph[], context: UnitContext): Paragraph[] {
  let end = paragraphs.length
  while (end > 1) {
    const last = paragraphs[end - 1]
    const text = last ? textOf(context, last).trim() : ''
    const signed = paragraphs.length > end && text.length <= 24 && /^[\u4e00-\u9fff（）()、 ]+$/.test(text)
    if (!/^特此/.test(text) && !DAY.test(text) && !signed) break
    end--
  }
  return paragraphs.slice(0, end)
}

/** A line that is nothing but a time: 2021/01 ~ 2021/12. */
export const isDateOnly = (text: string): boolean => /^[\d\s/~.\-—–至到年月日底前]+$/.test(text)
