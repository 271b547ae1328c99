/** A place in the original text, as in unist: line and column from 1, offset in UTF-16 units from 0. */
export interface Point {
  line: number
  column: number
  offset: number
}

/** A half-open stretch of the original text. */
export interface Position {
  start: Point
  end: Point
  /** Page on which it starts, where the format has pages. */
  page?: number | undefined
}

/** The text of one page; those of a document are sorted and do not overlap. */
export interface PageStretch {
  start: number
  end: number
  page: number
}

/** A half-open stretch of some string, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** Finds line and column of an offset, and its page where pages are given. Lines end at LF, CRLF or a lone CR. */
export class LineIndex {
  private readonly starts: number[] = [0]

  constructor(
    private readonly text: string,
    private readonly pages: readonly PageStretch[] = [],
  ) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1)
    }
  }

  /** Number of lines, at least 1. */
  get lineCount(): number {
    return this.starts.length
  }

  /** Offset at which a line (from 1) starts. */
  lineStart(line: number): number {
    return this.starts[line - 1] ?? this.text.length
  }

  point(offset: number): Point {
    let low = 0
    let high = this.starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1, offset }
  }

  position(start: number, end: number): Position {
    const position: Position = { start: this.point(start), end: this.point(end) }
    const page = this.pages.length === 0 ? null : this.page(start)
    if (page !== null) position.page = page
    return position
  }

  /** Number of the page that an offset lies on; null where there are no pages, or before the first. */
  page(offset: number): number | null {
    let low = 0
    let high = this.pages.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.pages[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return this.pages[low - 1]?.page ?? null
  }
}
