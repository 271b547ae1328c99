import actionVerbs from '../lexicon/action-verbs.yaml'
import { fieldStrings, isRecord, readEntries } from '../lexicon/read.ts'
import sectionCues from '../lexicon/section-cues.yaml'
import sentenceCues from '../lexicon/sentence-cues.yaml'

export type SectionClass =
  | 'arrangement'
  | 'objective'
  | 'review'
  | 'situation'
  | 'problem'
  | 'guidance'
  | 'significance'
  | 'appeal'
  | 'background'
  | 'people'
  | 'open'

const SECTION_CLASSES: readonly SectionClass[] = [
  'arrangement',
  'objective',
  'review',
  'situation',
  'problem',
  'guidance',
  'significance',
  'appeal',
  'background',
  'people',
]

export interface SectionCue {
  class: SectionClass
  word: string
}

const isSectionClass = (value: unknown): value is SectionClass => SECTION_CLASSES.some((known) => known === value)

/** Section cues, as src/lexicon/section-cues.yaml lists them. */
export const SECTION_CUES: readonly SectionCue[] = readEntries('section-cues', sectionCues).flatMap((entry) => {
  const name = entry.class
  if (!isSectionClass(name)) throw new Error(`section-cues.yaml: unknown class ${String(name)}`)
  return fieldStrings('section-cues', entry, 'words').map((word) => ({ class: name, word }))
})

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Longest first, so that 深入推进 is not read as 深入. */
const alternatives = (words: readonly string[]): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|')

function cuePattern(name: string): RegExp {
  if (!isRecord(sentenceCues)) throw new Error('sentence-cues.yaml: not a map')
  const words = fieldStrings('sentence-cues', sentenceCues, name)
  const parts = words.map((word) => (word.startsWith('^') ? `^${escaped(word.slice(1))}` : escaped(word)))
  return new RegExp(parts.sort((a, b) => b.length - a.length).join('|'), 'g')
}

export const SENTENCE_CUES = {
  demand: cuePattern('demand'),
  past: cuePattern('past'),
  situation: cuePattern('situation'),
  significance: cuePattern('significance'),
  announce: cuePattern('announce'),
  greeting: cuePattern('greeting'),
  closing: cuePattern('closing'),
  meta: cuePattern('meta'),
} as const

if (!isRecord(actionVerbs)) throw new Error('action-verbs.yaml: not a map')
const adverbs = alternatives(fieldStrings('action-verbs', actionVerbs, 'adverbs'))
const verbs = alternatives(fieldStrings('action-verbs', actionVerbs, 'verbs'))

/** An instruction without a subject: adverbs, then a verb, where a clause starts. */
export const IMPERATIVE = new RegExp(`^(?:(?:${adverbs})[，,]?)*(?:${verbs})`)
/** As above, or adverbs alone (坚定不移…), for headings. */
export const IMPERATIVE_CLAUSE = new RegExp(`(?:^|[，,；;：:。])(?:(?:${adverbs})[，,]?)*(?:${verbs})`, 'g')
/** A verb of instruction anywhere. */
export const VERB_INSIDE = new RegExp(`(?:${verbs})`)
