import { type TextBuffer, withText } from '../buffer.ts'

const STRAIGHT = /["＂]/g
/** Nobody quotes more than this. */
const LONGEST = 60
/** Behind a number it is inches, or seconds. */
const MEASURED = /\d/
const HAN = /[\u4e00-\u9fff]/

/**
 * Straight quotation marks around Chinese words become “ and ”, as the national standard has them (GB/T 15834) and every
 * rule knows them. Where one has no partner in its paragraph, nobody knows which way it points: it stays.
 */
export const pairQuotes = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  const pairs = pairsIn(text)
  if (pairs.length === 0) return buffer
  let paired = ''
  let from = 0
  for (const [open, close] of pairs) {
    paired += `${text.slice(from, open)}“${text.slice(open + 1, close)}”`
    from = close + 1
  }
  return withText(buffer, paired + text.slice(from))
}

const pairsIn = (text: string): [open: number, close: number][] => {
  const pairs: [number, number][] = []
  let open = -1
  for (const { index } of text.matchAll(STRAIGHT)) {
    const quoted = open < 0 ? '' : text.slice(open + 1, index)
    if (quoted !== '' && quoted.length <= LONGEST && !/\n\s*\n|\n.*\n/.test(quoted)) {
      if (HAN.test(quoted)) pairs.push([open, index])
      open = -1
    } else if (!MEASURED.test(text.charAt(index - 1))) open = index
  }
  return pairs
}
