/** In a function, since the pattern looks all of Unicode up as it is made: half a millisecond, that few texts need. */
const lettersAndNumbers = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Ranges of code units that texts are made of: 1 letters and numbers, -1 others. A later one goes before an earlier one. */
const COMMON: readonly (readonly [1 | -1, from: number, to: number])[] = [
  [-1, 0x00, 0x7f],
  [1, 0x30, 0x39],
  [1, 0x41, 0x5a],
  [1, 0x61, 0x7a],
  [-1, 0x2010, 0x2027],
  [-1, 0x3000, 0x3003],
  [-1, 0x3008, 0x3020],
  [1, 0x4e00, 0x9fff],
  [-1, 0xff01, 0xff0f],
  [-1, 0xff1a, 0xff20],
]

/** Whether a code unit is a letter or a number by itself: 1 yes, -1 no, 0 not asked yet. */
const wordy = new Int8Array(0x10000)
for (const [answer, from, to] of COMMON) wordy.fill(answer, from, to + 1)

const isWordy = (code: number): boolean => {
  if (wordy[code] === 0) wordy[code] = lettersAndNumbers(String.fromCharCode(code)) === '' ? -1 : 1
  return wordy[code] === 1
}

const SURROGATE = /[\ud800-\udfff]/

/** A short stable hash (53 bits, base 36) of the letters and numbers of a string. */
function hashOfWords(content: string): string {
  const text = SURROGATE.test(content) ? lettersAndNumbers(content) : content
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isWordy(code) && (code < 0xd800 || code > 0xdfff)) continue
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}

/**
 * Gives out keys that survive edits elsewhere in the text: they depend on the words of the task alone, and on how
 * many tasks with the same words stand before it.
 */
export class Keys {
  private readonly used = new Map<string, number>()

  next(content: string): string {
    const base = hashOfWords(content)
    const n = (this.used.get(base) ?? 0) + 1
    this.used.set(base, n)
    return n === 1 ? base : `${base}-${n}`
  }
}

/** Outline numbers, made unique: 2.1.3; parts of one unit get a further number. */
export class OutlineIds {
  private readonly used = new Set<string>()
  /** By number: the further number that was given out last. */
  private readonly last = new Map<string, number>()

  next(outline: readonly number[], part: number | null): string {
    const base = [...outline, ...(part === null ? [] : [part])].join('.')
    let id = base === '' ? '0' : base
    for (let i = (this.last.get(base) ?? 1) + 1; this.used.has(id); i++) {
      id = `${base}.${i}`
      this.last.set(base, i)
    }
    this.used.add(id)
    return id
  }
}
