/** Ids of all rules, apart from the rules themselves so that a configuration can be checked without loading them. */
export const RULE_IDS = [
  'number-gap',
  'number-duplicate',
  'number-order',
  'level-skip',
  'marker-mixed',
  'marker-punctuation',
  'ordinal-chain',
  'heading-empty',
  'heading-duplicate',
  'count-mismatch',
  'date-invalid',
  'date-order',
  'deadline-past',
  'deadline-vague',
  'year-drift',
  'task-without-department',
  'task-without-deadline',
  'task-without-target',
  'lead-missing',
  'lead-multiple',
  'department-alias-mixed',
  'department-unknown',
  'department-obsolete',
  'placeholder',
  'bracket-unpaired',
  'attachment-reference',
  'target-inconsistent',
  'percent-range',
  'halfwidth-punctuation',
  'docnumber-form',
  'sensitive',
  'text-damaged',
  'suppression',
] as const

export type RuleId = (typeof RULE_IDS)[number]

/** The id that a mistyped one most likely means. */
export function nearestRule(id: string): RuleId | undefined {
  const words = new Set(id.toLowerCase().split(/[-_\s]+/))
  const scored = RULE_IDS.map((known) => ({ known, shared: known.split('-').filter((word) => words.has(word)).length }))
  const best = scored.sort((a, b) => b.shared - a.shared)[0]
  return best && best.shared > 0 ? best.known : undefined
}
