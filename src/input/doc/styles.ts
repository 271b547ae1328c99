import type { TablePlace } from './file.ts'
import { type ParagraphProperties, readNumbering } from './paragraphs.ts'

/** What a paragraph style says, with what it is based on. */
export interface DocStyle extends Pick<ParagraphProperties, 'list' | 'level' | 'outline'> {
  /** Style that brought the list. */
  listStyle: number | undefined
  role: 'title' | 'contents' | 'plain'
}

interface RawStyle {
  kind: number
  base: number
  properties: DataView | null
}

const PARAGRAPH = 1
const NO_BASE = 0xfff
const LONGEST_CHAIN = 20
const TITLE = 62
/** Kinds of the styles heading 1 to 9, and of the entries of a table of contents. */
const HEADINGS = { from: 1, to: 9 } as const
const CONTENTS = { from: 19, to: 27 } as const

const PLAIN: DocStyle = { list: undefined, level: undefined, outline: undefined, listStyle: undefined, role: 'plain' }

/** The style sheet of a .doc. */
export class DocStyles {
  private readonly raw: (RawStyle | null)[] = []
  private readonly resolved = new Map<number, DocStyle>()

  constructor(table: DataView, { at, length }: TablePlace) {
    if (length < 4) return
    const sheet = new DataView(table.buffer, table.byteOffset + at, length)
    const head = sheet.getUint16(0, true)
    if (head < 4 || head + 2 > length) return
    const count = sheet.getUint16(2, true)
    const baseSize = sheet.getUint16(4, true)
    let from = 2 + head
    for (let i = 0; i < count && from + 2 <= length; i++) {
      const size = sheet.getUint16(from, true)
      from += 2
      this.raw.push(
        size === 0 || from + size > length
          ? null
          : readStyle(new DataView(sheet.buffer, sheet.byteOffset + from, size), baseSize),
      )
      from += size + (size % 2)
    }
  }

  get(index: number): DocStyle {
    const known = this.resolved.get(index)
    if (known !== undefined) return known
    const chain: number[] = []
    for (
      let at = index;
      at !== NO_BASE && this.raw[at] != null && chain.length < LONGEST_CHAIN;
      at = this.raw[at]?.base ?? NO_BASE
    )
      chain.push(at)
    const result: DocStyle = { ...PLAIN }
    for (const at of chain.reverse()) this.apply(result, at)
    this.resolved.set(index, result)
    return result
  }

  private apply(result: DocStyle, index: number): void {
    const raw = this.raw[index]
    if (raw == null) return
    if (raw.kind >= HEADINGS.from && raw.kind <= HEADINGS.to) result.outline = raw.kind - 1
    if (raw.kind >= CONTENTS.from && raw.kind <= CONTENTS.to) result.role = 'contents'
    if (raw.kind === TITLE) result.role = 'title'
    const before = result.list
    if (raw.properties !== null) readNumbering(raw.properties, result)
    if (result.list !== before) result.listStyle = index
  }
}

const readStyle = (style: DataView, baseSize: number): RawStyle | null => {
  if (style.byteLength < 10) return null
  const kind = style.getUint16(0, true) & 0xfff
  const base = style.getUint16(2, true) >> 4
  if ((style.getUint16(2, true) & 0xf) !== PARAGRAPH) return { kind, base, properties: null }
  // Behind the name, which ends in a zero of its own: properties of paragraphs, then of characters.
  let at = Math.max(10, baseSize)
  if (at + 2 > style.byteLength) return { kind, base, properties: null }
  at += 2 + style.getUint16(at, true) * 2 + 2
  if (at + 4 > style.byteLength) return { kind, base, properties: null }
  const size = Math.min(style.getUint16(at, true), style.byteLength - at - 2)
  return { kind, base, properties: size > 2 ? new DataView(style.buffer, style.byteOffset + at + 4, size - 2) : null }
}
