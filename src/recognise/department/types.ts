import type { DepartmentMention, PersonMention } from '../../model/mention.ts'
import type { DepartmentLexicon } from './lexicon.ts'

export interface DepartmentContext {
  /** What the document says about lists without a lead: the first leads, all lead, those before the comma, or nothing. */
  leadRule?: LeadRule
  /** A lexicon other than the built-in one (a user's own units laid over it). */
  lexicon?: DepartmentLexicon
}

export type LeadRule = 'first' | 'all' | 'before-comma' | 'none'

/** One responsibility statement: where it stands, so that a unit can be cut after it, and what it says. */
export interface Responsibility {
  start: number
  end: number
  /** A note in brackets, a sentence (由X负责), a subject told to act (各乡镇要…), or a label in running text. */
  form: 'note' | 'sentence' | 'subject' | 'label'
  rule: string
  departments: DepartmentMention[]
  people: PersonMention[]
}

/** A note that holds for the whole document from its place on. */
export interface Convention {
  kind: 'lead-rule' | 'carry-forward'
  rule: string
  start: number
  end: number
  /** Of a lead rule. */
  leadRule?: LeadRule
  /** Of a carry-forward note: bodies that every later item has too. */
  departments: DepartmentMention[]
}
