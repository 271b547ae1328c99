import type { TablePlace } from './file.ts'

/** Operand of a property: its first bytes as a number, and all of them. */
export type PropertyReader = (code: number, operand: DataView) => void

const PAGE = 512
const TABLE_DEFINITION = 0xd608
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3] as const

/** Goes through a list of property changes; one that is cut short ends it. */
export const readProperties = (list: DataView, read: PropertyReader): void => {
  for (let at = 0; at + 2 <= list.byteLength; ) {
    const code = list.getUint16(at, true)
    at += 2
    let size: number = SIZES[code >> 13] ?? 1
    if (size < 0) {
      if (code === TABLE_DEFINITION) {
        if (at + 2 > list.byteLength) return
        size = list.getUint16(at, true) + 1
      } else {
        if (at + 1 > list.byteLength) return
        size = list.getUint8(at) + 1
      }
    }
    if (at + size > list.byteLength) return
    read(code, new DataView(list.buffer, list.byteOffset + at, size))
    at += size
  }
}

/** Bytes of the text that share their properties. */
export interface Run {
  from: number
  to: number
  properties: DataView
}

/** Runs of formatting, found by where the text's bytes are. */
export class Runs {
  private readonly runs: Run[] = []

  /**
   * @param unit bytes of an entry behind the offsets of a page: 13 for paragraphs, 1 for characters
   */
  constructor(main: DataView, table: DataView, { at, length }: TablePlace, unit: 1 | 13) {
    const count = Math.floor((length - 4) / 8)
    for (let i = 0; i < count; i++) {
      const page = (table.getUint32(at + (count + 1) * 4 + i * 4, true) & 0x3fffff) * PAGE
      if (page + PAGE <= main.byteLength) this.readPage(new DataView(main.buffer, main.byteOffset + page, PAGE), unit)
    }
    this.runs.sort((a, b) => a.from - b.from)
  }

  /** The run that holds this byte. */
  at(offset: number): Run | undefined {
    let low = 0
    let high = this.runs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = this.runs[middle]
      if (run === undefined) return undefined
      if (offset < run.from) high = middle - 1
      else if (offset >= run.to) low = middle + 1
      else return run
    }
    return undefined
  }

  private readPage(page: DataView, unit: 1 | 13): void {
    const count = page.getUint8(PAGE - 1)
    if ((count + 1) * 4 + count * unit > PAGE) return
    for (let i = 0; i < count; i++) {
      const from = page.getUint32(i * 4, true)
      const to = page.getUint32(i * 4 + 4, true)
      const at = page.getUint8((count + 1) * 4 + i * unit) * 2
      this.runs.push({
        from,
        to,
        properties: at === 0 ? EMPTY : unit === 1 ? charactersAt(page, at) : paragraphAt(page, at),
      })
    }
  }
}

const EMPTY = new DataView(new ArrayBuffer(0))

const part = (page: DataView, at: number, length: number): DataView =>
  at + length <= PAGE ? new DataView(page.buffer, page.byteOffset + at, length) : EMPTY

const charactersAt = (page: DataView, at: number): DataView => part(page, at + 1, page.getUint8(at))

/** Style and properties of a paragraph; lengths count pairs of bytes. */
const paragraphAt = (page: DataView, at: number): DataView => {
  const size = page.getUint8(at)
  if (size > 0) return part(page, at + 1, size * 2 - 1)
  return at + 1 < PAGE ? part(page, at + 2, page.getUint8(at + 1) * 2) : EMPTY
}
