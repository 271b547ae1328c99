import { dueOf, tidy, titleOf } from '../../assemble/derive.ts'
import { modalityOf } from '../../assemble/modality.ts'
import type { Position, Range } from '../../model/position.ts'
import type { Task } from '../../model/register.ts'
import { notesAfter } from './derive.ts'
import { type Desk, freeId, freeKey, freeUid, insertInPlace, type Ledger, type Row, startOf } from './ledger.ts'
import { readStretch } from './read-stretch.ts'
import type { SourceText } from './source-text.ts'

/** Replaces the task of a row. */
export function replaceTask(ledger: Ledger, uid: string, change: (task: Task) => Task): Ledger {
  const row = ledger.rows.find((one) => one.uid === uid)
  if (!row) return ledger
  const task = change(row.task)
  if (task === row.task) return ledger
  return { ...ledger, rows: ledger.rows.map((one) => (one === row ? { ...row, task, edited: true } : one)) }
}

/** Marks rows as compared with the text, or takes the mark back. */
export function check(ledger: Ledger, uids: ReadonlySet<string>, checked: boolean): Ledger {
  const rows = ledger.rows.map((row) => (uids.has(row.uid) && row.checked !== checked ? { ...row, checked } : row))
  return { ...ledger, rows }
}

/** Takes a row out. */
export function remove(ledger: Ledger, uid: string): Ledger {
  return { ...ledger, rows: ledger.rows.filter((row) => row.uid !== uid) }
}

/** Makes a stretch of the original a task, read by the recognisers; null where there are no words in it. */
export function add(
  ledger: Ledger,
  document: string,
  range: Range,
  desk: Desk,
  used: Set<string>,
): { ledger: Ledger; uid: string } | null {
  const source = desk.sources.get(document)
  const about = desk.documents.get(document)
  if (!source || !about) return null
  const at = withoutSpace(source.text, range)
  const read = readStretch(source, at, about)
  if (read.content === '') return null
  const before = ledger.rows.filter(({ task }) => task.document === document && startOf(task) <= at.start).at(-1)
  const id = freeId(ledger.rows, document, before?.task.id ?? '0')
  const key = freeKey(ledger.rows, document, read.content)
  const task: Task = { id, key, ...read }
  const noted = { ...task, notes: notesAfter(task, { ...task, departments: [], deadlines: [], due: '' }, about.year) }
  const row: Row = { uid: freeUid(used, document, key), task: noted, checked: false, edited: true }
  return { ledger: insertInPlace(ledger, row, desk), uid: row.uid }
}

/** Offsets of the original at which a task can be cut: behind the marks that end a clause. */
export function splitPoints(task: Task, source: SourceText): number[] {
  const points: number[] = []
  for (const { start, end } of task.source) {
    const clean = source.toClean({ start: start.offset, end: end.offset })
    const text = source.clean.slice(clean.start, clean.end)
    for (const match of text.matchAll(/[。；;，,！？\n：]+[”’）)]?/g)) {
      const at = clean.start + match.index + match[0].length
      if (text.slice(match.index + match[0].length).trim() !== '')
        points.push(source.toOriginal({ start: at, end: at + 1 }).start)
    }
  }
  return points
}

/** Cuts a task in two at an offset of the original; null where there is nothing on one side. */
export function split(
  ledger: Ledger,
  uid: string,
  at: number,
  desk: Desk,
  used: Set<string>,
): { ledger: Ledger; uid: string } | null {
  const index = ledger.rows.findIndex((row) => row.uid === uid)
  const row = ledger.rows[index]
  const source = row && desk.sources.get(row.task.document)
  if (!row || !source) return null
  const [before, behind] = cut(row.task.source, at, source)
  const year = desk.documents.get(row.task.document)?.year ?? null
  const marker = markerOf(row.task, source)
  const first = part(row.task, before, source, year, marker)
  const second = part(row.task, behind, source, year, 0)
  if (!first || !second) return null
  const { status: _status, progress: _progress, remark: _remark, ...rest } = second
  const key = freeKey(ledger.rows, row.task.document, second.content)
  const task: Task = { ...rest, key, id: freeId(ledger.rows, row.task.document, row.task.id) }
  const rows: Row[] = [
    { ...row, task: first, checked: false, edited: true },
    { uid: freeUid(used, task.document, key), task, checked: false, edited: true },
  ]
  return {
    ledger: { ...ledger, rows: [...ledger.rows.slice(0, index), ...rows, ...ledger.rows.slice(index + 1)] },
    uid: rows[1]?.uid ?? uid,
  }
}

