import { CharSet, SPACES } from '../text/char-set.ts'
import type { Sentence } from './tree.ts'

/** Longer brackets than this are taken to be unclosed. */
const LONGEST_BRACKET = 400

const SPACE = new CharSet(SPACES)
/** Brackets, and marks that end a sentence. */
const MARKS = new CharSet('(（)）。！!？?\n')
/** What stands behind such a mark and belongs to the same sentence. */
const CLOSING = new CharSet('。！!？?”’」』"')

/**
 * Cuts a stretch of clean text into sentences: at 。！？ and what closes after them, not inside brackets.
 * The sentences cover the stretch but for the white space between them.
 */
export function splitSentences(text: string, start: number, end: number): Sentence[] {
  const sentences: Sentence[] = []
  let from = start
  let bracketSince = -1
  const push = (to: number) => {
    let a = from
    let b = to
    while (a < b && SPACE.has(text.charCodeAt(a))) a++
    while (b > a && SPACE.has(text.charCodeAt(b - 1))) b--
    if (b > a) sentences.push({ type: 'sentence', start: a, end: b })
    from = to
  }
  for (let i = MARKS.find(text, start, end); i >= 0; i = MARKS.find(text, i + 1, end)) {
    const char = text.charAt(i)
    if (char === '(' || char === '（') bracketSince = i
    else if (char === ')' || char === '）') bracketSince = -1
    else {
      if (bracketSince >= 0 && char !== '\n' && i - bracketSince < LONGEST_BRACKET && closes(text, i, end)) continue
      bracketSince = -1
      let to = i + 1
      while (to < end && CLOSING.has(text.charCodeAt(to))) to++
      // a note that follows the full stop belongs to the sentence it is about: …。（市财政局负责）
      const note = noteAfter(text, to, end)
      if (note > to) to = note
      push(to)
      i = to - 1
    }
  }
  push(end)
  return sentences
}

/** Whether the bracket that is open at `at` is closed soon. */
function closes(text: string, at: number, end: number): boolean {
  for (let i = at + 1; i < Math.min(end, at + LONGEST_BRACKET); i++) {
    const char = text.charAt(i)
    if (char === ')' || char === '）') return true
    if (char === '\n') return false
  }
  return false
}

const NOTE = /^\s*[（(【[][^（(】\]]{0,12}(?:牵头|责任|负责|配合|承办|主办|完成时[间限]|[局委办部厅院会]).*$/

/** End of a responsibility note in brackets that starts at `at`, or `at`. */
function noteAfter(text: string, at: number, end: number): number {
  let i = at
  while (i < end && SPACE.has(text.charCodeAt(i)) && text.charAt(i) !== '\n') i++
  const open = text.charAt(i)
  if (!'（(【['.includes(open) || open === '') return at
  let depth = 0
  for (let j = i; j < Math.min(end, i + LONGEST_BRACKET); j++) {
    const char = text.charAt(j)
    if (char === '\n') break
    if ('（(【['.includes(char)) depth++
    else if ('）)】]'.includes(char) && --depth === 0) {
      if (!NOTE.test(text.slice(i, j + 1))) return at
      let to = j + 1
      if (/[。；;]/.test(text.charAt(to)) && to < end) to++
      return to
    }
  }
  return at
}
