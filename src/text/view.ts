import type { PageStretch, Position } from '../model/position.ts'
import type { SourceHint } from '../model/source.ts'

/**
 * The text as it should have been typed, with a map back to the text as it is.
 * Nothing is ever edited: every character of `text` knows the stretch of the original that it stands for.
 */
export interface View {
  /** Clean text: one paragraph a line, lines end with \n. */
  readonly text: string
  /** The original. */
  readonly original: string
  readonly lines: readonly ViewLine[]
  /** Pages of the original; none where the format has none. */
  readonly pages?: readonly PageStretch[]
  /** Maps a half-open stretch of `text` to the original, half-open. */
  toOriginal(start: number, end: number): { start: number; end: number }
  /** The same with lines, columns and the page. */
  positionOf(start: number, end: number): Position
}

/** One line of View.text (without its \n), in offsets of View.text. */
export interface ViewLine {
  start: number
  end: number
  kind: 'text' | 'blank' | 'furniture'
  /** Furniture: why it was set aside. */
  furniture?:
    | 'page-number'
    | 'page-marker'
    | 'breadcrumb'
    | 'publication'
    | 'share'
    | 'related'
    | 'disclaimer'
    | 'toolbar'
    | 'legal'
    | 'signature'
  /** What the format says of this line; offsets of cells are those of View.text. */
  hint?: SourceHint
  /** Several lines of the original were joined to make this one. */
  joined?: boolean
}
