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
import { FieldState } from '../field-state.ts'
import type { Budget } from '../limits.ts'
import type { TableCell, TableRow } from '../table-text.ts'
import { type LineHint, TextBuilder } from '../text-builder.ts'
import { child, descendants, elements, type XmlElement } from '../xml.ts'
import { Numbering } from './numbering.ts'
import type { WordPackage } from './package.ts'
import { type ParagraphText, readRuns } from './runs.ts'
import { numberReference, outlineLevel, Styles } from './styles.ts'

const MOST_COLUMNS = 100

/** Reads the parts of a Word document into text with hints. */
export class DocumentReader {
  private readonly styles: Styles
  private readonly numbering: Numbering
  private fields = new FieldState()
  private readonly notes: ParagraphText['notes'] = []
  private hidden = 0
  /** Text of paragraphs whose end is deleted: it goes on with the next one. */
  private carried = ''

  constructor(
    private readonly parts: WordPackage,
    private readonly budget: Budget,
  ) {
    this.styles = new Styles(parts.styles)
    this.numbering = new Numbering(parts.numbering, this.styles)
  }

  read(): ReturnType<TextBuilder['finish']> & { notices: SourceNotice[] } {
    const body = child(this.parts.document, 'w:body')
    const blocks = body === undefined ? [] : this.blocksOf(body)
    if (this.carried !== '') blocks.push({ kind: 'lines', lines: [{ text: this.carried }] })
    const builder = new TextBuilder(this.budget)
    writeBlocks(builder, blocks)
    this.writeApart(builder)
    const notices: SourceNotice[] = this.hidden > 0 ? [{ code: 'hidden-text', detail: String(this.hidden) }] : []
    return { ...builder.finish(), notices }
  }

  /** Notes behind the text, then what stands at the top and bottom of pages. */
  private writeApart(builder: TextBuilder): void {
    const apart = new ApartWriter(builder)
    const write = (parent: XmlElement, mark = ''): void => {
      this.fields = new FieldState()
      apart.write(this.linesOf(parent), mark)
    }
    const notes = new Map<string, XmlElement>()
    for (const kind of ['footnote', 'endnote'] as const)
      for (const note of elements(this.parts[`${kind}s`], `w:${kind}`))
        notes.set(`${kind} ${note.attributes['w:id']}`, note)
    for (const [index, { kind, id }] of [...this.notes].entries()) {
      this.budget.checkTime()
      const note = notes.get(`${kind} ${id}`)
      if (note !== undefined) write(note, `[${index + 1}] `)
    }
    for (const part of [...this.parts.headers, ...this.parts.footers]) write(part)
  }

  private blocksOf(parent: XmlElement): Block[] {
    const blocks: Block[] = []
    const walk = (node: XmlElement): void => {
      this.budget.checkTime()
      switch (node.name) {
        case 'w:p':
          addLines(blocks, this.paragraph(node))
          return
        case 'w:tbl':
          blocks.push({ kind: 'table', rows: this.table(node) })
          return
        case 'w:del':
        case 'w:moveFrom':
        case 'w:sdtPr':
        case 'w:sdtEndPr':
        case 'w:sectPr':
          return
        case 'mc:AlternateContent': {
          const [branch] = elements(node)
          if (branch !== undefined) for (const inner of elements(branch)) walk(inner)
          return
        }
        default:
          for (const inner of elements(node)) walk(inner)
      }
    }
    for (const node of elements(parent)) walk(node)
    return blocks
  }

