import { startsLabel } from './openers.ts'
import { type LineTable, lineText } from './table.ts'

/** What is known of the paragraph that is being put together. */
export interface Paragraph {
  /** Index of its last line so far. */
  last: number
  lines: number
  /** First line, and text so far as long as it is short. */
  head: string
  /** Its last characters. */
  tail: string
  /** Has a comma, semicolon or full stop: it is prose, not a heading or a title. */
  running: boolean
  /** Has a full stop or semicolon. */
  sentence: boolean
  label: boolean
  width: number
  /** Width of the typeset line so far; fragments of one typeset line add up. */
  column: number
  /** Brackets that are still open, and how many lines ago the first was opened. */
  open: number
  openLines: number
}

const TAIL = 400
const LONGEST_BRACKET = 10

/** A paragraph that begins with a line. */
export const begin = (table: LineTable, index: number): Paragraph => {
  const line = lineText(table, index)
  const paragraph: Paragraph = {
    last: index,
    lines: 1,
    head: line.slice(0, 200),
    tail: line.slice(-TAIL),
    running: /[，。；,;]/.test(line),
    sentence: /[。；;！？]/.test(line),
    label: startsLabel(line) && !/^[（(]/.test(line),
    width: table.widths[index] ?? 0,
    column: (table.widths[index] ?? 0) + (table.indents[index] ?? 0),
    open: 0,
    openLines: 0,
  }
  countBrackets(paragraph, line)
  return paragraph
}

/** Adds a line to its paragraph. */
export const extend = (
  table: LineTable,
  paragraph: Paragraph,
  index: number,
  wrapWidth: number,
  page: boolean,
): void => {
  const line = lineText(table, index)
  const width = table.widths[index] ?? 0
  paragraph.last = index
  paragraph.lines++
  if (paragraph.head.length < 200) paragraph.head += line.slice(0, 200)
  paragraph.tail = (paragraph.tail + line.slice(-TAIL)).slice(-TAIL)
  paragraph.running ||= /[，。；,;]/.test(line)
  paragraph.sentence ||= /[。；;！？]/.test(line)
  paragraph.label ||= startsLabel(paragraph.head) && !/^[（(]/.test(paragraph.head)
  paragraph.width += width
  paragraph.column = !page && paragraph.column + width <= wrapWidth + 1.5 ? paragraph.column + width : width
  countBrackets(paragraph, line)
}

/** Quotation marks are left out: writers forget to close them. A closing bracket without an opening one is 1). */
const countBrackets = (paragraph: Paragraph, line: string): void => {
  if (paragraph.open > 0) paragraph.openLines++
  for (let i = 0; i < line.length; i++) {
    switch (line.charCodeAt(i)) {
      case 0x28: // (
      case 0xff08: // （
      case 0x300a: // 《
      case 0x3010: // 【
      case 0x3014: // 〔
        if (paragraph.open === 0) paragraph.openLines = 0
        paragraph.open++
        break
      case 0x29: // )
      case 0xff09: // ）
      case 0x300b: // 》
      case 0x3011: // 】
      case 0x3015: // 〕
        if (paragraph.open > 0) paragraph.open--
        break
    }
  }
  if (paragraph.openLines > LONGEST_BRACKET) paragraph.open = 0
}
