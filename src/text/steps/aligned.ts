import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'
import { type ColumnKind, columnKind, fitsColumn, isBody, namesColumns } from '../columns.ts'
import { filledLines, type Stretch } from '../stretch.ts'

const LONGEST_HEAD = 160
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
/** Below a head whose names have single spaces between them, one row may be chance. */
const FEWEST_ROWS = 2
/** Of the text, in one row. */
const MOST_LINES = 8
const MOST_PIECES = 60
const LONGEST_PART = 40
const MAY_BE_HEAD = /^[ \u3000]*[^\s，。；：]{1,12}[ \u3000]+[^\s，。；：]{1,12}[ \u3000][^\n，。；：]*$/gm
const GAP = /[ \u3000]+|[ \u3000]*\r?\n\s*/g
const WIDE = /[ \u3000]{2,}|\u3000/
const ROW_NUMBER = /^(\d{1,3})[.．、]?[ \u3000]/
/** 一、市容环境 or 合计 across the table. */
const ACROSS = /^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|(?:合|小|总|共)\s*计)/

/** What speaks against a reading of a row. A row that costs as much as the last of these is not
 * divided. */
const COST = { brokenLine: 0.1, noBody: 0.5, space: 1, name: 3, wideSpace: 5, unlike: 6, emptyCell: 10, tooMuch: 14 }

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

/** The cells of a row, a list of pieces each; one without pieces is empty. */
type Cells = readonly (readonly Stretch[])[]

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

const words = (text: string, { start, end }: Stretch): string => text.slice(start, end)

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

/** The rows below a head, up to the first line that is none. */
const readRows = (text: string, lines: readonly Stretch[], head: Head): Row[] => {
  const rows: Row[] = []
  let waiting: Row[] = []
  for (let at = lines.findIndex((line) => line.start >= head.line.end); at >= 0; ) {
    const row = readRow(text, lines, at, head)
    if (row === null) return rows
    at += row.lines
    waiting.push(row)
    // Rows that are not sure count only where a row comes behind them.
    if (!row.sure) continue
    rows.push(...waiting)
    waiting = []
  }
  return rows
}

const readRow = (text: string, lines: readonly Stretch[], at: number, head: Head): Row | null => {
  const line = lines[at]
  if (line === undefined || words(text, line).includes('\t')) return null
  const plain = words(text, line)
  if (plain.replace(/\s/g, '') === words(text, head.line).replace(/\s/g, ''))
    return { ...line, cells: head.cells, lines: 1, sure: false }
  if (ACROSS.test(plain) && plain.length <= LONGEST_PART && !/[。；]/.test(plain))
    return { ...line, cells: null, lines: 1, sure: false }
  const numbered = head.kinds[0] === 'number'
  // Without numbers only what fits in all its cells is a row.
  if (!numbered) return readLines(text, line, line, 1, head, COST.wideSpace)
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
  limit = COST.tooMuch,
): Row | null => {
  const stretch = { start: first.start, end: last.end }
  const pieces = piecesOf(text, stretch, GAP)
  if (pieces.length > MOST_PIECES || pieces.length < Math.min(FEWEST_COLUMNS, kinds.length)) return null
  const cells = divide(text, pieces, kinds, limit)
  return cells === null ? null : { ...stretch, cells, lines, sure: true }
}

interface Reading {
  cost: number
  /** How many readings cost the same. */
  ways: number
  /** Pieces of the first cell. */
  size: number
}

const NO_READING: Reading = { cost: Number.POSITIVE_INFINITY, ways: 0, size: 0 }

/** Divides the pieces of a row among the columns in the one way that fits best; null where none fits or several do. */
const divide = (
  text: string,
  pieces: readonly Stretch[],
  kinds: readonly (ColumnKind | null)[],
  limit: number,
): Cells | null => {
  /** The best reading of the pieces from a place on for the columns behind this one. */
  let behind: Reading[] = pieces.map(() => NO_READING)
  behind.push({ cost: 0, ways: 1, size: 0 })
  const readings: Reading[][] = []
  for (const kind of [...kinds].reverse()) {
    const own = behind.map((empty, from) => {
      let best: Reading = { ...empty, cost: empty.cost + COST.emptyCell, size: 0 }
      let spaces = 0
      for (let size = 1; from + size <= pieces.length; size++) {
        spaces += size === 1 ? 0 : costOfGap(text, pieces[from + size - 2], pieces[from + size - 1])
        if (spaces >= COST.tooMuch) break
        const rest = behind[from + size] ?? NO_READING
        const cost = rest.cost + spaces + costOfCell(text, pieces.slice(from, from + size), kind)
        if (cost < best.cost) best = { cost, ways: rest.ways, size }
        else if (cost === best.cost) best = { ...best, ways: best.ways + rest.ways }
      }
      return best
    })
    readings.unshift(own)
    behind = own
  }
  const whole = behind[0] ?? NO_READING
  if (whole.cost >= limit || whole.ways !== 1) return null
  let from = 0
  return readings.map((own) => {
    const size = own[from]?.size ?? 0
    from += size
    return pieces.slice(from - size, from)
  })
}

/** What speaks against two pieces that stand side by side being of one cell. */
const costOfGap = (text: string, before: Stretch | undefined, after: Stretch | undefined): number => {
  if (before === undefined || after === undefined) return 0
  const gap = text.slice(before.end, after.start)
  if (gap.includes('\n')) return COST.brokenLine
  // 李 娜, and 市住建局、 市财政局.
  if (after.end - after.start === 1 || /[、，；。]/.test(text.charAt(before.end - 1))) return 0
  return WIDE.test(gap) ? COST.wideSpace : COST.space
}

const costOfCell = (text: string, pieces: readonly Stretch[], kind: ColumnKind | null): number => {
  if (kind === null || kind === 'other') return 0
  const each = pieces.map((piece) => words(text, piece))
  const names = kind === 'unit' || kind === 'person'
  const fits =
    fitsColumn(each.join(''), kind) && (!names || each.every((one) => one.length === 1 || fitsColumn(one, kind)))
  if (!fits) return kind === 'number' || kind === 'task' || pieces.length > 1 ? COST.tooMuch : COST.unlike
  if (kind === 'unit') return each.filter((one) => one.length > 1 && !isBody(one)).length * COST.noBody
  // 实施供水一体化 县水利局: a name beside the task, or beside a day, is another cell.
  return names ? 0 : each.filter((one) => pieces.length > 1 && isBody(one)).length * COST.name
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
  const names = (kind === 'unit' || kind === 'person') && before.end - before.start > 2 && after.end - after.start > 2
  if (names && !/[、，；]/.test(text.charAt(before.end - 1)) && !text.slice(before.end, after.start).includes('\n'))
    edits.add(before.end, after.start, '、')
  else if (text.slice(before.end, after.start).includes('\n')) edits.add(before.end, after.start)
}
