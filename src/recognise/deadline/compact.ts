import { CharSet, SPACES } from '../../text/char-set.ts'

/** The text without typesetting spaces, and the way back. */
interface Compact {
  text: string
  /** Offset in the given text of each character of `text`; one more at the end. */
  offsets: Int32Array | null
}

const SPACE = new CharSet(SPACES)
const WIDE_DIGIT = new CharSet('０１２３４５６７８９')
/** Behind these a new line is a new line; elsewhere it is only where the page was full. */
const LINE_CLOSED = new CharSet('。；：！？;:!?）)')
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/**
 * Drops white space (2023 年4 月 reads as 2023年4月) except between two digits, where it separates two numbers, and
 * new lines behind closing punctuation.
 * Full-width digits become half-width. Texts that need none of it are passed through without a map.
 */
export const compact = (text: string): Compact => {
  if (!SPACE.isIn(text) && !WIDE_DIGIT.isIn(text)) return { text, offsets: null }
  const offsets = new Int32Array(text.length + 1)
  let result = ''
  // Kept beside the result: to look into a text that is still being put together costs its whole length.
  let last = Number.NaN
  let pending = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    const char = text.charAt(i)
    if (SPACE.has(code)) {
      if (char === '\n' && LINE_CLOSED.has(last)) {
        offsets[result.length] = i
        result += char
        last = code
      }
      pending = true
      continue
    }
    const kept = WIDE_DIGIT.has(code) ? String.fromCharCode(code - 0xfee0) : char
    if (pending && isDigit(last) && isDigit(kept.charCodeAt(0))) {
      offsets[result.length] = i - 1
      result += ' '
    }
    pending = false
    offsets[result.length] = i
    result += kept
    last = kept.charCodeAt(0)
  }
  offsets[result.length] = text.length
  return { text: result, offsets: offsets.slice(0, result.length + 1) }
}

/** Half-open range of the given text that a range of the compact text stands for. */
export const toOriginal = (compacted: Compact, start: number, end: number): { start: number; end: number } => {
  const { offsets } = compacted
  if (offsets === null) return { start, end }
  // The end is behind the last character, not before the next one: white space in between is not part of it.
  return { start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 }
}
