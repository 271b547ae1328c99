import type { SourceHint } from '../model/source.ts'
import type { TextBuilder } from './text-builder.ts'

/** A cell of a table as its format has it. */
export interface TableCell {
  /** Its paragraphs. */
  paragraphs: readonly string[]
  /** Columns that it takes. */
  span: number
  /** It goes on from the cell above, and its paragraphs are that one's. */
  continues: boolean
}

export type TableRow = readonly TableCell[]

type CellOffsets = NonNullable<SourceHint['cells']>

const MOST_COLUMNS = 1000

/**
 * Writes a table: a line for each row, a tab between columns, merged columns and rows left empty. Frames of one column
 * are no tables, and lines across the whole width above the header (its title, 单位：万元) are lines of text.
 */
export const writeTable = (builder: TextBuilder, table: readonly TableRow[]): void => {
  const rows = table.filter((row) => row.some((cell) => cell.paragraphs.some((text) => text.trim() !== '')))
  const columns = rows.reduce((most, row) => Math.min(MOST_COLUMNS, Math.max(most, widthOf(row))), 0)
  if (columns <= 1) {
    for (const row of rows) for (const cell of row) if (!cell.continues) writeLines(builder, cell)
    return
  }
  let first = 0
  for (let cells = rows[first]; cells !== undefined && isAcross(cells); cells = rows[++first])
    for (const cell of cells) writeLines(builder, cell)
  const [header, second] = [rows[first], rows[first + 1]]
  const twoLines = header !== undefined && second !== undefined && isSplitBy(header, second)
  let number = 0
  if (twoLines) {
    writeHeader(builder, header, second)
    number = 1
  }
  for (const row of rows.slice(first + (twoLines ? 2 : 0))) writeRow(builder, row, columns, number++)
}

const widthOf = (row: TableRow): number => row.reduce((sum, cell) => sum + cell.span, 0)

const writeLines = (builder: TextBuilder, cell: TableCell): void => {
  for (const text of cell.paragraphs) if (text.trim() !== '') builder.line(oneLine(text))
}

const isAcross = (row: TableRow): boolean => row.length === 1 && (row[0]?.span ?? 1) > 1

const writeRow = (builder: TextBuilder, row: TableRow, columns: number, number: number): void => {
  const cells: CellOffsets = []
  let text = ''
  for (const cell of row) {
    if (cells.length > 0) text += '\t'
    const start = text.length
    if (!cell.continues) text += joinParagraphs(cell.paragraphs, number === 0)
    cells.push({ start, end: text.length, merged: cell.continues })
    for (let more = 1; more < cell.span && cells.length < columns; more++) {
      text += '\t'
      cells.push({ start: text.length, end: text.length, merged: true })
    }
  }
  builder.row(text, number, cells)
}

/** A header on two lines: 责任分工 above 牵头单位 and 配合单位, the other columns reaching down over both. */
const isSplitBy = (header: TableRow, second: TableRow): boolean => {
  if (!header.some((cell) => cell.span > 1) || widthOf(header) !== widthOf(second)) return false
  const below = new Map<number, TableCell>()
  let column = 0
  for (const cell of second) {
    below.set(column, cell)
    column += cell.span
  }
  column = 0
  return header.every((cell) => {
    const under = below.get(column)
    column += cell.span
    return under !== undefined && (cell.span > 1 ? !under.continues : under.continues)
  })
}

/** Both lines in one, so that each column has one name: the lower one, where there are two. */
const writeHeader = (builder: TextBuilder, header: TableRow, second: TableRow): void => {
  const parents = new Map<number, string>()
  let column = 0
  for (const cell of header) {
    parents.set(column, joinParagraphs(cell.paragraphs, true))
    column += cell.span
  }
  const cells: CellOffsets = []
  let text = ''
  column = 0
  for (const cell of second) {
    if (cells.length > 0) text += '\t'
    const parent = parents.get(column) ?? ''
    if (cell.continues) {
      cells.push({ start: text.length, end: text.length + parent.length, merged: false })
      text += parent
    } else {
      if (parent !== '') text += `${parent} `
      const name = joinParagraphs(cell.paragraphs, true)
      cells.push({ start: text.length, end: text.length + name.length, merged: false })
      text += name
    }
    column += cell.span
  }
  builder.row(text, 0, cells)
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').trim()

/** Names one below the other: 市发展改革委 / 市财政局. Parts of one name, or of a sentence, are shorter or have marks. */
const NAME = /^[\u4e00-\u9fff（）()]{3,30}$/

/**
 * Paragraphs of a cell in one line: names one below the other as a list, all else with a space between.
 *
 * @param isHeader 责任 above 单位 is one word
 */
const joinParagraphs = (paragraphs: readonly string[], isHeader = false): string => {
  let result = ''
  let last = ''
  for (const paragraph of paragraphs.flatMap((text) => text.split('\n'))) {
    const text = oneLine(paragraph)
    if (text === '') continue
    const list = !isHeader && NAME.test(last) && NAME.test(text) && !/^[（(]/.test(text)
    result += (result === '' ? '' : list ? '；' : ' ') + text
    last = text
  }
  return result
}
