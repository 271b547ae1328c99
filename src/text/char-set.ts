/** What `\s` stands for. */
export const SPACES =
  ' \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'

/**
 * A set of characters that is asked of every character of a text: a table is many times quicker than a long `[…]`. A bit
 * for each code unit: so many sets are in use that whole bytes would push one another out of the processor's cache.
 */
export class CharSet {
  private readonly table = new Int32Array(0x10000 / 32)

  constructor(chars: string) {
    for (let i = 0; i < chars.length; i++) this.add(chars.charCodeAt(i))
  }

  /** Whether a code unit is in the set. */
  has(code: number): boolean {
    return (((this.table[code >>> 5] ?? 0) >>> (code & 31)) & 1) === 1
  }

  private add(code: number): void {
    this.table[code >>> 5] = (this.table[code >>> 5] ?? 0) | (1 << (code & 31))
  }

  /** Where the first of the characters stands in a stretch of a text, or -1. */
  find(text: string, start = 0, end = text.length): number {
    for (let i = start; i < end; i++) if (this.has(text.charCodeAt(i))) return i
    return -1
  }

  /** Whether one of the characters stands in a text. */
  isIn(text: string): boolean {
    return this.find(text) >= 0
  }
}
