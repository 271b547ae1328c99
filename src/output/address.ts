/** Letters of a column, counted from 0: A, B … Z, AA. */
export function columnLetters(index: number): string {
  const rest = String.fromCharCode(65 + (index % 26))
  return index < 26 ? rest : `${columnLetters(Math.floor(index / 26) - 1)}${rest}`
}

/** A stretch of one column, fixed: `$C$2:$C$40`. Rows count from 1. */
export function columnRange(index: number, first: number, last: number): string {
  const letters = columnLetters(index)
  return `$${letters}$${first}:$${letters}$${last}`
}

/** A text inside a formula. */
export function formulaText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

const dayLength = 86_400_000
/** Day 0 of Excel's calendar, as its error about 1900 makes it from March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30)

/** A day as a spreadsheet can compute with it; null where Excel has no such day, and the text must do. */
export function dateOf(iso: string): Date | null {
  const date = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(iso)) return null
  return date.getUTCFullYear() < 1901 ? null : date
}

/** The day that a number in a date cell stands for. */
export function isoOfSerial(serial: number, is1904: boolean): string {
  const days = Math.floor(serial) + (is1904 ? 1462 : 0)
  const date = new Date(dayZero + days * dayLength)
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10)
}
