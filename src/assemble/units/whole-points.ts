import { rankOf } from '../../structure/schemes.ts'
import type { Paragraph, Root, Section } from '../../structure/tree.ts'
import { textOf, type UnitContext } from './unit.ts'

/** What is to be done, and a day by which. */
const UNTIL = /^[^，,]{4,}[，,].*(?:[月日年周度][底末]?|节|汛|底|末)前[^，,]*$/

/** 请各支部…, 以上工作…: said to all, behind the points. */
const CALLS_ON_ALL = /^\s*(?:请(?:各|有关|相关|全)|以上|上述|各[^，,。；;]{1,10}(?:要|须|应|务必|必须))/

/** 2、修复水毁工程，4月底前通水。: an item that says until when is whole, though lines without a number come below it. */
export const isOrder = (section: Section, context: UnitContext): boolean =>
  isLowRank(section) &&
  context.text.charAt(section.heading.end) === '。' &&
  UNTIL.test(textOf(context, section.heading))

/** 请各支部对照整改。 below the last of points that are whole sentences, none of which has a line below it. */
export function closesList(section: Section, parent: Root | Section, second: Paragraph, context: UnitContext): boolean {
  if (context.text.charAt(section.heading.end) !== '。') return false
  const all = parent.children.filter((child): child is Section => child.type === 'section')
  // several lists may follow each other without a heading between them
  const siblings = all.slice(
    Math.max(
      0,
      all.findLastIndex(({ enumerator }) => enumerator.ordinal === 1),
    ),
  )
  // 1.…； 2.…； 3.…。 is one sentence, and what comes behind its stop is outside
  const listed = siblings.length > 2 && siblings.every((one) => one === section || endsWithSemicolon(one, context))
  if (!listed && !CALLS_ON_ALL.test(textOf(context, second))) return false
  return (
    isLowRank(section) &&
    siblings.length > 1 &&
    siblings.at(-1) === section &&
    siblings.every((one) => one === section || one.children.every((child, i) => i === 0 && child.type === 'paragraph'))
  )
}

/** 1. and what stands below it: points, no chapters. */
const isLowRank = ({ enumerator }: Section): boolean => rankOf(enumerator.scheme) >= rankOf('arabic')

const endsWithSemicolon = ({ heading: { start, end } }: Section, { text }: UnitContext): boolean =>
  /[；;]\s*$/.test(text.slice(start, end + 1))
