/** A short stable hash (53 bits, base 36) of a string. */
function hash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
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
    const words = content.replace(/[^\p{L}\p{N}]/gu, '')
    const base = hash(words)
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
