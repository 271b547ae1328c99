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

/** A line as long as this is no paragraph, but a text without its line ends. */
const LONGEST_PARAGRAPH = 300
const OPENS_POINT = '[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[章条]|[①-⑳]'
/** Of a signature: 某某县人民政府 2025年3月1日. */
const DATE = '(?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日(?=[ \\u3000]|$)'
/** A space where Chinese has none: between two characters, behind the end of a sentence, before a number. */
const SPACE_AS_END = new RegExp(
  `(?<=[\\u4e00-\\u9fff。；：，！？;:,!?）)”》】])[ \\u3000](?=[ \\u3000]*(?:${OPENS_POINT}|${DATE}|[\\u4e00-\\u9fff《“（(【]))|(?<=[。；：;:])[ \\u3000](?=[ \\u3000]*\\d)`,
  'g',
)
const SURE_SPACE = new RegExp(`[。；：！？;:][ \\u3000]+$|^[ \\u3000]+(?:${OPENS_POINT})`)
/** Closer together, spaces part words or columns. */
const LEAST_APART = 12

/** Makes line ends of the spaces that a text was left with instead, where it is all one line: …存在以下问题： 1、光线不足； 2、… */
export const endLinesAtSpaces = (buffer: TextBuffer): TextBuffer => {
  const lines = buffer.text.split('\n')
  if (lines.every((line) => line.length < LONGEST_PARAGRAPH)) return buffer
  return withText(buffer, lines.map(endAtSpaces).join('\n'))
}

const endAtSpaces = (line: string): string => {
  if (line.length < LONGEST_PARAGRAPH || line.includes('\t')) return line
  const ends = [...line.matchAll(SPACE_AS_END)].map(({ index }) => index)
  if (ends.length < FEWEST || line.length < ends.length * LEAST_APART) return line
  const sure = ends.filter(
    (at) => SURE_SPACE.test(line.slice(Math.max(0, at - 1), at + 1)) || SURE_SPACE.test(line.slice(at, at + 8)),
  )
  return sure.length >= FEWEST && sure.length * 2 >= ends.length ? line.replace(SPACE_AS_END, '\n') : line
}
