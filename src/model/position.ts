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
}

/** A half-open stretch of some string, in UTF-16 units. */
export interface Range {
  start: number
  end: number
}

/** Finds line and column of an offset. Lines end at LF, CRLF or a lone CR. */
export class LineIndex {
  private readonly starts: number[] = [0]

  constructor(private readonly text: string) {
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
    return { start: this.point(start), end: this.point(end) }
  }
}
