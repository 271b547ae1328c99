import type { LabelMeaning } from '../structure/label-types.ts'
import type { OwnLabels } from '../structure/labels.ts'
import type { TableCell } from '../structure/tables.ts'
import { type Column, readHead } from './table-columns.ts'
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
  /** The cells that say what to do; all of it where there is only one. */
  parts: { start: number; end: number }[]
  kind: 'measure' | 'objective'
  /** What stands in the columns before it, when they span several rows, and in rows across the table above it. */
  section: string[]
  units: (Cell & { meaning: LabelMeaning })[]
  dates: Cell[]
  targets: Cell[]
  /** The first date is the prefix of a schedule (3-6月：…). */
  scheduled: boolean
}

/** 3-6月：…, 11月：…, 全年：…: a schedule inside a cell. */
const SCHEDULE =
  /^(?:(?:20\d\d年)?\s?\d{1,2}(?:月)?\s?[-—~～至到]\s?\d{1,2}月|(?:20\d\d年)?\d{1,2}月(?:份|底)?|全年|[上下]半年|第?[一二三四]季度)\s?[：:]/
/** Rows that sum up, explain or sign. */
const NO_TASK =
  /^(?:合\s*计|小\s*计|总\s*计|共\s*计|平均|[备附]?注\s*[:：\d]|备注$|说明\s*[:：]|填表|填报|制表|审核|单位\s*[:：])/
/** Rows across the table that open a part of it. */
const OPENS_PART =
  /^(?:([一二三四五六七八九十]{1,3}[、．.])|([（(][一二三四五六七八九十]{1,3}[）)])|第[一二三四五六七八九十]{1,3}[章节部类]|[ⅠⅡⅢⅣⅤ])/
const LONGEST_PART = 60
const NUMBER = /^[（(]?\d{1,4}(?:[.．-]\d{1,3})*[)）.．、]?$/
/** What cells of a column about dates or units look like, to tell which cell is missing. */
const DATE_LIKE = /\d\s?[年月日]|季度|半年|年底|月底|长期|持续|立即|随时|每[年月周季]|全年|\d{4}[./-]\d{1,2}/
const UNIT_LIKE =
  /(?:[局委办部厅院校站所队会社行司处室科]|政府|单位|部门|中心|街道|乡镇|镇|乡|公司|县|区|市)(?:等|（[^）]*）)?$/

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
  for (const rows of tables.values()) {
    const cells = rows.map((unit) => unit.row?.cells ?? [])
    const head = readHead(text, cells, labels)
    if (head === null) continue
    const reader = new TableReader(text, head.columns, cells)
    for (const [i, unit] of rows.entries()) if (i >= head.body) result.set(unit, reader.read(cells[i] ?? []))
  }
  return result
}

const isFilled = (cell: TableCell | undefined): cell is TableCell => cell !== undefined && cell.end > cell.start

class TableReader {
  /** The last filled cell of each column. */
  private readonly above: (Cell | null)[]
  /** Rows across the table that hold for the rows below, outermost first. */
  private part: { level: number; text: string }[] = []
  /** Somebody told which cells are merged; else it has to be guessed. */
  private readonly known: boolean

  constructor(
    private readonly text: string,
    private readonly columns: readonly Column[],
    rows: readonly (readonly TableCell[])[],
  ) {
    this.above = columns.map(() => null)
    this.known = rows.some((cells) => cells.some((cell) => cell.merged !== undefined))
  }

  read(cells: readonly TableCell[]): RowTask[] {
    const filled = cells.filter(isFilled)
    const first = filled[0]
    if (first === undefined || NO_TASK.test(this.slice(first)) || this.repeatsHead(cells)) return []
    if (filled.length === 1 && this.opensPart(cells, first)) return []
    if (cells.length >= this.columns.length) return this.fullRow(cells)
    const numbered = this.columns[0]?.use === 'number' && NUMBER.test(this.slice(first))
    if (this.known || numbered) return this.fullRow(this.align(cells))
    return this.shortRow(cells)
  }

  private slice({ start, end }: { start: number; end: number }): string {
    return this.text.slice(start, end)
  }

  /** The head stands again on every page. */
  private repeatsHead(cells: readonly TableCell[]): boolean {
    const names = cells.map((cell) => this.slice(cell).replace(/[\s；]/g, ''))
    const filled = names.filter((name) => name !== '')
    const known = new Set(this.columns.flatMap(({ name }) => [name, ...name.split('-')]))
    return filled.length > 1 && filled.every((name) => known.has(name))
  }

  /** 一、稳定经济增长 across the table: what it says holds for the rows below. */
  private opensPart(cells: readonly TableCell[], only: TableCell): boolean {
    if (this.columns.length < 3) return false
    const words = this.slice(only).trim()
    const across = cells.length > 1 && cells.every((cell) => cell.start === only.start || cell.merged === true)
    const number = OPENS_PART.exec(words)
    const short = words.length <= LONGEST_PART && !/[。；]/.test(words)
    if (!short || (number === null && !across) || SCHEDULE.test(words)) return false
    const level = number?.[2] === undefined ? 1 : 2
    this.part = [...this.part.filter((one) => one.level < level), { level, text: words }]
    this.above.fill(null)
    return true
  }

