import { type CellObject, read, SSF, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { Register, Task } from '../model/register.ts'
import { isoOfSerial } from '../output/address.ts'
import { cellText } from '../output/cell-text.ts'
import { chooseColumns, rowsOf } from '../output/columns.ts'
import { bandMark } from '../output/xlsx/ledger-sheet.ts'
import { readStore, type StoreHead, storeSheet } from '../output/xlsx/store.ts'
import { workbookWords } from '../output/xlsx/words.ts'
import { type CellEdits, derivedColumns, editTask } from '../register/edits.ts'
import { RegisterError } from '../register/error.ts'
import type { Language } from '../register/language.ts'
import { readPlainTable } from './plain.ts'
import {
  cellsOf,
  editContext,
  findHeader,
  type Header,
  isTaskRow,
  type ReadBack,
  type ReadNotice,
  readDates,
  taskOfRow,
  withExtra,
} from './rows.ts'

/**
 * Reads a workbook back that `writeXlsx` wrote and people edited. Each row is compared with what was written: cells
 * that were changed are taken over, all else comes from the hidden sheet. A workbook without it is read as a bare table.
 */
export function readXlsx(bytes: Uint8Array, path: string): ReadBack {
  const workbook = open(bytes)
  const sheet = ledgerSheetOf(workbook)
  if (!sheet) throw new RegisterError('not-a-register', 1)
  const { rows, header } = sheet
  const keyColumn = header.columns.find(({ name }) => keyNames.includes(name))?.at ?? -1
  const columns: Header = { row: header.row, columns: header.columns.filter(({ at }) => at !== keyColumn) }
  const stored = storedRegister(workbook)
  if (stored) return new Merger(rows, columns, keyColumn, stored).run()
  const isTask = (row: readonly string[], index: number): boolean => index <= header.row || row[keyColumn] !== bandMark
  return readPlainTable(rows.filter(isTask), columns, path)
}

const keyNames: readonly string[] = Object.values(workbookWords).map(({ rowKey }) => rowKey)

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', cellHTML: false, cellNF: true, cellText: true, cellDates: false, dense: false })
  } catch (error) {
    throw new RegisterError('syntax', 1, { detail: error instanceof Error ? error.message : String(error) })
  }
}

/** The first sheet that has the columns of a ledger; people rename sheets and put others before them. */
function ledgerSheetOf(workbook: WorkBook): { rows: string[][]; header: Header } | undefined {
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true
  const others = new Set(Object.values(workbookWords).flatMap((words) => [words.statistics, words.review]))
  for (const name of workbook.SheetNames) {
    const sheet = workbook.Sheets[name]
    if (!sheet || name === storeSheet || others.has(name)) continue
    const rows = textsOf(sheet, is1904)
    const header = findHeader(rows)
    if (header) return { rows, header }
  }
  return undefined
}

/** The texts of a sheet as people see them. A merged cell stands in every row that it covers. */
function textsOf(sheet: WorkSheet, is1904: boolean): string[][] {
  const reference = sheet['!ref']
  if (reference === undefined) return []
  const { e: end } = utils.decode_range(reference)
  const rows: string[][] = []
  for (let row = 0; row <= end.r; row++) {
    const texts: string[] = []
    for (let column = 0; column <= end.c; column++) {
      const cell: CellObject | undefined = sheet[utils.encode_cell({ r: row, c: column })]
      texts.push(cell ? textOf(cell, is1904) : '')
    }
    rows.push(texts)
  }
  for (const { s: start, e: last } of sheet['!merges'] ?? []) {
    const text = rows[start.r]?.[start.c] ?? ''
    for (let row = start.r + 1; row <= last.r; row++) {
      const texts = rows[row]
      if (texts) texts[start.c] = text
    }
  }
  return rows
}

function textOf(cell: CellObject, is1904: boolean): string {
  const { v: value } = cell
  if (typeof value === 'number' && typeof cell.z === 'string' && SSF.is_date(cell.z)) return isoOfSerial(value, is1904)
  if (cell.t === 's' && typeof value === 'string') return value
  return cell.w ?? (value === undefined ? '' : String(value))
}

interface Stored {
  head: StoreHead
  tasks: ReadonlyMap<string, Task>
  order: readonly string[]
}

function storedRegister(workbook: WorkBook): Stored | undefined {
  const sheet = workbook.Sheets[storeSheet]
  return sheet ? readStore(textsOf(sheet, false)) : undefined
}

class Merger {
  private readonly notices: ReadNotice[] = []
  private readonly left: Map<string, Task>
  private readonly original: ReadonlyMap<string, ReadonlyMap<string, string>>
  private readonly extraNames = new Set<string>()
  private readonly derived = new Set<string>()
  private added = 0

