import { builtinDeadlineLexicon, type DeadlineLexicon } from '../recognise/deadline/index.ts'
import { type DepartmentLexicon, defaultLexicon, type LeadRule } from '../recognise/department/index.ts'
import { targetLexicon } from '../recognise/target/index.ts'
import type { OwnLabels } from '../structure/labels.ts'
import { type Cues, shippedCues } from './cues.ts'

/** A keyword that tells whose a task is, where the text does not; from the user's own map. */
export interface ResponsibilityRule {
  words: readonly string[]
  department: string
  role: 'lead' | 'responsible' | 'support' | 'supervise'
}

/** All words that a run goes by: those that the program ships with, or a user's own laid over them. */
export interface Lexicons {
  departments: DepartmentLexicon
  deadlines: DeadlineLexicon
  targets: ReturnType<typeof targetLexicon>
  cues: Cues
  /** Labels and column names of the user's own. */
  labels: OwnLabels
  /** Who leads in a list without a lead; undefined: as the document says. */
  leadRule?: LeadRule
  /** Groups (各乡镇) and who belongs to them. */
  groups: ReadonlyMap<string, readonly string[]>
  responsibilities: readonly ResponsibilityRule[]
}

/** The words that the program ships with. */
export const shippedLexicons = (): Lexicons => ({
  departments: defaultLexicon,
  deadlines: builtinDeadlineLexicon(),
  targets: targetLexicon(),
  cues: shippedCues(),
  labels: new Map(),
  groups: new Map(),
  responsibilities: [],
})
