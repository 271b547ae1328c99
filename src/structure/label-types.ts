import type { DepartmentRole, PersonRole } from '../model/register.ts'

/** note: a line that is nothing but a note in brackets of who does what by when; it is its own label. */
export type LabelField =
  | 'departments'
  | 'people'
  | 'deadline'
  | 'start'
  | 'measures'
  | 'objective'
  | 'problem'
  | 'progress'
  | 'task'
  | 'number'
  | 'remark'
  | 'note'

/** What a label or a column header announces. */
export interface LabelMeaning {
  field: LabelField
  /** Roles of the units that follow, in the order of the label (主（协）办单位 has two); empty unless the label is about units. */
  roles: DepartmentRole[]
  /** Role of the persons that follow (责任领导, 责任单位及责任人). */
  personRole?: PersonRole
}

/** A label in a line. */
export interface LabelHit {
  start: number
  /** After the colon. */
  end: number
  /** As written, without colon and spaces. */
  label: string
  meaning: LabelMeaning
}

/** Labels whose value is text that may be a task, or that tells what led to one; others say who and when. */
export const CONTENT_FIELDS: ReadonlySet<LabelField> = new Set(['measures', 'objective', 'problem', 'task', 'progress'])
