import { LineCounter, parseDocument } from 'yaml'
import type {
  Deadline,
  Department,
  DepartmentRole,
  Person,
  PersonRole,
  Register,
  RegisterDocument,
  Target,
  Task,
} from '../model/register.ts'
import { RegisterError } from './error.ts'
import { LedgerNode } from './ledger-node.ts'
import { joinOrigins, type Origin, readOrigins } from './origins.ts'
import type { RegisterPosition } from './position.ts'
import {
  dateParts,
  deadlineKinds,
  deadlineWords,
  departmentFields,
  departmentRoles,
  documentKinds,
  documentWords,
  generatorWords,
  modalities,
  personFields,
  personRoles,
  readNote,
  registerWords,
  relations,
  targetWords,
  taskKinds,
  taskWords,
  yearFromWords,
  yearOrigins,
} from './words.ts'

/** A register read from a ledger file, with the lines at which its parts stand. */
export interface LedgerFile {
  register: Register
  /** Line of the n-th document and task. */
  lines: { documents: number[]; tasks: number[] }
}

/** For what stands nowhere in a document because somebody added it by hand. */
const nowhere: RegisterPosition = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } }

/** Reads a YAML ledger as `writeYaml` writes it and people edit it. */
export function readLedger(text: string): LedgerFile {
  const lines = new LineCounter()
  // Failsafe: every scalar is text, so that nothing which people write without quotes turns into a number or a date.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const [error] = document.errors
  if (error) throw new RegisterError('syntax', lines.linePos(error.pos[0]).line, { detail: error.code })
  const root = new LedgerNode(lines, document.contents, '')
  if (!document.contents || !('items' in document.contents)) throw new RegisterError('not-a-register', 1)
  const field = root.fields(registerWords)
  const schema = field('schema')
  if (schema.text() !== 'taizhang/1') schema.fail('bad-value', { value: schema.text(), allowed: 'taizhang/1' })
  const generator = field('generator').fields(generatorWords)
  const documents = field('documents').list()
  const tasks = field('tasks').list()
  const read = documents.map(readDocument)
  const [only, ...others] = read
  const single = only && others.length === 0 ? only.id : undefined
  return {
    register: {
      schema: 'taizhang/1',
      generator: { name: generator('name').text(), version: generator('version').text() },
      documents: read,
      tasks: tasks.map((task) => readTask(task, single)),
    },
    lines: { documents: documents.map(({ line }) => line), tasks: tasks.map(({ line }) => line) },
  }
}

function readDocument(node: LedgerNode): RegisterDocument {
  const field = node.fields(documentWords)
  return {
    id: field('id').text(),
    path: field('path').text(),
    title: field('title').optional((title) => title.text()) ?? null,
    date: field('date').optional((date) => date.date()) ?? null,
    year: field('year').optional((year) => year.number()) ?? null,
    kind: field('kind').value(documentKinds),
    sha256: field('sha256').text(),
    yearFrom: readYearFrom(field('yearFrom')),
  }
}

function readYearFrom(node: LedgerNode): RegisterDocument['yearFrom'] {
  const field = node.fields(yearFromWords)
  return {
    how: field('how').value(yearOrigins),
    ...present(
      'text',
      field('text').optional((text) => text.text()),
    ),
    ...present(
      'position',
      field('position').optional((position) => position.position()),
    ),
  }
}

function readTask(node: LedgerNode, single: string | undefined): Task {
  const field = node.fields(taskWords)
  const id = field('id').text()
  const title = field('title').text()
  const source = field('source')
    .listOrOne()
    .map((place) => place.position())
  const place = source[0] ?? nowhere
  const namesOf = (key: keyof typeof taskWords): string[] =>
    field(key)
      .listOrOne()
      .map((name) => name.text())
  const departments = joinOrigins(
    departmentFields.map(({ role, key }) => ({ role, names: namesOf(key) })),
    readOrigins(field('departmentOrigins'), departmentRoles),
    place,
  )
  const people = joinOrigins(
    personFields.map(({ role, key }) => ({ role, names: namesOf(key) })),
    readOrigins(field('personOrigins'), personRoles),
    place,
  )
  return {
    id,
    // A task that somebody added by hand has none.
    key: field('key').optional((key) => key.text()) ?? `by-hand:${id}`,
    document:
      field('document').optional((document) => document.text()) ?? single ?? field('document').fail('missing-field'),
    section: field('section')
      .list()
      .map((heading) => heading.text()),
    kind: field('kind').optional((kind) => kind.value(taskKinds)) ?? 'measure',
    title,
    content: field('content').optional((content) => content.text()) ?? title,
    departments: departments.map(asDepartment),
    people: people.map(asPerson),
    deadlines: field('deadlines').list().map(readDeadline),
    due: field('due').optional((due) => due.date()) ?? null,
    targets: field('targets').list().map(readTarget),
    modality: field('modality').optional((modality) => modality.value(modalities)) ?? null,
    source,
    notes: field('notes')
      .list()
      .map((note) => readNote(note.text())),
    ...present(
      'status',
      field('status').optional((status) => status.text()),
    ),
    ...present(
      'progress',
      field('progress').optional((progress) => progress.text()),
    ),
    ...present(
      'remark',
      field('remark').optional((remark) => remark.text()),
    ),
  }
}

function asDepartment({
  name,
  role,
  collective,
  canonical,
  inherited,
  inferred,
  source,
}: Origin<DepartmentRole>): Department {
  return {
    name,
    role,
    ...present('collective', collective),
    ...present('canonical', canonical),
    ...present('inherited', inherited),
    ...present('inferred', inferred),
    source,
  }
}

function asPerson({ name, role, inherited, source }: Origin<PersonRole>): Person {
  return { name, role, ...present('inherited', inherited), source }
}

function readDeadline(node: LedgerNode): Deadline {
  const field = node.fields(deadlineWords)
  return {
    text: field('text').text(),
    kind: field('kind').value(deadlineKinds),
    ...present(
      'start',
      field('start').optional((start) => start.date()),
    ),
    ...present(
      'end',
      field('end').optional((end) => end.date()),
    ),
    ...present(
      'recurrence',
      field('recurrence').optional((recurrence) => recurrence.text()),
    ),
    ...present(
      'inherited',
      field('inherited').optional((inherited) => inherited.flag()),
    ),
    ...present(
      'implied',
      field('implied').optional((parts) => parts.list().map((part) => part.value(dateParts))),
    ),
    ...present(
      'note',
      field('note').optional((note) => readNote(note.text())),
    ),
    source: field('source').position(),
  }
}

function readTarget(node: LedgerNode): Target {
  const field = node.fields(targetWords)
  return {
    text: field('text').text(),
    indicator: field('indicator').text(),
    relation: field('relation').value(relations),
    ...present(
      'value',
      field('value').optional((value) => value.number()),
    ),
    ...present(
      'max',
      field('max').optional((max) => max.number()),
    ),
    ...present(
      'unit',
      field('unit').optional((unit) => unit.text()),
    ),
    ...present(
      'baseline',
      field('baseline').optional((baseline) => baseline.text()),
    ),
    source: field('source').position(),
  }
}

/** A field for an object literal, or nothing: an absent field stays absent. */
function present<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : record(key, value)
}

function record<K extends string, V>(key: K, value: V): Partial<Record<K, V>> {
  const result: Partial<Record<K, V>> = {}
  result[key] = value
  return result
}
