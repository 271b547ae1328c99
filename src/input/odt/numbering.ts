import { bullet, formatNumber } from '../number-formats.ts'
import { elements, type XmlElement } from '../xml.ts'

interface Level {
  format: string
  start: number
  prefix: string
  suffix: string
  /** How many levels the number shows: 1.2 shows two. */
  shown: number
  /** As LibreOffice writes it: %1%.%2%、 */
  pattern: string | undefined
  /** What stands between number and text. */
  follows: string
}

type ListStyle = ReadonlyMap<number, Level>

/** Numbers last given, by level from 1. */
export type Counts = (number | undefined)[]

/** The series that ODF names by their first numbers: 一, 二, 三, ... */
const SERIES: ReadonlyMap<string, string> = new Map([
  ['1', 'decimal'],
  ['01', 'decimalZero'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'chineseCountingThousand'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['⑴', 'decimalEnclosedParen'],
  ['⒈', 'decimalEnclosedFullstop'],
  ['１', 'decimalFullWidth'],
  ['', 'none'],
])

const MOST_LEVELS = 10
const CLOSED = /[、）】》〉：，。．]$/

const integer = (text: string | undefined, otherwise: number): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise

const readLevel = (element: XmlElement): Level => {
  const { attributes } = element
  const [name = ''] = (attributes['style:num-format'] ?? '').split(',')
  const isBullet = element.name === 'text:list-level-style-bullet' || element.name === 'text:list-level-style-image'
  let follows = ''
  for (const properties of elements(element))
    for (const alignment of elements(properties)) follows = alignment.attributes['text:label-followed-by'] ?? follows
  return {
    format: isBullet ? 'bullet' : (SERIES.get(name.trim()) ?? 'decimal'),
    start: integer(attributes['text:start-value'], 1),
    prefix: attributes['style:num-prefix'] ?? '',
    suffix: attributes['style:num-suffix'] ?? '',
    shown: integer(attributes['text:display-levels'], 1),
    pattern: attributes['loext:num-list-format'],
    follows,
  }
}

const readStyle = (element: XmlElement): ListStyle => {
  const levels = new Map<number, Level>()
  for (const level of elements(element)) {
    const number = integer(level.attributes['text:level'], 0)
    if (number >= 1 && number <= MOST_LEVELS) levels.set(number, readLevel(level))
  }
  return levels
}

/** List styles, and the counting of lists and headings. */
export class ListStyles {
  private readonly styles = new Map<string, ListStyle>()
  private outline: ListStyle = new Map()

  /** @param parents elements that hold styles: later ones come first */
  constructor(parents: readonly XmlElement[]) {
    for (const parent of parents)
      for (const element of elements(parent)) {
        if (element.name === 'text:list-style')
          this.styles.set(element.attributes['style:name'] ?? '', readStyle(element))
        if (element.name === 'text:outline-style') this.outline = readStyle(element)
      }
  }

  /** Counts an item of a list, and gives its number; null where it has none. */
  nextItem(
    style: string | undefined,
    counts: Counts,
    level: number,
    start: number | undefined,
  ): { text: string; isBullet: boolean } | null {
    return next(this.styles.get(style ?? ''), counts, level, start)
  }

  /** The same for a heading. */
  nextHeading(counts: Counts, level: number, start: number | undefined): { text: string; isBullet: boolean } | null {
    return next(this.outline, counts, level, start)
  }
}

const next = (
  style: ListStyle | undefined,
  counts: Counts,
  level: number,
  start: number | undefined,
): { text: string; isBullet: boolean } | null => {
  const last = counts[level]
  const definition = style?.get(level)
  counts[level] = start ?? (last === undefined ? (definition?.start ?? 1) : last + 1)
  counts.length = level + 1
  if (style === undefined || definition === undefined) return null
  if (definition.format === 'bullet') return { text: `${bullet} `, isBullet: true }
  if (definition.format === 'none' && definition.pattern === undefined) return null
  const text = labelOf(style, counts, level, definition)
  if (text === '') return null
  const space = definition.follows !== 'nothing' && !CLOSED.test(text) && !/\s$/.test(text)
  return { text: text + (space ? ' ' : ''), isBullet: false }
}

const labelOf = (style: ListStyle, counts: Counts, level: number, definition: Level): string => {
  const numberAt = (at: number): string => {
    const format = style.get(at)?.format ?? 'decimal'
    return format === 'bullet' || at > level ? '' : formatNumber(counts[at] ?? style.get(at)?.start ?? 1, format)
  }
  if (definition.pattern !== undefined)
    return definition.pattern.replace(/%(\d{1,2})%/g, (_, place: string) => numberAt(Number(place)))
  const shown: string[] = []
  for (let at = Math.max(1, level - definition.shown + 1); at <= level; at++) shown.push(numberAt(at))
  return definition.prefix + shown.filter((text) => text !== '').join('.') + definition.suffix
}
