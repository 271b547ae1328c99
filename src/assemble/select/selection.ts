import { isAsking, type SentenceVerdict } from '../sentence/verdict.ts'
import type { Unit } from '../units/unit.ts'

/** A sentence of a unit with what it was taken for. */
export interface Judged {
  start: number
  end: number
  verdict: SentenceVerdict
  /** It is the heading of its section. */
  heading: boolean
}

/** What is left of a unit as task text, or why nothing is. */
export interface Selection {
  sentences: Judged[]
  kind: 'measure' | 'objective'
  /** Empty selection: the reason, for `explain` and coverage. */
  reason: string
}

/** Whether a sentence asks for something. */
export const asks = (judged: Judged): boolean => isAsking(judged.verdict)

/** 各单位要…, 请…, 希望…: those who listen are told, not somebody whom the text speaks of. */
export const isCall = ({ verdict }: Judged): boolean =>
  verdict.addressed && verdict.class === 'demand' && /^(?:各|请|希望)/.test(verdict.evidence)

/** A sentence, or another stretch of the text. */
export const wordsOf = (text: string, { start, end }: { start: number; end: number }): string => text.slice(start, end)

/** Nothing of the unit is to be done. */
export const nothing = (reason: string): Selection => ({ sentences: [], kind: 'measure', reason })

/** All of these sentences are one task. */
export const whole = (sentences: Judged[], kind: Selection['kind'] = 'measure'): Selection => ({
  sentences: trimEnd(sentences),
  kind,
  reason: '',
})

/** From the first sentence that holds the condition to the last that is worth keeping. */
export function fromFirst(judged: Judged[], holds: (j: Judged) => boolean, reason: string): Selection {
  const first = judged.findIndex(holds)
  return first < 0 ? nothing(reason) : whole(judged.slice(first))
}

/** Leaves out what closes or announces at the end. */
function trimEnd(judged: Judged[]): Judged[] {
  let end = judged.length
  while (end > 1 && ['greeting', 'closing', 'announce', 'meta'].includes(judged[end - 1]?.verdict.class ?? '')) end--
  return judged.slice(0, end)
}

/** A number or a heading opens the unit. */
export const isHeaded = (unit: Unit): boolean => unit.headed || unit.textStart > unit.start
