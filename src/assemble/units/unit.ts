import type { DocumentKind } from '../../model/register.ts'
import type { LabelHit } from '../../structure/label-types.ts'
import type { Label, Row, Section, Sentence } from '../../structure/tree.ts'
import type { Cues } from '../cues.ts'
import type { SectionVerdict } from '../section-class.ts'
import type { Turn } from '../turns.ts'

/** A piece of text that may be a task: a unit without sub-units, or what stands before the first of them. */
export interface Unit {
  /** Offsets in the clean view. */
  start: number
  end: number
  /** Behind the enumerator or label. */
  textStart: number
  sentences: Sentence[]
  /** Sections around it, outermost first. */
  path: Section[]
  /** Outline number, as parts. */
  outline: number[]
  /** What the section is about. */
  verdict: SectionVerdict
  /** The label that the text stands under (整改措施：), if any. */
  field: LabelHit['meaning']['field'] | null
  /** What opens it. */
  form: 'section' | 'lead' | 'paragraph' | 'item' | 'row' | 'heading'
  /** The first sentence is the heading of a section. */
  headed: boolean
  /** Labels that say who and when for this unit, nearest last. */
  labels: Label[]
  row?: Row
  /** Stands before the first numbered unit of a document that has several: what led to it, not what it asks for. */
  preface: boolean
  /** Number of the paragraph that it stands in, to know points of one paragraph. */
  group: number
}

/** What is known of a document before its units are listed. */
export interface UnitContext {
  text: string
  kind: DocumentKind
  year: number | null
  root: SectionVerdict
  /** The words that sections and sentences are told by. */
  cues: Cues
  /** Where unnumbered paragraphs turn from what was done to what comes, in text order. */
  turns: readonly Turn[]
}

/** The words of a node. */
export const textOf = ({ text }: UnitContext, node: { start: number; end: number }): string =>
  text.slice(node.start, node.end)
