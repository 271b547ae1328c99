import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'
import { type ColumnKind, columnKind, namesColumns } from '../columns.ts'
import { type Cells, divide, FITS_WELL, jointOf } from '../divide.ts'
import { filledLines, type Stretch, words } from '../stretch.ts'

const LONGEST_HEAD = 160
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
/** Below a head whose names have single spaces between them, one row may be chance. */
const FEWEST_ROWS = 2
/** Of the text, in one row. */
const MOST_LINES = 8
/** Cells have few spaces of their own. */
const MOST_SURPLUS = 10
/** Rows that are not sure, one behind the other. */
const MOST_WAITING = 12
const LONGEST_PART = 40
const MAY_BE_HEAD = /^[ \u3000]*[^\s，。；：]{1,12}[ \u3000]+[^\s，。；：]{1,12}[ \u3000][^\n，。；：]*$/gm
const GAP = /[ \u3000]+|[ \u3000]*\r?\n\s*/g
const ROW_NUMBER = /^(\d{1,3})[.．、]?[ \u3000]/
/** 一、市容环境 or 合计 across the table. */
const ACROSS = /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|(?:合|小|总|共)\s*计)/

/**
 * Makes tabs of the spaces between the cells of a table: 序号 工作任务 责任单位 完成时限 with lines below it that fall into
 * as many cells, each of which looks like what its column is named for. What does not fall so in one way only is left
 * as it is.
 */
export const tabulateAligned = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  const edits = new Edits()
  let lines: Stretch[] | null = null
  let done = 0
  for (const { index, 0: words } of text.matchAll(MAY_BE_HEAD)) {
    if (index < done) continue
    const head = readHead(text, { start: index, end: index + words.length })
    if (head === null) continue
    lines ??= filledLines(text)
    const rows = readRows(text, lines, head)
    if (rows.filter((row) => row.sure).length < (head.wide ? 1 : FEWEST_ROWS)) continue
    for (const { cells } of [{ cells: head.cells }, ...rows])
      if (cells !== null) writeRow(text, cells, head.kinds, edits)
    done = rows.at(-1)?.end ?? 0
  }
  return applyEdits(buffer, edits)
}

interface Head {
  line: Stretch
  cells: Cells
  kinds: readonly (ColumnKind | null)[]
  /** More than one space stands between all of its names. */
  wide: boolean
}

interface Row extends Stretch {
  /** Null: a row across the table. */
  cells: Cells | null
  lines: number
  /** Its cells are those of the columns. */
  sure: boolean
}

const piecesOf = (text: string, { start, end }: Stretch, gap: RegExp): Stretch[] => {
  const pieces: Stretch[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(gap)) {
    if (start + match.index > from) pieces.push({ start: from, end: start + match.index })
    from = start + match.index + match[0].length
  }
  if (end > from) pieces.push({ start: from, end })
  return pieces
}

const readHead = (text: string, line: Stretch): Head | null => {
  if (line.end - line.start > LONGEST_HEAD || words(text, line).includes('\t')) return null
  for (const gap of [/[ \u3000]{2,}/g, /[ \u3000]+/g]) {
    const pieces = piecesOf(text, line, gap)
    if (pieces.length < FEWEST_COLUMNS || pieces.length > MOST_COLUMNS) continue
    const names = pieces.map((piece) => words(text, piece))
    const kinds = names.map(columnKind)
    // With single spaces a name may be two, unless all are known.
    const wide = gap.source.includes('{2,}')
    if (namesColumns(names) && (wide || kinds.every((kind) => kind !== null)))
      return {
        line: { start: pieces[0]?.start ?? line.start, end: line.end },
        cells: pieces.map((one) => [one]),
        kinds,
        wide,
      }
  }
  return null
}

