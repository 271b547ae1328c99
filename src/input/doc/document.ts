import type { SourceNotice } from '../../model/source.ts'
import { ApartWriter, addLines, type Block, headingHint, paragraphLines, writeBlocks } from '../blocks.ts'
import { symbolOf } from '../docx/symbols.ts'
import { type CellDefinition, type RowContent, tableOf } from '../edge-table.ts'
import { FieldState } from '../field-state.ts'
import type { Budget } from '../limits.ts'
import { type LineHint, TextBuilder } from '../text-builder.ts'
import type { ShownNumber } from '../word-numbering.ts'
import { PLACES, type WordFile } from './file.ts'
import { DocLists } from './lists.ts'
import { type ParagraphProperties, readParagraph } from './paragraphs.ts'
import { Runs, readProperties } from './properties.ts'
import { type DocStyle, DocStyles } from './styles.ts'

/** Signs that are no text. */
const SIGN = {
  cell: 0x07,
  lineBreak: 0x0b,
  page: 0x0c,
  paragraph: 0x0d,
  fieldBegin: 0x13,
  fieldSeparator: 0x14,
  fieldEnd: 0x15,
  hyphen: 0x1e,
} as const
const DELETED = 0x0800
const HIDDEN = 0x083c
const SYMBOL = 0x6a09
const BODY_TEXT = 9

/** What formatting does to characters. */
interface CharacterState {
  deleted: boolean
  hidden: boolean
  symbol: string | undefined
}

interface Paragraph {
  text: string
  hint?: LineHint
}

/** Reads the stories of a .doc into text with hints. */
export class DocReader {
  private readonly styles: DocStyles
  private readonly lists: DocLists
  private readonly paragraphs: Runs
  private readonly characters: Runs
  private hidden = 0

  constructor(
    private readonly file: WordFile,
    private readonly budget: Budget,
  ) {
    this.styles = new DocStyles(file.table, file.place(PLACES.styles))
    this.lists = new DocLists(file)
    this.paragraphs = new Runs(file.main, file.table, file.place(PLACES.paragraphs), 13)
    this.characters = new Runs(file.main, file.table, file.place(PLACES.characters), 1)
  }

  read(): ReturnType<TextBuilder['finish']> & { notices: SourceNotice[] } {
    const { text, footnotes, headers, comments, endnotes, boxes } = this.file.lengths
    const blocks = this.story(0, text)
    let from = text
    const noteLines = this.story(from, from + footnotes)
    from += footnotes
    const headerLines = this.story(from, from + headers)
    from += headers + comments
    const endLines = this.story(from, from + endnotes)
    from += endnotes
    for (const block of this.story(from, from + boxes))
      if (block.kind === 'lines')
        addLines(
          blocks,
          block.lines.filter((line) => line.text.trim() !== ''),
        )
    const builder = new TextBuilder(this.budget)
    writeBlocks(builder, blocks)
    const apart = new ApartWriter(builder)
    for (const story of [noteLines, endLines, headerLines])
      for (const block of story) if (block.kind === 'lines') for (const line of block.lines) apart.write([line.text])
    return {
      ...builder.finish(),
      notices: this.hidden > 0 ? [{ code: 'hidden-text', detail: String(this.hidden) }] : [],
    }
  }

  private story(from: number, to: number): Block[] {
    const story = new StoryBuilder(this.budget)
    let text = ''
    const fields = new FieldState()
    for (const { char, offset, state } of this.charactersOf(from, to)) {
      const code = char.charCodeAt(0)
      if (code === SIGN.paragraph || code === SIGN.cell || (code === SIGN.page && text.trim() !== '')) {
        this.budget.addNode()
        this.budget.checkTime()
        const run = this.paragraphs.at(offset)
        // The end of a paragraph that is deleted: it goes on with the next one.
        if (state.deleted && code === SIGN.paragraph) continue
        const properties = readParagraph(run?.properties ?? new DataView(new ArrayBuffer(0)))
        const style = this.styles.get(properties.style)
        story.add(this.paragraph(text, properties, style), code === SIGN.cell, properties)
        text = ''
        continue
      }
      if (state.deleted) continue
      if (code === SIGN.fieldBegin) fields.begin()
      else if (code === SIGN.fieldSeparator) fields.separate()
      else if (code === SIGN.fieldEnd) fields.end()
      else if (!fields.inInstruction) {
        const shown = state.symbol ?? shownAs(char, code)
        if (state.hidden) this.hidden += shown.length
        else text += shown
      }
    }
    if (text.trim() !== '') story.add({ text: text.trimEnd() }, false, null)
    return story.finish()
  }

