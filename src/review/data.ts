import type { PageStretch } from '../model/position.ts'
import type { Register } from '../model/register.ts'
import type { Language } from '../register/language.ts'

/** What the review page is given: the register, and for each of its documents the text with what explains it. */
export interface ReviewData {
  format: typeof reviewFormat
  language: Language
  register: Register
  /** In the order of `register.documents`. */
  sources: ReviewSource[]
  /** What people did in a page that was saved with its changes. */
  saved?: unknown
}

export const reviewFormat = 'taizhang-review/1'

/** One document as the page shows it. All offsets but those of `clean` are those of the original text. */
export interface ReviewSource {
  /** Its id in the register. */
  document: string
  /** Name of its file, without folders. */
  name: string
  /** The original, to the last character. */
  text: string
  /** The clean text: what recognisers read and what tasks are worded in. */
  clean: string
  /** How `clean` maps to `text`: four numbers a stretch, see `model/source-text.ts`. */
  runs: number[]
  pages: PageStretch[]
  headings: ReviewHeading[]
  /** What is in no task, with the reason; sorted, none overlaps another. */
  zones: Zone[]
}

/** A numbered heading. */
export interface ReviewHeading {
  level: number
  text: string
  start: number
  end: number
}

/** A stretch of the text that is in no task. */
export interface Zone {
  start: number
  end: number
  /** What it was taken for: a class of section or sentence, a kind of furniture, or "nothing". */
  reason: string
  group: ZoneGroup
}

/** What people are shown of the reasons; `unmatched` is what nobody should pass over. */
export type ZoneGroup = 'past' | 'state' | 'talk' | 'unmatched' | 'label' | 'furniture'
