import { closingOf, opensBracketAt } from '../../text/brackets.ts'
import { CharSet, SPACES } from '../../text/char-set.ts'

/** A clause: what stands between two commas, leading numbers and adverbs not cut off yet. */
export interface Clause {
  start: number
  end: number
}

const SENTENCE_ENDS = new CharSet('。！？!?；;\n')
const CLAUSE_ENDS = new CharSet('，,：:')
const COMMA_OF_LISTS = 0x3001
/** 财务科牵头、各科室配合: what one does, and what the next. */
const ROLE_BEFORE = /(?:牵头|负责|主办|承办|负总责)$/u
const ROLE_BEHIND = /^[^，,。；;、]{2,14}(?:牵头|负责|配合|协助|参与|协办|落实)(?=$|[，,。；;、])/u
const SPACE = new CharSet(SPACES)
/** Where the Han characters begin and end: no mark stands among them. */
const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff

/** 18：00: the colon of a time of day. */
const isClock = (text: string, at: number): boolean =>
  /[：:]/u.test(text[at] ?? '') && /\d/u.test(text[at - 1] ?? '') && /^\d\d(?!\d)/u.test(text.slice(at + 1, at + 4))

const isBetweenRoles = (text: string, at: number): boolean =>
  ROLE_BEFORE.test(text.slice(Math.max(0, at - 4), at)) && ROLE_BEHIND.test(text.slice(at + 1, at + 20))

/** The sentences of a text as lists of their clauses; marks inside brackets do not cut. */
export function sentencesOf(text: string): Clause[][] {
  const sentences: Clause[][] = []
  let clauses: Clause[] = []
  let from = 0
  const push = (to: number): void => {
    while (from < to && SPACE.has(text.charCodeAt(from))) from++
    if (to > from) clauses.push({ start: from, end: to })
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= FIRST_HAN && code <= LAST_HAN) continue
    if (opensBracketAt(text, i)) {
      const close = closingOf(text, i, i + 60)
      if (close > 0) i = close
    } else if ((CLAUSE_ENDS.has(code) && !isClock(text, i)) || (code === COMMA_OF_LISTS && isBetweenRoles(text, i))) {
      push(i)
      from = i + 1
    } else if (SENTENCE_ENDS.has(code)) {
      push(i)
      from = i + 1
      if (clauses.length > 0) sentences.push(clauses)
      clauses = []
    }
  }
  push(text.length)
  if (clauses.length > 0) sentences.push(clauses)
  return sentences
}
