import { damaged } from '../errors.ts'
import {
  NUMBER_LEVELS,
  type NumberDefinition,
  type NumberLevel,
  type NumberList,
  nextNumber,
  type ShownNumber,
  startValue,
} from '../word-numbering.ts'
import { PLACES, type WordFile } from './file.ts'
import type { ParagraphProperties } from './paragraphs.ts'
import type { DocStyle } from './styles.ts'

interface Definition extends NumberDefinition {
  /** Styles that levels are linked to. */
  styles: number[]
}

interface List extends NumberList {
  definition: Definition
}

/** Kinds of number, by their code in the file, as ST_NumberFormat names them. */
const FORMATS: ReadonlyMap<number, string> = new Map([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [15, 'decimalHalfWidth'],
  [17, 'japaneseDigitalTenThousand'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalFullWidth2'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [26, 'decimalEnclosedFullstop'],
  [27, 'decimalEnclosedParen'],
  [28, 'decimalEnclosedCircleChinese'],
  [29, 'ideographEnclosedCircle'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [32, 'ideographZodiacTraditional'],
  [33, 'taiwaneseCounting'],
  [34, 'ideographLegalTraditional'],
  [35, 'taiwaneseCountingThousand'],
  [36, 'taiwaneseDigital'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [255, 'none'],
])
const FOLLOWED_BY = ['tab', 'space', 'nothing'] as const
const DEFINITION = 28
const LEVEL = 28
const USE = 16
const MOST = 20_000

/** Numbers that Word gives by itself, read from a .doc. */
export class DocLists {
  private readonly lists: (List | undefined)[]

  constructor(file: WordFile) {
    this.lists = readUses(file, readDefinitions(file))
  }

  /** Counts a paragraph, and gives its number. */
  next(own: ParagraphProperties, style: DocStyle): ShownNumber | null {
    const index = own.list ?? style.list ?? 0
    const list = index > 0 ? this.lists[index - 1] : undefined
    if (list === undefined) return null
    const linked =
      own.list === undefined && style.listStyle !== undefined ? list.definition.styles.indexOf(style.listStyle) : -1
    return nextNumber(list, own.level ?? (linked >= 0 ? linked : (style.level ?? 0)))
  }
}

/** A level, and where the structure behind it starts; null where it is cut short. */
const readLevel = (table: DataView, at: number): { level: NumberLevel; next: number } | null => {
  if (at + LEVEL > table.byteLength) return null
  const flags = table.getUint8(at + 5)
  const text = at + LEVEL + table.getUint8(at + 25) + table.getUint8(at + 24)
  if (text + 2 > table.byteLength) return null
  const length = table.getUint16(text, true)
  const next = text + 2 + length * 2
  if (next > table.byteLength) return null
  const format = FORMATS.get(table.getUint8(at + 4)) ?? 'decimal'
  let pattern = ''
  for (let i = 0; i < length; i++) {
    const code = table.getUint16(text + 2 + i * 2, true)
    // Levels stand in the text by their number, from 0.
    pattern += code < NUMBER_LEVELS ? `%${code + 1}` : String.fromCharCode(code)
  }
  const level: NumberLevel = {
    start: startValue(table.getInt32(at, true)),
    format,
    digits: 0,
    text: pattern,
    suffix: FOLLOWED_BY[table.getUint8(at + 15)] ?? 'tab',
    restart: (flags & 8) === 0 ? undefined : table.getUint8(at + 26),
    legal: (flags & 4) !== 0,
  }
  return { level, next }
}

/** Definitions of lists, by their id. Their levels lie behind all of them. */
const readDefinitions = (file: WordFile): Map<number, Definition> => {
  const { table } = file
  const { at, length } = file.place(PLACES.lists)
  const definitions = new Map<number, Definition>()
  if (length < 2) return definitions
  const count = Math.min(MOST, Math.floor((length - 2) / DEFINITION), table.getUint16(at, true))
  let next = at + 2 + count * DEFINITION
  for (let i = 0; i < count; i++) {
    const from = at + 2 + i * DEFINITION
    const definition: Definition = { levels: new Map(), counts: [], styles: [] }
    for (let level = 0; level < NUMBER_LEVELS; level++)
      definition.styles.push(table.getUint16(from + 8 + level * 2, true))
    const levels = (table.getUint8(from + 26) & 1) === 1 ? 1 : NUMBER_LEVELS
    for (let level = 0; level < levels; level++) {
      const read = readLevel(table, next)
      if (read === null) throw damaged('doc: lists')
      definition.levels.set(level, read.level)
      next = read.next
    }
    definitions.set(table.getInt32(from, true), definition)
  }
  return definitions
}

/** Lists as paragraphs refer to them: a definition, and what is laid over it. */
const readUses = (file: WordFile, definitions: ReadonlyMap<number, Definition>): (List | undefined)[] => {
  const { table } = file
  const { at, length } = file.place(PLACES.listUses)
  const lists: (List | undefined)[] = []
  if (length < 4) return lists
  const count = Math.min(MOST, Math.floor((length - 4) / USE), table.getUint32(at, true))
  let next = at + 4 + count * USE
  for (let i = 0; i < count; i++) {
    const from = at + 4 + i * USE
    const definition = definitions.get(table.getInt32(from, true))
    const overrides: NumberList['overrides'] = new Map()
    next += 4
    for (let left = table.getUint8(from + 12); left > 0 && next + 8 <= table.byteLength; left--) {
      const start = startValue(table.getInt32(next, true))
      const flags = table.getUint32(next + 4, true)
      next += 8
      const read = (flags & 32) === 0 ? null : readLevel(table, next)
      if (read !== null) next = read.next
      overrides.set(flags & 15, {
        ...(read === null ? {} : { level: read.level }),
        ...((flags & 16) === 0 ? {} : { start: read === null ? start : read.level.start }),
      })
    }
    lists.push(definition === undefined ? undefined : { definition, overrides, started: new Set() })
  }
  return lists
}
