export type SentenceClass =
  | 'demand' // asks for something, with a modal or a subject told to act
  | 'imperative' // asks for something by its verb alone
  | 'objective' // names a result to be reached
  | 'past'
  | 'situation'
  | 'significance'
  | 'announce'
  | 'greeting'
  | 'closing'
  | 'meta'
  | 'plain'

export interface SentenceVerdict {
  class: SentenceClass
  /** The words that decided. */
  evidence: string
  /** A subject is told to act (各乡镇要…, 希望…). */
  addressed: boolean
}

/** @param evidence the words that decided; null: none did */
export const verdict = (name: SentenceClass, evidence: string | null, addressed = false): SentenceVerdict => ({
  class: name,
  evidence: evidence ?? '',
  addressed,
})

const ASKING: ReadonlySet<SentenceClass> = new Set<SentenceClass>(['demand', 'imperative', 'objective'])

/** Whether a sentence asks for something or names what is to be reached. */
export const isAsking = ({ class: name }: SentenceVerdict): boolean => ASKING.has(name)
