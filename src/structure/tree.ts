import type { Data } from 'unist'
import type { Position } from '../model/position.ts'
import type { SourceHint } from '../model/source.ts'
import type { ViewLine } from '../text/view.ts'
import type { LabelHit } from './label-types.ts'
import type { Enumerator } from './schemes.ts'
import type { TableCell } from './tables.ts'

/**
 * The tree is unist. `start` and `end` are offsets in the clean view, which is what rules work on; `position` is the
 * place in the original, put in by `locate`.
 */
interface NodeBase {
  start: number
  end: number
  position?: Position
  data?: Data
}

/** A document. */
export interface Root extends NodeBase {
  type: 'root'
  children: Block[]
}

export type Block = Section | Paragraph | Label | Row | Furniture | Title

/** A unit opened by a numbered heading or an enumerator. */
export interface Section extends NodeBase {
  type: 'section'
  /** Depth in this document, from 1. */
  level: number
  enumerator: Enumerator
  /** The heading proper: to the end of the line or the first full stop or colon. */
  heading: { start: number; end: number }
  /** The enumerator stands in the middle of a paragraph. */
  inline: boolean
  /** Nothing but the heading stands on its line. */
  bare: boolean
  children: Block[]
}

/** A line of text, or the part of one that belongs to a unit. */
export interface Paragraph extends NodeBase {
  type: 'paragraph'
  /** Where the text starts: after the label, where there is one. */
  textStart: number
  /** An item of a list without numbers. */
  item: boolean
  children: Sentence[]
}

/** As far as the next 。 or the like. */
export interface Sentence extends NodeBase {
  type: 'sentence'
}

/** A label that stands at the start of a line (责任单位：…), with its value where that is on the same line. */
export interface Label extends NodeBase {
  type: 'label'
  hit: LabelHit
  value: { start: number; end: number }
}

/** A row of a table; cells in the order of the columns. */
export interface Row extends NodeBase {
  type: 'row'
  /** Which table of the document, from 0, and which row of it. */
  table: number
  row: number
  cells: TableCell[]
}

/** A line that belongs to the page, not to the text. */
export interface Furniture extends NodeBase {
  type: 'furniture'
  reason: NonNullable<ViewLine['furniture']>
}

/** The title of the document, or of one of several in the file. */
export interface Title extends NodeBase {
  type: 'title'
}

/** A line of the view on its way to becoming blocks. */
export interface Line {
  index: number
  start: number
  end: number
  text: string
  hint?: SourceHint
}
