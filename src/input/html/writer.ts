import type { Element, Nodes, Parents } from 'hast'
import type { SourceHint } from '../../model/source.ts'
import { joinCellLines } from '../cell-text.ts'
import { GridBuilder, writeGrid } from '../grid.ts'
import { SourceText } from '../source-text.ts'
import { isLayoutTable } from './article.ts'
import { BLOCK_TAGS } from './cues.ts'
import { listMarker, NUMBERED } from './markers.ts'
import { isChrome, isHidden, type Measures, measureOf } from './measure.ts'

interface List {
  ordered: boolean
  style: string
  next: number
  step: number
}

/** More than this and a span is a mistake or an attack. */
const WIDEST_SPAN = 100
const TALLEST_SPAN = 2000
/** Furniture longer than this is of no use to anybody. */
const LONGEST_CHROME = 300

/** Writes elements as lines: blocks become lines, lists and headings lines with hints, tables rows. */
export class HtmlWriter {
  private buffer = ''
  private pending: Pick<SourceHint, 'kind' | 'depth'> | undefined
  private marker = ''
  private furniture = false
  private readonly lists: List[] = []

  constructor(
    readonly out: SourceText,
    private readonly measures: Measures,
    /** Whether menus, advertisements and the like are set aside. */
    private readonly prune: boolean,
  ) {}

  /** Writes one element and ends its last line. */
  block(node: Nodes, hint?: Pick<SourceHint, 'kind' | 'depth'>): void {
    this.flush()
    this.pending = hint
    this.visit(node)
    this.flush()
    this.pending = undefined
  }

  /** Writes one element as furniture of the page. */
  chrome(node: Nodes): void {
    if (measureOf(this.measures, node).text > LONGEST_CHROME) return
    this.flush()
    this.furniture = true
    this.visit(node)
    this.flush()
    this.furniture = false
  }

  private visit(node: Nodes): void {
    if (node.type === 'text') {
      this.buffer += node.value
      return
    }
    if (node.type === 'root') {
      for (const child of node.children) this.visit(child)
      return
    }
    if (node.type !== 'element' || isHidden(node)) return
    if (this.prune && !this.furniture && this.isAside(node)) {
      this.chrome(node)
      return
    }
    this.element(node)
  }

  private element(node: Element): void {
    switch (node.tagName) {
      case 'br':
        this.flush()
        return
      case 'pre':
        this.pre(node)
        return
      case 'ol':
      case 'ul':
        this.list(node)
        return
      case 'li':
        this.item(node)
        return
      case 'table':
        if (!isLayoutTable(node) && !this.furniture) {
          this.table(node)
          return
        }
        break
    }
    if (!BLOCK_TAGS.has(node.tagName)) {
      this.children(node)
      return
    }
    this.flush()
    const heading = /^h([1-6])$/.exec(node.tagName)
    if (heading !== null) this.pending = { kind: 'heading', depth: Number(heading[1]) }
    const start = this.out.offset
    this.children(node)
    this.flush()
    if (heading !== null) this.pending = undefined
    // An empty paragraph is a blank line to whoever looks at the page.
    if (node.tagName === 'p' && node.children.length > 0 && this.out.offset === start) this.out.blank()
  }

  private children(node: Parents): void {
    for (const child of node.children) this.visit(child)
  }

  /** Menus, share bars and lists of links among the paragraphs. */
  private isAside(node: Element): boolean {
    if (!BLOCK_TAGS.has(node.tagName) || /^(?:html|body|td|th|tr|tbody|table|h[1-6])$/.test(node.tagName)) return false
    const { text, links, marks } = measureOf(this.measures, node)
    if (text === 0) return false
    const linked = links > text * 0.6 && marks < 3
    if (isChrome(node)) return marks < 4 || links > text * 0.5
    return linked && links > 12 && node.tagName !== 'p' && node.tagName !== 'li' && !hasAttachments(node)
  }

  private flush(): void {
    const text = tidy(this.buffer)
    this.buffer = ''
    if (text.trim() === '') return
    const numbered = this.marker !== '' && !NUMBERED.test(text) ? this.marker + text.trimStart() : text
    this.marker = ''
    this.out.line(numbered, this.furniture ? { kind: 'furniture' } : this.pending)
    if (this.pending?.kind === 'list-item') this.pending = undefined
  }