  private paragraph(element: XmlElement): Line[] {
    const properties = child(element, 'w:pPr')
    const mark = child(properties, 'w:rPr')
    const endDeleted = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
    const styleId = child(properties, 'w:pStyle')?.attributes['w:val']
    const style = this.styles.paragraph(styleId)
    const { text, boxes, notes, hidden } = readRuns(element, this.styles, this.fields)
    for (const note of notes) this.notes.push(note)
    this.hidden += hidden
    const own = this.carried + text
    if (endDeleted) {
      this.carried = own
      return this.boxLines(boxes)
    }
    this.carried = ''
    if (style.hidden && child(mark, 'w:vanish') === undefined && own.trim() !== '') {
      this.hidden += own.length
      return []
    }
    // A paragraph that is hidden as a whole takes no number.
    if (own.trim() === '' && hidden > 0) return this.boxLines(boxes)
    const ownNumber = numberReference(properties)
    const number = this.numbering.next(ownNumber, style.numbering, style.numberingStyle)
    const body = own.replace(/^[\n]+|[\s]+$/g, '')
    // Word numbers empty paragraphs too, and shows it; nothing is said there all the same.
    if (body.trim() === '') return boxes.length > 0 ? this.boxLines(boxes) : [{ text: '' }]
    const line = number === null ? body : number.text + body.trimStart()
    const hint = this.hintOf(line, outlineOf(properties, style.outline), style.role, number)
    return [...paragraphLines(line, hint), ...this.boxLines(boxes)]
  }

  private hintOf(
    text: string,
    outline: number | undefined,
    role: 'title' | 'contents' | 'plain',
    number: { isBullet: boolean; level: number } | null,
  ): LineHint | undefined {
    if (role === 'contents') return { kind: 'furniture' }
    if (number?.isBullet) return { kind: 'list-item', depth: number.level + 1 }
    const depth = role === 'title' ? 0 : outline === undefined ? undefined : outline + 1
    return headingHint(text, depth)
  }

  private boxLines(boxes: readonly XmlElement[]): Line[] {
    if (boxes.length === 0) return []
    const fields = this.fields
    this.fields = new FieldState()
    const lines = boxes.flatMap((box) => this.linesOf(box).map((text) => ({ text })))
    this.fields = fields
    return lines
  }

  /** Text of paragraphs and tables as bare lines: for cells, boxes, notes, headers. */
  private linesOf(parent: XmlElement): string[] {
    const outside = this.carried
    this.carried = ''
    const blocks = this.blocksOf(parent)
    if (this.carried !== '') blocks.push({ kind: 'lines', lines: [{ text: this.carried }] })
    this.carried = outside
    return plainLines(blocks)
  }

  private table(element: XmlElement): TableRow[] {
    const rows: TableRow[] = []
    for (const row of rowsOf(element)) {
      this.budget.checkTime()
      const properties = child(row, 'w:trPr')
      if (child(properties, 'w:del') !== undefined) continue
      const cells: TableCell[] = []
      const before = integer(child(properties, 'w:gridBefore')?.attributes['w:val'], 0)
      if (before > 0) cells.push({ paragraphs: [], span: before, continues: false })
      for (const cell of cellsOf(row)) this.addCell(cells, cell)
      rows.push(cells)
    }
    return rows
  }

  private addCell(cells: TableCell[], cell: XmlElement): void {
    const properties = child(cell, 'w:tcPr')
    const span = integer(child(properties, 'w:gridSpan')?.attributes['w:val'], 1)
    const vertical = child(properties, 'w:vMerge')
    const across = child(properties, 'w:hMerge')
    const last = cells.at(-1)
    const paragraphs = this.linesOf(cell)
    // An older way to merge columns.
    if (across !== undefined && across.attributes['w:val'] !== 'restart' && last !== undefined) {
      cells[cells.length - 1] = { ...last, span: last.span + span }
      return
    }
    cells.push({ paragraphs, span, continues: vertical !== undefined && vertical.attributes['w:val'] !== 'restart' })
  }
}

const outlineOf = (properties: XmlElement | undefined, ofStyle: number | undefined): number | undefined => {
  const own = outlineLevel(properties)
  if (own === undefined) return ofStyle
  return own >= 0 && own < 9 ? own : undefined
}

const integer = (text: string | undefined, otherwise: number): number => {
  const value = Number(text ?? otherwise)
  return Number.isInteger(value) && value >= 0 ? Math.min(MOST_COLUMNS, value) : otherwise
}

/** Rows and cells may lie in content controls and marks of custom XML. */
const rowsOf = (table: XmlElement): Generator<XmlElement> => descendants(table, 'w:tr')
const cellsOf = (row: XmlElement): Generator<XmlElement> => descendants(row, 'w:tc')
