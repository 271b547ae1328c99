import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'
import { columnKind, namesColumns } from '../columns.ts'
import { filledLines, type Stretch } from '../stretch.ts'

/** The bars of a keyboard, of Chinese typesetting and of drawn boxes. */
export const BARS = '|｜│┃¦'
const HAS_BAR = new RegExp(`[${BARS}]`)
/** Lines between rows: |---|---|, +----+----+, ├──┼──┤. */
const RULE = new RegExp(`^(?=.*[-—─━═_=]{2})[\\s${BARS}+:=_\\-—─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛]+$`)
const NUMBERED = new RegExp(`^[\\s${BARS}]*\\d{1,3}\\s*[${BARS}]`)
const LONGEST_HEAD = 160
/** A cell that was broken over lines has at most so many. */
const MOST_LINES = 6
/** A row across the table has no bar. */
const LONGEST_PART = 60
/** Rows across the table, one behind the other. */
const MOST_WAITING = 12

/**
 * Makes tabs of the bars of a table that nobody marked as one: rows of the same number of cells below a row that names
 * columns. In any other line a bar is a character as others are. A row with a cell that was broken over lines is one
 * line again.
 */
export const tabulateBars = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  if (!HAS_BAR.test(text)) return buffer
  const edits = new Edits()
  const lines = filledLines(text)
  for (let at = 0; at < lines.length; at++) {
    const head = readHead(text, lines[at])
    if (head === null) continue
    const rows = readRows(text, lines, at + 1, head)
    if (!rows.some((row) => row.bars !== null)) continue
    for (const row of [head.row, ...rows]) {
      if (row.rule) edits.add(row.start, row.end)
      else if (row.bars !== null) writeRow(text, row, row.bars, edits)
      at += row.lines
    }
    at--
  }
  return applyEdits(buffer, edits)
}

interface Row extends Stretch {
  /** Null: a row across the table, or a rule. */
  bars: Bars | null
  rule: boolean
  /** Of the text that it stands on. */
  lines: number
}

interface Bars {
  /** Between two cells. */
  inner: number[]
  /** Before the first and behind the last. */
  outer: number[]
}

interface Head {
  row: Row
  columns: number
  /** It has a bar at this end. */
  left: boolean
  right: boolean
  /** Its first column is that of the rows' numbers. */
  numbered: boolean
}

const isBar = (text: string, at: number): boolean => BARS.includes(text.charAt(at))

/** The bars of a row; one at its end is none between cells where the head has one there as well. */
const readBars = (text: string, { start, end }: Stretch, left: boolean, right: boolean): Bars => {
  const inner: number[] = []
  const outer: number[] = []
  for (let at = start; at < end; at++) {
    if (!isBar(text, at)) continue
    const atEnd = (left && at === start) || (right && at === end - 1)
    ;(atEnd ? outer : inner).push(at)
  }
  return { inner, outer }
}

const readHead = (text: string, line: Stretch | undefined): Head | null => {
  if (line === undefined || line.end - line.start > LONGEST_HEAD) return null
  const words = text.slice(line.start, line.end)
  if (!HAS_BAR.test(words) || words.includes('\t')) return null
  const left = isBar(text, line.start)
  const right = isBar(text, line.end - 1)
  const bars = readBars(text, line, left, right)
  const names = words.slice(left ? 1 : 0, right ? -1 : undefined).split(HAS_BAR)
  if (bars.inner.length === 0 || !namesColumns(names)) return null
  return {
    row: { ...line, bars, rule: false, lines: 1 },
    columns: bars.inner.length + 1,
    left,
    right,
    numbered: columnKind(names[0] ?? '') === 'number',
  }
}

/** The rows below a head, up to the first line that is none. */
const readRows = (text: string, lines: readonly Stretch[], from: number, head: Head): Row[] => {
  const rows: Row[] = []
  // Rows across the table count only where a row comes behind them.
  let waiting: Row[] = []
  for (let at = from; ; ) {
    const row = readRow(text, lines, at, head)
    if (row === null) return rows
    at += row.lines
    waiting.push(row)
    if (waiting.length > MOST_WAITING) return rows
    if (row.bars === null && !row.rule) continue
    rows.push(...waiting)
    waiting = []
  }
}

const readRow = (text: string, lines: readonly Stretch[], at: number, head: Head): Row | null => {
  const line = lines[at]
  if (line === undefined) return null
  const words = text.slice(line.start, line.end)
  if (words.includes('\t')) return null
  if (RULE.test(words)) return { ...line, bars: null, rule: true, lines: 1 }
  if (!HAS_BAR.test(words)) {
    const across = words.length <= LONGEST_PART && !/[。；]/.test(words)
    return across ? { ...line, bars: null, rule: false, lines: 1 } : null
  }
  const bars = readBars(text, line, head.left, head.right)
  const whole = readBroken(text, lines, at, head)
  if (whole !== null) return whole
  // A cell too many or too few is a slip, where the line is a row beyond doubt.
  const marked = head.numbered ? NUMBERED.test(words) : head.right && isBar(text, line.end - 1)
  const near = marked && bars.inner.length > 0 && Math.abs(bars.inner.length + 1 - head.columns) <= 1
  return near ? { ...line, bars, rule: false, lines: 1 } : null
}

/** A row with all its cells, on one line or on several. */
const readBroken = (text: string, lines: readonly Stretch[], at: number, head: Head): Row | null => {
  const start = lines[at]?.start ?? 0
  for (let count = 1; count <= MOST_LINES; count++) {
    const last = lines[at + count - 1]
    if (last === undefined) return null
    const words = text.slice(last.start, last.end)
    if (count > 1 && (NUMBERED.test(words) || RULE.test(words) || words.includes('\t'))) return null
    const bars = readBars(text, { start, end: last.end }, head.left, head.right)
    const closed = !head.right || isBar(text, last.end - 1)
    if (bars.inner.length >= head.columns) return null
    if (bars.inner.length + 1 === head.columns && closed)
      return { start, end: last.end, bars, rule: false, lines: count }
  }
  return null
}

const writeRow = (text: string, { start, end }: Stretch, { inner, outer }: Bars, edits: Edits): void => {
  const tabs = new Set(inner)
  const gone = new Set(outer)
  for (let at = start; at < end; at++) {
    if (tabs.has(at)) edits.add(at, at + 1, '\t')
    else if (gone.has(at) || /[\r\n]/.test(text.charAt(at))) edits.add(at, at + 1)
  }
}
