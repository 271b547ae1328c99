/**
 * A text on its way from the original to the view: every character knows the stretch of the original that it
 * stands for. The maps are left out (null) as long as the text is the original, character for character.
 */
export interface TextBuffer {
  readonly text: string
  /** Original offset at which the stretch of character i starts. */
  readonly starts: Uint32Array | null
  /** Original offset at which the stretch of character i ends. */
  readonly ends: Uint32Array | null
}

/** A text that nothing has been done to. */
export const bufferOf = (text: string): TextBuffer => ({ text, starts: null, ends: null })

/** Original offset of the character at `index`; the end of the last one when `index` is past it. */
export const originalStart = ({ text, starts, ends }: TextBuffer, index: number): number => {
  if (starts === null || ends === null) return index
  if (index < text.length) return starts[index] ?? 0
  return text.length === 0 ? 0 : (ends[text.length - 1] ?? 0)
}

/** Original end of the character before `index`. */
export const originalEnd = ({ ends }: TextBuffer, index: number): number =>
  ends === null ? index : index === 0 ? 0 : (ends[index - 1] ?? 0)

/** First index whose character starts at or after an original offset. */
export const indexOfOriginal = ({ text, starts }: TextBuffer, offset: number): number => {
  if (starts === null) return Math.min(offset, text.length)
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Replaces the text by another of the same length, character for character; another length is a mistake. */
export const withText = (buffer: TextBuffer, text: string): TextBuffer => {
  if (text.length !== buffer.text.length) throw new Error('A character-for-character step changed the length')
  return text === buffer.text ? buffer : { ...buffer, text }
}

/** Sorted, non-overlapping replacements, kept as plain columns so that a million of them cost no objects. */
export class Edits {
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly texts: string[] = []

  get size(): number {
    return this.starts.length
  }

  add(start: number, end: number, text = ''): void {
    this.starts.push(start)
    this.ends.push(end)
    this.texts.push(text)
  }
}

/** Applies edits to text and maps. A replacement stands as a whole for the whole stretch it replaces. */
export const applyEdits = (buffer: TextBuffer, edits: Edits): TextBuffer => {
  if (edits.size === 0) return buffer
  const { text } = buffer
  let length = text.length
  for (let i = 0; i < edits.size; i++)
    length += (edits.texts[i] ?? '').length - ((edits.ends[i] ?? 0) - (edits.starts[i] ?? 0))
  const starts = new Uint32Array(length)
  const ends = new Uint32Array(length)
  const pieces: string[] = []
  let at = 0
  let from = 0
  const keep = (to: number): void => {
    if (to <= from) return
    pieces.push(text.slice(from, to))
    if (buffer.starts === null || buffer.ends === null) {
      for (let i = from; i < to; i++) {
        starts[at + i - from] = i
        ends[at + i - from] = i + 1
      }
    } else {
      starts.set(buffer.starts.subarray(from, to), at)
      ends.set(buffer.ends.subarray(from, to), at)
    }
    at += to - from
  }
  for (let i = 0; i < edits.size; i++) {
    const start = edits.starts[i] ?? 0
    const end = edits.ends[i] ?? 0
    const replacement = edits.texts[i] ?? ''
    keep(start)
    from = end
    if (replacement === '') continue
    pieces.push(replacement)
    starts.fill(originalStart(buffer, start), at, at + replacement.length)
    ends.fill(originalEnd(buffer, end), at, at + replacement.length)
    at += replacement.length
  }
  keep(text.length)
  return { text: pieces.join(''), starts, ends }
}
