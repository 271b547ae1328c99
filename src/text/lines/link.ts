import { LINK_WORDS } from '../lexicon.ts'
import { isBlank, type LineTable, lineText } from './table.ts'

const LONGEST = Math.max(...[...LINK_WORDS].map((word) => word.length)) + 1

/** A word that a web page showed as a link, copied as a line of its own with a full stop that nobody wrote. */
export const isLinkWord = (table: LineTable, index: number): boolean => {
  if ((table.ends[index] ?? 0) - (table.starts[index] ?? 0) > LONGEST) return false
  const line = lineText(table, index)
  return line.endsWith('。') && LINK_WORDS.has(line.slice(0, -1)) && leadsIn(table, index)
}

/** The line before it is running text, not a heading or a title. */
const leadsIn = (table: LineTable, index: number): boolean => {
  let before = index - 1
  while (before >= 0 && isBlank(table, before)) before--
  if (before < 0) return false
  const line = lineText(table, before)
  return /[，。；,;].*[^！？：；!?:;]$/s.test(line)
}

/** What stands in the middle of a sentence or of a title. */
const CONTINUES = /^(?:[，、；：。”》〉）)]|[（(]?[^，。（()）《》]{0,12}[）)]?[》〉”])/

/** Where the text of a line ends that goes on with `next`: without the full stop that came with a link. */
export const endBeforeLink = (table: LineTable, index: number, next: number): number => {
  const end = table.ends[index] ?? 0
  if (table.text.charAt(end - 1) !== '。') return end
  const unwritten = isLinkWord(table, next) || (isLinkWord(table, index) && CONTINUES.test(lineText(table, next)))
  return unwritten ? end - 1 : end
}
