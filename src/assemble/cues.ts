import actionVerbs from '../lexicon/action-verbs.yaml'
import { anyOf, escaped, fieldStrings, isRecord, readEntries } from '../lexicon/read.ts'
import sectionCues from '../lexicon/section-cues.yaml'
import sentenceCues from '../lexicon/sentence-cues.yaml'
import { SECTION_CLASSES, type SectionClass } from './section-classes.ts'

/** A word of headings, and what a section is about whose heading holds it. */
export interface SectionCue {
  class: SectionClass
  word: string
}

const isSectionClass = (value: unknown): value is SectionClass => SECTION_CLASSES.some((known) => known === value)

/** The lists of sentence-cues.yaml. */
export const CUE_NAMES = [
  'demand',
  'past',
  'faintPast',
  'situation',
  'significance',
  'announce',
  'greeting',
  'closing',
  'meta',
] as const
export type CueName = (typeof CUE_NAMES)[number]

function cuesOf(name: CueName): string[] {
  if (!isRecord(sentenceCues)) throw new Error('sentence-cues.yaml: not a map')
  return fieldStrings('sentence-cues', sentenceCues, name)
}

function cuePattern(name: CueName): RegExp {
  const parts = cuesOf(name).map((word) => (word.startsWith('^') ? `^${escaped(word.slice(1))}` : escaped(word)))
  return new RegExp(parts.sort((a, b) => b.length - a.length).join('|'), 'g')
}

/** The words of a list of sentence-cues.yaml, wherever in a sentence they stand. */
export const sentenceWords = (name: CueName): string[] => cuesOf(name).map((word) => word.replace(/^\^/, ''))

/** What each of the lists is found by. */
type SentencePatterns = Record<CueName, RegExp>

const isComplete = (patterns: Partial<SentencePatterns>): patterns is SentencePatterns =>
  CUE_NAMES.every((name) => patterns[name] !== undefined)

function sentencePatterns(): SentencePatterns {
  const patterns: Partial<SentencePatterns> = {}
  for (const name of CUE_NAMES) patterns[name] = cuePattern(name)
  if (!isComplete(patterns)) throw new Error('sentence-cues.yaml: a list is missing')
  return patterns
}

/** The words that classes of sections and sentences are told by, compiled. */
export interface Cues {
  sections: readonly SectionCue[]
  sentence: Readonly<SentencePatterns>
  /** An instruction without a subject: adverbs, then a verb, where a clause starts. */
  imperative: RegExp
  /** As above, at every clause. */
  imperativeClause: RegExp
  /** A verb of instruction anywhere. */
  verb: RegExp
}

/** Words of one's own, to be laid over those that the program ships with. */
export interface OwnCues {
  verbs?: readonly string[]
  sections?: readonly SectionCue[]
}

const shippedSections = (): SectionCue[] =>
  readEntries('section-cues', sectionCues).flatMap((entry) => {
    const name = entry.class
    if (!isSectionClass(name)) throw new Error(`section-cues.yaml: unknown class ${String(name)}`)
    return fieldStrings('section-cues', entry, 'words').map((word) => ({ class: name, word }))
  })

/** 10月底前排查一遍: a limit in front of what is to be done by then. */
const DUE_BEFORE = '(?:\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|[底初末])?|[年月季]底|春节|国庆节?|汛期)(?:之)?前'

/** Compiles the shipped words together with a user's own; where both name a word, the user's class holds. */
export function compileCues(own: OwnCues = {}): Cues {
  if (!isRecord(actionVerbs)) throw new Error('action-verbs.yaml: not a map')
  const adverbs = anyOf(fieldStrings('action-verbs', actionVerbs, 'adverbs'))
  const verbs = anyOf([...fieldStrings('action-verbs', actionVerbs, 'verbs'), ...(own.verbs ?? [])])
  const ownWords = new Set(own.sections?.map((cue) => cue.word))
  return {
    sections: [...(own.sections ?? []), ...shippedSections().filter((cue) => !ownWords.has(cue.word))],
    sentence: sentencePatterns(),
    imperative: new RegExp(`^(?:(?:${adverbs})[，,]?)*(?:${verbs})`),
    imperativeClause: new RegExp(`(?:^|[，,；;：:。])(?:${DUE_BEFORE})?(?:(?:${adverbs})[，,]?)*(?:${verbs})`, 'g'),
    verb: new RegExp(`(?:${verbs})`),
  }
}

let shipped: Cues | undefined

/** The words that the program ships with. */
export function shippedCues(): Cues {
  shipped ??= compileCues()
  return shipped
}
