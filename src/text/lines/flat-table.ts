import { isOwnLine, startsEnumerator } from './openers.ts'
import { isBlank, type LineTable, lineText } from './table.ts'

const NUMBER_HEAD = /^(?:序号|编号|项次|NO\.?)$/i
const NAME = /^[\u4e00-\u9fff（）()、/]{2,12}$/
const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 12
const FEWEST_ROWS = 2

/**
 * Finds tables that were copied with each cell on a line of its own: 序号⏎工作任务⏎责任单位⏎1⏎…⏎…⏎2⏎… Marks the first
 * cell of every row and the cells that follow it, so that a row becomes one line again. The numbers of the rows must
 * follow one another at the distance that the head gives, or nothing is taken for a table.
 */
export const markFlatTables = (table: LineTable): void => {
  const filled: number[] = []
  for (let i = 0; i < table.starts.length; i++) if (!isBlank(table, i) && table.hints[i] == null) filled.push(i)
  const words = (place: number): string => {
    const index = filled[place]
    return index === undefined ? '' : lineText(table, index)
  }
  for (let place = 0; place < filled.length; place++) {
    if (!NUMBER_HEAD.test(words(place))) continue
    const columns = countColumns(place, words)
    if (columns === 0) continue
    const rows = findRows(place + columns, columns, words)
    if (rows.length < FEWEST_ROWS || rows[0]?.cells !== columns) continue
    const all = [{ place, cells: columns }, ...rows]
    for (const row of all)
      for (let cell = 0; cell < row.cells; cell++) {
        const index = filled[row.place + cell]
        if (index !== undefined) table.cells[index] = cell === 0 ? 'first' : 'next'
      }
    const last = all.at(-1)
    if (last !== undefined) place = last.place + last.cells - 1
  }
}

type Words = (place: number) => string

/** Names up to the number of the first row; 0 where something else stands between. */
const countColumns = (place: number, words: Words): number => {
  let count = 1
  while (count <= MOST_COLUMNS && NAME.test(words(place + count))) count++
  return count >= FEWEST_COLUMNS && count <= MOST_COLUMNS && words(place + count) === '1' ? count : 0
}

const findRows = (from: number, columns: number, words: Words): { place: number; cells: number }[] => {
  const rows: { place: number; cells: number }[] = []
  let place = from
  for (let number = 1; words(place) === String(number); number++) {
    const next = String(number + 1)
    let cells = 1
    // A number may also be the content of a cell: the farthest that fits is that of the next row.
    for (let step = columns; step > 1 && cells === 1; step--) if (words(place + step) === next) cells = step
    if (cells === 1) {
      const last = lengthOfLast(place, columns, words)
      if (last > 1) rows.push({ place, cells: last })
      break
    }
    rows.push({ place, cells })
    place += cells
  }
  return rows
}

/** The last row ends where the text goes on. */
const lengthOfLast = (place: number, columns: number, words: Words): number => {
  let cells = 1
  while (cells < columns) {
    const line = words(place + cells)
    if (line === '' || isOwnLine(line) || (cells > 1 && startsEnumerator(line))) break
    cells++
  }
  return cells
}