/** The first line that starts behind a place. */
const lineBehind = (lines: readonly Stretch[], place: number): number => {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.start ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The rows below a head, up to the first line that is none. */
const readRows = (text: string, lines: readonly Stretch[], head: Head): Row[] => {
  const rows: Row[] = []
  let waiting: Row[] = []
  for (let at = lineBehind(lines, head.line.end); ; ) {
    const row = readRow(text, lines, at, head)
    if (row === null) return rows
    at += row.lines
    waiting.push(row)
    if (waiting.length > MOST_WAITING) return rows
    // Rows that are not sure count only where a row comes behind them.
    if (!row.sure) continue
    rows.push(...waiting)
    waiting = []
  }
}

const readRow = (text: string, lines: readonly Stretch[], at: number, head: Head): Row | null => {
  const line = lines[at]
  if (line === undefined || words(text, line).includes('\t')) return null
  const plain = words(text, line)
  if (plain.replace(/\s/g, '') === words(text, head.line).replace(/\s/g, ''))
    return { ...line, cells: readHead(text, line)?.cells ?? null, lines: 1, sure: false }
  if (ACROSS.test(plain) && plain.length <= LONGEST_PART && !/[。；]/.test(plain))
    return { ...line, cells: null, lines: 1, sure: false }
  const numbered = head.kinds[0] === 'number'
  // Without numbers only what fits in all its cells is a row.
  if (!numbered) return readLines(text, line, line, 1, head, FITS_WELL)
  const number = ROW_NUMBER.exec(plain)?.[1]
  if (number === undefined) return null
  const next = String(Number(number) + 1)
  let count = 1
  for (; count < MOST_LINES; count++) {
    const below = lines[at + count]
    const start = below === undefined ? '' : words(text, below)
    if (start === '' || ROW_NUMBER.exec(start)?.[1] === next || ACROSS.test(start)) break
  }
  const follows = ROW_NUMBER.exec(textAt(text, lines[at + count]))?.[1] === next
  // All lines up to the next number are the row; of the last, as few as will do.
  const counts = Array.from({ length: count }, (_, i) => (follows ? count - i : i + 1))
  for (const one of counts) {
    const row = readLines(text, line, lines[at + one - 1] ?? line, one, head)
    if (row !== null) return row
  }
  return undivided(text, line)
}

/** A row that cannot be divided: its number, and the rest. */
const undivided = (text: string, line: Stretch): Row | null => {
  const [number, ...rest] = piecesOf(text, line, GAP)
  return number === undefined || rest.length === 0 ? null : { ...line, cells: [[number], rest], lines: 1, sure: false }
}

const textAt = (text: string, line: Stretch | undefined): string => (line === undefined ? '' : words(text, line))

const readLines = (
  text: string,
  first: Stretch,
  last: Stretch,
  lines: number,
  { kinds }: Head,
  limit?: number,
): Row | null => {
  const stretch = { start: first.start, end: last.end }
  const pieces = piecesOf(text, stretch, GAP)
  if (pieces.length > kinds.length + MOST_SURPLUS || pieces.length < Math.min(FEWEST_COLUMNS, kinds.length)) return null
  const cells = divide(text, pieces, kinds, limit)
  return cells === null ? null : { ...stretch, cells, lines, sure: true }
}

const writeRow = (text: string, cells: Cells, kinds: readonly (ColumnKind | null)[], edits: Edits): void => {
  let last: Stretch | null = null
  let tabs = 0
  for (const [column, pieces] of cells.entries()) {
    for (const [i, piece] of pieces.entries()) {
      if (last !== null) {
        if (i === 0) edits.add(last.end, piece.start, '\t'.repeat(tabs))
        else writeGap(text, last, piece, kinds[column] ?? null, edits)
      }
      last = piece
      tabs = 0
    }
    tabs++
  }
}

/** Between two pieces of one cell. */
const writeGap = (text: string, before: Stretch, after: Stretch, kind: ColumnKind | null, edits: Edits): void => {
  const joint = jointOf(text, before, after, kind)
  if (joint !== '' || text.slice(before.end, after.start).includes('\n')) edits.add(before.end, after.start, joint)
}