  /** Puts each cell of a row that lost some into the column that it fits. */
  private align(cells: readonly TableCell[]): TableCell[] {
    const end = cells.at(-1)?.end ?? 0
    const result: TableCell[] = []
    let missing = this.columns.length - cells.length
    let at = 0
    for (const column of this.columns) {
      const cell = cells[at]
      const next = this.columns.length - result.length > 1
      if (cell !== undefined && (missing === 0 || !isFilled(cell) || this.fits(cell, column) || !next)) {
        result.push(cell)
        at++
      } else {
        result.push({ start: cell?.start ?? end, end: cell?.start ?? end })
        missing--
      }
    }
    return result
  }

  private fits(cell: TableCell, { use }: Column): boolean {
    const words = this.slice(cell).trim()
    if (use === 'number') return NUMBER.test(words)
    if (use === 'deadline') return words.length <= 30 && DATE_LIKE.test(words)
    if (use === 'units') return UNIT_LIKE.test(words) && !DATE_LIKE.test(words)
    if (use === 'task') return !NUMBER.test(words)
    return false
  }

  /** The cell of a column, or the one above that spans it. */
  private cellOf(cells: readonly TableCell[], column: number): Cell | null {
    const cell = cells[column]
    const merged = cell?.merged === true
    if (isFilled(cell)) return { start: cell.start, end: cell.end, inherited: false }
    if (this.known ? !merged : !this.mayInherit(cells, column)) return null
    return this.above[column] ?? null
  }

  /** An empty cell with filled ones behind it was part of a larger one; at the end of a row it may just be empty. */
  private mayInherit(cells: readonly TableCell[], column: number): boolean {
    return cells.slice(column + 1).some(isFilled)
  }

  private fullRow(cells: readonly TableCell[]): RowTask[] {
    const scheduled = this.scheduledCells(cells)
    const extra = cells.length - this.columns.length
    const task: RowTask = { ...this.nothing(), section: this.part.map((one) => one.text) }
    for (const [i, column] of this.columns.entries()) {
      const own = this.cellOf(cells, i)
      const cell = cells[i]
      if (isFilled(cell)) this.above[i] = { start: cell.start, end: cell.end, inherited: true }
      if (own === null || extra > 0) continue
      if (column.use === 'task') {
        if (own.inherited) task.section.push(this.slice(own))
        else task.parts.push(own)
      } else if (column.use === 'category') task.section.push(this.slice(own))
      else if (column.use === 'units' && column.meaning !== null) task.units.push({ ...own, meaning: column.meaning })
      else if (column.use === 'deadline') task.dates.push(own)
      else if (column.use === 'target' && !own.inherited) task.targets.push(own)
    }
    const first = scheduled[0]
    if (first !== undefined) {
      const before = cells.filter((cell) => isFilled(cell) && cell.end <= first.start)
      const section = [
        ...task.section,
        ...before.filter((cell) => !NUMBER.test(this.slice(cell))).map((cell) => this.slice(cell)),
      ]
      return scheduled.map((cell) => this.scheduledTask(cell, { ...task, section }))
    }
    return this.finish(task)
  }

  private nothing(): RowTask {
    return {
      start: -1,
      end: -1,
      parts: [],
      kind: 'measure',
      section: [],
      units: [],
      dates: [],
      targets: [],
      scheduled: false,
    }
  }

  private finish(task: RowTask): RowTask[] {
    const [first, last] = [task.parts[0], task.parts.at(-1)]
    // A dash says that there is nothing to do.
    if (first === undefined || last === undefined || task.parts.every((part) => /^[\s/\\—–-]*$/.test(this.slice(part))))
      return []
    return [{ ...task, start: first.start, end: last.end }]
  }

  /** Merged cells leave rows with fewer cells: what is there belongs to the columns of the work itself. */
  private shortRow(cells: readonly TableCell[]): RowTask[] {
    const context = this.nothing()
    for (const [i, { use, meaning }] of this.columns.entries()) {
      const cell = this.above[i]
      if (!cell) continue
      if (use === 'units' && meaning !== null) context.units.push({ ...cell, meaning })
      else if (use === 'deadline') context.dates.push(cell)
    }
    const first = this.above[0]
    if (first) context.section.push(this.slice(first))
    const scheduled = this.scheduledCells(cells)
    if (scheduled.length > 0) return scheduled.map((cell) => this.scheduledTask(cell, context))
    const only = cells.filter(isFilled)
    const cell = only[0]
    const isTask = only.length === 1 && cell !== undefined && this.columns.length > 2 && cell.end - cell.start > 8
    return isTask ? this.finish({ ...context, parts: [cell] }) : []
  }

  private scheduledCells(cells: readonly TableCell[]): TableCell[] {
    return cells.filter((cell, i) => this.columns[i]?.use !== 'deadline' && SCHEDULE.test(this.slice(cell)))
  }

  private scheduledTask(cell: TableCell, context: RowTask): RowTask {
    const { start, end } = cell
    const prefix = SCHEDULE.exec(this.slice(cell))?.[0] ?? ''
    const period: Cell = { start, end: start + prefix.length - 1, inherited: false }
    return { ...context, start, end, parts: [{ start, end }], scheduled: true, dates: [period, ...context.dates] }
  }
}
