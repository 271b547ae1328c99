import { bullet, formatNumber } from '../number-formats.ts'
import { child, elements, type XmlElement } from '../xml.ts'
import type { NumberReference, Styles } from './styles.ts'

interface Level {
  start: number
  format: string
  /** Zero-padded to so many digits: 001. */
  digits: number
  text: string
  suffix: string
  /** Restarts after a level of up to this many: undefined any above, 0 never. */
  restart: number | undefined
  legal: boolean
  /** Style whose paragraphs are of this level. */
  style: string | undefined
}

interface Definition {
  levels: Map<number, Level>
  /** Numbers last given, by level; shared by all lists of this definition. */
  counts: (number | undefined)[]
}

interface List {
  definition: Definition
  overrides: Map<number, { level?: Level; start?: number }>
  /** Levels whose start override has been used. */
  started: Set<number>
}

/** Number of a paragraph as it is shown. */
export interface ShownNumber {
  /** With what separates it from the paragraph's text. */
  text: string
  isBullet: boolean
  level: number
}

const LEVELS = 9
const LARGEST_START = 1_000_000
/** Behind these no space is needed to tell the number from the text. */
const CLOSED = /[、）】》〉：，。．]$/
/** Bullets that are signs of a font of their own have no meaning as characters. */
const DEFAULT_LEVEL: Level = {
  start: 1,
  format: 'decimal',
  digits: 0,
  text: '',
  suffix: 'tab',
  restart: undefined,
  legal: false,
  style: undefined,
}

const attributeOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val']

/** Numbers given by the program that wrote the document: they are shown with the text, and stand nowhere in it. */
export class Numbering {
  private readonly lists = new Map<string, List>()

  constructor(
    part: XmlElement | null,
    private readonly styles: Styles,
  ) {
    const abstracts = new Map<string, XmlElement>()
    for (const element of elements(part, 'w:abstractNum'))
      abstracts.set(element.attributes['w:abstractNumId'] ?? '', element)
    const nums = new Map<string, XmlElement>()
    for (const element of elements(part, 'w:num')) nums.set(element.attributes['w:numId'] ?? '', element)
    const definitions = new Map<string, Definition>()
    for (const [numId, num] of nums) {
      const abstractId = this.linked(attributeOf(child(num, 'w:abstractNumId')) ?? '', abstracts, nums)
      const abstract = abstracts.get(abstractId)
      if (abstract === undefined) continue
      const definition = definitions.get(abstractId) ?? { levels: levelsOf(abstract), counts: [] }
      definitions.set(abstractId, definition)
      this.lists.set(numId, { definition, overrides: overridesOf(num, definition), started: new Set() })
    }
  }

  /**
   * Counts a paragraph, and gives its number.
   *
   * @param own of the paragraph itself
   * @param inherited of its style
   * @param style id of the style that brought it: a level may be linked to that
   */
  next(
    own: NumberReference | undefined,
    inherited: NumberReference | undefined,
    style: string | undefined,
  ): ShownNumber | null {
    const numId = own?.numId ?? inherited?.numId
    const list = numId === undefined || numId === '0' ? undefined : this.lists.get(numId)
    if (list === undefined) return null
    const level =
      own?.level ?? (own?.numId === undefined ? this.linkedLevel(list, style) : undefined) ?? inherited?.level ?? 0
    const shown = levelOf(list, level)
    if (shown === undefined) return null
    count(list, level)
    const text = labelOf(list, level, shown)
    const isBullet = shown.format === 'bullet'
    if (text === '') return null
    return { text: text + separator(text, shown, isBullet), isBullet, level }
  }

  private linkedLevel(list: List, style: string | undefined): number | undefined {
    if (style === undefined) return undefined
    for (const [index, level] of list.definition.levels) if (level.style === style) return index
    return undefined
  }

  /** A definition may only refer to a numbering style, whose own definition holds the levels. */
  private linked(
    id: string,
    abstracts: ReadonlyMap<string, XmlElement>,
    nums: ReadonlyMap<string, XmlElement>,
  ): string {
    let current = id
    for (let steps = 0; steps < 5; steps++) {
      const link = attributeOf(child(abstracts.get(current), 'w:numStyleLink'))
      if (link === undefined) return current
      const numId = this.styles.numberingOf(link)?.numId
      const byStyle = numId === undefined ? undefined : attributeOf(child(nums.get(numId), 'w:abstractNumId'))
      const byLink = [...abstracts].find(([, abstract]) => attributeOf(child(abstract, 'w:styleLink')) === link)?.[0]
      const next = byStyle !== undefined && byStyle !== current ? byStyle : byLink
      if (next === undefined || next === current) return current
      current = next
    }
    return current
  }
}

