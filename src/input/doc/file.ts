import { damaged, InputError } from '../errors.ts'
import { type CompoundFile, viewOf } from '../ole.ts'

/** A stretch of text that lies in one piece in the file. */
export interface Piece {
  /** Characters from and to, counted in the document. */
  start: number
  end: number
  /** Where its bytes are. */
  offset: number
  /** Bytes of a character: 1 or 2. */
  width: 1 | 2
}

/** Stretches of characters that the document consists of, in their order. */
export interface StoryLengths {
  text: number
  footnotes: number
  headers: number
  comments: number
  endnotes: number
  boxes: number
}

/** A structure in the table stream: where it starts, and how long it is. */
export interface TablePlace {
  at: number
  length: number
}

const WORD_97 = 101
const MARK = 0xa5ec
const OLD_MARK = 0xa5dc
const ENCRYPTED = 0x0100
const SECOND_TABLE = 0x0200
const FIRST_PLACE = 0x9a
const COMPRESSED = 0x40000000

/** Indexes of structures in the header. */
export const PLACES = { styles: 1, characters: 12, paragraphs: 13, pieces: 33, lists: 73, listUses: 74 } as const

/** The streams of a Word 97–2003 document, with its header and the pieces of its text. */
export class WordFile {
  readonly main: DataView
  readonly table: DataView
  readonly lengths: StoryLengths
  readonly pieces: readonly Piece[]
  private readonly mainBytes: Uint8Array

  constructor(ole: CompoundFile) {
    const main = ole.stream('WordDocument')
    if (main === null || main.length < FIRST_PLACE + 75 * 8) throw damaged('doc: no text')
    this.mainBytes = main
    this.main = viewOf(main)
    const mark = this.main.getUint16(0, true)
    if (mark === OLD_MARK || (mark === MARK && this.main.getUint16(2, true) < WORD_97))
      throw new InputError('unsupported-format', { format: 'Word 95 doc' }, 'Cannot read Word 95 files')
    if (mark !== MARK) throw damaged('doc: header')
    const flags = this.main.getUint16(0x0a, true)
    if ((flags & ENCRYPTED) !== 0) throw new InputError('encrypted', {}, 'Encrypted')
    const table = ole.stream((flags & SECOND_TABLE) !== 0 ? '1Table' : '0Table')
    if (table === null) throw damaged('doc: no table stream')
    this.table = viewOf(table)
    const length = (at: number): number => Math.max(0, this.main.getInt32(at, true))
    this.lengths = {
      text: length(0x4c),
      footnotes: length(0x50),
      headers: length(0x54),
      comments: length(0x5c),
      endnotes: length(0x60),
      boxes: length(0x64),
    }
    this.pieces = this.readPieces()
  }

  place(index: number): TablePlace {
    const at = this.main.getUint32(FIRST_PLACE + index * 8, true)
    const length = this.main.getUint32(FIRST_PLACE + index * 8 + 4, true)
    if (at + length > this.table.byteLength) throw damaged('doc: a structure is cut short')
    return { at, length }
  }

  /** Characters of a piece. */
  textOf({ offset, start, end, width }: Piece): string {
    const bytes = this.mainBytes.subarray(offset, offset + (end - start) * width)
    return new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le').decode(bytes)
  }

  private readPieces(): Piece[] {
    const { at, length } = this.place(PLACES.pieces)
    let from = at
    // Properties of pieces come first, then the table itself.
    while (from + 3 <= at + length && this.table.getUint8(from) === 1) from += 3 + this.table.getUint16(from + 1, true)
    if (from + 5 > at + length || this.table.getUint8(from) !== 2) throw damaged('doc: pieces')
    const size = this.table.getUint32(from + 1, true)
    const count = Math.floor((size - 4) / 12)
    const positions = from + 5
    const descriptors = positions + (count + 1) * 4
    if (count < 1 || descriptors + count * 8 > at + length) throw damaged('doc: pieces')
    const pieces: Piece[] = []
    let last = 0
    for (let i = 0; i < count; i++) {
      const start = this.table.getUint32(positions + i * 4, true)
      const end = this.table.getUint32(positions + i * 4 + 4, true)
      const place = this.table.getUint32(descriptors + i * 8 + 2, true)
      const compressed = (place & COMPRESSED) !== 0
      const offset = compressed ? (place & 0x3fffffff) / 2 : place & 0x3fffffff
      const width = compressed ? 1 : 2
      if (start !== last || end <= start || offset + (end - start) * width > this.mainBytes.length)
        throw damaged('doc: a piece of text')
      pieces.push({ start, end, offset, width })
      last = end
    }
    return pieces
  }
}
