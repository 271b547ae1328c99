/** Keys are looked up by a part of their code: two that share a place only let a text through in vain. */
const PLACES = 0x2000
const SINGLE = PLACES - 1
const pairAt = (first: number, second: number): number => (Math.imul(first, 31) + second) & SINGLE

/** The most patterns that one sieve can hold: one bit of a number each. */
const MOST = 31

/**
 * Tells in one pass over a text which of many patterns may match it.
 *
 * A pattern is known by its keys: strings of one or two characters, one of which stands in whatever it matches. Most
 * patterns look for rare words, so most of them need not be tried on most sentences. The keys only rule out: a pattern
 * whose bit is set has still to be tried.
 */
export class Sieve<Name extends string> {
  private readonly singles = new Int32Array(PLACES)
  private readonly pairs = new Int32Array(PLACES)
  private readonly bits = new Map<Name, number>()

  constructor(patterns: readonly { name: Name; keys: readonly string[] }[]) {
    if (patterns.length > MOST) throw new RangeError(`A sieve holds ${MOST} patterns`)
    for (const [i, { name, keys }] of patterns.entries()) {
      this.bits.set(name, 1 << i)
      for (const key of keys) this.add(key, 1 << i)
    }
  }

  private add(key: string, bit: number): void {
    if (key.length < 1 || key.length > 2) throw new RangeError(`“${key}” is no key: one or two characters`)
    const table = key.length === 1 ? this.singles : this.pairs
    const at = key.length === 1 ? key.charCodeAt(0) & SINGLE : pairAt(key.charCodeAt(0), key.charCodeAt(1))
    table[at] = (table[at] ?? 0) | bit
  }

  /** The bit that stands for a pattern in what `read` gives. */
  bit(name: Name): number {
    return this.bits.get(name) ?? 0
  }

  /** The bits of the patterns whose keys stand in the text. */
  read(text: string): number {
    const { singles, pairs } = this
    let found = 0
    let before = 0
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      found |= (singles[code & SINGLE] ?? 0) | (pairs[pairAt(before, code)] ?? 0)
      before = code
    }
    return found
  }
}

/** Keys of words: the first two characters of each. */
export const keysOfWords = (words: Iterable<string>): string[] => [
  ...new Set([...words].map((word) => word.slice(0, 2))),
]
