import type { DeadlineMention, DepartmentMention, PersonMention, TargetMention } from '../model/mention.ts'
import type { Task } from '../model/register.ts'
import type { Dates } from './heading-time.ts'
import type { Unit } from './units/unit.ts'

/** A mention, and how the task came by it. */
export interface Found<M> {
  mention: M
  /** Where offset 0 of the recognised string stands in the view. */
  base: number
  inherited: boolean
  /** Comes from a heading that names a period. */
  period?: boolean
}

/** Everything that is known of one task before it is written down. */
export interface Draft {
  unit: Unit
  start: number
  end: number
  textStart: number
  kind: Task['kind']
  outline: number[]
  part: number | null
  departments: Found<DepartmentMention>[]
  people: Found<PersonMention>[]
  deadlines: Found<DeadlineMention>[]
  targets: Found<TargetMention>[]
  extraSection: string[]
  /** What bare dates in it mean. */
  dates: Dates
  /** Cells of a row that make up the task, with those of other columns between them. */
  parts?: { start: number; end: number }[]
}

/** A mention of a task with the rule that made it; offsets are those of the clean view. */
export interface TracedMention {
  task: string
  field: 'department' | 'person' | 'deadline' | 'target'
  rule: string
  text: string
  start: number
  end: number
  inherited: boolean
}

/** The mentions of a draft, for who asks by which rule they came. */
export function tracedMentions(draft: Draft, task: string): TracedMention[] {
  const of = (
    field: TracedMention['field'],
    found: Found<{ rule: string; start: number; end: number }>[],
    name: (i: number) => string,
  ) =>
    found.map(
      ({ mention, base, inherited }, i): TracedMention => ({
        task,
        field,
        rule: mention.rule,
        text: name(i),
        start: base + mention.start,
        end: base + mention.end,
        inherited,
      }),
    )
  return [
    ...of('department', draft.departments, (i) => draft.departments[i]?.mention.name ?? ''),
    ...of('person', draft.people, (i) => draft.people[i]?.mention.name ?? ''),
    ...of('deadline', draft.deadlines, (i) => draft.deadlines[i]?.mention.text ?? ''),
    ...of('target', draft.targets, (i) => draft.targets[i]?.mention.text ?? ''),
  ]
}
