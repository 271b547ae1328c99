import type { Paragraph, Root, Section } from '../../structure/tree.ts'
import { isDateOnly, partOfMinutes, withoutSignature } from './plain-lines.ts'
import { textOf, type UnitContext } from './unit.ts'
import { closesList, isOrder } from './whole-points.ts'

/** 2025年工作计划: the name of a section, no part of what stands alone in it. */
const PERIOD_NAME = /^(?:20\d\d年|下一?步|下半年|明年|今后)[^，,。]{0,8}(?:计划|打算|安排|思路|要点)$/

/** What a section, or a document, is made of. */
export interface Shape {
  subsections: readonly Section[]
  /** No sections in it. */
  leaf: boolean
  /** Paragraphs that may say something: not what closes a notice. */
  paragraphs: readonly Paragraph[]
  /** The paragraph that its number opens. */
  head: Paragraph | null
  /** That paragraph is whole: what stands below it is no part of it. */
  whole: boolean
  /** The one paragraph below a heading, to be read with it. */
  merged: Paragraph | null
  /** Its text stands under labels (整改措施：). */
  labelled: boolean
}

/**
 * Tells how the blocks of a section belong together.
 *
 * @param parent what the section stands in
 */
export function shapeOf(node: Root | Section, parent: Root | Section, context: UnitContext): Shape {
  const { children } = node
  const section = node.type === 'section' ? node : undefined
  const subsections = children.filter((child): child is Section => child.type === 'section')
  const paragraphs = withoutSignature(
    children.filter(
      (child): child is Paragraph =>
        child.type === 'paragraph' && child.children.length > 0 && !partOfMinutes(child, context),
    ),
    context,
  )
  const [first, second] = paragraphs
  const leaf = subsections.length === 0
  const head = section && first && first.start <= section.heading.start ? first : null
  const whole =
    section !== undefined &&
    head !== null &&
    (isOrder(section, context) || (second !== undefined && closesList(section, parent, second, context)))
  const labelled = children.some(
    (child) =>
      child.type === 'label' && (child.hit.meaning.field === 'measures' || child.hit.meaning.field === 'objective'),
  )
  const merged =
    leaf &&
    section &&
    head &&
    !whole &&
    second &&
    paragraphs.length === 2 &&
    !second.item &&
    !labelled &&
    !PERIOD_NAME.test(textOf(context, section.heading).trim()) &&
    (section.bare || isDateOnly(textOf(context, second)))
      ? second
      : null
  return { subsections, leaf, paragraphs, head, whole, merged, labelled }
}
