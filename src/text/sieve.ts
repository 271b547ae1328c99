/** Keys are looked up by a part of their code: two that share a place only let a text through in vain. */
const PLACES = 0x2000
const SINGLE = PLACES - 1
const pairAt = (first: number, second: number): number => (Math.imul(first, 31) + second) & SINGLE

/** A sieve holds a bit for each pattern, in two numbers. */
const BITS = 31
const MOST = 2 * BITS

/** Bits by key, those of one character and those of two. */
class Table {
  readonly singles = new Int32Array(PLACES)
  readonly pairs = new Int32Array(PLACES)

  add(key: string, bit: number): void {
    const table = key.length === 1 ? this.singles : this.pairs
    const at = key.length === 1 ? key.charCodeAt(0) & SINGLE : pairAt(key.charCodeAt(0), key.charCodeAt(1))
    table[at] = (table[at] ?? 0) | bit
  }
}

/**
 * Tells in one pass over a text which of many patterns may match it.
 *
 * A pattern is known by its keys: strings of one or two characters, one of which stands in whatever it matches. Most
 * patterns look for rare words, so most of them need not be tried on most sentences. The keys only rule out: a pattern
 * that may match has still to be tried.
 */
export class Sieve<Name extends string> {
  private readonly low = new Table()
  private readonly high = new Table()
  private readonly places = new Map<Name, number>()

  /** @throws RangeError for more patterns than it can hold, and for keys that are neither one nor two characters long */
  constructor(patterns: readonly { name: Name; keys: readonly string[] }[]) {
    if (patterns.length > MOST) throw new RangeError(`A sieve holds ${MOST} patterns`)
    for (const [i, { name, keys }] of patterns.entries()) {
      this.places.set(name, i)
      for (const key of keys) {
        if (key.length < 1 || key.length > 2) throw new RangeError(`“${key}” is no key: one or two characters`)
        if (i < BITS) this.low.add(key, 1 << i)
        else this.high.add(key, 1 << (i - BITS))
      }
    }
  }

  /** Which patterns may match the text. */
  read(text: string): (name: Name) => boolean {
    const { low, high, places } = this
    let lows = 0
    let highs = 0
    let before = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const single = code & SINGLE
      const pair = pairAt(before, code)
      lows |= (low.singles[single] ?? 0) | (low.pairs[pair] ?? 0)
      highs |= (high.singles[single] ?? 0) | (high.pairs[pair] ?? 0)
      before = code
    }
    return (name) => {
      const place = places.get(name) ?? 0
      return place < BITS ? (lows & (1 << place)) !== 0 : (highs & (1 << (place - BITS))) !== 0
    }
  }
}

/** Keys of words: the first two characters of each. */
export const keysOfWords = (words: Iterable<string>): string[] => [
  ...new Set([...words].map((word) => word.slice(0, 2))),
]
