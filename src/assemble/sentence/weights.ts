import {
  BASED_ON,
  BOUNDED,
  BROUGHT_ABOUT,
  COMPARED,
  DESCRIBED,
  FUTURE,
  type KeyedName,
  MODAL,
  MODAL_YAO,
  NEED,
  NOT_DONE_YET,
  OBJECT_OF_AS,
  OUTCOME,
  PERFECTIVE,
  SOLVED,
  TIME_FIRST,
  WHO_DID,
} from '../sentence-patterns.ts'
import { count, firstMatch, type SentenceWords, tried, without } from './words.ts'

/** How much in a sentence asks, and how much tells. */
export interface Weights {
  /** 必须, 要, 需要加强 …. */
  modal: string | null
  /** 下一步, 将 …. */
  future: boolean
  /** How many words tell of what is done. */
  past: number
  /** How many tell how things stand. */
  situation: number
  /** How many tell why it matters. */
  significance: number
  /** Without a time in front of the verb (6月底前完成…). */
  timeless: string
}

/** The text without the state of things that is to be mended (解决…不到位). */
export const withoutSolved = (words: SentenceWords): string => less(words, words.text, 'solved', SOLVED)

/** Weighs the words of a sentence. */
export function weigh(words: SentenceWords): Weights {
  const { text, may, cues } = words
  const modal =
    tried(words, 'modal', MODAL) ??
    tried(words, 'yao', MODAL_YAO) ??
    (may('need') && !(may('significance') && firstMatch(cues.sentence.significance, text)) ? NEED.exec(text) : null)
  // 省委将试点作为重点，明确了…: 将 is 把 there
  const future = may('future') && FUTURE.test(without(text, OBJECT_OF_AS))
  const unfounded = less(words, text, 'based', BASED_ON)
  return {
    modal: modal?.[0] ?? null,
    future,
    past: pastOf(words, modal !== null || future),
    situation: may('situation') ? count(cues.sentence.situation, withoutSolved(words)) : 0,
    significance: may('significance') || unfounded !== text ? count(cues.sentence.significance, unfounded) : 0,
    timeless: less(words, text, 'timed', TIME_FIRST),
  }
}

/** @param asks it asks, or tells of what is ahead: what is asked for may be measured against last year as well */
function pastOf(words: SentenceWords, asks: boolean): number {
  const { text, may, cues, ahead } = words
  const aims = asks || (may('bounded') && BOUNDED.test(text))
  const uncompared = aims ? less(words, without(text, WHO_DID), 'compared', COMPARED) : text
  const measured = less(words, less(words, uncompared, 'brought', BROUGHT_ABOUT), 'described', DESCRIBED)
  const plain = may('past') || measured !== text ? count(cues.sentence.past, measured) : 0
  const faint = !ahead && (may('faintPast') || measured !== text) ? count(cues.sentence.faintPast, measured) : 0
  const perfective = may('perfective')
    ? count(PERFECTIVE, less(words, without(without(text, NOT_DONE_YET), OUTCOME), 'described', DESCRIBED))
    : 0
  return plain + faint + perfective
}

/** Where something is taken out of the middle, words may come together that the sieve has not seen. */
const less = ({ text, may }: SentenceWords, rest: string, name: KeyedName, pattern: RegExp): string =>
  rest !== text || may(name) ? without(rest, pattern) : rest
