import { isBlank, type LineTable } from './table.ts'

/** What the blank lines of a text say. */
export interface BlankStyle {
  /** Nearly every two lines have a blank line between them, wrapped ones as well. */
  everywhere: boolean
  /** Paragraphs are separated by blank lines. */
  paragraphs: boolean
}

/** Tells what the blank lines of a text are for. */
export const blankStyle = (table: LineTable): BlankStyle => {
  let pairs = 0
  let blanks = 0
  let previous = -1
  for (let i = 0; i < table.starts.length; i++) {
    if (isBlank(table, i)) continue
    if (previous >= 0) {
      pairs++
      if (i - previous > 1) blanks++
    }
    previous = i
  }
  return { everywhere: pairs >= 4 && blanks >= pairs * 0.9, paragraphs: pairs >= 4 && blanks >= pairs * 0.6 }
}
