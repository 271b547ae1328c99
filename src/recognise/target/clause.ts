import { CharSet } from '../../text/char-set.ts'

/** Offsets of the clause that holds a place: between commas, and of the sentence around it. */
export interface Clause {
  start: number
  end: number
  sentenceStart: number
  sentenceEnd: number
}

const ENDS_SENTENCE = new CharSet('。！？!?；;')
const ENDS_CLAUSE = new CharSet('，,。！？!?；;：:（）()')
const DIGIT = /[0-9]/
/** Longer stretches without punctuation are no prose; looking further would only cost time. */
const REACH = 240

const isClauseEnd = (text: string, at: number): boolean => {
  if (!ENDS_CLAUSE.has(text.charCodeAt(at))) return false
  const char = text.charAt(at)
  // 1,000 and 套（间）, 市（州） stay whole
  // and so does a ratio, 2:1
  if (/[,:：]/.test(char) && DIGIT.test(text.charAt(at - 1)) && DIGIT.test(text.charAt(at + 1))) return false
  if (/[（(]/.test(char)) return !/^[（(][^（）()]{1,6}[）)](?![，。；、：])/.test(text.slice(at, at + 9))
  if (/[）)]/.test(char))
    return !/[（(][^（）()]{1,6}$/.test(text.slice(Math.max(0, at - 7), at)) || /[，。；、：]/.test(text.charAt(at + 1))
  return true
}

/** Finds the clause and the sentence around a place. */
export const clauseAt = (text: string, start: number, end: number): Clause => {
  let left = start
  while (left > 0 && start - left < REACH && !isClauseEnd(text, left - 1)) left--
  let right = end
  while (right < text.length && right - end < REACH && !isClauseEnd(text, right)) right++
  let sentenceStart = left
  while (sentenceStart > 0 && left - sentenceStart < REACH && !ENDS_SENTENCE.has(text.charCodeAt(sentenceStart - 1))) {
    sentenceStart--
  }
  let sentenceEnd = right
  while (sentenceEnd < text.length && sentenceEnd - right < REACH && !ENDS_SENTENCE.has(text.charCodeAt(sentenceEnd))) {
    sentenceEnd++
  }
  return { start: left, end: right, sentenceStart, sentenceEnd }
}

/** Start of the clause before another one in the same sentence; undefined where that is the first. */
export const previousClause = (text: string, clause: Clause): { start: number; end: number } | undefined => {
  const end = clause.start - 1
  if (end <= clause.sentenceStart) return undefined
  let start = end
  while (start > clause.sentenceStart && !isClauseEnd(text, start - 1)) start--
  return start < end ? { start, end } : undefined
}
