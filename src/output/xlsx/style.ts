import type { Cell, CellObject } from 'write-excel-file/universal'
import type { Language } from '../../register/language.ts'
import { cellText } from '../cell-text.ts'

/** A font that Excel and WPS have everywhere; where it is missing, the system's Chinese font stands in. */
export const bodyFont = '宋体'

const border = { borderColor: '#7F7F7F', borderStyle: 'thin' } as const

/** A cell of the head. */
export function headCell(value: string): CellObject {
  return {
    value,
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#DCE6F1',
    align: 'center',
    alignVertical: 'center',
    wrap: true,
    height: 30,
    ...border,
  }
}

/** A cell of text: always text, whatever it looks like, and never a formula. */
export function textCell(text: string, language: Language, align?: 'center'): CellObject {
  const value = officeText(cellText(text, language))
  return {
    ...(value === '' ? {} : { value }),
    type: String,
    format: '@',
    wrap: true,
    alignVertical: 'center',
    ...(align ? { align } : {}),
    ...border,
  }
}

/** A number, to be counted with. */
export function numberCell(value: number): Cell {
  return { value, type: Number, align: 'center', alignVertical: 'center', ...border }
}

/** A day. */
export function dateCell(value: Date): Cell {
  return { value, type: Date, format: 'yyyy-mm-dd', align: 'center', alignVertical: 'center', ...border }
}

/** A cell that the spreadsheet computes. */
export function formulaCell(formula: string): Cell {
  return { value: formula, type: 'Formula', align: 'center', alignVertical: 'center', ...border }
}

/** A row of its own over all columns. */
export function bandCell(text: string, span: number, language: Language): Cell {
  return {
    value: officeText(cellText(text, language)),
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#F2F2F2',
    alignVertical: 'center',
    columnSpan: span,
    height: 24,
    ...border,
  }
}

/**
 * Office reads _x0041_ as an A: the underscore must be escaped itself. The package keeps its texts in a plain object, in
 * which `constructor` and the like are found though nobody put them there: escaped, they are other names.
 */
export function officeText(text: string): string {
  if (text in Object.prototype) return `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}`
  return text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
}
