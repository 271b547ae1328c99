import { blankStyle } from './blank-style.ts'
import { continues } from './continues.ts'
import { begin, extend, type Paragraph } from './paragraph.ts'
import { rowNumbers } from './row-numbers.ts'
import type { Gap } from './seam.ts'
import { isBlank, type LineTable, lineText } from './table.ts'
import { detectWrapping } from './wrap.ts'

/** Line index → index of the line that it is joined to, or -1 where it begins a line of the view. */
export type Joins = Int32Array

/** Says which lines continue the line before: sentences broken by typesetting, copying or a page end. */
export const joinLines = (table: LineTable): Joins => {
  const count = table.starts.length
  const joins = new Int32Array(count).fill(-1)
  const wrappings = detectWrapping(table)
  const style = blankStyle(table)
  const numbers = rowNumbers(table.starts.map((_, index) => lineText(table, index)))
  let paragraph: Paragraph | null = null
  let lastCell = -1
  let gap: Gap = { blank: false, page: false }
  for (let i = 0; i < count; i++) {
    if (isBlank(table, i)) {
      gap.blank = true
      continue
    }
    const cell = table.cells[i] ?? null
    if (cell !== null) {
      if (cell !== 'first' && lastCell >= 0) joins[i] = lastCell
      lastCell = i
      paragraph = null
      continue
    }
    const furniture = table.furniture[i] ?? null
    if (furniture === 'page-number' || furniture === 'page-marker') {
      gap.page = true
      continue
    }
    if (furniture !== null) {
      paragraph = null
      gap = { blank: false, page: false }
      continue
    }
    if (paragraph !== null && !numbers.has(i) && continues(table, paragraph, i, gap, wrappings, style)) {
      joins[i] = paragraph.last
      extend(table, paragraph, i, wrappings[i]?.width ?? 0, gap.page)
    } else paragraph = begin(table, i)
    gap = { blank: false, page: false }
  }
  return joins
}
