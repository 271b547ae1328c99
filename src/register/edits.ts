import type { Deadline, Department, Person, PersonRole, Target, Task } from '../model/register.ts'
import { joinOrigins, type Origin } from './origins.ts'
import type { RegisterPosition } from './position.ts'
import { clearedLabel, takeLine, withLine } from './remark.ts'
import { readShownName } from './shown-name.ts'
import { splitClauses, splitNames } from './split-names.ts'
import { departmentFields, readNote, taskKinds } from './words.ts'

/** Cells of one row that say something new, by the key of their column. Dates are ISO or empty. */
export type CellEdits = ReadonlyMap<string, string>

/** What reading a cell needs to know beside it. */
export interface EditContext {
  /** Ids of the documents there are: they stand before the numbers of tasks. */
  documents: readonly string[]
  /** Keys of all columns of the table. */
  shown: ReadonlySet<string>
  /** Reads deadlines and targets out of what somebody typed. */
  recognise: {
    deadlines(text: string, document: string): Deadline[]
    targets(text: string): Target[]
  }
}

/** For what stands nowhere in a document because somebody added it by hand. */
const nowhere: RegisterPosition = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

/** A task without anything but its number. */
export function blankTask(id: string, document: string): Task {
  return {
    id,
    key: `by-hand:${id}`,
    document,
    section: [],
    kind: 'measure',
    title: '',
    content: '',
    departments: [],
    people: [],
    deadlines: [],
    due: null,
    targets: [],
    modality: null,
    source: [],
    notes: [],
  }
}

/** Columns that tell where a task is from: what is written there does not change the task. */
export const derivedColumns: ReadonlySet<string> = new Set([
  'seq',
  'source',
  'document',
  'document-title',
  'document-kind',
])

/** A task with the cells that people changed. What they left alone keeps its origins, positions and all. */
export function editTask(original: Task, edits: CellEdits, context: EditContext): Task {
  const task: Task = { ...original }
  for (const column in setters) {
    const text = edits.get(column)
    if (text !== undefined) setters[column]?.(task, text, context)
  }
  for (const { role, key } of departmentFields) {
    const names = edits.get(key)
    if (names !== undefined) task.departments = editDepartments(task, role, splitNames(names))
  }
  if (edits.has('deadline') && !edits.has('due') && task.due === null) task.due = latestEnd(task.deadlines)
  if (!edits.has('notes')) task.notes = openNotes(task)
  if (task.title === '') task.title = task.content
  if (task.content === '') task.content = task.title
  return task
}

/** What each column sets; applied in this order, 销号情况 after the remark of which it is a line. */
type Setter = (task: Task, text: string, context: EditContext) => void

const setters: Readonly<Record<string, Setter>> = {
  id: (task, text, { documents }) => {
    const document = documents
      .filter((id) => text.startsWith(`${id}-`))
      .sort((a, b) => b.length - a.length)
      .at(0)
    if (document !== undefined) task.document = document
    task.id = document === undefined ? text : text.slice(document.length + 1)
  },
  section: (task, text) => {
    task.section = text.split(/\s*[>＞]\s*|\n/).filter((heading) => heading !== '')
  },
  task: (task, text) => {
    task.title = text
  },
  content: (task, text) => {
    task.content = text
  },
  kind: (task, text) => {
    task.kind = text === 'objective' || text === taskKinds.objective ? 'objective' : 'measure'
  },
  targets: (task, text, { recognise }) => {
    task.targets = splitClauses(text).flatMap((clause) => {
      const known = task.targets.filter((target) => target.text === clause)
      return known.length > 0 ? known : [typedTarget(clause, placeOf(task), recognise)]
    })
  },
  deadline: (task, text, { recognise }) => {
    task.deadlines = splitClauses(text).flatMap((clause) => {
      const known = task.deadlines.filter((deadline) => deadline.text === clause)
      return known.length > 0 ? known : [typedDeadline(clause, task, recognise)]
    })
  },
  due: (task, text) => {
    task.due = text === '' ? null : text
  },
  leader: (task, text) => {
    task.people = editPeople(task, splitNames(text), (role) => role === 'leader', 'leader')
  },
  person: (task, text, { shown }) => {
    task.people = editPeople(task, splitNames(text), (role) => role !== 'leader' || !shown.has('leader'), 'responsible')
  },
  progress: (task, text) => setText(task, 'progress', text),
  status: (task, text) => setText(task, 'status', text),
  remark: (task, text, { shown }) => {
    const cleared = shown.has('cleared') ? takeLine(task.remark, clearedLabel).value : ''
    setText(task, 'remark', withLine(text, clearedLabel, cleared))
  },
  cleared: (task, text) => setText(task, 'remark', withLine(task.remark, clearedLabel, text)),
  notes: (task, text) => {
    task.notes = splitClauses(text).map(readNote)
  },
}

