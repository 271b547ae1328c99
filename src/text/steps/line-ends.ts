import { type TextBuffer, withText } from '../buffer.ts'

const MARK = '\u0420'
const CYRILLIC = /[\u0400-\u04ff]/g
/** Between two pieces of Chinese text; a word in another script stands otherwise. */
const LINE_END = /(?<![A-Za-z\u0400-\u04ff])\u0420(?=[\u4e00-\u9fff\d（(“《【]|[ \u3000]*(?:\n|$))/g
/** Behind the end of a sentence or before a number: where a line ends anyway. */
const SURE = /[。；：:）)]\u0420|\u0420[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]/g
const FEWEST = 3

/**
 * Makes line ends of the Cyrillic Р that document sites leave for each of them. One is none, nor is any where the text
 * has other letters of that script.
 */
export const restoreLineEnds = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  if (!text.includes(MARK)) return buffer
  const letters = text.match(CYRILLIC) ?? []
  const ends = text.match(LINE_END) ?? []
  if (ends.length < FEWEST || ends.length < letters.length) return buffer
  if ((text.match(SURE)?.length ?? 0) * 2 < ends.length) return buffer
  return withText(buffer, text.replace(LINE_END, '\n'))
}
