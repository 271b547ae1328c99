import type { Register, RegisterDocument, Task } from '../model/register.ts'
import { isoOfSerial } from '../output/address.ts'
import { columnOfName } from '../output/columns.ts'
import { recogniseDeadlines, recogniseTargets } from '../pipeline/recognise.ts'
import { blankTask, type CellEdits, derivedColumns, type EditContext, editTask } from '../register/edits.ts'
import { RegisterError } from '../register/error.ts'
import { withLine } from '../register/remark.ts'

/** What people should know of a ledger that was read back: a stable code, and what it is about. */
export interface ReadNotice {
  code: 'base-missing' | 'columns-lost' | 'extra-columns' | 'derived-edited' | 'rows-added' | 'rows-deleted'
  detail: string
}

/** A register that was read back from what people sent round. */
export interface ReadBack {
  register: Register
  notices: ReadNotice[]
}

/** The columns of a table by their place: a key of ours, or the name of a column that somebody added. */
export interface Header {
  /** Row in which it stands, from 0. */
  row: number
  columns: readonly { at: number; key?: string; name: string }[]
}

/** Names that other ledgers have for the same columns, and that people change ours to. */
const otherNames: Readonly<Record<string, string>> = {
  任务: 'task',
  任务名称: 'task',
  任务事项: 'task',
  工作事项: 'task',
  事项: 'task',
  督办事项: 'task',
  议定事项: 'task',
  待办事项: 'task',
  重点任务: 'task',
  任务内容: 'content',
  工作内容: 'content',
  具体举措: 'content',
  工作措施: 'content',
  整改措施: 'content',
  工作目标: 'targets',
  牵头部门: 'lead',
  主办单位: 'lead',
  责任部门: 'responsible',
  承办单位: 'responsible',
  配合部门: 'support',
  协办单位: 'support',
  督办单位: 'supervise',
  分管领导: 'leader',
  负责人: 'person',
  时限: 'deadline',
  办理时限: 'deadline',
  整改时限: 'deadline',
  时间节点: 'deadline',
  完成时间: 'deadline',
  截止时间: 'due',
  到期日: 'due',
  进展: 'progress',
  工作进展: 'progress',
  办理情况: 'progress',
  状态: 'status',
  办理状态: 'status',
  销号: 'cleared',
  立项编号: 'id',
  督办编号: 'id',
  章节: 'section',
}

/** The key of the column that a cell of the head means. */
function keyOfHeader(cell: string): string | undefined {
  const name = cell.replaceAll(/\s+/g, ' ')
  return columnOfName(name)?.key ?? otherNames[name.replaceAll(' ', '')]
}

/** Finds the row that names columns; people put titles above it. */
export function findHeader(rows: readonly (readonly string[])[]): Header | undefined {
  for (const [row, cells] of rows.slice(0, 20).entries()) {
    const taken = new Set<string>()
    const columns = cells.flatMap((cell, at) => {
      const name = cell.trim()
      if (name === '') return []
      const key = keyOfHeader(name)
      if (key === undefined || taken.has(key)) return [{ at, name }]
      taken.add(key)
      return [{ at, key, name }]
    })
    // 工作任务 alone may be a word in a title; a table without tasks is no ledger.
    if (taken.size >= 2 && (taken.has('task') || taken.has('content'))) return { row, columns }
  }
  return undefined
}

/** The texts of a row by column key; of columns that are not ours by name, apart. */
export function cellsOf(
  row: readonly string[],
  header: Header,
): { known: Map<string, string>; extra: Map<string, string> } {
  const known = new Map<string, string>()
  const extra = new Map<string, string>()
  for (const { at, key, name } of header.columns) {
    const text = (row[at] ?? '').replace(/\r\n?/g, '\n')
    if (key !== undefined) known.set(key, text)
    else if (text.trim() !== '') extra.set(name, text.trim())
  }
  return { known, extra }
}

/** Whether a row says what is to be done. */
export function isTaskRow(cells: ReadonlyMap<string, string>): boolean {
  return (cells.get('task') ?? '').trim() !== '' || (cells.get('content') ?? '').trim() !== ''
}

/** A date as people write it in a cell, as ISO; empty stays empty. */
function readDate(text: string, line: number, field: string): string {
  const trimmed = text.trim()
  if (trimmed === '') return ''
  // A day whose cell lost its format: the number that spreadsheets count days by.
  if (/^[2-7]\d{4}$/.test(trimmed)) return isoOfSerial(Number(trimmed), false)
  const match = /^(\d{4})\s*[-/.．年]\s*(\d{1,2})\s*[-/.．月]\s*(\d{1,2})\s*日?$/.exec(trimmed)
  const iso = match ? [match[1], match[2]?.padStart(2, '0'), match[3]?.padStart(2, '0')].join('-') : trimmed
  const date = new Date(`${iso}T00:00:00Z`)
  if (!match || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) {
    throw new RegisterError('bad-date', line, { field, value: trimmed })
  }
  return iso
}

/** How cells are understood for these documents. */
export function editContext(documents: readonly RegisterDocument[], shown: ReadonlySet<string>): EditContext {
  return {
    documents: documents.map(({ id }) => id),
    shown,
    recognise: {
      deadlines: (text, id) => {
        const document = documents.find((one) => one.id === id)
        const date = document?.date ?? (document?.year ? `${document.year}-01-01` : undefined)
        return recogniseDeadlines(text, date === undefined ? {} : { date })
      },
      targets: recogniseTargets,
    },
  }
}

/** Makes a task of a row that somebody added, or of a table that has nothing but rows. */
export function taskOfRow(
  cells: ReadonlyMap<string, string>,
  extra: ReadonlyMap<string, string>,
  place: { id: string; document: string },
  context: EditContext,
): Task {
  const edits = new Map([...cells].filter(([key, text]) => text.trim() !== '' && !derivedColumns.has(key)))
  const task = withExtra(editTask(blankTask(place.id, place.document), edits, context), extra)
  return { ...task, key: `by-hand:${task.id}` }
}

/** Keeps the cells of columns that somebody added, as lines of the remark. */
export function withExtra(task: Task, extra: ReadonlyMap<string, string>): Task {
  let remark = task.remark
  for (const [name, text] of extra) remark = withLine(remark, name, text)
  return remark === task.remark || remark === undefined ? task : { ...task, remark }
}

/** Edits with dates read; complains about the row where one is no date. */
export function readDates(edits: CellEdits, line: number, header: Header): Map<string, string> {
  const read = new Map(edits)
  const due = edits.get('due')
  if (due !== undefined) {
    read.set('due', readDate(due, line, header.columns.find(({ key }) => key === 'due')?.name ?? 'due'))
  }
  return read
}