function setText(task: Task, field: 'progress' | 'status' | 'remark', text: string): void {
  if (text === '') delete task[field]
  else task[field] = text
}

const placeOf = (task: Task): RegisterPosition => task.source[0] ?? nowhere

function editDepartments(task: Task, role: Department['role'], names: readonly string[]): Department[] {
  const read = names.map(readShownName)
  const lists = departmentFields.map((field) => ({
    role: field.role,
    names:
      field.role === role
        ? read.map((one) => one.name)
        : task.departments.filter((one) => one.role === field.role).map((one) => one.name),
  }))
  return joinOrigins(lists, task.departments.map(originOf), placeOf(task)).map((origin) => {
    if (origin.role !== role) return asDepartment(origin)
    const { inferred: _, ...rest } = origin
    const marked = read.some((one) => one.name === origin.name && one.inferred)
    return asDepartment(marked ? { ...rest, inferred: true } : rest)
  })
}

function originOf({
  name,
  role,
  source,
  inherited,
  collective,
  inferred,
  canonical,
}: Department): Origin<Department['role']> {
  const origin: Origin<Department['role']> = { name, role, source }
  if (inherited !== undefined) origin.inherited = inherited
  if (collective !== undefined) origin.collective = collective
  if (inferred !== undefined) origin.inferred = inferred
  if (canonical !== undefined) origin.canonical = canonical
  return origin
}

function asDepartment({
  name,
  role,
  source,
  inherited,
  collective,
  inferred,
  canonical,
}: Origin<Department['role']>): Department {
  return {
    name,
    role,
    ...(collective === undefined ? {} : { collective }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(inherited === undefined ? {} : { inherited }),
    ...(inferred === undefined ? {} : { inferred }),
    source,
  }
}

/** A corrected name keeps the role of the one in whose place it stands; an added one gets the role of the column. */
function editPeople(
  task: Task,
  names: readonly string[],
  belongs: (role: PersonRole) => boolean,
  role: PersonRole,
): Person[] {
  const before = task.people.filter((person) => belongs(person.role))
  const gone = before.filter((person) => !names.includes(person.name))
  const added = names.filter((name) => !before.some((person) => person.name === name))
  const corrected = gone.length === added.length
  const after = names.flatMap((name): Person[] => {
    const known = before.filter((person) => person.name === name)
    if (known.length > 0) return known
    const replaced = corrected ? gone[added.indexOf(name)] : undefined
    return [replaced ? { ...replaced, name } : { name, role, source: placeOf(task) }]
  })
  return [...task.people.filter((person) => !belongs(person.role)), ...after]
}

function typedDeadline(text: string, task: Task, recognise: EditContext['recognise']): Deadline {
  const found = recognise.deadlines(text, task.document)
  const end = latestEnd(found)
  const best = found.find((deadline) => deadline.end === end) ?? found[0]
  // Words without a date wait for something to happen, as far as can be told.
  return best ? { ...best, text, source: placeOf(task) } : { text, kind: 'event', source: placeOf(task) }
}

function typedTarget(text: string, source: RegisterPosition, recognise: EditContext['recognise']): Target {
  const [found] = recognise.targets(text)
  return found ? { ...found, text, source } : { text, indicator: text, relation: '=', source }
}

function latestEnd(deadlines: readonly Deadline[]): string | null {
  const ends = deadlines.flatMap(({ end }) => (end === undefined ? [] : [end])).sort()
  return ends.at(-1) ?? null
}

/** Notes without those that the edit has settled. */
function openNotes({ notes, departments, deadlines, due }: Task): string[] {
  return notes.filter(
    (note) =>
      !(note === 'owner-missing' && departments.length > 0) &&
      !(note === 'deadline-missing' && (deadlines.length > 0 || due !== null)),
  )
}
