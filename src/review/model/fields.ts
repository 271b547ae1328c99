import { dueOf } from '../../assemble/derive.ts'
import type { Department, DepartmentRole, Person, PersonRole, RegisterDocument, Task } from '../../model/register.ts'
import { joinOrigins, type Origin } from '../../register/origins.ts'
import { departmentFields, personFields } from '../../register/words.ts'
import { notesAfter } from './derive.ts'
import { readDeadline, readTarget } from './read-stretch.ts'

/** What can be changed of a task by typing. */
export type FieldName =
  | 'title'
  | 'content'
  | 'kind'
  | 'lead'
  | 'responsible'
  | 'support'
  | 'supervise'
  | 'personLeader'
  | 'personLead'
  | 'personResponsible'
  | 'personSupport'
  | 'personSupervise'
  | 'deadlines'
  | 'due'
  | 'targets'
  | 'status'
  | 'progress'
  | 'remark'

const clauseSeparator = '；'
const nameSeparator = '、'
const splitNames = (text: string): string[] => [...new Set(pieces(text, /[、，,;；\n]/))]
const splitClauses = (text: string): string[] => pieces(text, /[；;\n]/)
const pieces = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')

const departmentRole = (field: FieldName): DepartmentRole | undefined =>
  departmentFields.find(({ key }) => key === field)?.role
const personRole = (field: FieldName): PersonRole | undefined => personFields.find(({ key }) => key === field)?.role

/** A field as people see and type it. */
export function fieldText(task: Task, field: FieldName): string {
  const unit = departmentRole(field)
  if (unit) return namesOf(task.departments, unit).join(nameSeparator)
  const person = personRole(field)
  if (person) return namesOf(task.people, person).join(nameSeparator)
  switch (field) {
    case 'deadlines':
      return task.deadlines.map(({ text }) => text).join(clauseSeparator)
    case 'targets':
      return task.targets.map(({ text }) => text).join(clauseSeparator)
    case 'due':
      return task.due ?? ''
    case 'status':
      return task.status ?? ''
    case 'progress':
      return task.progress ?? ''
    case 'remark':
      return task.remark ?? ''
    case 'kind':
      return task.kind
    case 'title':
      return task.title
    default:
      return task.content
  }
}

/** Names that share a role, each once. */
export const namesOf = <R extends string>(list: readonly { name: string; role: R }[], role: R): string[] => [
  ...new Set(list.flatMap((one) => (one.role === role ? [one.name] : []))),
]

/** The task with a field as it was typed. The same task where nothing changed. */
export function withField(task: Task, field: FieldName, typed: string, document: RegisterDocument | undefined): Task {
  const text = typed.trim()
  if (text === fieldText(task, field)) return task
  const changed = change(task, field, text, document)
  return { ...changed, notes: notesAfter(changed, task, document?.year ?? null) }
}

function change(task: Task, field: FieldName, text: string, document: RegisterDocument | undefined): Task {
  const unit = departmentRole(field)
  if (unit) return { ...task, departments: withNames(task, unit, splitNames(text)) }
  const person = personRole(field)
  if (person) return { ...task, people: withPeople(task, person, splitNames(text)) }
  switch (field) {
    case 'deadlines':
      return withDeadlines(task, splitClauses(text), document)
    case 'targets': {
      const old = [...task.targets]
      const targets = splitClauses(text).map((clause) => take(old, clause) ?? readTarget(clause, placeOf(task)))
      return { ...task, targets }
    }
    case 'due':
      return { ...task, due: /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null }
    case 'kind':
      return { ...task, kind: text === 'objective' ? 'objective' : 'measure' }
    case 'title':
      return text === '' ? task : { ...task, title: text }
    case 'content':
      return text === '' ? task : { ...task, content: text }
    case 'status':
      return optional(task, 'status', text)
    case 'progress':
      return optional(task, 'progress', text)
    default:
      return optional(task, 'remark', text)
  }
}

/** What people fill in is absent, not empty, where there is nothing: so extraction leaves it. */
function optional(task: Task, field: 'status' | 'progress' | 'remark', text: string): Task {
  const { [field]: _, ...rest } = task
  return text === '' ? rest : { ...rest, [field]: text }
}

function placeOf(task: Task): Task['source'][number] {
  const nowhere = { line: 1, column: 1, offset: 0 }
  return task.source[0] ?? { start: nowhere, end: nowhere }
}

function take<T extends { text: string }>(list: T[], text: string): T | undefined {
  const index = list.findIndex((one) => one.text === text)
  return index < 0 ? undefined : list.splice(index, 1)[0]
}

/** A date that was computed follows the words; one that somebody set stays. */
function withDeadlines(task: Task, clauses: readonly string[], document: RegisterDocument | undefined): Task {
  const old = [...task.deadlines]
  const kept = clauses.map((clause) => take(old, clause))
  // One clause was corrected: it stays where the old one stood.
  const replaced = kept.filter((one) => one === undefined).length === old.length ? old : []
  const deadlines = clauses.map((clause, i) => {
    const found = kept[i]
    return found ?? readDeadline(clause, document, replaced.shift()?.source ?? placeOf(task))
  })
  const due = task.due === dueOf(task.deadlines) ? dueOf(deadlines) : task.due
  return { ...task, deadlines, due }
}

function withNames(task: Task, role: DepartmentRole, names: readonly string[]): Department[] {
  const joined = join(task.departments, departmentFields, role, names, task)
  return joined.map(({ name, role: own, source, inherited, inferred, collective, canonical }) => ({
    name,
    role: own,
    ...(collective === undefined ? {} : { collective }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(inherited === undefined ? {} : { inherited }),
    ...(inferred === undefined ? {} : { inferred }),
    source,
  }))
}

function withPeople(task: Task, role: PersonRole, names: readonly string[]): Person[] {
  return join(task.people, personFields, role, names, task).map(({ name, role: own, source, inherited }) => ({
    name,
    role: own,
    ...(inherited === undefined ? {} : { inherited }),
    source,
  }))
}

/** By the rule of ledgers that were edited by hand, so that the page and the file agree. */
function join<R extends string>(
  list: readonly (Department | Person)[],
  fields: readonly { role: R }[],
  role: R,
  names: readonly string[],
  task: Task,
): Origin<R>[] {
  const origins = list.flatMap((one): Origin<R>[] => {
    const known = fields.find((field) => field.role === one.role)
    return known ? [{ ...withoutUndefined(one), role: known.role }] : []
  })
  const lists = fields.map((field) => ({
    role: field.role,
    names: field.role === role ? [...names] : origins.flatMap((one) => (one.role === field.role ? [one.name] : [])),
  }))
  return joinOrigins(lists, origins, placeOf(task))
}

function withoutUndefined(one: Department | Person): Omit<Origin<string>, 'role'> {
  const { name, source, inherited } = one
  return {
    name,
    source,
    ...(inherited === undefined ? {} : { inherited }),
    ...('collective' in one && one.collective !== undefined ? { collective: one.collective } : {}),
    ...('inferred' in one && one.inferred !== undefined ? { inferred: one.inferred } : {}),
    ...('canonical' in one && one.canonical !== undefined ? { canonical: one.canonical } : {}),
  }
}

/** Gives a department another role; its place stays. */
export function withRole(task: Task, index: number, role: DepartmentRole): Task {
  const departments = task.departments.map((one, i) => (i === index ? { ...one, role } : one))
  return { ...task, departments }
}
