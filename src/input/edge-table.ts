import type { Budget } from './limits.ts'
import type { TableCell, TableRow } from './table-text.ts'

/** A cell as the definition of its row has it. */
export interface CellDefinition {
  right: number
  continuesAbove: boolean
  continuesLeft: boolean
}

/** A row that was read: its cells, and how they are placed. */
export interface RowContent {
  cells: readonly (readonly string[])[]
  definitions: readonly CellDefinition[]
}

/** Edges nearer than this (in twentieths of a point) are the same. */
const TOLERANCE = 30
const MOST_EDGES = 120

/** Columns come from the right edges of all rows: a cell spans those that end within it. */
export const tableOf = (rows: readonly RowContent[], budget: Budget): TableRow[] => {
  const edges: number[] = []
  for (const { definitions } of rows) {
    budget.checkTime()
    for (const { right } of definitions)
      if (edges.length < MOST_EDGES && !edges.some((edge) => Math.abs(edge - right) < TOLERANCE)) edges.push(right)
  }
  return rows.map(({ cells, definitions }) => {
    budget.checkTime()
    const row: TableCell[] = []
    let left = Number.NEGATIVE_INFINITY
    for (const [index, paragraphs] of cells.entries()) {
      const definition = definitions[index]
      // A nested table may leave a cell too many behind.
      if (definition === undefined && definitions.length > 0 && paragraphs.length === 0) continue
      const right = definition?.right ?? left
      const span = Math.max(1, edges.filter((edge) => edge > left + TOLERANCE && edge < right + TOLERANCE).length)
      left = Math.max(left, right)
      const last = row.at(-1)
      if (definition?.continuesLeft && last !== undefined) row[row.length - 1] = { ...last, span: last.span + span }
      else row.push({ paragraphs, span, continues: definition?.continuesAbove ?? false })
    }
    return row
  })
}
