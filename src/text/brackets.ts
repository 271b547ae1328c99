import type { CharSet } from './char-set.ts'

/** By code, since this is asked of every character of a text. */
const opens = (code: number): boolean =>
  code === 0x28 || code === 0xff08 || code === 0x3014 || code === 0x5b || code === 0xff3b || code === 0x3010
const closes = (code: number): boolean =>
  code === 0x29 || code === 0xff09 || code === 0x3015 || code === 0x5d || code === 0xff3d || code === 0x3011
/** How far a bracket may reach; one that is not closed by then is taken for a stray character. */
const REACH = 400

/** Where the bracket that opens at `open` closes (index of the closing one), nesting counted; -1 when it does not. */
export function closingOf(text: string, open: number, limit = text.length): number {
  let depth = 0
  const stop = Math.min(limit, open + REACH)
  for (let i = open; i < stop; i++) {
    const code = text.charCodeAt(i)
    if (opens(code)) depth++
    // Mixed widths happen: 〔县、区) still closes.
    else if (depth > 0 && closes(code) && --depth === 0) return i
  }
  return -1
}

/**
 * Where brackets close, asked from left to right: a run of brackets that never close is looked through once, not once
 * for each of them.
 */
export class Closings {
  /** The first closing mark that is not left of what was asked last. */
  private next = -1

  constructor(private readonly text: string) {}

  /** As `closingOf`, for places that only grow. */
  of(open: number): number {
    if (this.next < open) {
      this.next = open
      while (this.next < this.text.length && !closes(this.text.charCodeAt(this.next))) this.next++
    }
    return this.next - open < REACH ? closingOf(this.text, open) : -1
  }
}

/** Whether a bracket opens at a place. Loops ask this: to take a character out as a string costs far more than its code. */
export const opensBracketAt = (text: string, at: number): boolean => opens(text.charCodeAt(at))

/** A bracketed group of a name: offsets of the brackets themselves, and what they hold. */
export interface Group {
  start: number
  end: number
  inner: string
}

/** The outermost bracket groups of a short string. */
export function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  for (let i = 0; i < text.length; i++) {
    if (!opensBracketAt(text, i)) continue
    const close = closingOf(text, i)
    if (close < 0) continue
    groups.push({ start: i, end: close + 1, inner: text.slice(i + 1, close) })
    i = close
  }
  return groups
}

/** The text without its bracket groups. */
export function withoutGroups(text: string): string {
  if (!/[(（〔[【]/u.test(text)) return text
  let out = ''
  let from = 0
  for (const group of groupsOf(text)) {
    out += text.slice(from, group.start)
    from = group.end
  }
  return out + text.slice(from)
}

/** Cuts a range at the marks outside brackets. */
export function cutOutsideBrackets(
  text: string,
  start: number,
  end: number,
  marks: CharSet,
): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = []
  let from = start
  for (let i = start; i < end; i++) {
    if (opensBracketAt(text, i)) {
      const close = closingOf(text, i, end)
      if (close > 0) i = close
    } else if (marks.has(text.charCodeAt(i))) {
      pieces.push({ start: from, end: i })
      from = i + 1
    }
  }
  pieces.push({ start: from, end })
  return pieces
}
