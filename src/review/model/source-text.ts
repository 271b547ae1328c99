import { tidy } from '../../assemble/derive.ts'
import { LineIndex, type Position, type Range } from '../../model/position.ts'
import type { ReviewHeading, ReviewSource } from '../data.ts'

interface Run {
  clean: number
  original: number
  cleanLength: number
  originalLength: number
}

/** The text of a document with the map between what stands there and what is read. */
export class SourceText {
  readonly text: string
  readonly clean: string
  private readonly index: LineIndex
  private readonly runs: Run[] = []

  constructor(readonly source: ReviewSource) {
    this.text = source.text
    this.clean = source.clean
    this.index = new LineIndex(source.text, source.pages)
    for (let i = 0; i + 3 < source.runs.length; i += 4) {
      const [clean = 0, original = 0, cleanLength = 0, originalLength = 0] = source.runs.slice(i, i + 4)
      this.runs.push({ clean, original, cleanLength, originalLength })
    }
  }

  /** The stretch of the clean text that stands for a stretch of the original. */
  toClean({ start, end }: Range): Range {
    let from = -1
    let to = -1
    for (let i = this.firstTouching(start); i < this.runs.length; i++) {
      const run = this.runs[i]
      if (!run || run.original >= end) break
      const even = run.cleanLength === run.originalLength
      const first = even ? Math.max(0, start - run.original) : 0
      const last = even ? Math.min(run.originalLength, end - run.original) : run.cleanLength
      if (last <= first) continue
      if (from < 0) from = run.clean + first
      to = run.clean + last
    }
    return from < 0 ? { start: 0, end: 0 } : { start: from, end: to }
  }

  /** The stretch of the original that a stretch of the clean text stands for. */
  toOriginal({ start, end }: Range): Range {
    if (end <= start) return { start: this.edge(start).start, end: this.edge(start).start }
    return { start: this.edge(start).start, end: this.edge(end - 1).end }
  }

  /** A stretch of the original as a position of the register. */
  position({ start, end }: Range): Position {
    return this.index.position(start, end)
  }

  /** Clean words of a stretch of the original. */
  words(range: Range): string {
    const { start, end } = this.toClean(range)
    return tidy(this.clean.slice(start, end))
  }

  /** Headings that a place stands under, outermost first. */
  sectionsAt(offset: number): string[] {
    const path: ReviewHeading[] = []
    for (const heading of this.source.headings) {
      if (heading.start > offset) break
      while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop()
      path.push(heading)
    }
    return path.filter(({ end }) => end <= offset).map(({ text }) => text)
  }

  private edge(clean: number): Range {
    let low = 0
    let high = this.runs.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.runs[middle]?.clean ?? 0) <= clean) low = middle
      else high = middle - 1
    }
    const run = this.runs[low]
    if (!run) return { start: 0, end: 0 }
    if (run.cleanLength !== run.originalLength) {
      return { start: run.original, end: run.original + run.originalLength }
    }
    const start = run.original + Math.min(clean - run.clean, run.originalLength)
    return { start, end: Math.min(start + 1, this.text.length) }
  }

  /** Index of the first run that does not end before an offset of the original. Runs are in the order of both texts. */
  private firstTouching(offset: number): number {
    let low = 0
    let high = this.runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      const run = this.runs[middle]
      if (run && run.original + run.originalLength <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
