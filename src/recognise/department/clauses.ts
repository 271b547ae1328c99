import { closingOf, opensBracket } from '../../text/brackets.ts'

/** A clause: what stands between two commas, leading numbers and adverbs not cut off yet. */
export interface Clause {
  start: number
  end: number
}

const SENTENCE_END = /[。！？!?；;\n]/u
const CLAUSE_END = /[，,：:]/u

/** The sentences of a text as lists of their clauses; marks inside brackets do not cut. */
export function sentencesOf(text: string): Clause[][] {
  const sentences: Clause[][] = []
  let clauses: Clause[] = []
  let from = 0
  const push = (to: number): void => {
    while (from < to && /[\s\u00a0]/u.test(text[from] ?? '')) from++
    if (to > from) clauses.push({ start: from, end: to })
  }
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (opensBracket(char)) {
      const close = closingOf(text, i, i + 60)
      if (close > 0) i = close
    } else if (CLAUSE_END.test(char)) {
      push(i)
      from = i + 1
    } else if (SENTENCE_END.test(char)) {
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
