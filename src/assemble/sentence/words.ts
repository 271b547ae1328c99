import { withArabicYears } from '../../text/years.ts'
import type { CueName, Cues } from '../cues.ts'
import { withoutAddress } from '../openings.ts'
import { type KeyedName, MODAL, MODAL_YAO, NO_CUE, NO_CUE_CHARS, sentenceSieve } from '../sentence-patterns.ts'

/** A sentence as its words are weighed. */
export interface SentenceWords {
  /** Without the words of titles, those who are spoken to, and words that hold a cue and are none. */
  text: string
  /** It began with those who are spoken to (同志们，…). */
  spokenTo: boolean
  /** Whether a pattern is worth trying on `text`. */
  may: (name: KeyedName | CueName) => boolean
  cues: Cues
  /** The section says what is to be done. */
  ahead: boolean
}

/** Titles are not part of what a sentence says. */
const TITLE = /《[^》]{0,80}》/g

/** Prepares a sentence for `classifySentence`. */
export function readWords(sentence: string, cues: Cues, ahead: boolean): SentenceWords {
  const untitled = sentence.includes('《') ? sentence.replace(TITLE, '《》') : sentence
  const said = withoutAddress(untitled)
  const text = withArabicYears(NO_CUE_CHARS.isIn(said) ? without(said, NO_CUE) : said)
  return { text, spokenTo: said !== untitled, may: sentenceSieve().read(text), cues, ahead }
}

/** Whether a modal stands in it: 必须, 应, 要 …. */
export const asksByModal = (text: string): boolean => MODAL.test(text) || MODAL_YAO.test(text)

export const without = (text: string, removed: RegExp): string => text.replace(removed, '')

/** Matches of a global pattern. */
export const count = (pattern: RegExp, text: string): number => {
  pattern.lastIndex = 0
  let n = 0
  while (pattern.exec(text)) n++
  return n
}

/** What a pattern finds, if it is worth trying. */
export const tried = ({ text, may }: SentenceWords, name: KeyedName, pattern: RegExp): RegExpExecArray | null =>
  may(name) ? pattern.exec(text) : null

/** What a global pattern matches first. */
export const firstMatch = (pattern: RegExp, text: string): string | null => {
  pattern.lastIndex = 0
  return pattern.exec(text)?.[0] ?? null
}

/** Where the last match of a global pattern ends; 0 where there is none. */
export const lastEnd = (pattern: RegExp, text: string): number => {
  pattern.lastIndex = 0
  let end = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) end = found.index + found[0].length
  return end
}
