import { type TextBuffer, withText } from '../buffer.ts'

/** A number at the start of a line, with the mark behind it, as far as the text that it numbers. */
const NUMBERED = /^[ \t\u3000]*(\d{1,2})[ \t]?([、.．)）。，,])(?=[ \t\u3000]*[\u4e00-\u9fff《“])/gm
const SLIP = /[。，,]/
const HAS_SLIP = /^[ \t\u3000]*\d{1,2}[ \t]?[。，,]/m

/**
 * A number whose mark is a slip (4、 5。 6、, or 1， 2， 3， throughout) gets a full point, where the numbers above and
 * below it show that it is one. A line that only happens to begin with a number keeps its marks.
 */
export const mendNumberMarks = (buffer: TextBuffer): TextBuffer => markBareNumbers(mendSlips(buffer))

const mendSlips = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  if (!HAS_SLIP.test(text)) return buffer
  const found = Array.from(text.matchAll(NUMBERED), (match) => ({
    value: Number(match[1]),
    mark: match[2] ?? '',
    at: match.index + match[0].length - 1,
  }))
  const slips = found.filter(({ value, mark }, i) => {
    if (!SLIP.test(mark)) return false
    const next = found[i + 1]
    return value === 1 ? next?.value === 2 && next.mark === mark : found[i - 1]?.value === value - 1
  })
  return withPoints(
    buffer,
    slips.map(({ at }) => at),
  )
}

/** A sentence behind a number that has nothing but a space for its mark; the row of a table has more spaces. */
const BARE = /^[ \t\u3000]*(\d{1,2})[ \u3000](?=[\u4e00-\u9fff“][^ \t\u3000\n]{5,}[。；;]$)/gm
/** So many in a row are a list. */
const LIST = 3

/** 1 要紧盯…； 2 要梳理…； 3 各单位要…。: the space behind the numbers of a list is the mark that was lost. */
const markBareNumbers = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  const found = Array.from(text.matchAll(BARE), (match) => ({
    value: Number(match[1]),
    at: match.index + match[0].length - 1,
  }))
  const listed: number[] = []
  for (let first = 0; first < found.length; ) {
    let next = first + 1
    while (found[next] !== undefined && found[next]?.value === (found[next - 1]?.value ?? 0) + 1) next++
    if (found[first]?.value === 1 && next - first >= LIST) listed.push(...found.slice(first, next).map(({ at }) => at))
    first = next
  }
  return withPoints(buffer, listed)
}

/** The text with a full point in the place of these characters, which stand in order. */
const withPoints = (buffer: TextBuffer, places: readonly number[]): TextBuffer => {
  if (places.length === 0) return buffer
  const { text } = buffer
  let mended = ''
  let from = 0
  for (const at of places) {
    mended += `${text.slice(from, at)}.`
    from = at + 1
  }
  return withText(buffer, mended + text.slice(from))
}
