import { ApartWriter, addLines, type Block, paragraphLines, writeBlocks } from '../blocks.ts'
import { tableOf } from '../edge-table.ts'
import { damaged } from '../errors.ts'
import type { Budget } from '../limits.ts'
import { type LineHint, TextBuilder } from '../text-builder.ts'
import { isLetter, nextWord, readControlWord } from './control-word.ts'
import { paragraphOf } from './paragraph.ts'
import { outlineLevel, RtfStyles } from './styles.ts'
import { RtfTable } from './table.ts'
import { APART, CHARACTERS, encodingOf, READ_THOUGH_NEW, SKIPPED } from './words.ts'

type Destination = 'body' | 'apart' | 'number' | 'fonts' | 'styles' | 'skipped'

/** What a group inherits and its end restores. */
interface Group {
  destination: Destination
  /** Fallback characters behind \u. */
  fallbacks: number
  hidden: boolean
  deleted: boolean
  font: number
  inTable: boolean
  nesting: number
  outline: number | undefined
}

const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d

/** Reads RTF in one pass; numbers of lists stand in it as text, so nothing is counted. */
export class RtfReader {
  private at = 0
  private codePage = 1252
  private group: Group = {
    destination: 'body',
    fallbacks: 1,
    hidden: false,
    deleted: false,
    font: -1,
    inTable: false,
    nesting: 0,
    outline: undefined,
  }
  private readonly groups: Group[] = []
  private readonly charsets = new Map<number, number>()
  private readonly styles = new RtfStyles()
  /** Bytes that wait for the rest of their character. */
  private pending: number[] = []
  private skipping = 0
  private hidden = 0

