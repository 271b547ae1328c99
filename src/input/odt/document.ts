import type { SourceNotice } from '../../model/source.ts'
import {
  ApartWriter,
  addLines,
  type Block,
  headingHint,
  type Line,
  paragraphLines,
  plainLines,
  writeBlocks,
} from '../blocks.ts'
import type { Budget } from '../limits.ts'
import type { TableCell, TableRow } from '../table-text.ts'
import { type LineHint, TextBuilder } from '../text-builder.ts'
import { child, descendants, elements, textOf, type XmlElement } from '../xml.ts'
import { type Counts, ListStyles } from './numbering.ts'

/** The parts of an OpenDocument text that are read; a flat file is all of them at once. */
export interface OdtParts {
  content: XmlElement
  styles: XmlElement | null
}

/** A list that is being read. */
interface OpenList {
  style: string | undefined
  counts: Counts
  level: number
}

interface Style {
  parent: string | undefined
  display: string
  hidden: boolean
}

/** Said elsewhere, or not to be seen. */
const SKIPPED: ReadonlySet<string> = new Set([
  'office:annotation',
  'office:forms',
  'office:event-listeners',
  'text:tracked-changes',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:ruby-text',
  'text:hidden-text',
  'text:number',
  'svg:title',
  'svg:desc',
  'draw:object',
  'draw:image',
  'office:binary-data',
])
const MOST_COLUMNS = 100
const MOST_SPACES = 1000
const LONGEST_CHAIN = 30

const integer = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise

/** Reads an OpenDocument text into text with hints. */
export class OdtReader {
  private readonly lists: ListStyles
  private readonly styles = new Map<string, Style>()
  private readonly headingCounts: Counts = []
  private readonly lastOfStyle = new Map<string, Counts>()
  private readonly byId = new Map<string, Counts>()
  private readonly notes = new Set<XmlElement>()
  private hidden = 0

  constructor(
    private readonly parts: OdtParts,
    private readonly budget: Budget,
  ) {
    const holders = [parts.styles, parts.content].flatMap((part) =>
      part === null ? [] : ['office:styles', 'office:automatic-styles'].flatMap((name) => child(part, name) ?? []),
    )
    this.lists = new ListStyles(holders)
    for (const holder of holders) for (const element of elements(holder, 'style:style')) this.addStyle(element)
  }

  read(): ReturnType<TextBuilder['finish']> & { notices: SourceNotice[] } {
    const text = child(child(this.parts.content, 'office:body'), 'office:text')
    const blocks = text === undefined ? [] : this.blocksOf(text)
    const builder = new TextBuilder(this.budget)
    writeBlocks(builder, blocks)
    const apart = new ApartWriter(builder)
    for (const [index, note] of [...this.notes].entries()) apart.write(this.linesOf(note), `[${index + 1}] `)
    for (const part of [this.parts.styles, this.parts.content])
      for (const page of elements(child(part, 'office:master-styles'), 'style:master-page'))
        for (const edge of elements(page)) apart.write(this.linesOf(edge))
    return {
      ...builder.finish(),
      notices: this.hidden > 0 ? [{ code: 'hidden-text', detail: String(this.hidden) }] : [],
    }
  }

  private addStyle(element: XmlElement): void {
    const {
      'style:name': name = '',
      'style:parent-style-name': parent,
      'style:display-name': display,
    } = element.attributes
    const hidden = child(element, 'style:text-properties')?.attributes['text:display'] === 'none'
    this.styles.set(name, { parent, display: (display ?? name).replaceAll('_20_', ' '), hidden })
  }

  /** Depth of the heading that a style makes of a paragraph; 0 for the title. */
  private depthOf(name: string | undefined): number | undefined {
    let style = this.styles.get(name ?? '')
    for (let steps = 0; style !== undefined && steps < LONGEST_CHAIN; steps++) {
      if (/^(?:title|标题)$/i.test(style.display)) return 0
      const level = /^(?:heading|标题) ?([1-9])$/i.exec(style.display)?.[1]
      if (level !== undefined) return Number(level)
      style = this.styles.get(style.parent ?? '')
    }
    return undefined
  }

  private linesOf(parent: XmlElement): string[] {
    return plainLines(this.blocksOf(parent))
  }

  private blocksOf(parent: XmlElement): Block[] {
    const blocks: Block[] = []
    for (const node of elements(parent)) this.readBlock(node, blocks, null)
    return blocks
  }

  private readBlock(node: XmlElement, blocks: Block[], list: OpenList | null): void {
    this.budget.checkTime()
    if (SKIPPED.has(node.name)) return
    switch (node.name) {
      case 'text:p':
        this.addParagraph(blocks, node, '', undefined)
        return
      case 'text:h':
        this.addHeading(blocks, node, list)
        return
      case 'text:list':
        this.readList(node, blocks, list)
        return
      case 'table:table':
        blocks.push({ kind: 'table', rows: this.table(node) })
        return
      case 'text:table-of-content': {
        const inner: Block[] = []
        for (const entry of elements(child(node, 'text:index-body'))) this.readBlock(entry, inner, null)
        addLines(
          blocks,
          plainLines(inner).map((text) => ({ text, hint: { kind: 'furniture' } })),
        )
        return
      }
      default:
        for (const inner of elements(node)) this.readBlock(inner, blocks, null)
    }
  }

  private addParagraph(blocks: Block[], node: XmlElement, number: string, hint: LineHint | undefined): void {
    const lines: Line[] = []
    const text = this.textOf(node, lines).replace(/^\n+|\s+$/g, '')
    if (text.trim() === '') {
      if (lines.length === 0) lines.push({ text: '' })
    } else {
      const line = number === '' ? text : number + text.trimStart()
      const title = hint ?? headingHint(line, this.depthOf(node.attributes['text:style-name']))
      addLines(blocks, paragraphLines(line, title))
    }
    addLines(blocks, lines)
  }