/** Cuts positions in two, without white space at the cut. */
function cut(positions: readonly Position[], at: number, source: SourceText): [Range[], Range[]] {
  const before: Range[] = []
  const behind: Range[] = []
  for (const { start, end } of positions) {
    const left = withoutSpace(source.text, { start: start.offset, end: Math.min(end.offset, at) })
    const right = withoutSpace(source.text, { start: Math.max(start.offset, at), end: end.offset })
    if (left.end > left.start) before.push(left)
    if (right.end > right.start) behind.push(right)
  }
  return [before, behind]
}

/** A task of fewer places: what stands in them, and what it had from elsewhere. */
function part(
  task: Task,
  ranges: readonly Range[],
  source: SourceText,
  year: number | null,
  marker: number,
): Task | null {
  const content = tidy(ranges.map((range) => source.words(range)).join('\n'))
    .slice(marker)
    .trim()
  if (!/[\p{L}\p{N}]/u.test(content)) return null
  const inside = ({ start, end }: Position): boolean =>
    ranges.some((range) => start.offset >= range.start && end.offset <= range.end)
  const whole = task.source
  const elsewhere = ({ start, end }: Position): boolean =>
    !whole.some((range) => start.offset >= range.start.offset && end.offset <= range.end.offset) ||
    whole.some((range) => start.offset === range.start.offset && end.offset === range.end.offset)
  const own = <T extends { source: Position }>(list: readonly T[]): T[] =>
    list.filter((one) => inside(one.source) || elsewhere(one.source))
  const deadlines = own(task.deadlines)
  const result: Task = {
    ...task,
    title: titleOf(content),
    content,
    departments: own(task.departments),
    people: own(task.people),
    deadlines,
    due: task.due === dueOf(task.deadlines) ? dueOf(deadlines) : task.due,
    targets: own(task.targets),
    modality: modalityOf(content),
    source: ranges.map((range) => source.position(range)),
  }
  return { ...result, notes: notesAfter(result, task, year) }
}

/** How many characters of its own text a task leaves out at the start: its number, a label. */
function markerOf(task: Task, source: SourceText): number {
  const whole = tidy(
    task.source.map(({ start, end }) => source.words({ start: start.offset, end: end.offset })).join('\n'),
  )
  return whole.endsWith(task.content) ? whole.length - task.content.length : 0
}

/** Joins a task with the one after it in the same document; null where there is none. */
export function mergeWithNext(ledger: Ledger, uid: string, desk: Desk): Ledger | null {
  const index = ledger.rows.findIndex((row) => row.uid === uid)
  const row = ledger.rows[index]
  const next = ledger.rows[index + 1]
  const source = row && desk.sources.get(row.task.document)
  if (!row || !next || !source || next.task.document !== row.task.document) return null
  const task = joined(row.task, next.task, source, desk.documents.get(row.task.document)?.year ?? null)
  const rows = ledger.rows.flatMap((one) =>
    one === row ? [{ ...row, task, checked: false, edited: true }] : one === next ? [] : [one],
  )
  return { ...ledger, rows }
}

function joined(a: Task, b: Task, source: SourceText, year: number | null): Task {
  const last = a.source.at(-1)
  const first = b.source[0]
  const touching =
    last !== undefined &&
    first !== undefined &&
    first.start.offset >= last.end.offset &&
    source.text.slice(last.end.offset, first.start.offset).trim() === ''
  const sources = touching
    ? [
        ...a.source.slice(0, -1),
        source.position({ start: last.start.offset, end: first.end.offset }),
        ...b.source.slice(1),
      ]
    : [...a.source, ...b.source]
  const sameLine = touching && last.end.line === first.start.line
  const deadlines = unique([...a.deadlines, ...b.deadlines], (one) => `${one.text}|${one.kind}|${one.end ?? ''}`)
  const computed = a.due === dueOf(a.deadlines) && b.due === dueOf(b.deadlines)
  const later = [a.due, b.due].reduce((x, y) => ((x ?? '') > (y ?? '') ? x : y))
  const content = `${a.content}${sameLine ? '' : '\n'}${b.content}`
  const result: Task = {
    ...a,
    content,
    departments: unique([...a.departments, ...b.departments], (one) => `${one.name}|${one.role}`),
    people: unique([...a.people, ...b.people], (one) => `${one.name}|${one.role}`),
    deadlines,
    due: computed ? dueOf(deadlines) : later,
    targets: unique([...a.targets, ...b.targets], (one) => `${one.text}|${one.source.start.offset}`),
    modality: modalityOf(content),
    source: sources,
    notes: [...new Set([...a.notes, ...b.notes])],
  }
  return { ...result, notes: notesAfter(result, a, year) }
}

function unique<T>(list: readonly T[], key: (one: T) => string): T[] {
  const seen = new Set<string>()
  return list.filter((one) => !seen.has(key(one)) && seen.add(key(one)))
}

function withoutSpace(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return { start, end }
}
