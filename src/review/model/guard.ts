import type { Task } from '../../model/register.ts'
import { deadlineKinds, departmentRoles, modalities, personRoles, relations, taskKinds } from '../../register/words.ts'
import type { Ledger, Row } from './ledger.ts'

/** What comes back from the browser's storage may be of another version, or anybody's: it is looked at before it is used. */
export function isLedger(value: unknown): value is Ledger {
  return isRecord(value) && listOf(value.rows, isRow) && listOf(value.seen, isText)
}

type Fields = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean'
const listOf = (value: unknown, is: (one: unknown) => boolean): boolean => Array.isArray(value) && value.every(is)
const maybe = (value: unknown, is: (one: unknown) => boolean): boolean => value === undefined || is(value)
const isDate = (value: unknown): boolean => isText(value) && /^\d{4}-\d{2}-\d{2}$/.test(value)
const oneOf =
  (values: Readonly<Record<string, string>>) =>
  (value: unknown): boolean =>
    isText(value) && Object.keys(values).includes(value)

const isPoint = (value: unknown): boolean =>
  isRecord(value) && isNumber(value.line) && isNumber(value.column) && isNumber(value.offset)
const isPlace = (value: unknown): boolean =>
  isRecord(value) &&
  isPoint(value.start) &&
  isPoint(value.end) &&
  maybe(value.page, isNumber) &&
  maybe(value.paragraph, isNumber)

const isNamed =
  (roles: Readonly<Record<string, string>>) =>
  (value: unknown): boolean =>
    isRecord(value) &&
    isText(value.name) &&
    oneOf(roles)(value.role) &&
    maybe(value.collective, isFlag) &&
    maybe(value.canonical, isText) &&
    maybe(value.inherited, isFlag) &&
    maybe(value.inferred, isFlag) &&
    isPlace(value.source)

const isDeadline = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.text) &&
  oneOf(deadlineKinds)(value.kind) &&
  maybe(value.start, isDate) &&
  maybe(value.end, isDate) &&
  maybe(value.recurrence, isText) &&
  maybe(value.inherited, isFlag) &&
  maybe(value.implied, (list) => listOf(list, isText)) &&
  maybe(value.note, isText) &&
  isPlace(value.source)

const isTarget = (value: unknown): boolean =>
  isRecord(value) &&
  isText(value.text) &&
  isText(value.indicator) &&
  oneOf(relations)(value.relation) &&
  maybe(value.value, isNumber) &&
  maybe(value.max, isNumber) &&
  maybe(value.unit, isText) &&
  maybe(value.baseline, isText) &&
  isPlace(value.source)

const isTask = (value: unknown): value is Task =>
  isRecord(value) &&
  [value.id, value.key, value.document, value.title, value.content].every(isText) &&
  oneOf(taskKinds)(value.kind) &&
  listOf(value.section, isText) &&
  listOf(value.departments, isNamed(departmentRoles)) &&
  listOf(value.people, isNamed(personRoles)) &&
  listOf(value.deadlines, isDeadline) &&
  (value.due === null || isDate(value.due)) &&
  listOf(value.targets, isTarget) &&
  (value.modality === null || oneOf(modalities)(value.modality)) &&
  listOf(value.source, isPlace) &&
  listOf(value.notes, isText) &&
  [value.status, value.progress, value.remark].every((one) => maybe(one, isText))

const isRow = (value: unknown): value is Row =>
  isRecord(value) && isText(value.uid) && isTask(value.task) && isFlag(value.checked) && isFlag(value.edited)
