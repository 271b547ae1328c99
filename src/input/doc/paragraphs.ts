import type { CellDefinition } from '../edge-table.ts'
import { readProperties } from './properties.ts'

/** What is known of a paragraph. */
export interface ParagraphProperties {
  style: number
  /** Index of its list from 1; 0 none. */
  list: number | undefined
  level: number | undefined
  /** From 0; 9 body text. */
  outline: number | undefined
  inTable: boolean
  /** Its end is the end of a row. */
  endsRow: boolean
  /** Lies in a table inside a cell. */
  nested: boolean
  cells: CellDefinition[] | undefined
}

const PROPERTY = {
  style: 0x4600,
  level: 0x260a,
  list: 0x460b,
  outline: 0x2640,
  inTable: 0x2416,
  endsRow: 0x2417,
  nesting: 0x6649,
  rowCells: 0xd608,
  verticalMerge: 0xd62b,
} as const

/** Codes above this say that a list is taken away. */
const NO_LIST = 0xf800

const first = (operand: DataView): number =>
  operand.byteLength >= 2 ? operand.getUint16(0, true) : operand.getUint8(0)

/** Numbering of paragraph properties, as styles have it too. */
export const readNumbering = (
  properties: DataView,
  into: Pick<ParagraphProperties, 'list' | 'level' | 'outline'>,
): void =>
  readProperties(properties, (code, operand) => {
    if (code === PROPERTY.list) into.list = first(operand) > NO_LIST ? 0 : first(operand)
    else if (code === PROPERTY.level) into.level = Math.min(8, operand.getUint8(0))
    else if (code === PROPERTY.outline) into.outline = operand.getUint8(0)
  })

/** @param properties style and property changes, as they lie in the file */
export const readParagraph = (properties: DataView): ParagraphProperties => {
  const result: ParagraphProperties = {
    style: 0,
    list: undefined,
    level: undefined,
    outline: undefined,
    inTable: false,
    endsRow: false,
    nested: false,
    cells: undefined,
  }
  if (properties.byteLength < 2) return result
  result.style = properties.getUint16(0, true)
  const changes = new DataView(properties.buffer, properties.byteOffset + 2, properties.byteLength - 2)
  readNumbering(changes, result)
  readProperties(changes, (code, operand) => {
    if (code === PROPERTY.style) result.style = first(operand)
    else if (code === PROPERTY.inTable) result.inTable = operand.getUint8(0) !== 0
    else if (code === PROPERTY.endsRow) result.endsRow = operand.getUint8(0) !== 0
    else if (code === PROPERTY.nesting) result.nested = operand.getUint32(0, true) > 1
    else if (code === PROPERTY.rowCells) result.cells = cellsOf(operand)
    else if (code === PROPERTY.verticalMerge && operand.byteLength >= 3) {
      const cell = result.cells?.[operand.getUint8(1)]
      if (cell !== undefined) cell.continuesAbove = operand.getUint8(2) === 1
    }
  })
  return result
}

const CELL = 20

/** Edges of the cells of a row, and how they are merged. */
const cellsOf = (operand: DataView): CellDefinition[] => {
  const cells: CellDefinition[] = []
  if (operand.byteLength < 3) return cells
  const count = operand.getUint8(2)
  const flags = 3 + (count + 1) * 2
  if (flags > operand.byteLength) return cells
  for (let i = 0; i < count; i++) {
    const right = operand.getInt16(3 + (i + 1) * 2, true)
    // Cells that are as all others may be left out at the end.
    const bits = flags + i * CELL + 2 <= operand.byteLength ? operand.getUint16(flags + i * CELL, true) : 0
    cells.push({ right, continuesLeft: (bits & 3) === 1, continuesAbove: ((bits >> 5) & 3) === 1 })
  }
  return cells
}
