const OPENING = /[“‘（《〈【〔「『(]/
const CLOSING = /[，。；：！？、）》〉】〕」』”’%‰℃…—,;:!?)]/
const QUOTE = /[“”‘’"']/
const WORD = /[\p{Script=Latin}\d*_]/u
const IN_WORD = /[\p{Script=Latin}\d.·,%‰/:+\-–~@_*]/u
/** Half-width marks hold on to a number or word behind them. */
const SOFT_MARK = /[,.;:!?)]/
const NARROW = /[\u0020-\u024f]/
const LONGEST = 80

/**
 * Width of what cannot be parted at the start of a line, in characters: had so much room been left on the line before,
 * it would stand there. Opening marks, one Chinese character or a whole word or number, the marks that must not begin a
 * line; quotation marks hold on to their neighbours on both sides.
 */
export const chunkWidth = (text: string): number => {
  const chars = [...text.trimStart().slice(0, LONGEST)]
  let end = 0
  const next = (): string => chars[end] ?? ''
  for (let more = true; more && end < chars.length; ) {
    while (OPENING.test(next()) || QUOTE.test(next())) end++
    if (WORD.test(next())) while (IN_WORD.test(next())) end++
    else if (/[—…]/.test(next())) while (/[—…]/.test(next())) end++
    else end++
    while (CLOSING.test(next())) end++
    const last = chars[end - 1] ?? ''
    more =
      QUOTE.test(last) ||
      QUOTE.test(next()) ||
      (SOFT_MARK.test(last) && WORD.test(next())) ||
      // LibreOffice does not part 5.9%、6.7%, nor 1000家。173.
      (CLOSING.test(last) && /\d/.test(next()))
  }
  let width = 0
  for (const char of chars.slice(0, end)) width += NARROW.test(char) ? 0.5 : 1
  return width
}

const ENDS_WORD = /[A-Za-z0-9,.;:)]$/

/** Two lines of one sentence. */
export const joinWrapped = (before: string, after: string): string => {
  if (before === '') return after
  const words =
    ENDS_WORD.test(before) && /^[A-Za-z(]/.test(after) && /[A-Za-z]/.test(before.slice(-1) + after.slice(0, 1))
  return words ? `${before} ${after}` : before + after
}
