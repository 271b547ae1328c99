import type { LabelMeaning } from '../structure/label-types.ts'
import { type OwnLabels, readLabel } from '../structure/labels.ts'
import type { TableCell } from '../structure/tables.ts'
import { type ColumnKind, fitsColumn, isSame } from '../text/columns.ts'
import { findMarkColumns, type MarkColumn, meaningOfMark } from './mark-columns.ts'
import { classifySentence } from './sentence-class.ts'
import { type Column, type ColumnUse, readHead, type TableHead } from './table-columns.ts'
import type { Unit } from './units/unit.ts'

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
/** The name of a thing to be worked on. */
const LONGEST_THING = 16
const NUMBER = /^[（(]?\d{1,4}(?:[.．-]\d{1,3})*[)）.．、]?$/
/** Of a cell in a column that it looks made for, in one that it does not, and of one that says nothing of itself. */
const FIT = { like: 2, unlike: -3, task: 1, any: 0 }
const KIND_OF_USE: Partial<Record<ColumnUse, ColumnKind>> = { number: 'number', deadline: 'when' }

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
    for (let from = 0; from < rows.length; ) {
      const head = readHead(text, cells.slice(from), labels)
      if (head === null) break
      const body = from + head.body
      const next = cells.findIndex((row, i) => i > body && opensTable(text, row, head, labels))
      from = next < 0 ? rows.length : next
      const reader = new TableReader(text, head.columns, cells.slice(body, from), cells[body - 1] ?? [])
      for (const [i, unit] of rows.slice(body, from).entries()) result.set(unit, reader.read(cells[body + i] ?? []))
    }
  }
  return result
}

/** Other names than those above, in a row below: the head of another table. */
const opensTable = (text: string, cells: readonly TableCell[], above: TableHead, labels?: OwnLabels): boolean => {
  const filled = cells.filter(isFilled)
  if (filled.length < 3 || !filled.every((cell) => readLabel(text.slice(cell.start, cell.end), labels))) return false
  const head = readHead(text, [cells], labels)
  const names = new Set(above.columns.map(({ name }) => name))
  return head?.columns.some(({ name }) => name !== '' && !names.has(name)) === true
}

const isFilled = (cell: TableCell | undefined): cell is TableCell => cell !== undefined && cell.end > cell.start

class TableReader {
  /** The last filled cell of each column. */
  private readonly above: (Cell | null)[]
  /** The same, past the rows across the table: what 同上 means. */
  private readonly said: (Cell | null)[]
  /** Rows across the table that hold for the rows below, outermost first. */
  private part: { level: number; text: string }[] = []
  /** Somebody told which cells are merged; else it has to be guessed. */
  private readonly known: boolean
  private readonly marked: readonly MarkColumn[]

  constructor(
    private readonly text: string,
    private readonly columns: readonly Column[],
    rows: readonly (readonly TableCell[])[],
    names: readonly TableCell[],
  ) {
    this.marked = findMarkColumns(text, names, rows)
    this.above = columns.map(() => null)
    this.said = columns.map(() => null)
    this.known = rows.some((cells) => cells.some((cell) => cell.merged !== undefined))
  }

