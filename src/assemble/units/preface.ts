import type { Root, Section } from '../../structure/tree.ts'
import { SPOKEN_TOPIC } from '../openings.ts'
import { textOf, type UnitContext } from './unit.ts'

/** So many paragraphs may lead to points that stand inside one. */
const MOST_BEFORE_POINTS = 6

/** Where the first of several numbered units of a document or of one piece begins; 0 where it has none, or is neither. */
export function prefaceEnd(parent: Root | Section, context: UnitContext): number {
  if (parent.type === 'section' && parent.enumerator.scheme !== 'piece') return 0
  const siblings = parent.children.filter((child): child is Section => child.type === 'section')
  const several = siblings.length >= 2 && !siblings.some((s) => s.enumerator.scheme === 'piece')
  if (!several) return 0
  const topic = parent.children.find(
    (child) => child.type === 'paragraph' && SPOKEN_TOPIC.test(textOf(context, child).trimStart().slice(0, 24)),
  )
  // 有三种毛病：一是…，二是… inside a late paragraph lists something there
  const late =
    siblings[0]?.inline === true
      ? parent.children.filter((child) => child.type === 'paragraph')[MOST_BEFORE_POINTS]?.start
      : undefined
  const first = Math.min(siblings[0]?.start ?? 0, late ?? Number.POSITIVE_INFINITY)
  return Math.min(first, topic?.start ?? first)
}