  constructor(
    private readonly rows: readonly string[][],
    private readonly header: Header,
    /** Place of the hidden column that names the rows; -1 where it was removed. */
    private readonly keyColumn: number,
    private readonly stored: Stored,
  ) {
    const { head, tasks, order } = stored
    this.left = new Map(tasks)
    this.original = writtenCells({ ...head.register, tasks: [...tasks.values()] }, order, head.columns, head.language)
  }

  run(): ReadBack {
    const { register } = this.stored.head
    const shown = new Set(this.stored.head.columns)
    const context = editContext(register.documents, shown)
    const tasks: Task[] = []
    for (const [index, row] of this.rows.entries()) {
      const mark = this.keyColumn < 0 ? '' : (row[this.keyColumn] ?? '').trim()
      if (index <= this.header.row || mark === bandMark) continue
      const { known, extra } = cellsOf(row, this.header)
      for (const name of extra.keys()) this.extraNames.add(name)
      const key = this.find(mark, known)
      const before = key === undefined ? undefined : this.left.get(key)
      if (key !== undefined && before) {
        this.left.delete(key)
        const edits = readDates(this.changes(key, known), index + 1, this.header)
        tasks.push(withExtra(edits.size === 0 ? before : editTask(before, edits, context), extra))
      } else if (isTaskRow(known)) {
        this.added++
        const edits = readDates(known, index + 1, this.header)
        tasks.push(this.withOwnKey(taskOfRow(edits, extra, this.placeOfNew(tasks), context), tasks))
      }
    }
    this.tell()
    return { register: { ...register, tasks }, notices: this.notices }
  }

  /** The task of a row: by the hidden column, else by number or words where that column was lost. */
  private find(mark: string, known: ReadonlyMap<string, string>): string | undefined {
    if (mark !== '') return this.left.has(mark) ? mark : undefined
    if (this.keyColumn >= 0) return undefined
    const same = (column: string): string | undefined => {
      const text = known.get(column)
      if (text === undefined || text === '') return undefined
      return [...this.left.keys()].find((key) => this.original.get(key)?.get(column) === text)
    }
    return same('id') ?? same('content') ?? same('task')
  }

  /** Cells that say something else than what was written. */
  private changes(key: string, known: ReadonlyMap<string, string>): CellEdits {
    const before = this.original.get(key)
    const edits = new Map<string, string>()
    for (const [column, text] of known) {
      const written = before?.get(column)
      // A column that was not written and that is empty says nothing.
      if (text.trimEnd() === (written ?? '').trimEnd()) continue
      if (derivedColumns.has(column)) {
        if (column !== 'seq') this.derived.add(column)
      } else edits.set(column, text.trim())
    }
    return edits
  }

  /** Added rows belong to the document of the row above, and get the first number that is free. */
  private placeOfNew(before: readonly Task[]): { id: string; document: string } {
    const { documents } = this.stored.head.register
    const document = before.at(-1)?.document ?? documents[0]?.id ?? 'd1'
    const taken = new Set(
      [...this.stored.tasks.values(), ...before].filter((task) => task.document === document).map(({ id }) => id),
    )
    let number = 1
    while (taken.has(`+${number}`)) number++
    return { id: `+${number}`, document }
  }

  /** A row that was copied together with its number must not take over the key of the other. */
  private withOwnKey(task: Task, before: readonly Task[]): Task {
    const taken = new Set([...this.stored.tasks.values(), ...before].map(({ key }) => key))
    let key = task.key
    for (let count = 2; taken.has(key); count++) key = `${task.key}:${count}`
    return key === task.key ? task : { ...task, key }
  }

  private tell(): void {
    const nameOf = (key: string): string => this.header.columns.find((column) => column.key === key)?.name ?? key
    const list = (names: Iterable<string>): string => [...names].join('、')
    if (this.extraNames.size > 0) this.notices.push({ code: 'extra-columns', detail: list(this.extraNames) })
    if (this.derived.size > 0) {
      this.notices.push({ code: 'derived-edited', detail: list([...this.derived].map(nameOf)) })
    }
    if (this.added > 0) this.notices.push({ code: 'rows-added', detail: String(this.added) })
    if (this.left.size > 0) this.notices.push({ code: 'rows-deleted', detail: String(this.left.size) })
  }
}

/** What each row said when the workbook was written. */
function writtenCells(
  register: Register,
  order: readonly string[],
  keys: readonly string[],
  language: Language,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const columns = chooseColumns(keys.join(','))
  const rows = rowsOf(register, columns, language)
  return new Map(
    order.map((key, index) => [
      key,
      new Map(columns.map((column, at) => [column.key, cellText(rows[index]?.[at] ?? '', language)])),
    ]),
  )
}
