/** A stretch of characters that was set in one go. All measures in points, from the upper left corner of the page. */
export interface Run {
  text: string
  x: number
  /** Of its base line. */
  y: number
  width: number
  size: number
}

/** A horizontal or vertical line, as tables are ruled with. */
export interface Rule {
  x0: number
  y0: number
  x1: number
  y1: number
}

export interface Page {
  number: number
  width: number
  height: number
  runs: Run[]
  rules: Rule[]
  /** What the format says is the same on every page: templates. */
  furniture: Run[]
}

/** Runs side by side without a gap between them. */
export interface Segment {
  text: string
  x0: number
  x1: number
  y: number
  size: number
}

/** What stands on one base line, from left to right. */
export interface Row {
  y: number
  size: number
  segments: Segment[]
}
