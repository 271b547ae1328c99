/** A set of words that is asked which of them a text begins or ends with: the answer of `^(?:a|b)` and `(?:a|b)$`. */
export class WordSet {
  private readonly words: ReadonlySet<string>
  private heads: ReadonlyMap<number, readonly number[]> | undefined
  private tails: ReadonlyMap<number, readonly number[]> | undefined

  constructor(words: Iterable<string>) {
    this.words = new Set(words)
  }

  /** Lengths of the words that begin with a character, longest first; most sets are asked for one end only. */
  private get byFirst(): ReadonlyMap<number, readonly number[]> {
    this.heads ??= lengthsBy(this.words, (word) => word.charCodeAt(0))
    return this.heads
  }

  /** The same of the characters that words end with. */
  private get byLast(): ReadonlyMap<number, readonly number[]> {
    this.tails ??= lengthsBy(this.words, (word) => word.charCodeAt(word.length - 1))
    return this.tails
  }

  has(word: string): boolean {
    return this.words.has(word)
  }

  /** Lengths of the words that stand at a place, longest first. */
  lengthsAt(text: string, at: number): number[] {
    const found: number[] = []
    for (const length of this.byFirst.get(text.charCodeAt(at)) ?? [])
      if (at + length <= text.length && this.words.has(text.slice(at, at + length))) found.push(length)
    return found
  }

  /** The longest word that a text begins with, or ''. */
  prefixOf(text: string): string {
    for (const length of this.byFirst.get(text.charCodeAt(0)) ?? []) {
      const head = text.slice(0, length)
      if (this.words.has(head)) return head
    }
    return ''
  }

  /** The longest word that a text ends with, or ''. */
  suffixOf(text: string): string {
    for (const length of this.byLast.get(text.charCodeAt(text.length - 1)) ?? []) {
      if (length > text.length) continue
      const tail = text.slice(text.length - length)
      if (this.words.has(tail)) return tail
    }
    return ''
  }

  /** Whether any word ends with the character that the text ends with: a cheap test before others. */
  mayEnd(text: string): boolean {
    return this.byLast.has(text.charCodeAt(text.length - 1))
  }
}

function lengthsBy(words: Iterable<string>, key: (word: string) => number): Map<number, number[]> {
  const lengths = new Map<number, number[]>()
  for (const word of words) {
    if (word === '') continue
    const known = lengths.get(key(word))
    if (known === undefined) lengths.set(key(word), [word.length])
    else if (!known.includes(word.length)) known.push(word.length)
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a)
  return lengths
}
