/** Signs of the fonts Wingdings and Symbol that documents use; their characters are private to the font. */
const SYMBOLS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '□'],
  [0x75, '◆'],
  [0x77, '◆'],
  [0xa1, '○'],
  [0xa3, '□'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xb7, '•'],
  [0xb3, '≥'],
  [0xd8, '►'],
  [0xe0, '→'],
  [0xfc, '✓'],
  [0xfe, '☑'],
  [0x52, '☑'],
  [0x54, '☒'],
  [0xfb, '✗'],
])

/** ① to ⑩ and ❶ to ❿ of Wingdings. */
const FIRST_CIRCLED = 0x81
const FIRST_BLACK = 0x8c

/** Character that w:sym stands for; nothing where it is not known. */
export const symbolOf = (code: string | undefined): string => {
  const value = Number.parseInt(code ?? '', 16)
  if (!Number.isFinite(value) || value < 0x20 || value > 0xffff) return ''
  // Fonts of signs are coded from F000 on.
  const isPrivate = value >= 0xe000 && value <= 0xf8ff
  const low = value & 0xff
  if (!isPrivate && value > 0xff) return String.fromCharCode(value)
  const known = SYMBOLS.get(low)
  if (known !== undefined) return known
  if (low >= FIRST_CIRCLED && low < FIRST_CIRCLED + 10) return String.fromCharCode(0x2460 + low - FIRST_CIRCLED)
  if (low >= FIRST_BLACK && low < FIRST_BLACK + 10) return String.fromCharCode(0x2460 + low - FIRST_BLACK)
  return ''
}
