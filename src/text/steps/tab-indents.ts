import { type TextBuffer, withText } from '../buffer.ts'

const INDENT = /^[ \u3000]*\t[ \u3000\t]*/
const INNER_TAB = /[^\s]\t+[^\s]/

/**
 * Tabs that indent a paragraph, as word processors leave them, become spaces; in the rows of a table, and beside them, a
 * tab in front is an empty cell.
 */
export const indentWithSpaces = (buffer: TextBuffer): TextBuffer => {
  if (!buffer.text.includes('\t')) return buffer
  const lines = buffer.text.split('\n')
  const filled = lines.flatMap((line, index) => (line.trim() === '' ? [] : [index]))
  const rows = new Set(filled.filter((index) => INNER_TAB.test(lines[index] ?? '')))
  const spaced = [...lines]
  for (const [place, index] of filled.entries()) {
    const beside = [filled[place - 1], index, filled[place + 1]]
    if (beside.some((near) => near !== undefined && rows.has(near))) continue
    spaced[index] = (lines[index] ?? '').replace(INDENT, (indent) => '\u3000'.repeat(indent.length))
  }
  return withText(buffer, spaced.join('\n'))
}