  private paragraph(text: string, properties: ParagraphProperties, style: DocStyle): Paragraph {
    const body = text.replace(/^\n+|\s+$/g, '')
    if (properties.endsRow) return { text: '' }
    const number = this.lists.next(properties, style)
    if (body.trim() === '') return { text: '' }
    const line = number === null ? body : number.text + body.trimStart()
    const hint = hintOf(line, properties.outline ?? style.outline, style, number)
    return { text: line, ...(hint === undefined ? {} : { hint }) }
  }

  private *charactersOf(from: number, to: number): Generator<{ char: string; offset: number; state: CharacterState }> {
    for (const piece of this.file.pieces) {
      if (piece.end <= from || piece.start >= to) continue
      this.budget.checkTime()
      const text = this.file.textOf(piece)
      let state: CharacterState = { deleted: false, hidden: false, symbol: undefined }
      let until = -1
      for (let at = Math.max(from, piece.start); at < Math.min(to, piece.end); at++) {
        const offset = piece.offset + (at - piece.start) * piece.width
        if (offset >= until) {
          const run = this.characters.at(offset)
          state = stateOf(run?.properties)
          until = run?.to ?? offset + piece.width
        }
        yield { char: text.charAt(at - piece.start), offset, state }
      }
    }
  }
}

const stateOf = (properties: DataView | undefined): CharacterState => {
  const state: CharacterState = { deleted: false, hidden: false, symbol: undefined }
  if (properties === undefined) return state
  readProperties(properties, (code, operand) => {
    if (code === DELETED) state.deleted = operand.getUint8(0) !== 0
    // 129: the opposite of what the style says.
    else if (code === HIDDEN) state.hidden = operand.getUint8(0) === 1 || operand.getUint8(0) === 129
    else if (code === SYMBOL) state.symbol = symbolOf(operand.getUint16(2, true).toString(16))
  })
  return state
}

const shownAs = (char: string, code: number): string => {
  if (code >= 0x20 || code === 0x09) return char
  if (code === SIGN.lineBreak) return '\n'
  return code === SIGN.hyphen ? '-' : ''
}

const hintOf = (
  text: string,
  outline: number | undefined,
  style: DocStyle,
  number: ShownNumber | null,
): LineHint | undefined => {
  if (style.role === 'contents') return { kind: 'furniture' }
  if (number?.isBullet) return { kind: 'list-item', depth: number.level + 1 }
  if (style.role === 'title') return headingHint(text, 0)
  return headingHint(text, outline === undefined || outline >= BODY_TEXT ? undefined : outline + 1)
}

/** Puts paragraphs into lines and tables. */
class StoryBuilder {
  constructor(private readonly budget: Budget) {}

  private readonly blocks: Block[] = []
  private rows: RowContent[] = []
  private cells: string[][] = []
  private cell: string[] = []

  add({ text, hint }: Paragraph, endsCell: boolean, properties: ParagraphProperties | null): void {
    if (properties?.endsRow && !properties.nested) {
      this.endRow(properties.cells ?? [])
      return
    }
    if (properties?.inTable || endsCell) {
      if (text !== '') this.cell.push(text)
      if (endsCell && !properties?.nested) this.endCell()
      return
    }
    this.endTable()
    addLines(this.blocks, paragraphLines(text, hint))
  }

  finish(): Block[] {
    this.endTable()
    return this.blocks
  }

  private endCell(): void {
    this.cells.push(this.cell)
    this.cell = []
  }

  private endRow(definitions: readonly CellDefinition[]): void {
    if (this.cell.length > 0) this.endCell()
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, definitions })
    this.cells = []
  }

  private endTable(): void {
    this.endRow([])
    if (this.rows.length > 0) this.blocks.push({ kind: 'table', rows: tableOf(this.rows, this.budget) })
    this.rows = []
  }
}
