import type { Paragraph } from './paragraph.ts'
import type { LineTable } from './table.ts'
import type { Wrapping } from './wrap.ts'

/** What stands between two lines with text. */
export interface Gap {
  blank: boolean
  /** A page ends here: a page number or marker stands between. */
  page: boolean
}

/** A paragraph so far, and the line behind it. */
export interface Seam {
  table: LineTable
  paragraph: Paragraph
  /** Index of the line behind it. */
  index: number
  /** The last line of the paragraph, and the one behind it. */
  previous: string
  next: string
  gap: Gap
  /** How the two lines were broken; null where every line is a paragraph. */
  wrapping: Wrapping | null
  /** The one is as wide as lines get, and the other has not what opens paragraphs here. */
  filled: boolean
}

export const TERMINAL = /[。！？!?][”’」』》）)]*$/
export const SOFT = /[；;]$/
export const COLON = /[：:]$/

/** PDF readers drop the indent of two characters, so that a full first line may look shorter. */
export const NEARLY = 4.5

/**
 * Whether the paragraph goes on for certain: a line without the mark that opens paragraphs here, behind one that is
 * filled. Whatever the two say; a full stop may well stand at the end of a line.
 */
export const isFilled = (
  table: LineTable,
  paragraph: Paragraph,
  index: number,
  gap: Gap,
  { width, strictly, spaced }: Wrapping,
): boolean => {
  const unmarked = strictly ? (table.indents[index] ?? 0) < 1.5 && !gap.blank : spaced && !gap.blank
  return unmarked && paragraph.column >= width - NEARLY
}
