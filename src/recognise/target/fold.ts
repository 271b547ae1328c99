import { CharSet, SPACES } from '../../text/char-set.ts'

/** Text without spaces and with half-width digits, and the way back to the text it was made from. */
export interface Folded {
  /** What the patterns read. */
  text: string
  /** As written, spaces dropped; the same length as `text`. */
  written: string
  /** Offset in the given text of a character of `text`. */
  offset: (index: number) => number
}

const SPACE = new CharSet(SPACES)
const WIDE = new CharSet('０１２３４５６７８９．％＊')

const narrow = (char: string): string => String.fromCharCode(char.charCodeAt(0) - 0xfee0)

/** Drops spaces and narrows digits, character by character, so that a range can be carried back. */
export const fold = (text: string): Folded => {
  let written = text
  let offset = (index: number): number => index
  if (SPACE.isIn(text)) {
    const map: number[] = []
    const kept: string[] = []
    for (let index = 0; index < text.length; index++) {
      if (SPACE.has(text.charCodeAt(index))) continue
      map.push(index)
      kept.push(text.charAt(index))
    }
    written = kept.join('')
    offset = (index) => map[index] ?? text.length
  }
  const folded = WIDE.isIn(written) ? written.replace(/[０-９．％＊]/g, narrow) : written
  return { text: folded, written, offset }
}
