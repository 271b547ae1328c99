import { type Enumerator, isFloating, isHosted, rankOf, type Scheme } from './schemes.ts'

/** A section that is still open while the document is read. */
interface Open {
  scheme: Scheme
  ordinal: number | null
  rank: number
  lineStart: boolean
  paragraph: number
  /** The text before the enumerator announces what follows (…以下四项：). */
  announced: boolean
}

/**
 * Assigns depths in the order of the text. Authors skip levels (一、 then 1.) and open a document with (一),
 * so depth is a matter of what is open, not of the mark.
 */
export class LevelStack {
  private readonly stack: Open[] = []

  /** Depth of the enumerator, from 1; it is open afterwards. */
  open(enumerator: Enumerator, lineStart: boolean, paragraph: number, announced: boolean): number {
    const { scheme, ordinal } = enumerator
    const entry: Open = { scheme, ordinal, rank: rankOf(scheme), lineStart, paragraph, announced }
    if (isFloating(scheme)) this.placeFloating(entry)
    else this.placeFixed(entry, enumerator)
    this.stack.push(entry)
    return this.stack.length
  }

  /** Last number of a scheme that is open, or null. */
  lastOrdinal(scheme: Scheme): number | null {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]
      if (open?.scheme === scheme) return open.ordinal
    }
    return null
  }

  /** Depth of what is open. */
  get depth(): number {
    return this.stack.length
  }

  /** Closes everything deeper than `depth`. */
  closeTo(depth: number): void {
    if (depth < this.stack.length) this.stack.length = depth
  }

  /** Points inside a paragraph end with it, but for one that a later line goes on with. */
  endParagraph(paragraph: number): void {
    for (let top = this.stack.at(-1); top; top = this.stack.at(-1)) {
      if (top.lineStart || top.paragraph !== paragraph || !isFloating(top.scheme)) break
      this.stack.pop()
    }
  }

  private placeFixed(entry: Open, enumerator: Enumerator): void {
    if (entry.scheme === 'markdown') entry.rank += (enumerator.depth ?? 1) / 10
    if (entry.lineStart) this.popInline()
    if (isHosted(entry.scheme)) entry.rank = this.hostedRank(entry)
    // 一、 and (一) never stand inside a point; 1. and what is below may
    if (entry.rank <= rankOf('han-paren')) this.popFloating()
    // a second 1. under an open 2. of the same scheme starts anew beside it, so equal ranks close
    while (this.stack.length > 0) {
      const top = this.stack.at(-1)
      if (!top || top.rank < entry.rank) break
      this.stack.pop()
    }
  }

  /** Beside the last one of its list; a new list stands right below the heading that is open. */
  private hostedRank({ scheme, ordinal, rank }: Open): number {
    const list = this.stack.findLast((open) => open.scheme === scheme)
    if (list && ordinal !== 1) return list.rank
    // 3.… 任务四：…: the row goes on under another mark
    const before =
      ordinal === null || ordinal === 1 ? undefined : this.stack.find((open) => open.ordinal === ordinal - 1)
    if (before && !isFloating(before.scheme)) return before.rank
    const host = this.stack.findLast((open) => !isFloating(open.scheme) && !isHosted(open.scheme))
    return host ? host.rank + 0.5 : rank
  }

  private popInline(): void {
    for (let top = this.stack.at(-1); top && !top.lineStart; top = this.stack.at(-1)) this.stack.pop()
  }

  private popFloating(): void {
    const index = this.stack.findIndex((open) => isFloating(open.scheme))
    if (index >= 0) this.stack.length = index
  }

  private placeFloating(entry: Open): void {
    if (entry.lineStart) this.popInline()
    const index = this.siblingOf(entry)
    if (index >= 0) {
      const sibling = this.stack[index]
      entry.rank = sibling?.rank ?? entry.rank
      this.stack.length = index
      return
    }
    // a point nests in what is open; its own depth lies just below that
    entry.rank = (this.stack.at(-1)?.rank ?? 0) + 0.5
  }

  /** Index of the open point that this one continues, or -1 where it opens a list of its own. */
  private siblingOf(entry: Open): number {
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const open = this.stack[i]
      if (!open || !isFloating(open.scheme)) {
        // below 一是 may stand 1、2、; look through them for the list that goes on
        if (entry.ordinal === 1 || !open) return -1
        continue
      }
      if (open.scheme !== entry.scheme) continue
      if (entry.ordinal === 1) {
        // a new list: beside a list of the same paragraph or line kind, inside a point that announces it
        const nested = open.lineStart !== entry.lineStart || (entry.announced && open.paragraph !== entry.paragraph)
        return nested ? -1 : i
      }
      if (open.ordinal !== null && entry.ordinal !== null && entry.ordinal > open.ordinal) return i
    }
    return -1
  }
}
