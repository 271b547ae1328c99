import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Source, SourceHint } from '../model/source.ts'
import type { SourceParts } from './plain.ts'

/** As much of mdast as is read here. */
interface MarkdownNode {
  type: string
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
  children?: MarkdownNode[]
  depth?: number
  ordered?: boolean | null | undefined
}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(function disableForProse() {
    // Chinese prose indents paragraphs and underlines with dashes; neither makes code or a heading of it.
    const data = this.data()
    const extensions = data.micromarkExtensions ?? []
    data.micromarkExtensions = [...extensions, { disable: { null: ['codeIndented', 'setextUnderline'] } }]
  })
  .freeze()

const span = (node: MarkdownNode): { start: number; end: number } | null => {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? null : { start, end }
}

class HintReader {
  readonly hints: SourceHint[] = []
  constructor(private readonly text: string) {}

  read(node: MarkdownNode, listDepth = 0): void {
    const at = span(node)
    if (at === null) {
      this.readChildren(node, listDepth)
      return
    }
    switch (node.type) {
      case 'heading':
        this.readHeading(node, at)
        break
      case 'list':
        for (const item of node.children ?? []) this.readItem(item, node.ordered === true, listDepth + 1)
        return
      case 'table':
        this.readTable(node)
        return
      case 'code':
        this.hints.push({ ...at, kind: 'code' })
        this.markFences(at)
        return
      case 'strong':
      case 'emphasis':
      case 'delete':
      case 'link':
      case 'linkReference':
        this.markAround(node, at)
        break
      case 'image':
      case 'imageReference':
      case 'definition':
      case 'thematicBreak':
        this.mark(at.start, at.end)
        return
      case 'html':
        this.markHtml(at)
        return
      case 'inlineCode':
        this.markInlineCode(at)
        return
      case 'blockquote':
        this.markQuoteSigns(at)
        break
      case 'text':
        this.markEscapes(at)
        return
    }
    this.readChildren(node, listDepth)
  }

  private readChildren(node: MarkdownNode, listDepth: number): void {
    for (const child of node.children ?? []) this.read(child, listDepth)
  }

  private mark(start: number, end: number): void {
    if (end > start) this.hints.push({ start, end, kind: 'markup' })
  }

  /** What stands before the first and after the last child. */
  private markAround(node: MarkdownNode, at: { start: number; end: number }): void {
    const first = node.children?.[0]
    const last = node.children?.at(-1)
    const inner = first === undefined || last === undefined ? null : { from: span(first), to: span(last) }
    if (inner?.from == null || inner.to == null) {
      this.mark(at.start, at.end)
      return
    }
    this.mark(at.start, inner.from.start)
    this.mark(inner.to.end, at.end)
  }

  private readHeading(node: MarkdownNode, at: { start: number; end: number }): void {
    const hint: SourceHint = { ...at, kind: 'heading' }
    if (node.depth !== undefined) hint.depth = node.depth
    this.hints.push(hint)
    this.markAround(node, at)
  }

