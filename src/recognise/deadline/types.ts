import type { DeadlineKind } from '../../model/register.ts'
import type { DeadlineLexicon } from './lexicon.ts'
import type { Scanned } from './scan.ts'
import type { Anchors, TimePoint } from './time.ts'

/** What the recogniser must be told, since the text alone does not say it. */
export interface DeadlineContext {
  /** The year that a bare 6月底前 means; null when the document does not tell. */
  year: number | null
  /** ISO date of the document: the day from which 即日起, 本月底 and 三年内 count. */
  date: string | null
  /**
   * First and last month (`2024-10`, `2025-03`) of what runs over the turn of a year: a bare month in it belongs to
   * the year in which it lies there, whatever the year of the document.
   */
  period?: { start: string; end: string }
  /** The text is the value of a label (完成时限：) or a cell of a time column: bare dates are deadlines. */
  label?: boolean
}

/** What a parser is given: the text without typesetting spaces, and what was scanned in it once for all parsers. */
export interface DeadlineInput {
  text: string
  label: boolean
  anchors: Anchors
  lexicon: DeadlineLexicon
  scanned: readonly Scanned[]
}

/**
 * Which day of a point is the limit: its last, the one before its first (6月前), its first (7月起), its last as a
 * start (7月底起), or all of it.
 */
export type Bound = 'end' | 'before' | 'from' | 'from-end' | 'whole'

export type When =
  | { how: 'none' }
  | { how: 'fixed'; start?: string; end?: string; implied?: ('year' | 'month' | 'day')[] }
  | { how: 'point'; point: TimePoint; bound: Bound }
  | { how: 'range'; from: TimePoint | 'document-date'; to: TimePoint }

/** A possible deadline, its dates not yet worked out: the year may come from a neighbour. */
export interface Candidate {
  rule: string
  start: number
  end: number
  kind: DeadlineKind
  when: When
  recurrence?: string
  note?: string
}

export type DeadlineParser = (input: DeadlineInput) => Candidate[]
export type DeadlineRefiner = (candidates: Candidate[], input: DeadlineInput) => Candidate[]
