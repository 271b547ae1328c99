import type { Element, Nodes } from 'hast'
import { CHROME_NAMES, CHROME_TAGS, HIDDEN_TAGS } from './cues.ts'

/** How much prose an element holds. */
export interface Measure {
  /** Characters, white space left out. */
  text: number
  /** Of these, in links. */
  links: number
  /** Full stops, commas and the like outside links: prose has them, menus do not. */
  marks: number
}

export type Measures = ReadonlyMap<Nodes, Measure>

const NOTHING: Measure = { text: 0, links: 0, marks: 0 }

/** What was measured of a node. */
export const measureOf = (measures: Measures, node: Nodes): Measure => measures.get(node) ?? NOTHING

/** Id and classes, in lower case. */
export const namesOf = (element: Element): string => {
  const { id, className } = element.properties
  const classes = Array.isArray(className) ? className.join(' ') : ''
  return `${typeof id === 'string' ? id : ''} ${classes}`.trim().toLowerCase()
}

/** Not shown by a browser: by its kind, the hidden attribute or its own style. */
export const isHidden = (element: Element): boolean => {
  if (HIDDEN_TAGS.has(element.tagName)) return true
  const { hidden, style, type } = element.properties
  if (hidden === true || hidden === '' || (element.tagName === 'input' && type === 'hidden')) return true
  return typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
}

/** Whether an element is the frame of the page, not its text. */
export const isChrome = (element: Element): boolean =>
  CHROME_TAGS.has(element.tagName) || CHROME_NAMES.test(namesOf(element))

/** Measures every node below this one. */
export const measureAll = (root: Nodes): Measures => {
  const measures = new Map<Nodes, Measure>()
  const visit = (node: Nodes, inLink: boolean): Measure => {
    if (node.type === 'text') {
      const text = node.value.replace(/\s+/g, '')
      const marks = inLink ? 0 : (text.match(/[，。；、：,;]/g)?.length ?? 0)
      const measure: Measure = { text: text.length, links: inLink ? text.length : 0, marks }
      measures.set(node, measure)
      return measure
    }
    if (!('children' in node) || (node.type === 'element' && isHidden(node))) return NOTHING
    const link = inLink || (node.type === 'element' && node.tagName === 'a' && node.properties.href !== undefined)
    const sum: Measure = { text: 0, links: 0, marks: 0 }
    for (const child of node.children) {
      const of = visit(child, link)
      sum.text += of.text
      sum.links += of.links
      sum.marks += of.marks
    }
    measures.set(node, sum)
    return sum
  }
  visit(root, false)
  return measures
}
