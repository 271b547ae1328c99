import type { SourceHint } from '../../model/source.ts'
import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'

/**
 * Takes out what the reader of the format called markup. The bar between two cells of a table becomes a tab, as in
 * tables of plain text.
 */
export const dropMarkup = (buffer: TextBuffer, hints: readonly SourceHint[]): TextBuffer => {
  const { text } = buffer
  const edits = new Edits()
  let from = 0
  for (const hint of hints) {
    const start = Math.max(from, hint.start)
    const end = Math.min(hint.end, text.length)
    if (hint.kind !== 'markup' || end <= start) continue
    const slice = text.slice(start, end)
    const isBar = slice.includes('|') && /^[ \t|]+$/.test(slice)
    const atEdge =
      start === 0 || end === text.length || /[\r\n]/.test(text.charAt(start - 1)) || /[\r\n]/.test(text.charAt(end))
    edits.add(start, end, hint.replacement ?? (isBar && !atEdge ? '\t' : ''))
    from = end
  }
  return applyEdits(buffer, edits)
}
