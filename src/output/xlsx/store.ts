import type { Register, Task } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'

/**
 * The hidden sheet: the register as it was when the workbook was written, a row for each task, so that what people
 * change can be told from what they left alone, and nothing that no column shows is lost. Cells hold 32,767 characters:
 * longer JSON runs on in the next cell.
 */
export const storeSheet = 'taizhang'

const chunk = 32_000

/** What the first row of the hidden sheet says. */
export interface StoreHead {
  register: Omit<Register, 'tasks'>
  language: Language
  /** Keys of the columns that were written. */
  columns: string[]
}

/** Rows of the hidden sheet: first the head, then a task each, with the name that its row carries. */
export function storeRows(register: Register, language: Language, columns: readonly string[]): string[][] {
  const { tasks, ...rest } = register
  const head: StoreHead = { register: rest, language, columns: [...columns] }
  const keys = rowKeys(tasks)
  return [['taizhang/1', ...chunks(head)], ...tasks.map((task, index) => [keys[index] ?? '', ...chunks(task)])]
}

function chunks(value: StoreHead | Task): string[] {
  const json = plainJson(value)
  return Array.from({ length: Math.ceil(json.length / chunk) }, (_, index) =>
    json.slice(index * chunk, (index + 1) * chunk),
  )
}

/** JSON that survives any spreadsheet: printable ASCII and Chinese only, nothing that Office takes for an escape. */
function plainJson(value: StoreHead | Task): string {
  return JSON.stringify(value)
    .replace(/[^\u0020-\u007e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g, unicodeEscape)
    .replace(/_(?=x)/gi, unicodeEscape)
}

const unicodeEscape = (unit: string): string =>
  Array.from({ length: unit.length }, (_, index) => `\\u${unit.charCodeAt(index).toString(16).padStart(4, '0')}`).join(
    '',
  )

/** Names that tell the rows of a sheet apart: the task's key, with a number where it is not unique or not printable. */
export function rowKeys(tasks: readonly Task[]): string[] {
  const taken = new Set<string>()
  return tasks.map(({ key }, index) => {
    const base = /^[\w:.\-\u4e00-\u9fff]+$/.test(key) && !/_x/i.test(key) ? key : `row:${index + 1}`
    let name = base
    for (let count = 2; taken.has(name); count++) name = `${base}:${count}`
    taken.add(name)
    return name
  })
}

/** Reads the hidden sheet; nothing where it is not ours or was damaged. */
export function readStore(
  rows: readonly (readonly string[])[],
): { head: StoreHead; tasks: ReadonlyMap<string, Task>; order: string[] } | undefined {
  const [first, ...others] = rows
  if (first?.[0] !== 'taizhang/1') return undefined
  const head = parsed(first)
  if (!isHead(head)) return undefined
  const tasks = new Map<string, Task>()
  for (const row of others) {
    const task = parsed(row)
    if (!row[0] || !isTask(task)) return undefined
    tasks.set(row[0], task)
  }
  return { head, tasks, order: [...tasks.keys()] }
}

function parsed([, ...cells]: readonly string[]): unknown {
  try {
    return JSON.parse(cells.join(''))
  } catch {
    return undefined
  }
}

// Shapes only: the schema checks the whole register once it is put together.
function isHead(value: unknown): value is StoreHead {
  return typeof value === 'object' && value !== null && 'register' in value && 'columns' in value && 'language' in value
}

function isTask(value: unknown): value is Task {
  return typeof value === 'object' && value !== null && 'key' in value && 'departments' in value && 'notes' in value
}
