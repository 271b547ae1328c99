/**
 * What cannot be parted at the start of a line: opening marks, then one Chinese character or a whole word or number, then
 * the marks that must not begin a line.
 */
const CHUNK =
  /^[“‘（《〈【〔「『(]*(?:[A-Za-z0-9][A-Za-z0-9.,%‰/:+\-–~@_]*|——|……|.)[，。；：！？、）》〉】〕」』”’%…—,;:!?)]*/u
const NARROW = /[\u0020-\u024f]/

/** Width of what a line begins with, in characters: had so much room been left on the line before, it would stand there. */
export const chunkWidth = (text: string): number => {
  const chunk = CHUNK.exec(text.trimStart())?.[0] ?? ''
  let width = 0
  for (const char of chunk) width += NARROW.test(char) ? 0.5 : 1
  return width
}

const WORD = /[A-Za-z0-9,.;:)]$/

/** Two lines of one sentence. */
export const joinWrapped = (before: string, after: string): string => {
  if (before === '') return after
  const words = WORD.test(before) && /^[A-Za-z(]/.test(after) && /[A-Za-z]/.test(before.slice(-1) + after.slice(0, 1))
  return words ? `${before} ${after}` : before + after
}
