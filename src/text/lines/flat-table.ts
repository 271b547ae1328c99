import { type ColumnKind, columnKind, namesColumns } from '../columns.ts'
import { divide, FITS_BUT_ONE, FITS_WELL, jointOf } from '../divide.ts'
import type { Stretch } from '../stretch.ts'
import { isOwnLine, startsEnumerator } from './openers.ts'
import { isBlank, type LineTable, lineText } from './table.ts'

const NUMBER_HEAD = /^(?:序号|编号|项次|NO\.?)$/i
const NAME = /^[\u4e00-\u9fff（）()、/]{2,12}$/
const PAGE_NUMBER = /^(?:[-—–]\s?\d{1,3}\s?[-—–]|第\s?\d{1,3}\s?页(?:[，,\s]*共\s?\d{1,3}\s?页)?)$/
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
const FEWEST_ROWS = 2
/** A row has at most so many lines more than cells. */
const MOST_BROKEN = 8
const LONGEST_PART = 40

/**
 * Finds tables that were copied with each cell on a line of its own: 序号⏎工作任务⏎责任单位⏎1⏎…⏎…⏎2⏎… Marks the first
 * cell of every row and the cells that follow it, so that a row becomes one line again. The numbers of the rows must
 * follow one another at the distance that the head gives, or nothing is taken for a table; where the names of the
 * columns say what they hold, a cell may be broken over several lines.
 */
export const markFlatTables = (table: LineTable): void => {
  const filled: number[] = []
  for (let i = 0; i < table.starts.length; i++)
    if (!isBlank(table, i) && table.hints[i] == null && !PAGE_NUMBER.test(lineText(table, i))) filled.push(i)
  for (let place = 0; place < filled.length; place++) {
    const index = filled[place]
    if (index === undefined || !NUMBER_HEAD.test(lineText(table, index))) continue
    const reader = new FlatTable(table, filled, place)
    if (!reader.read()) continue
    reader.mark()
    place = reader.end - 1
  }
}

/** Places of the lines of each cell, among the filled lines. */
type FlatRow = number[][]

class FlatTable {
  private readonly names: string[] = []
  private kinds: (ColumnKind | null)[] = []
  /** The names say what the columns hold. */
  private known = false
  private readonly rows: FlatRow[] = []
  /** Behind the last place that is read. */
  end: number

  constructor(
    private readonly table: LineTable,
    private readonly filled: readonly number[],
    private readonly start: number,
  ) {
    this.end = start
  }

  private words(place: number): string {
    const index = this.filled[place]
    return index === undefined ? '' : lineText(this.table, index)
  }

  private stretch(place: number): Stretch {
    const index = this.filled[place] ?? 0
    return { start: this.table.starts[index] ?? 0, end: this.table.ends[index] ?? 0 }
  }

  read(): boolean {
    this.readHead()
    const columns = this.names.length
    if (columns < FEWEST_COLUMNS || columns > MOST_COLUMNS) return false
    let place = this.start + columns
    while (this.isPart(place)) place++
    let complete = 0
    for (let number = 1; this.words(place) === String(number); number++) {
      const length = this.lengthOfRow(place, number + 1)
      if (length === 0) {
        place += this.addLast(place)
        break
      }
      const row = this.addRow(place, length)
      if (row.length === columns) complete++
      if (number === 1 && row.length !== columns) return false
      place += length
      while (this.isPart(place)) place++
      if (this.isHead(place)) {
        this.rows.push(this.lines(place, columns))
        place += columns
      }
    }
    this.end = place
    return complete > 0 && this.rows.length > FEWEST_ROWS
  }

  mark(): void {
    for (const row of this.rows)
      for (const [cell, places] of row.entries())
        for (const [i, place] of places.entries()) {
          const index = this.filled[place]
          if (index === undefined) continue
          const joint = i > 0 && jointOf(this.table.text, this.stretch(place - 1), this.stretch(place), 'unit') !== ''
          this.table.cells[index] = joint ? 'name' : i > 0 ? 'rest' : cell === 0 ? 'first' : 'next'
        }
  }

  /** Names up to the number of the first row; none where something else stands between. */
  private readHead(): void {
    const { names, start } = this
    for (let at = start; names.length <= MOST_COLUMNS; at++) {
      const name = this.words(at)
      if (at > start && (!NAME.test(name) || this.isPart(at))) break
      names.push(name)
    }
    let first = start + names.length
    while (this.isPart(first)) first++
    if (this.words(first) !== '1') names.length = 0
    this.kinds = names.map(columnKind)
    this.known = namesColumns(names)
    if (names.length > 0) this.rows.push(this.lines(start, names.length))
  }

  private lines = (from: number, count: number): FlatRow => Array.from({ length: count }, (_, i) => [from + i])

  /** 一、市容环境 stands between the rows and opens a part of the table. */
  private isPart(place: number): boolean {
    const line = this.words(place)
    return (
      /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)])/.test(line) &&
      line.length <= LONGEST_PART &&
      !/[。；]/.test(line)
    )
  }

  private isHead = (place: number): boolean => this.names.every((name, i) => this.words(place + i) === name)

  /** Up to the number of the next row, or the head on the next page; 0 where neither comes. */
  private lengthOfRow(place: number, next: number): number {
    const columns = this.names.length
    const opens = (step: number): boolean => {
      let at = place + step
      while (this.isPart(at)) at++
      if (this.isHead(at)) at += columns
      return this.words(at) === String(next)
    }
    // A number may also be the content of a cell: the farthest that fits is that of the next row.
    for (let step = columns; step > 1; step--) if (opens(step)) return step
    if (!this.known) return 0
    for (let step = columns + 1; step <= columns + MOST_BROKEN; step++) if (opens(step)) return step
    return 0
  }

  private addRow(place: number, length: number): FlatRow {
    const row = this.cellsOf(place, length) ?? this.plain(place, length)
    this.rows.push(row)
    return row
  }

  /** The last row ends where the text goes on. */
  private addLast(place: number): number {
    const columns = this.names.length
    let most = 1
    while (most < columns + MOST_BROKEN && !this.endsTable(place + most, most)) most++
    for (const limit of this.known ? [FITS_WELL, FITS_BUT_ONE] : [])
      for (let length = columns - 1; length <= most; length++) {
        if (/[、（(]$/.test(this.words(place + length - 1))) continue
        const cells = this.divided(place, length, limit)
        if (cells === null) continue
        this.rows.push(cells)
        return length
      }
    const length = Math.min(most, columns)
    if (length > 1) this.rows.push(this.lines(place, length))
    return length
  }

  private endsTable(place: number, cells: number): boolean {
    const line = this.words(place)
    return line === '' || isOwnLine(line) || (cells > 1 && startsEnumerator(line))
  }

  private cellsOf(place: number, length: number): FlatRow | null {
    return this.known ? this.divided(place, length) : this.lines(place, length)
  }

  /** The lines of a row with broken cells, told by what the columns hold. */
  private divided(place: number, length: number, limit?: number): FlatRow | null {
    const { table } = this
    const pieces = this.lines(place, length).flatMap((cell) => cell.map((at) => this.stretch(at)))
    let at = place
    return (
      divide(table.text, pieces, this.kinds, limit)
        ?.map((cell) => cell.map(() => at++))
        .filter((cell) => cell.length > 0) ?? null
    )
  }

  /** A row that cannot be divided: a cell for each line, or the number and the rest. */
  private plain(place: number, length: number): FlatRow {
    const lines = this.lines(place, length)
    return length <= this.names.length ? lines : [[place], lines.slice(1).flat()]
  }
}