  /** 1. stays in the text, since it numbers; - and * go. */
  private readItem(item: MarkdownNode, ordered: boolean, depth: number): void {
    const at = span(item)
    const first = item.children?.[0]
    if (at === null) return
    const content = first === undefined ? null : span(first)
    const nested = first?.type === 'list'
    const end = content === null || nested ? at.start : content.end
    this.hints.push({ start: at.start, end: Math.max(end, Math.min(at.end, at.start + 1)), kind: 'list-item', depth })
    if (!ordered && content !== null) this.mark(at.start, content.start)
    else if (ordered && content !== null) {
      const marker = /^\d+[.)][ \t]*/.exec(this.text.slice(at.start, content.start))?.[0] ?? ''
      this.mark(at.start + marker.length, content.start)
    }
    this.readChildren(item, depth)
  }

  private readTable(table: MarkdownNode): void {
    const rows = table.children ?? []
    let previousEnd: number | null = null
    for (const [row, node] of rows.entries()) {
      const at = span(node)
      if (at === null) continue
      // The rule between the header and the body, with its line end.
      if (row === 1 && previousEnd !== null) this.markRule(previousEnd, at.start)
      const cells = (node.children ?? []).map((cell) => this.cellContent(cell)).filter((cell) => cell !== null)
      this.hints.push({ ...at, kind: 'table-row', row, cells })
      let from = at.start
      for (const [i, cell] of cells.entries()) {
        this.mark(from, cell.start)
        const inner = node.children?.[i]
        if (inner !== undefined) this.readChildren(inner, 0)
        from = cell.end
      }
      this.mark(from, at.end)
      previousEnd = at.end
    }
    const last = span(table)
    if (rows.length === 1 && previousEnd !== null && last !== null) this.mark(previousEnd, last.end)
  }

  private markRule(from: number, to: number): void {
    const lineStart = Math.max(this.text.lastIndexOf('\n', to - 1), this.text.lastIndexOf('\r', to - 1)) + 1
    this.mark(from, Math.max(from, this.lineEndBefore(lineStart)))
  }

  private lineEndBefore(lineStart: number): number {
    if (this.text.startsWith('\r\n', lineStart - 2)) return lineStart - 2
    return lineStart - 1
  }

  /** A cell without its bars and the spaces beside them. */
  private cellContent(cell: MarkdownNode): { start: number; end: number } | null {
    const at = span(cell)
    if (at === null) return null
    const slice = this.text.slice(at.start, at.end)
    const before = /^\|?[ \t]*/.exec(slice)?.[0].length ?? 0
    const rest = slice.slice(before)
    const after = /[ \t]*(?:(?<!\\)\|)?$/.exec(rest)?.[0].length ?? 0
    return { start: at.start + before, end: at.start + before + Math.max(0, rest.length - after) }
  }

  private markFences(at: { start: number; end: number }): void {
    const slice = this.text.slice(at.start, at.end)
    for (const fence of slice.matchAll(/^[ \t]*(?:`{3,}|~{3,})[^\r\n]*/gm))
      this.mark(at.start + fence.index, at.start + fence.index + fence[0].length)
  }

  /** Comments go as a whole; of other HTML in the text only the tags. */
  private markHtml(at: { start: number; end: number }): void {
    const slice = this.text.slice(at.start, at.end)
    for (const tag of slice.matchAll(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi))
      this.mark(at.start + tag.index, at.start + tag.index + tag[0].length)
  }

  private markInlineCode(at: { start: number; end: number }): void {
    const ticks = /^`+/.exec(this.text.slice(at.start, at.end))?.[0].length ?? 0
    this.mark(at.start, at.start + ticks)
    this.mark(at.end - ticks, at.end)
  }

  private markQuoteSigns(at: { start: number; end: number }): void {
    for (const sign of this.text.slice(at.start, at.end).matchAll(/^[ \t]*(?:>[ \t]?)+/gm))
      this.mark(at.start + sign.index, at.start + sign.index + sign[0].length)
  }

  private markEscapes(at: { start: number; end: number }): void {
    for (const sign of this.text.slice(at.start, at.end).matchAll(/\\(?=[!-/:-@[-`{-~])/g))
      this.mark(at.start + sign.index, at.start + sign.index + 1)
  }
}

const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/

/**
 * Markdown → Source. The text stays as it is; headings, list items, tables and code become hints, and so does every
 * character that is only markup. Hints are sorted by where they start; `markup` hints do not overlap each other and may lie
 * inside a heading, list item or table row, which do not overlap each other either.
 */
export const markdownSource = ({ path, text, encoding, notices, sha256 }: SourceParts): Source => {
  const front = FRONT_MATTER.exec(text)?.[0].length ?? 0
  // The parser counts offsets in the text it was given, so what is hidden from it keeps its length.
  const tree: MarkdownNode = parser.parse(text.slice(0, front).replace(/[^\r\n]/g, ' ') + text.slice(front))
  const reader = new HintReader(text)
  if (front > 0) reader.hints.push({ start: 0, end: front, kind: 'code' })
  reader.read(tree)
  const hints = withoutOverlaps(reader.hints)
  return { path, text, format: 'markdown', encoding, sha256, notices, hints }
}

/** Sorted; a markup hint that lies in an earlier one is cut or dropped. */
const withoutOverlaps = (hints: SourceHint[]): SourceHint[] => {
  const rank = (hint: SourceHint): number => (hint.kind === 'markup' ? 1 : 0)
  const sorted = [...hints].sort((a, b) => a.start - b.start || rank(a) - rank(b) || a.end - b.end)
  const result: SourceHint[] = []
  let markupEnd = 0
  for (const hint of sorted) {
    if (hint.kind !== 'markup') {
      result.push(hint)
      continue
    }
    if (hint.end <= markupEnd) continue
    result.push(hint.start < markupEnd ? { ...hint, start: markupEnd } : hint)
    markupEnd = hint.end
  }
  return result
}
