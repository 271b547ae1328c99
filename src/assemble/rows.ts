import type { LabelMeaning } from '../structure/label-types.ts'
import { type OwnLabels, readLabel } from '../structure/labels.ts'
import type { Unit } from './units.ts'

interface Cell {
  start: number
  end: number
  /** Taken from a row above whose cell spans this one. */
  inherited: boolean
}

/** What a row of a table says. */
export interface RowTask {
  start: number
  end: number
  kind: 'measure' | 'objective'
  /** What stands in the columns before it, when they span several rows. */
  section: string[]
  units: (Cell & { meaning: LabelMeaning })[]
  dates: Cell[]
  targets: Cell[]
  /** The first date is the prefix of a schedule (3-6月：…). */
  scheduled: boolean
}

interface Column {
  meaning: LabelMeaning | null
  name: string
}

/** 3-6月：…, 11月：…, 全年：…: a schedule inside a cell. */
const SCHEDULE =
  /^(?:(?:20\d\d年)?\s?\d{1,2}(?:月)?\s?[-—~～至到]\s?\d{1,2}月|(?:20\d\d年)?\d{1,2}月(?:份|底)?|全年|[上下]半年|第?[一二三四]季度)\s?[：:]/
/** Column names that say what is to be done, beside those that labels know. */
const TASK_COLUMN = /任务|事项|工作内容|内容|措施|举措|项目|要求|目标|分解|进度|安排/
const NOT_TASK = /考核|要点|依据|来源|标准|备注|说明|序号|编号|得分|分值/

/** Reads the rows of the tables among the units; the header row names the columns. */
export function readRows(text: string, units: readonly Unit[], labels?: OwnLabels): Map<Unit, RowTask[]> {
  const result = new Map<Unit, RowTask[]>()
  const tables = new Map<number, Unit[]>()
  for (const unit of units) {
    if (!unit.row) continue
    const list = tables.get(unit.row.table) ?? []
    list.push(unit)
    tables.set(unit.row.table, list)
  }
  for (const rows of tables.values()) readTable(text, rows, result, labels)
  return result
}

function readTable(text: string, rows: Unit[], result: Map<Unit, RowTask[]>, labels?: OwnLabels): void {
  const header = rows[0]?.row
  if (!header) return
  const columns = header.cells.map((cell): Column => {
    const name = text.slice(cell.start, cell.end).replace(/\s/g, '')
    return { name, meaning: readLabel(name, labels) }
  })
  const taskColumn = columns.findIndex((c) => isTask(c))
  const isHeader =
    columns.length > 1 &&
    columns.every((c) => c.name.length <= 16) &&
    (taskColumn >= 0 || columns.filter((c) => c.meaning).length >= 2)
  if (!isHeader || taskColumn < 0) return
  const above: (Cell | null)[] = columns.map(() => null)
  for (const unit of rows.slice(1)) {
    const cells = unit.row?.cells ?? []
    const task =
      cells.length >= columns.length ? fullRow(text, cells, columns, above) : shortRow(text, cells, columns, above)
    result.set(unit, task)
  }
}

const isTask = (column: Column): boolean =>
  (column.meaning !== null && ['task', 'measures', 'objective'].includes(column.meaning.field)) ||
  (column.meaning === null && TASK_COLUMN.test(column.name) && !NOT_TASK.test(column.name))

const filled = (cell: { start: number; end: number } | undefined): cell is { start: number; end: number } =>
  cell !== undefined && cell.end > cell.start

function fullRow(
  text: string,
  cells: readonly { start: number; end: number }[],
  columns: readonly Column[],
  above: (Cell | null)[],
): RowTask[] {
  const scheduled = scheduledCells(text, cells)
  const extra = cells.length - columns.length
  const task: RowTask = {
    start: -1,
    end: -1,
    kind: 'measure',
    section: [],
    units: [],
    dates: [],
    targets: [],
    scheduled: false,
  }
  for (const [i, column] of columns.entries()) {
    const cell = cells[i]
    const own: Cell | null = filled(cell) ? { ...cell, inherited: false } : (above[i] ?? null)
    if (filled(cell)) above[i] = { ...cell, inherited: true }
    if (!own || extra > 0) continue
    const { meaning } = column
    if (isTask(column)) {
      if (own.inherited) task.section.push(text.slice(own.start, own.end))
      else {
        if (task.start < 0) task.start = own.start
        task.end = own.end
      }
    } else if (meaning?.field === 'departments' || meaning?.field === 'people') task.units.push({ ...own, meaning })
    else if (meaning?.field === 'deadline') task.dates.push(own)
  }
  if (scheduled.length > 0) {
    const first = scheduled[0]
    for (const cell of cells)
      if (filled(cell) && first && cell.end <= first.start) task.section.push(text.slice(cell.start, cell.end))
    return scheduled.map((cell) => scheduledTask(text, cell, task))
  }
  return task.start >= 0 ? [task] : []
}

/** Merged cells leave rows with fewer cells: what is there belongs to the columns of the work itself. */
function shortRow(
  text: string,
  cells: readonly { start: number; end: number }[],
  columns: readonly Column[],
  above: (Cell | null)[],
): RowTask[] {
  const context: RowTask = {
    start: -1,
    end: -1,
    kind: 'measure',
    section: [],
    units: [],
    dates: [],
    targets: [],
    scheduled: false,
  }
  for (const [i, column] of columns.entries()) {
    const cell = above[i]
    if (!cell) continue
    if (column.meaning?.field === 'departments' || column.meaning?.field === 'people')
      context.units.push({ ...cell, meaning: column.meaning })
    else if (column.meaning?.field === 'deadline') context.dates.push(cell)
  }
  const first = above[0]
  if (first) context.section.push(text.slice(first.start, first.end))
  const scheduled = scheduledCells(text, cells)
  if (scheduled.length > 0) return scheduled.map((cell) => scheduledTask(text, cell, context))
  const only = cells.filter(filled)
  const cell = only[0]
  return only.length === 1 && cell && columns.length > 2 && cell.end - cell.start > 8
    ? [{ ...context, start: cell.start, end: cell.end }]
    : []
}

const scheduledCells = (
  text: string,
  cells: readonly { start: number; end: number }[],
): { start: number; end: number }[] => cells.filter((cell) => SCHEDULE.test(text.slice(cell.start, cell.end)))

function scheduledTask(text: string, cell: { start: number; end: number }, context: RowTask): RowTask {
  const prefix = SCHEDULE.exec(text.slice(cell.start, cell.end))?.[0] ?? ''
  return {
    ...context,
    start: cell.start,
    end: cell.end,
    scheduled: true,
    dates: [{ start: cell.start, end: cell.start + prefix.length - 1, inherited: false }, ...context.dates],
  }
}