const integer = (text: string | undefined, otherwise: number): number => {
  const value = text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise
  return Math.max(0, Math.min(LARGEST_START, value))
}

const readLevel = (element: XmlElement): Level => {
  const choice = child(element, 'mc:AlternateContent')
  const custom = child(child(choice, 'mc:Choice'), 'w:numFmt')
  const plain = child(element, 'w:numFmt') ?? child(child(choice, 'mc:Fallback'), 'w:numFmt')
  // "001, 002, 003, ..." is the only kind of custom format that Word offers.
  const padded = /^(0+1),/.exec(custom?.attributes['w:format'] ?? plain?.attributes['w:format'] ?? '')?.[1]
  const format = attributeOf(plain) ?? 'decimal'
  const restart = attributeOf(child(element, 'w:lvlRestart'))
  return {
    ...DEFAULT_LEVEL,
    start: integer(attributeOf(child(element, 'w:start')), 0),
    format: padded === undefined ? (format === 'custom' ? 'decimal' : format) : 'decimal',
    digits: padded?.length ?? 0,
    text: attributeOf(child(element, 'w:lvlText')) ?? '',
    suffix: attributeOf(child(element, 'w:suff')) ?? 'tab',
    restart: restart === undefined ? undefined : integer(restart, 0),
    legal: child(element, 'w:isLgl') !== undefined && attributeOf(child(element, 'w:isLgl')) !== '0',
    style: attributeOf(child(element, 'w:pStyle')),
  }
}

const levelIndex = (element: XmlElement): number => integer(element.attributes['w:ilvl'], 0)

const levelsOf = (abstract: XmlElement): Map<number, Level> => {
  const levels = new Map<number, Level>()
  for (const element of elements(abstract, 'w:lvl'))
    if (levelIndex(element) < LEVELS) levels.set(levelIndex(element), readLevel(element))
  return levels
}

const overridesOf = (num: XmlElement, definition: Definition): List['overrides'] => {
  const overrides: List['overrides'] = new Map()
  for (const element of elements(num, 'w:lvlOverride')) {
    const level = child(element, 'w:lvl')
    const start = attributeOf(child(element, 'w:startOverride'))
    const index = levelIndex(element)
    if (index >= LEVELS) continue
    overrides.set(index, {
      ...(level === undefined ? {} : { level: withStart(readLevel(level), level, definition.levels.get(index)) }),
      ...(start === undefined ? {} : { start: integer(start, 1) }),
    })
  }
  return overrides
}

/** An override that names no start keeps that of the level it replaces. */
const withStart = (level: Level, element: XmlElement, replaced: Level | undefined): Level =>
  child(element, 'w:start') === undefined && replaced !== undefined ? { ...level, start: replaced.start } : level

const levelOf = (list: List, index: number): Level | undefined =>
  list.overrides.get(index)?.level ?? list.definition.levels.get(index)

const startOf = (list: List, index: number): number =>
  list.overrides.get(index)?.start ?? levelOf(list, index)?.start ?? 1

const count = (list: List, index: number): void => {
  const { counts } = list.definition
  const override = list.overrides.get(index)?.start
  if (override !== undefined && !list.started.has(index)) counts[index] = override
  else {
    const last = counts[index]
    counts[index] = last === undefined ? startOf(list, index) : last + 1
  }
  list.started.add(index)
  // A level that was passed over counts as begun: 1.1 under no 1.
  for (let above = 0; above < index; above++) counts[above] ??= startOf(list, above)
  for (let below = index + 1; below < LEVELS; below++) {
    const restart = levelOf(list, below)?.restart
    if (restart === undefined || (restart > 0 && index < restart)) counts[below] = undefined
  }
}

const labelOf = (list: List, index: number, level: Level): string => {
  if (level.format === 'bullet') return bullet
  return level.text.replace(/%([1-9])/g, (_, place: string) => {
    const at = Number(place) - 1
    const source = levelOf(list, at)
    if (at > index || source === undefined || source.format === 'none') return ''
    const value = list.definition.counts[at] ?? startOf(list, at)
    if (level.legal && source.format !== 'bullet') return String(value)
    return source.digits > 0 ? String(value).padStart(source.digits, '0') : formatNumber(value, source.format)
  })
}

/** A tab would make a table row of the line. */
const separator = (text: string, level: Level, isBullet: boolean): string =>
  isBullet || !(level.suffix === 'nothing' || CLOSED.test(text) || /\s$/.test(text)) ? ' ' : ''