  private pre(node: Element): void {
    this.flush()
    const inner = new HtmlWriter(new SourceText(), this.measures, false)
    inner.verbatim(node)
    for (const line of inner.buffer.split(/\r\n?|\n/))
      this.out.line(line, this.furniture ? { kind: 'furniture' } : undefined)
  }

  private verbatim(node: Nodes): void {
    if (node.type === 'text') this.buffer += node.value
    else if (node.type === 'element' && node.tagName === 'br') this.buffer += '\n'
    else if ('children' in node && !(node.type === 'element' && isHidden(node)))
      for (const child of node.children) this.verbatim(child)
  }

  private list(node: Element): void {
    this.flush()
    const { start, reversed, type, style } = node.properties
    const ordered = node.tagName === 'ol'
    const back = reversed === true || reversed === ''
    const items = node.children.filter((child) => child.type === 'element' && child.tagName === 'li').length
    const first = typeof start === 'number' ? start : back ? items : 1
    const styled = typeof style === 'string' ? /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(style)?.[1] : undefined
    const name = styled?.toLowerCase() ?? (typeof type === 'string' ? type : 'decimal')
    this.lists.push({ ordered, style: name, next: first, step: back ? -1 : 1 })
    this.children(node)
    this.flush()
    this.lists.pop()
  }

  private item(node: Element): void {
    this.flush()
    const list = this.lists.at(-1)
    const { value } = node.properties
    if (list?.ordered === true) {
      const given = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN
      const number = Number.isInteger(given) ? given : list.next
      list.next = number + list.step
      this.marker = listMarker(number, list.style)
    } else if (!this.furniture) this.pending = { kind: 'list-item', depth: Math.max(1, this.lists.length) }
    this.children(node)
    this.flush()
    this.marker = ''
    if (this.pending?.kind === 'list-item') this.pending = undefined
  }

  private table(node: Element): void {
    this.flush()
    const grid = new GridBuilder()
    const captions: Element[] = []
    const walk = (parent: Element): void => {
      for (const child of parent.children) {
        if (child.type !== 'element' || isHidden(child)) continue
        if (child.tagName === 'caption') captions.push(child)
        else if (child.tagName === 'tr') this.tableRow(child, grid)
        else if (child.tagName !== 'table') walk(child)
      }
    }
    walk(node)
    for (const caption of captions) this.block(caption)
    writeGrid(this.out, grid.finish())
  }

  private tableRow(row: Element, grid: GridBuilder): void {
    grid.startRow()
    for (const cell of row.children) {
      if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th') || isHidden(cell)) continue
      const inner = new HtmlWriter(new SourceText(), this.measures, false)
      inner.children(cell)
      inner.flush()
      grid.cell(
        joinCellLines(inner.out.text.split('\n')),
        span(cell.properties.colSpan, WIDEST_SPAN),
        span(cell.properties.rowSpan, TALLEST_SPAN),
      )
    }
  }
}

const span = (value: unknown, most: number): number => {
  const number = typeof value === 'number' ? value : Number(value ?? 1)
  return Number.isInteger(number) && number > 0 ? Math.min(number, most) : 1
}

/** 附件：1.任务分工表.doc is part of the document. */
const hasAttachments = (node: Nodes): boolean => {
  if (node.type === 'element' && node.tagName === 'a') {
    const { href } = node.properties
    return typeof href === 'string' && /\.(?:docx?|wps|pdf|ofd|xlsx?|et|zip|rar)(?:$|[?#])/i.test(href)
  }
  if (node.type === 'text') return /附件/.test(node.value)
  return 'children' in node && node.children.some(hasAttachments)
}

const WIDE = '[\\u2014-\\u2026\\u3000-\\u9fff\\uff00-\\uffef]'
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE})[ \\t]*[\\r\\n]\\s*(?=${WIDE})`, 'g')

/** White space as a browser shows it, save that a line end between Chinese characters is none. */
const tidy = (text: string): string =>
  text
    .replace(BETWEEN_WIDE, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ +| +$/g, '')