  read(cells: readonly TableCell[]): RowTask[] {
    const filled = cells.filter(isFilled)
    const first = filled[0]
    if (first === undefined || NO_TASK.test(this.slice(first)) || this.repeatsHead(cells)) return []
    if (filled.length === 1 && this.opensPart(cells, first)) return []
    if (cells.length >= this.columns.length) return this.fullRow(this.shifted(cells) ?? cells)
    const numbered = this.columns[0]?.use === 'number' && NUMBER.test(this.slice(first))
    const aligned = this.known || numbered || filled.length > 1 ? this.align(cells) : null
    return aligned === null ? this.shortRow(cells) : this.fullRow(aligned)
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

  /** A row that lost its first cell, with an empty one at its end instead: where its cells belong, if that is plain. */
  private shifted(cells: readonly TableCell[]): TableCell[] | null {
    if (this.known || cells.length > this.columns.length || isFilled(cells.at(-1))) return null
    const own = cells.slice(0, cells.findLastIndex(isFilled) + 1)
    const aligned = own.length > 1 ? this.align(own) : null
    return aligned !== null && this.score(aligned) >= this.score(cells) + FIT.like - FIT.unlike ? aligned : null
  }

  private score(cells: readonly TableCell[]): number {
    return this.columns.reduce((sum, column, i) => {
      const cell = cells[i]
      return cell === undefined ? sum : sum + this.fit(cell, column)
    }, 0)
  }

  /** Puts each cell of a row that lost some into the column that it fits; null where that is not known. */
  private align(cells: readonly TableCell[]): TableCell[] | null {
    const { columns } = this
    const end = cells.at(-1)?.end ?? 0
    // Best score of the first cells in the first columns, and whether the last of these columns holds a cell.
    const scores: { score: number; filled: boolean }[][] = [[{ score: 0, filled: false }]]
    for (const [i, column] of columns.entries()) {
      const row: { score: number; filled: boolean }[] = []
      for (let count = 0; count <= cells.length; count++) {
        const cell = cells[count - 1]
        const empty = scores[i]?.[count]?.score ?? Number.NEGATIVE_INFINITY
        const before = scores[i]?.[count - 1]?.score ?? Number.NEGATIVE_INFINITY
        const filled = cell === undefined ? Number.NEGATIVE_INFINITY : before + this.fit(cell, column)
        row.push({ score: Math.max(empty, filled), filled: filled > empty })
      }
      scores.push(row)
    }
    if ((scores.at(-1)?.at(-1)?.score ?? Number.NEGATIVE_INFINITY) < 0) return null
    const result: TableCell[] = []
    let at = cells.length
    for (let i = columns.length; i > 0; i--) {
      const cell = cells[at - 1]
      if (cell !== undefined && scores[i]?.[at]?.filled === true) {
        result.unshift(cell)
        at--
      } else result.unshift({ start: cells[at]?.start ?? end, end: cells[at]?.start ?? end })
    }
    return result
  }

  private fit(cell: TableCell, { use, meaning }: Column): number {
    if (!isFilled(cell)) return FIT.any
    const kind = use === 'units' ? (meaning?.field === 'people' ? 'person' : 'unit') : KIND_OF_USE[use]
    const words = this.slice(cell)
    if (kind !== undefined) return fitsColumn(words, kind) ? FIT.like : FIT.unlike
    if (NUMBER.test(words)) return use === 'task' ? FIT.unlike : FIT.any
    return use === 'task' ? FIT.task : FIT.any
  }

  /** The cell of a column, or the one above that spans it. */
  private cellOf(cells: readonly TableCell[], column: number): Cell | null {
    const cell = cells[column]
    const merged = cell?.merged === true
    if (isFilled(cell) && isSame(this.slice(cell))) return this.said[column] ?? null
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
      if (isFilled(cell) && own !== null) {
        this.above[i] = { ...own, inherited: true }
        this.said[i] = this.above[i]
      }
      if (own === null || extra > 0) continue
      if (column.use === 'task') {
        if (own.inherited) task.section.push(this.slice(own))
        else task.parts.push(own)
      } else if (column.use === 'category') task.section.push(this.slice(own))
      else if (column.use === 'units' && column.meaning !== null) task.units.push({ ...own, meaning: column.meaning })
      else if (column.use === 'deadline') task.dates.push(own)
      else if (column.use === 'target' && !own.inherited) task.targets.push(own)
    }
    this.addStandard(task)
    if (extra <= 0) this.addMarked(cells, task)
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

  /** 公厕改造 beside 新建公厕8座: where the task only names the thing, the standard says what to do with it. */
  private addStandard(task: RowTask): void {
    const [thing] = task.parts
    const [standard] = task.targets
    if (thing === undefined || standard === undefined || task.parts.length > 1 || task.targets.length > 1) return
    if (thing.end - thing.start > LONGEST_THING || this.asks(thing) || !this.asks(standard)) return
    task.parts = [thing, standard].sort((a, b) => a.start - b.start)
    task.targets = []
  }

  /** Bodies that have a mark in this row. */
  private addMarked(cells: readonly TableCell[], task: RowTask): void {
    for (const { column, name } of this.marked) {
      const cell = cells[column]
      if (!isFilled(cell)) continue
      task.units.push({ ...name, inherited: true, meaning: meaningOfMark(this.text, this.slice(cell).trim()) })
    }
  }

  private asks(cell: { start: number; end: number }): boolean {
    const { class: name } = classifySentence(this.slice(cell))
    return name === 'imperative' || name === 'demand'
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
