import type { Element, Nodes, Parents, Root } from 'hast'
import { ARTICLE_NAMES, CONTAINER_TAGS } from './cues.ts'
import { isChrome, isHidden, type Measures, measureOf, namesOf } from './measure.ts'

/** The element that holds the article, with those around it from the outside in. */
export interface Article {
  element: Parents
  /** From the root to the parent of `element`. */
  ancestors: Parents[]
}

/** So much of the page's prose must lie in what is taken for the article. */
const SHARE = 0.72
/** By its name an element is believed with less of it. */
const NAMED_SHARE = 0.4

const elementsOf = (node: Parents): Element[] =>
  node.children.flatMap((child) => (child.type === 'element' && !isHidden(child) ? [child] : []))

/**
 * Finds the article: downwards from the body, always into the child that holds most of the prose, as long as one does;
 * an element whose name says that it is the article is preferred on the way.
 */
export const findArticle = (root: Root, measures: Measures): Article => {
  const body = bodyOf(root)
  const all = weight(measures, body.element)
  const named = findNamed(body, measures, all)
  let { element, ancestors } = named ?? body
  for (;;) {
    const children = elementsOf(element).filter((child) => CONTAINER_TAGS.has(child.tagName))
    const here = weight(measures, element)
    const best = children.reduce<Element | null>(
      (found, child) => (found === null || weight(measures, child) > weight(measures, found) ? child : found),
      null,
    )
    // A table with more than one column may be the document itself; its cells are none.
    if (best === null || here === 0 || weight(measures, best) < here * SHARE || isDataTable(best)) break
    // What stands beside it is part of the article unless it is links or named as something else.
    if (element !== body.element && keepsTogether(element, best, measures)) break
    ancestors = [...ancestors, element]
    element = best
  }
  return { element, ancestors }
}

/** Prose is what has punctuation and is no link. */
const weight = (measures: Measures, node: Nodes): number => {
  const { text, links, marks } = measureOf(measures, node)
  if (node.type === 'element' && isChrome(node)) return (text - links) * 0.2
  return Math.max(0, text - links * 1.5) + marks * 6
}

const bodyOf = (root: Root): Article => {
  let element: Parents = root
  const ancestors: Parents[] = []
  for (const tag of ['html', 'body']) {
    const next: Element | undefined = elementsOf(element).find((child) => child.tagName === tag)
    if (next === undefined) break
    ancestors.push(element)
    element = next
  }
  return { element, ancestors }
}

/** The innermost element named as the article that holds much of the page's prose. */
const findNamed = (body: Article, measures: Measures, all: number): Article | null => {
  let best: (Article & { size: number }) | null = null
  const visit = (node: Parents, ancestors: Parents[]): void => {
    for (const child of elementsOf(node)) {
      const size = weight(measures, child)
      if (size < all * NAMED_SHARE) continue
      if (ARTICLE_NAMES.test(namesOf(child)) || child.tagName === 'article') {
        if (best === null || size >= best.size * SHARE) best = { element: child, ancestors: [...ancestors, node], size }
      }
      visit(child, [...ancestors, node])
    }
  }
  visit(body.element, body.ancestors)
  return best
}

/** Whether an element is a paragraph's neighbour of others, so that descending would cut the article in two. */
const keepsTogether = (element: Parents, best: Element, measures: Measures): boolean =>
  elementsOf(element).some((child) => {
    if (child === best || isChrome(child)) return false
    const { text, links } = measureOf(measures, child)
    const heading = /^h[1-6]$/.test(child.tagName) && text > 0
    return heading || (text - links > 12 && links < text * 0.4)
  })

const isDataTable = (element: Element): boolean =>
  ['table', 'tbody', 'thead', 'tr'].includes(element.tagName) && !isLayoutTable(element)

/** A table that only puts things in their places: one column or one row, or tables within it. */
export const isLayoutTable = (table: Element): boolean => {
  let rows = 0
  let widest = 0
  let nested = false
  const visit = (node: Element): void => {
    for (const child of elementsOf(node)) {
      if (child.tagName === 'table') nested = true
      else if (child.tagName === 'tr') {
        rows++
        const cells = elementsOf(child).filter((cell) => cell.tagName === 'td' || cell.tagName === 'th')
        widest = Math.max(widest, cells.length)
        for (const cell of cells) if (containsTable(cell)) nested = true
      } else visit(child)
    }
  }
  if (table.tagName === 'tr') visit({ ...table, tagName: 'tbody', children: [table] })
  else visit(table)
  return nested || rows < 2 || widest < 2
}

const containsTable = (node: Element): boolean =>
  elementsOf(node).some((child) => child.tagName === 'table' || containsTable(child))
