import type { DeadlineKind, DepartmentRole, PersonRole, Relation } from './register.ts'

/** What a recogniser found in a string: offsets are those of the string it was given. */
interface Mention {
  /** Id of the rule that made it, so that `explain` can say why. */
  rule: string
  start: number
  end: number
}

/** A deadline in a text. */
export interface DeadlineMention extends Mention {
  /** As written, spaces dropped. */
  text: string
  kind: DeadlineKind
  /** ISO dates, both inclusive; left out where the document does not tell. */
  startDate?: string
  endDate?: string
  /** e.g. "monthly:25", "quarterly", "yearly". */
  recurrence?: string
  /** What the words do not state. */
  implied?: ('year' | 'month' | 'day')[]
  /** "impossible-date" … */
  note?: string
}

/** A target in a text. */
export interface TargetMention extends Mention {
  text: string
  indicator: string
  relation: Relation
  value?: number
  max?: number
  unit?: string
  baseline?: string
}

/** A body in a text, and its role. */
export interface DepartmentMention extends Mention {
  /** As written, spaces dropped. */
  name: string
  role: DepartmentRole
  collective?: boolean
  /** The name that all its aliases share. */
  canonical?: string
}

/** A person in a text, or a post. */
export interface PersonMention extends Mention {
  name: string
  role: PersonRole
}
