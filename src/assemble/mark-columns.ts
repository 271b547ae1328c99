import type { LabelMeaning } from '../structure/label-types.ts'
import type { TableCell } from '../structure/tables.ts'
import { isBody } from '../text/columns.ts'

/** What stands in a cell for “yes, this one”. */
const MARK = /^[★☆▲△●○◎◆◇■□√✓✔*]$/u
const MARK_IN_TEXT = /([★☆▲△●○◎◆◇■□√✓✔*])[^★☆▲△●○◎◆◇■□√✓✔*，。；,;）)\n]{0,6}?(牵头|主办|配合|协办|参与|责任|承办)/gu

const responsible: LabelMeaning = { field: 'departments', roles: ['responsible'] }
const ROLES: ReadonlyMap<string, LabelMeaning> = new Map([
  ['牵头', { field: 'departments', roles: ['lead'] }],
  ['主办', { field: 'departments', roles: ['lead'] }],
  ['配合', { field: 'departments', roles: ['support'] }],
  ['协办', { field: 'departments', roles: ['support'] }],
  ['参与', { field: 'departments', roles: ['support'] }],
])

/** A column that is named for a body, with marks in it: where the name stands. */
export interface MarkColumn {
  column: number
  name: { start: number; end: number }
}

/** Columns each for one body (县水利局, 县住建局), whose cells hold nothing but marks. */
export function findMarkColumns(
  text: string,
  head: readonly TableCell[],
  rows: readonly (readonly TableCell[])[],
): MarkColumn[] {
  return head.flatMap((name, column) => {
    const words = text.slice(name.start, name.end).trim()
    if (!isBody(words)) return []
    const marks = rows.flatMap((cells) => {
      const cell = cells[column]
      return cell === undefined || cell.end === cell.start ? [] : [text.slice(cell.start, cell.end).trim()]
    })
    return marks.every((mark) => MARK.test(mark) || mark === words) && marks.some((mark) => MARK.test(mark))
      ? [{ column, name: { start: name.start, end: name.end } }]
      : []
  })
}

/** What a mark means, as the text says somewhere: ★为牵头单位，△为配合单位. */
export function meaningOfMark(text: string, mark: string): LabelMeaning {
  for (const [, sign, role] of text.matchAll(MARK_IN_TEXT))
    if (sign === mark) return ROLES.get(role ?? '') ?? responsible
  return responsible
}