  private addHeading(blocks: Block[], node: XmlElement, list: OpenList | null): void {
    const level = Math.max(1, integer(node.attributes['text:outline-level'], 1))
    const unnumbered = node.attributes['text:is-list-header'] === 'true' || list !== null
    const restart = node.attributes['text:restart-numbering'] === 'true'
    const start = restart ? integer(node.attributes['text:start-value'], 1) : undefined
    const number = unnumbered ? null : this.lists.nextHeading(this.headingCounts, Math.min(10, level), start)
    const text = this.textOf(node, []).trim()
    this.addParagraph(blocks, node, number?.text ?? '', headingHint((number?.text ?? '') + text, level))
  }

  private readList(node: XmlElement, blocks: Block[], outer: OpenList | null): void {
    const list = this.openList(node, outer)
    for (const item of elements(node)) {
      if (item.name === 'text:list-header') for (const inner of elements(item)) this.readBlock(inner, blocks, list)
      else if (item.name === 'text:list-item') this.readItem(item, blocks, list)
    }
  }

  private openList(node: XmlElement, outer: OpenList | null): OpenList {
    const {
      'text:style-name': own,
      'text:continue-numbering': continues,
      'text:continue-list': continued,
    } = node.attributes
    const style = own ?? outer?.style
    const level = (outer?.level ?? 0) + 1
    if (outer !== null && (own === undefined || own === outer.style)) return { style, counts: outer.counts, level }
    const before = continued === undefined ? undefined : this.byId.get(continued)
    const counts = before ?? (continues === 'true' ? this.lastOfStyle.get(style ?? '') : undefined) ?? []
    if (style !== undefined) this.lastOfStyle.set(style, counts)
    const id = node.attributes['xml:id']
    if (id !== undefined) this.byId.set(id, counts)
    return { style, counts, level }
  }

  private readItem(item: XmlElement, blocks: Block[], list: OpenList): void {
    const level = Math.min(10, list.level)
    let numbered = false
    for (const node of elements(item)) {
      if (!numbered && (node.name === 'text:p' || node.name === 'text:h')) {
        numbered = true
        const start = item.attributes['text:start-value']
        const number = this.lists.nextItem(
          list.style,
          list.counts,
          level,
          start === undefined ? undefined : integer(start, 1),
        )
        const text = number?.text ?? ''
        const heading =
          node.name === 'text:h'
            ? headingHint(text + this.textOf(node, []).trim(), integer(node.attributes['text:outline-level'], 1))
            : undefined
        this.addParagraph(blocks, node, text, number?.isBullet ? { kind: 'list-item', depth: level } : heading)
        continue
      }
      // An item that only holds a list inside it takes no number: it is there for the depth.
      this.readBlock(node, blocks, list)
    }
  }

  /** @param boxes lines of text boxes anchored in it are added here */
  private textOf(parent: XmlElement, boxes: Line[]): string {
    if (this.styles.get(parent.attributes['text:style-name'] ?? '')?.hidden) {
      this.hidden += textOf(parent).length
      return ''
    }
    let text = ''
    for (const node of parent.children) {
      if (typeof node === 'string') {
        text += node.replace(/[ \t\r\n]+/g, ' ')
        continue
      }
      if (SKIPPED.has(node.name)) continue
      switch (node.name) {
        case 'text:s':
          text += ' '.repeat(Math.min(MOST_SPACES, integer(node.attributes['text:c'], 1)))
          break
        case 'text:tab':
          text += '\t'
          break
        case 'text:line-break':
          text += '\n'
          break
        case 'text:note': {
          const body = child(node, 'text:note-body')
          if (body !== undefined) this.notes.add(body)
          break
        }
        case 'draw:text-box':
          for (const text of this.linesOf(node)) boxes.push({ text })
          break
        default:
          text += this.textOf(node, boxes)
      }
    }
    return text
  }

  private table(element: XmlElement): TableRow[] {
    const rows: TableRow[] = []
    /** Cells that reach down into this row, by column. */
    const above = new Map<number, { rows: number; span: number }>()
    for (const row of rowsOf(element)) {
      this.budget.checkTime()
      const cells: TableCell[] = []
      let column = 0
      let covered = 0
      for (const cell of elements(row)) {
        const isCovered = cell.name === 'table:covered-table-cell'
        if (!isCovered && cell.name !== 'table:table-cell') continue
        const repeated = Math.min(MOST_COLUMNS - column, integer(cell.attributes['table:number-columns-repeated'], 1))
        for (let times = 0; times < repeated; times++) {
          if (isCovered && covered > 0) {
            covered--
            continue
          }
          const from = isCovered ? above.get(column) : undefined
          const span = Math.max(
            1,
            Math.min(MOST_COLUMNS, from?.span ?? integer(cell.attributes['table:number-columns-spanned'], 1)),
          )
          cells.push({ paragraphs: isCovered ? [] : this.linesOf(cell), span, continues: isCovered })
          if (from !== undefined && --from.rows <= 0) above.delete(column)
          const down = isCovered ? 0 : integer(cell.attributes['table:number-rows-spanned'], 1) - 1
          if (down > 0) above.set(column, { rows: down, span })
          column += span
          covered = span - 1
        }
      }
      rows.push(cells)
    }
    return rows
  }
}

const rowsOf = (table: XmlElement): Generator<XmlElement> => descendants(table, 'table:table-row')
