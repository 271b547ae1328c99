import { WordSet } from '../../text/word-set.ts'

/** A name of the lexicon, taken apart: level or place, then root and tail (发改＋委) or a name written as a whole. */
export interface KnownName {
  prefix: string
  root?: string
  tail?: string
  whole?: string
}

export interface NameWords {
  levels: Iterable<string>
  tails: Iterable<string>
  roots: Iterable<string>
  wholes: Iterable<string>
}

/** What a place ends in; masks (xx县) stand for places, too. */
const PLACE_ENDS = [
  '自治区',
  '自治州',
  '新区',
  '高新区',
  '经开区',
  '省',
  '市',
  '县',
  '区',
  '州',
  '旗',
  '盟',
  '镇',
  '乡',
  '街道',
  '街',
]
const LONGEST_PLACE = 6
const LONGEST_MASK = 4

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
const isMask = (char: string): boolean => char !== '' && 'xX×*＊某'.includes(char)

/**
 * Takes names of the lexicon apart. A prefix is levels (市, 国家) and places that end in one (哈密市, 贵阳高新区, xx县),
 * or a place and a level; the shortest prefix wins. Hand-written, since as one pattern of all words it took
 * a fifth of the time of a start.
 */
export class NameGrammar {
  private readonly levels: WordSet
  private readonly tails: WordSet
  private readonly roots: WordSet
  private readonly wholes: WordSet

  constructor(words: NameWords) {
    this.levels = new WordSet(words.levels)
    this.tails = new WordSet(words.tails)
    this.roots = new WordSet(words.roots)
    this.wholes = new WordSet(words.wholes)
  }

  /** Whole name (prefix allowed) of a body, or null. */
  read(plain: string): KnownName | null {
    if (!this.tails.mayEnd(plain) && !this.wholes.mayEnd(plain)) return null
    // Few texts have a body of the lexicon at their end, so that is asked before what may stand in front of it.
    const bodies = new Map<number, KnownName>()
    for (let at = 0; at < plain.length; at++) {
      const body = this.readBody(plain, at)
      if (body !== null) bodies.set(at, body)
    }
    if (bodies.size === 0) return null
    // the shortest: 市＋住房城乡建设局, not 市住房城乡＋建设局
    let found: KnownName | null = null
    for (const at of this.prefixEnds(plain)) {
      const body = bodies.get(at)
      if (body !== undefined && (found === null || at < found.prefix.length)) found = body
    }
    return found
  }

  /** The level before a root that stands alone (发改, 市级财政), or null where the text is something else. */
  levelOfRoot(plain: string): string | null {
    for (const length of this.levels.lengthsAt(plain, 0))
      if (this.roots.has(plain.slice(length))) return plain.slice(0, length)
    return this.roots.has(plain) ? '' : null
  }

  private readBody(plain: string, at: number): KnownName | null {
    const prefix = plain.slice(0, at)
    for (const length of this.roots.lengthsAt(plain, at)) {
      const tail = plain.slice(at + length)
      if (this.isTail(tail)) return { prefix, root: plain.slice(at, at + length), tail }
    }
    const whole = plain.slice(at)
    return this.wholes.has(whole) ? { prefix, whole } : null
  }

  /** One tail or two: 局, 局党组. */
  private isTail(text: string): boolean {
    if (text === '') return false
    return this.tails.has(text) || this.tails.lengthsAt(text, 0).some((length) => this.tails.has(text.slice(length)))
  }

  /** Where a prefix may end. */
  private prefixEnds(plain: string): number[] {
    const ends: number[] = []
    for (let length = 1; length <= LONGEST_PLACE && isHan(plain.charCodeAt(length - 1)); length++)
      this.addPlaceEnds(plain, length, ends)
    let masks = 0
    while (masks < LONGEST_MASK && isMask(plain.charAt(masks))) masks++
    for (let length = masks; length > 0; length--) this.addPlaceEnds(plain, length, ends)
    for (const length of this.levels.lengthsAt(plain, 0)) this.addLevelEnds(plain, length, ends)
    ends.push(0)
    return ends
  }

  private addPlaceEnds(plain: string, at: number, ends: number[]): void {
    for (const end of PLACE_ENDS) if (plain.startsWith(end, at)) this.addLevelEnds(plain, at + end.length, ends)
  }

  /** A further level may follow. */
  private addLevelEnds(plain: string, at: number, ends: number[]): void {
    for (const length of this.levels.lengthsAt(plain, at)) ends.push(at + length)
    ends.push(at)
  }
}
