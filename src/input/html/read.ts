import type { Nodes, Parents, Root } from 'hast'
import type { SourceHint, SourceNotice } from '../../model/source.ts'
import { damaged, InputError } from '../errors.ts'
import { SourceText } from '../source-text.ts'
import { findArticle } from './article.ts'
import { TITLE_NAMES } from './cues.ts'
import { isChrome, isHidden, type Measures, measureAll, measureOf, namesOf } from './measure.ts'
import { HtmlWriter } from './writer.ts'

export interface PageText {
  text: string
  hints: SourceHint[]
  notices: SourceNotice[]
}

/** Longer lines above the article are no title. */
const LONGEST_TITLE = 120

/**
 * Reads the article of a page: title, paragraphs, lists and tables as lines; publication line and the like beside the
 * article as furniture; menus and advertisements further away not at all.
 *
 * @throws InputError `damaged` where elements are nested beyond all measure, `empty` where nothing is shown
 */
export const readHtml = async (html: string): Promise<PageText> => {
  const { fromHtml } = await import('hast-util-from-html')
  try {
    return readTree(fromHtml(html))
  } catch (error) {
    // Ten thousand elements within each other.
    if (error instanceof RangeError) throw damaged('elements are nested too deep')
    throw error
  }
}

const readTree = (root: Root): PageText => {
  const measures = measureAll(root)
  const article = findArticle(root, measures)
  const out = new SourceText()
  const writer = new HtmlWriter(out, measures, true)
  const path = [...article.ancestors, article.element]
  const dropped = { text: 0 }
  for (const [level, parent] of article.ancestors.entries())
    for (const child of before(parent, path[level + 1])) neighbour(child, writer, measures, dropped, true)
  writer.block(article.element)
  for (const [level, parent] of [...article.ancestors.entries()].reverse())
    for (const child of after(parent, path[level + 1])) neighbour(child, writer, measures, dropped, false)
  const { text, hints } = withTitle(out, titleOf(root))
  if (text.trim() === '') throw new InputError('no-text', {}, 'Nothing is shown on this page')
  const notices: SourceNotice[] = dropped.text > 0 ? [{ code: 'page-parts-dropped', detail: String(dropped.text) }] : []
  return { text, hints, notices }
}

const before = (parent: Parents, path: Nodes | undefined): Nodes[] => {
  const at = parent.children.findIndex((child) => Object.is(child, path))
  return at < 0 ? [] : parent.children.slice(0, at)
}

const after = (parent: Parents, path: Nodes | undefined): Nodes[] => {
  const at = parent.children.findIndex((child) => Object.is(child, path))
  return at < 0 ? [] : parent.children.slice(at + 1)
}

/** What stands beside the article: its title, prose that belongs to it, the publication line, or nothing of use. */
const neighbour = (
  node: Nodes,
  writer: HtmlWriter,
  measures: Measures,
  dropped: { text: number },
  above: boolean,
): void => {
  if (node.type === 'text' && node.value.trim() !== '') {
    writer.block(node)
    return
  }
  if (node.type !== 'element' || isHidden(node)) return
  const { text, links, marks } = measureOf(measures, node)
  if (text === 0) return
  const menu = isChrome(node) || links > text * 0.5
  if (above && !menu && text <= LONGEST_TITLE && isTitle(node)) {
    writer.block(node, { kind: 'heading', depth: 1 })
    return
  }
  const inside =
    'children' in node && !menu ? node.children.filter((child) => child.type === 'element' && isTitle(child)) : []
  if (above && inside.length > 0) {
    for (const child of node.children) neighbour(child, writer, measures, dropped, above)
    return
  }
  if (!menu && marks >= 4 && text > 60) writer.block(node)
  else if (!menu && text <= 300) writer.chrome(node)
  else dropped.text += text
}

const isTitle = (node: Nodes): boolean =>
  node.type === 'element' && (/^h[1-3]$/.test(node.tagName) || TITLE_NAMES.test(namesOf(node)))

/** The title of the page without the name of the site: 关于……的通知_某某市人民政府. */
const titleOf = (root: Root): string => {
  let title = ''
  const visit = (node: Nodes): void => {
    if (title !== '') return
    if (node.type === 'element' && node.tagName === 'title') {
      title = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
      return
    }
    if (node.type === 'root' || (node.type === 'element' && (node.tagName === 'html' || node.tagName === 'head')))
      for (const child of node.children) visit(child)
  }
  visit(root)
  const parts = title
    .replace(/\s+/g, ' ')
    .split(/\s*[_|｜]\s*|\s+[-–—]+\s+|--+/)
    .map((part) => part.trim())
  return (
    parts.find((part) => /[\u4e00-\u9fff]{4}/.test(part) && !/(?:首页|主页|网|门户|网站|人民政府)$/.test(part)) ?? ''
  )
}

/** Puts the page's title before an article that has none of its own. */
const withTitle = (out: SourceText, title: string): { text: string; hints: SourceHint[] } => {
  const { text, hints } = out
  const bare = (words: string): string => words.replace(/[^\p{L}\p{N}]/gu, '')
  const titled = hints.some((hint) => hint.kind === 'heading' && hint.depth === 1)
  if (title === '' || titled || bare(text.slice(0, 2000)).includes(bare(title).slice(0, 30))) return { text, hints }
  const shift = title.length + 1
  const moved = hints.map((hint) => ({
    ...hint,
    start: hint.start + shift,
    end: hint.end + shift,
    ...(hint.cells === undefined
      ? {}
      : { cells: hint.cells.map((cell) => ({ ...cell, start: cell.start + shift, end: cell.end + shift })) }),
  }))
  return { text: `${title}\n${text}`, hints: [{ start: 0, end: title.length, kind: 'heading', depth: 1 }, ...moved] }
}
