import { Keys } from '../../assemble/identity.ts'
import type { Register, RegisterDocument, Task } from '../../model/register.ts'
import type { ReviewData } from '../data.ts'
import { SourceText } from './source-text.ts'

/** A task on the page, with what the page knows of it beside the register. */
export interface Row {
  /** Names the row as long as the page is open, and in what is saved. */
  uid: string
  task: Task
  /** Somebody compared it with the text. */
  checked: boolean
  /** It is not as it was extracted. */
  edited: boolean
}

/** Everything that people can change. Never changed itself: every edit makes a new one, so that undo is a step back. */
export interface Ledger {
  rows: readonly Row[]
  /** Left-out stretches that somebody looked at: document and offsets. */
  seen: readonly string[]
}

/** What does not change while the page is open. */
export interface Desk {
  register: Register
  documents: ReadonlyMap<string, RegisterDocument>
  sources: ReadonlyMap<string, SourceText>
}

/** Makes the texts of a page ready. */
export function deskOf({ register, sources }: ReviewData): Desk {
  return {
    register,
    documents: new Map(register.documents.map((document) => [document.id, document])),
    sources: new Map(sources.map((source) => [source.document, new SourceText(source)])),
  }
}

/** The ledger as it was extracted. */
export function extracted({ tasks }: Register): Ledger {
  const rows = tasks.map((task): Row => ({ uid: `${task.document}:${task.key}`, task, checked: false, edited: false }))
  return { rows, seen: [] }
}

/** The register as it stands now, for the writers. */
export function registerOf({ register }: Desk, { rows }: Ledger): Register {
  return { ...register, tasks: rows.map(({ task }) => task) }
}

/** Name of a left-out stretch in `seen`. */
export const zoneId = (document: string, { start, end }: { start: number; end: number }): string =>
  `${document}:${start}-${end}`

/** Where a task starts in its document. */
export const startOf = (task: Task): number => task.source[0]?.start.offset ?? 0

/** Puts rows where their text stands: documents in their order, then by place. */
export function insertInPlace(ledger: Ledger, row: Row, { register }: Desk): Ledger {
  const order = new Map(register.documents.map(({ id }, index) => [id, index]))
  const rank = ({ task }: Row): number => order.get(task.document) ?? 0
  const at = ledger.rows.findIndex((other) => {
    const difference = rank(other) - rank(row)
    return difference > 0 || (difference === 0 && startOf(other.task) > startOf(row.task))
  })
  const index = at < 0 ? ledger.rows.length : at
  return { ...ledger, rows: [...ledger.rows.slice(0, index), row, ...ledger.rows.slice(index)] }
}

/** A number that no task of the document has: 2.1.3 is followed by 2.1.3.2, as the assembler does. */
export function freeId(rows: readonly Row[], document: string, base: string): string {
  const taken = new Set(rows.flatMap(({ task }) => (task.document === document ? [task.id] : [])))
  for (let i = 2; ; i++) if (!taken.has(`${base}.${i}`)) return `${base}.${i}`
}

/** The key that the assembler would give a task of these words. */
export function freeKey(rows: readonly Row[], document: string, content: string): string {
  const taken = new Set(rows.flatMap(({ task }) => (task.document === document ? [task.key] : [])))
  const keys = new Keys()
  for (;;) {
    const key = keys.next(content)
    if (!taken.has(key)) return key
  }
}

/** A name that no row has or had: what was deleted may come back by undo. */
export function freeUid(used: Set<string>, document: string, key: string): string {
  let uid = `${document}:${key}`
  for (let i = 2; used.has(uid); i++) uid = `${document}:${key}#${i}`
  used.add(uid)
  return uid
}
