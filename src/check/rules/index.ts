import type { Rule } from '../types.ts'
import { attachmentReference } from './attachment-reference.ts'
import { bracketUnpaired } from './bracket-unpaired.ts'
import { countMismatch } from './count-mismatch.ts'
import { dateInvalid } from './date-invalid.ts'
import { dateOrder } from './date-order.ts'
import { deadlinePast } from './deadline-past.ts'
import { deadlineVague } from './deadline-vague.ts'
import { departmentAliasMixed } from './department-alias-mixed.ts'
import { departmentObsolete } from './department-obsolete.ts'
import { departmentUnknown } from './department-unknown.ts'
import { docnumberForm } from './docnumber-form.ts'
import { halfwidthPunctuation } from './halfwidth-punctuation.ts'
import { headingDuplicate } from './heading-duplicate.ts'
import { headingEmpty } from './heading-empty.ts'
import { leadMissing } from './lead-missing.ts'
import { leadMultiple } from './lead-multiple.ts'
import { levelSkip } from './level-skip.ts'
import { markerMixed } from './marker-mixed.ts'
import { markerPunctuation } from './marker-punctuation.ts'
import { numberDuplicate } from './number-duplicate.ts'
import { numberGap } from './number-gap.ts'
import { numberOrder } from './number-order.ts'
import { ordinalChain } from './ordinal-chain.ts'
import { percentRange } from './percent-range.ts'
import { placeholder } from './placeholder.ts'
import { sensitive } from './sensitive.ts'
import { suppression } from './suppression.ts'
import { targetInconsistent } from './target-inconsistent.ts'
import { taskWithoutDeadline } from './task-without-deadline.ts'
import { taskWithoutDepartment } from './task-without-department.ts'
import { taskWithoutTarget } from './task-without-target.ts'
import { textDamaged } from './text-damaged.ts'
import { yearDrift } from './year-drift.ts'

/** All rules, in the order in which they are listed and documented. */
export const rules: readonly Rule[] = [
  numberGap,
  numberDuplicate,
  numberOrder,
  levelSkip,
  markerMixed,
  markerPunctuation,
  ordinalChain,
  headingEmpty,
  headingDuplicate,
  countMismatch,
  dateInvalid,
  dateOrder,
  deadlinePast,
  deadlineVague,
  yearDrift,
  taskWithoutDepartment,
  taskWithoutDeadline,
  taskWithoutTarget,
  leadMissing,
  leadMultiple,
  departmentAliasMixed,
  departmentUnknown,
  departmentObsolete,
  placeholder,
  bracketUnpaired,
  attachmentReference,
  targetInconsistent,
  percentRange,
  halfwidthPunctuation,
  docnumberForm,
  sensitive,
  textDamaged,
  suppression,
]

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]))

/** A rule by its id. */
export const ruleOf = (id: string): Rule | undefined => byId.get(id)

/** Whether a rule has that id. */
export const isRuleId = (id: string): boolean => byId.has(id)
