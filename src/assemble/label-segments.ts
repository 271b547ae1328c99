import { CONTENT_FIELDS } from '../structure/label-types.ts'
import type { Block, Label, Paragraph } from '../structure/tree.ts'

/** Children of a section that the same labels hold for. */
export interface LabelSegment {
  labels: Label[]
  seen: Set<string>
}

/**
 * Labelled blocks of one section: 反馈问题…整改目标…整改措施…责任单位…完成时限 is one, and a second 反馈问题 opens the next.
 * Labels about units and dates hold for all of their block, whether they stand before or behind the text.
 */
export function labelSegments(children: readonly Block[]): LabelSegment[] {
  const runs = runsOf(children)
  const result: LabelSegment[] = []
  let current: LabelSegment = { labels: [], seen: new Set() }
  for (const [i, child] of children.entries()) {
    if (runs?.has(i)) current = { labels: [], seen: new Set() }
    if (child.type === 'label') {
      const { field } = child.hit.meaning
      if (CONTENT_FIELDS.has(field)) {
        const restarts = current.seen.has(field) || (field === 'problem' && current.seen.size > 0)
        if (restarts) current = { labels: [], seen: new Set() }
        current.seen.add(field)
      } else current.labels.push(child)
    }
    result.push(current)
  }
  return result
}

/**
 * Where plain texts of one section each have labels of their own (加强…。责任单位：甲 加强…。责任单位：乙): the children
 * that open the next of them. Null where the labels are those of all the texts.
 */
function runsOf(children: readonly Block[]): Set<number> | null {
  const kinds = children.map((child): 'text' | 'label' | null => {
    if (child.type === 'label') return CONTENT_FIELDS.has(child.hit.meaning.field) ? null : 'label'
    return child.type === 'section' ||
      child.type === 'row' ||
      (child.type === 'paragraph' && !isBareHead(children, child))
      ? 'text'
      : null
  })
  if (children.some((child, i) => child.type === 'label' && kinds[i] === null)) return null
  const order = kinds.flatMap((kind, i) => (kind ? [{ kind, i }] : []))
  const opening = order[0]?.kind
  const turns = order.filter(({ kind }, at) => at > 0 && kind === opening && order[at - 1]?.kind !== opening)
  const [second] = turns
  if (!second || !order.some(({ kind, i }) => kind !== opening && i > second.i)) return null
  const fields = (from: number, to: number) =>
    children.slice(from, to).flatMap((child) => (child.type === 'label' ? [child.hit.meaning.field] : []))
  const first = fields(0, second.i)
  return fields(second.i, children.length).some((field) => first.includes(field))
    ? new Set(turns.map(({ i }) => i))
    : null
}

/** The paragraph of a heading that nothing follows on its line. */
const isBareHead = (children: readonly Block[], paragraph: Paragraph): boolean =>
  children[0] === paragraph && paragraph.textStart > paragraph.start && paragraph.end - paragraph.textStart <= 45
