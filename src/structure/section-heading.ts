import type { Enumerator } from './schemes.ts'

/** A longer line is the text of its unit, not a heading for what follows. */
const LONGEST_HEADING = 45

/**
 * The heading of a section: to the first full stop or colon behind its mark.
 *
 * @param limit where it ends at the latest: the end of the line, or the next point in it
 */
export function headingOf(text: string, enumerator: Enumerator, limit: number): { start: number; end: number } {
  if (enumerator.scheme === 'piece') {
    const lineStart = text.lastIndexOf('\n', enumerator.start - 1) + 1
    return { start: lineStart, end: limit }
  }
  const start = enumerator.end
  const stop = headingStop(text, start, limit)
  if (stop >= 0) return { start, end: stop }
  // …；二要…: the mark between two points belongs to neither
  const end =
    limit < text.length && text.charAt(limit) !== '\n'
      ? start + text.slice(start, limit).replace(/[；;，,、\s]+$/, '').length
      : limit
  return { start, end }
}

/** Whether nothing but its heading stands on the line of a section. */
export const isBare = (text: string, heading: { start: number; end: number }, lineEnd: number): boolean =>
  heading.end - heading.start <= LONGEST_HEADING && /^[\s。：:；;.]*$/.test(text.slice(heading.end, lineEnd))

/** First 。 or colon behind a heading; those inside its note in brackets (牵头单位：…) do not end it. */
function headingStop(text: string, start: number, limit: number): number {
  let depth = 0
  for (let i = start; i < limit; i++) {
    const char = text.charAt(i)
    if ('（(【'.includes(char)) depth++
    else if ('）)】'.includes(char)) depth = Math.max(0, depth - 1)
    else if ('。：:！!？?'.includes(char) && (depth === 0 || char === '。') && !isClock(text, i)) return i
  }
  return -1
}

/** 周四下午3:00: the colon of a time of day. */
const isClock = (text: string, at: number): boolean => /^\d[:：]\d\d(?!\d)/.test(text.slice(at - 1, at + 4))
