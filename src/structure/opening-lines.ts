import type { Read, SectionRead } from './read-lines.ts'
import { rankOf, type Scheme } from './schemes.ts'

/** The lines that open a unit: what comes later in the document decides what a mark is. */
export class OpeningLines {
  private readonly sections: SectionRead[] = []
  private readonly headings: number[] = []
  /** Those that go on with or end a list of 首先 and 其次. */
  private readonly sequence: number[] = []
  /** By scheme and number: the last line that starts with it. */
  private readonly lastLine = new Map<Scheme, Map<number, number>>()

  constructor(reads: readonly Read[]) {
    for (const read of reads) {
      if (read.kind !== 'section') continue
      const { scheme, ordinal } = read.enumerator
      this.sections.push(read)
      if (rankOf(scheme) <= rankOf('han-paren')) this.headings.push(read.line.index)
      if (ordinal === null) continue
      if (scheme === 'sequence' && ordinal > 1) this.sequence.push(read.line.index)
      const byOrdinal = this.lastLine.get(scheme) ?? new Map<number, number>()
      this.lastLine.set(scheme, byOrdinal.set(ordinal, read.line.index))
    }
  }

  /** The first one behind a line. */
  nextAfter(line: number): SectionRead | undefined {
    return firstAfter(this.sections, line, (read) => read.line.index)
  }

  /** Whether 其次 or 最后 comes behind a line with 首先: behind a numbered heading they are no part of its list. */
  goesOnInSequence(line: number): boolean {
    const limit = firstAfter(this.headings, line, (at) => at) ?? Number.POSITIVE_INFINITY
    const next = firstAfter(this.sequence, line, (at) => at)
    return next !== undefined && next < limit
  }

  /** Whether a later line starts with this number of the scheme. */
  follows(line: number, scheme: Scheme, ordinal: number): boolean {
    return (this.lastLine.get(scheme)?.get(ordinal) ?? -1) > line
  }
}

/** The first of a list in the order of the text that stands behind a line. */
function firstAfter<Item>(items: readonly Item[], line: number, lineOf: (item: Item) => number): Item | undefined {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && lineOf(item) <= line) low = middle + 1
    else high = middle
  }
  return items[low]
}
