import { type TableRow, writeTable } from './table-text.ts'
import { type LineHint, settleTabs, TextBuilder } from './text-builder.ts'

/** A line of a document before it is written. */
export interface Line {
  text: string
  hint?: LineHint
}

/** Paragraphs in a run, or a table. */
export type Block = { kind: 'lines'; lines: Line[] } | { kind: 'table'; rows: TableRow[] }

/** A paragraph as long as this is no heading, whatever its style. */
const LONGEST_HEADING = 80
const DEEPEST_HEADING = 6
const ENUMERATED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节条部])/

/** Adds lines to the run that they follow. */
export const addLines = (blocks: Block[], lines: readonly Line[]): void => {
  if (lines.length === 0) return
  const last = blocks.at(-1)
  if (last?.kind === 'lines') for (const line of lines) last.lines.push(line)
  else blocks.push({ kind: 'lines', lines: [...lines] })
}

/**
 * Lines of a paragraph: its breaks make several, and what the format says holds for the first. An empty paragraph is an
 * empty line: it tells sections apart, as in a text.
 */
export const paragraphLines = (text: string, hint: LineHint | undefined): Line[] =>
  text.split('\n').map((line, index) => {
    const blank = line.trim() === ''
    return {
      text: blank ? '' : line,
      ...(hint === undefined || blank || (index > 0 && hint.kind !== 'furniture') ? {} : { hint }),
    }
  })

/**
 * Hint of a heading, unless what carries the style is no heading but a paragraph.
 *
 * @param depth 0: the title of the document
 */
export const headingHint = (text: string, depth: number | undefined): LineHint | undefined =>
  depth === undefined || text.length > LONGEST_HEADING || /[。；;]./.test(text) ? undefined : { kind: 'heading', depth }

/** Writes the body of a document. */
export const writeBlocks = (builder: TextBuilder, blocks: readonly Block[]): void => {
  settleHeadings(blocks)
  for (const block of blocks) {
    if (block.kind === 'table') writeTable(builder, block.rows)
    else {
      const texts = settleTabs(block.lines.map(({ text }) => text))
      for (const [index, { hint }] of block.lines.entries()) builder.line(texts[index] ?? '', hint)
    }
  }
}

/** Blocks as bare lines: for cells, boxes, notes, headers. */
export const plainLines = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'lines') return block.lines.map(({ text }) => text)
    const builder = new TextBuilder()
    writeTable(builder, block.rows)
    const text = builder.finish().text.trimEnd()
    return text === '' ? [] : text.split('\n').map((row) => row.replace(/\t+/g, ' ').trim())
  })

/** Writes notes, headers and footers: behind the text and apart from it, each once. */
export class ApartWriter {
  private readonly written = new Set<string>()
  constructor(private readonly builder: TextBuilder) {}

  write(lines: readonly string[], mark = ''): void {
    const text = lines.join(' ').replace(/\s+/g, ' ').trim()
    // Page numbers alone say nothing.
    if (!/\p{L}/u.test(text) || this.written.has(text)) return
    this.written.add(text)
    this.builder.line(mark + text, { kind: 'furniture' })
  }
}

/**
 * Depths from 1. The first depth is left to the title, where the document has one: a paragraph of that style, or the
 * heading 1 before the numbered ones.
 */
const settleHeadings = (blocks: readonly Block[]): void => {
  const headings = blocks.flatMap((block) =>
    block.kind === 'lines' ? block.lines.filter(({ hint }) => hint?.kind === 'heading') : [],
  )
  const titled = headings.some(({ hint }) => hint?.depth === 0)
  const [first] = headings
  const shift = titled || (first !== undefined && ENUMERATED.test(first.text.trim())) ? 1 : 0
  for (const line of headings)
    if (line.hint !== undefined)
      line.hint = { ...line.hint, depth: Math.max(1, Math.min(DEEPEST_HEADING, (line.hint.depth ?? 0) + shift)) }
}