  private text = ''
  private number = ''
  private apart: string[] = []
  private apartText = ''
  private readonly blocks: Block[] = []
  private readonly table: RtfTable

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    this.table = new RtfTable(budget)
  }

  /** The text with its hints, and what is to be said of it. */
  read() {
    this.parse()
    if (this.text.trim() !== '') this.endParagraph()
    this.endTable()
    const builder = new TextBuilder(this.budget)
    writeBlocks(builder, this.blocks)
    const apart = new ApartWriter(builder)
    for (const text of this.apart) apart.write([text])
    const notices = this.hidden > 0 ? [{ code: 'hidden-text', detail: String(this.hidden) }] : []
    return { ...builder.finish(), notices }
  }

  private parse(): void {
    const { bytes } = this
    for (let steps = 1; this.at < bytes.length; steps++) {
      if (steps % 50_000 === 0) this.budget.checkTime()
      const code = bytes[this.at] ?? 0
      switch (code) {
        case OPEN:
          this.at++
          this.flush()
          this.skipping = 0
          this.groups.push({ ...this.group })
          this.budget.checkDepth(this.groups.length)
          break
        case CLOSE:
          this.at++
          if (this.endGroup()) return
          break
        case BACKSLASH:
          this.readControl()
          break
        case 0x0a:
        case 0x0d:
        case 0:
          this.at++
          break
        default:
          this.at++
          this.addByte(code)
      }
    }
    throw damaged('RTF: cut short')
  }

  /** Whether it was the last. */
  private endGroup(): boolean {
    this.flush()
    this.skipping = 0
    const outer = this.groups.pop()
    if (outer === undefined) return true
    if (this.group.destination === 'styles') this.styles.endStyle()
    if (this.group.destination === 'apart' && outer.destination !== 'apart') {
      if (this.apartText.trim() !== '') this.apart.push(this.apartText)
      this.apartText = ''
    }
    this.group = outer
    return this.groups.length === 0
  }

  private readControl(): void {
    const { bytes } = this
    const code = bytes[this.at + 1] ?? 0
    if (!isLetter(code)) {
      this.at += 2
      this.readSymbol(code)
      return
    }
    const { word, parameter, end } = readControlWord(bytes, this.at)
    this.at = end
    if (word === 'bin') this.at += Math.max(0, parameter ?? 0)
    else this.readWord(word, parameter)
  }

  private readSymbol(code: number): void {
    if (code === 0x27) {
      const value = Number.parseInt(String.fromCharCode(this.bytes[this.at] ?? 0, this.bytes[this.at + 1] ?? 0), 16)
      this.at += 2
      if (Number.isFinite(value)) this.addByte(value)
      return
    }
    if (code === 0x2a) {
      this.readNewDestination()
      return
    }
    if (this.skipFallback()) return
    if (code === BACKSLASH || code === OPEN || code === CLOSE) this.add(String.fromCharCode(code))
    else if (code === 0x7e) this.add(' ')
    else if (code === 0x5f) this.add('-')
    else if (code === 0x0a || code === 0x0d) this.readWord('par', undefined)
  }

  /** {\*\word: to be passed over by whoever does not know the word. */
  private readNewDestination(): void {
    if (!READ_THOUGH_NEW.has(nextWord(this.bytes, this.at))) this.group.destination = 'skipped'
  }

  private readWord(word: string, parameter: number | undefined): void {
    if (word !== 'u' && this.skipFallback()) return
    this.flush()
    const { group } = this
    if (group.destination === 'skipped') return
    if (group.destination === 'fonts') {
      if (word === 'f') group.font = parameter ?? 0
      else if (word === 'fcharset') this.charsets.set(group.font, parameter ?? 0)
      else if (SKIPPED.has(word)) group.destination = 'skipped'
      return
    }
    if (group.destination === 'styles') {
      this.styles.readWord(word, parameter ?? 0)
      return
    }
    if (SKIPPED.has(word)) group.destination = 'skipped'
    else if (APART.has(word)) group.destination = 'apart'
    else if (CHARACTERS.has(word)) this.add(CHARACTERS.get(word) ?? '')
    else this.readProperty(word, parameter)
  }

  private readProperty(word: string, parameter: number | undefined): void {
    const { group } = this
    switch (word) {
      case 'u':
        this.addUnicode(parameter ?? 0)
        return
      case 'uc':
        group.fallbacks = Math.max(0, Math.min(20, parameter ?? 1))
        return
      case 'ansicpg':
        this.codePage = parameter ?? 1252
        return
      case 'fonttbl':
        group.destination = 'fonts'
        return
      case 'stylesheet':
        group.destination = 'styles'
        return
      case 'listtext':
      case 'pntext':
        group.destination = 'number'
        this.number = ''
        return
      case 'f':
        group.font = parameter ?? 0
        return
      case 'plain':
        group.hidden = false
        group.deleted = false
        return
      case 'v':
        group.hidden = parameter !== 0
        return
      case 'deleted':
        group.deleted = parameter !== 0
        return
      case 'pard':
        group.inTable = false
        group.nesting = 0
        group.outline = undefined
        return
      case 's':
        group.outline = this.styles.outlineOf(parameter ?? 0)
        return
      case 'outlinelevel':
        group.outline = outlineLevel(parameter)
        return
      case 'intbl':
        group.inTable = true
        return
      case 'itap':
        group.nesting = parameter ?? 0
        group.inTable = group.nesting > 0
        return
      case 'par':
      case 'sect':
        this.endParagraph()
        return
      default:
        if (group.destination === 'body') this.readTableWord(word, parameter)
    }
  }

  private readTableWord(word: string, parameter: number | undefined): void {
    switch (word) {
      case 'nestcell':
      case 'nestrow':
        this.endCellParagraph()
        return
      case 'cell':
        this.endCellParagraph()
        this.table.endCell()
        return
      case 'row':
        this.budget.addNode()
        this.table.endRow()
        return
      default:
        this.table.define(word, parameter)
    }
  }

  private endParagraph(): void {
    this.budget.addNode()
    this.flush()
    if (this.group.destination === 'apart') {
      this.apartText += ' '
      return
    }
    if (this.group.destination !== 'body') return
    if (this.group.inTable) {
      this.endCellParagraph()
      return
    }
    this.endTable()
    const { text, hint } = this.takeParagraph()
    addLines(this.blocks, paragraphLines(text, hint))
  }

  private endCellParagraph(): void {
    this.budget.addNode()
    this.flush()
    this.table.addParagraph(this.takeParagraph().text)
  }

  /** The paragraph with its number. */
  private takeParagraph(): { text: string; hint: LineHint | undefined } {
    const body = this.text.replace(/^\n+|\s+$/g, '')
    const number = this.number.trim()
    this.text = ''
    this.number = ''
    return paragraphOf(number, body, this.group.outline)
  }

  private endTable(): void {
    const rows = this.table.take()
    if (rows.length > 0) this.blocks.push({ kind: 'table', rows: tableOf(rows, this.budget) })
  }

  private addUnicode(value: number): void {
    this.skipping = 0
    this.add(String.fromCharCode(value < 0 ? value + 65_536 : value))
    this.skipping = this.group.fallbacks
  }

  private skipFallback(): boolean {
    if (this.skipping === 0) return false
    this.skipping--
    return true
  }

  private addByte(byte: number): void {
    if (this.group.destination === 'skipped' || this.group.destination === 'fonts') return
    if (this.skipFallback()) return
    if (byte < 0x80 && this.pending.length === 0) this.add(String.fromCharCode(byte))
    else this.pending.push(byte)
  }

  private flush(): void {
    if (this.pending.length === 0) return
    const encoding = encodingOf(this.charsets.get(this.group.font), this.codePage)
    const text = new TextDecoder(encoding).decode(Uint8Array.from(this.pending))
    this.pending = []
    this.add(text)
  }

  private add(text: string): void {
    const { destination, hidden } = this.group
    if (destination === 'skipped' || destination === 'fonts') return
    if (this.pending.length > 0) this.flush()
    if (destination === 'styles') this.styles.addName(text)
    else if (this.group.deleted) return
    else if (hidden && destination !== 'number') this.hidden += text.length
    else if (destination === 'number') this.number += text
    else if (destination === 'apart') this.apartText += text
    else this.text += text
  }
}
