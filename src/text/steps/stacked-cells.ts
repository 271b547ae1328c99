import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'
import { columnKind, namesColumns } from '../columns.ts'
import { filledLines, type Stretch } from '../stretch.ts'
import { BARS } from './bars.ts'

const ENDS_WITH_BAR = new RegExp(`[${BARS}][ \\t\\u3000]*$`, 'm')
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
const LONGEST_CELL = 1000
const NUMBER = /^\d{1,3}$/

/**
 * Makes rows of a table whose cells stand each on a line of its own with a bar behind it: 序号 |⏎工作任务 |⏎责任单位 |⏎1 |⏎….
 * A cell may go over several lines. The numbers of the rows must follow one another, wherever the first begins.
 */
export const tabulateStackedCells = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  if (!ENDS_WITH_BAR.test(text)) return buffer
  const edits = new Edits()
  const lines = filledLines(text)
  for (let at = 0; at < lines.length; at++) {
    if (!opensTable(text, lines[at])) continue
    const rows = readRows(text, cellsFrom(text, lines, at))
    const end = rows.at(-1)?.at(-1)?.bar
    if (end === undefined) continue
    for (const row of rows) writeRow(text, row, edits)
    while ((lines[at + 1]?.start ?? end) < end) at++
  }
  return applyEdits(buffer, edits)
}

/** What stands in a cell, and where the bar behind it is. */
interface StackedCell extends Stretch {
  bar: number
}

const isBar = (char: string): boolean => char !== '' && BARS.includes(char)

const opensTable = (text: string, line: Stretch | undefined): boolean =>
  line !== undefined &&
  isBar(text.charAt(line.end - 1)) &&
  columnKind(text.slice(line.start, line.end - 1)) === 'number'

/** The cells from a line on, one by one, up to one that is too long to be any. */
function* cellsFrom(text: string, lines: readonly Stretch[], from: number): Generator<StackedCell> {
  let start = -1
  let end = -1
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (line === undefined || (start >= 0 && line.end - start > LONGEST_CELL)) return
    for (let at = line.start; at < line.end; at++) {
      if (isBar(text.charAt(at))) {
        yield start < 0 ? { start: at, end: at, bar: at } : { start, end, bar: at }
        start = -1
      } else if (!/\s/.test(text.charAt(at))) {
        if (start < 0) start = at
        end = at + 1
      }
    }
  }
}

/** The head and the rows below it; none where they are no table. */
function readRows(text: string, cells: Generator<StackedCell>): StackedCell[][] {
  const words = ({ start, end }: Stretch): string => text.slice(start, end)
  const head: StackedCell[] = []
  const rows = [head]
  let row: StackedCell[] = []
  let next = 0
  for (const cell of cells) {
    const number = NUMBER.test(words(cell)) ? Number(words(cell)) : null
    if (rows.length === 1 && row.length === 0) {
      if (number === null) {
        if (head.length === MOST_COLUMNS) break
        head.push(cell)
        continue
      }
      if (head.length < FEWEST_COLUMNS || !namesColumns(head.map((name) => words(name).replace(/\s/g, '')))) break
      next = number
    }
    if (row.length === 0 && number !== next) break
    row.push(cell)
    if (row.length < head.length) continue
    rows.push(row)
    row = []
    next++
  }
  return rows.length > 1 ? rows : []
}

/** Tabs between the cells of a row, and nothing where a cell was broken. */
function writeRow(text: string, row: readonly StackedCell[], edits: Edits): void {
  for (const [i, { start, end, bar }] of row.entries()) {
    for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) edits.add(at, at + 1)
    const next = row[i + 1]
    if (next === undefined) edits.add(end, bar + 1)
    else edits.add(end, next.start, '\t')
  }
}
