const NO_WORD = /[^\p{L}\p{N}]/gu

/** Whether a code unit is a letter or a number by itself: 1 yes, -1 no, 0 not asked yet. */
const wordy = new Int8Array(0x10000)

const isWordy = (code: number): boolean => {
  if (wordy[code] === 0) wordy[code] = String.fromCharCode(code).replace(NO_WORD, '') === '' ? -1 : 1
  return wordy[code] === 1
}

const SURROGATE = /[\ud800-\udfff]/

/** A short stable hash (53 bits, base 36) of the letters and numbers of a string. */
function hashOfWords(content: string): string {
  const text = SURROGATE.test(content) ? content.replace(NO_WORD, '') : content
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
