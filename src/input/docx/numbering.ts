import {
  NUMBER_LEVELS,
  type NumberDefinition,
  type NumberLevel,
  type NumberList,
  nextNumber,
  type ShownNumber,
  startValue,
} from '../word-numbering.ts'
import { child, elements, type XmlElement } from '../xml.ts'
import type { NumberReference, Styles } from './styles.ts'

interface Level extends NumberLevel {
  /** Style whose paragraphs are of this level. */
  style: string | undefined
}

interface Definition extends NumberDefinition {
  levels: Map<number, Level>
}

interface List extends NumberList {
  definition: Definition
}

const attributeOf = (element: XmlElement | undefined): string | undefined => element?.attributes['w:val']

/** Numbers given by the program that wrote the document: they are shown with the text, and stand nowhere in it. */
export class Numbering {
  private readonly lists = new Map<string, List>()
  /** Definitions that numbering styles stand for. */
  private readonly links = new Map<string, string>()

  constructor(
    part: XmlElement | null,
    private readonly styles: Styles,
  ) {
    const abstracts = new Map<string, XmlElement>()
    for (const element of elements(part, 'w:abstractNum')) {
      const id = element.attributes['w:abstractNumId'] ?? ''
      abstracts.set(id, element)
      const link = attributeOf(child(element, 'w:styleLink'))
      if (link !== undefined) this.links.set(link, id)
    }
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
    return nextNumber(list, level)
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
      const byLink = this.links.get(link)
      const next = byStyle !== undefined && byStyle !== current ? byStyle : byLink
      if (next === undefined || next === current) return current
      current = next
    }
    return current
  }
}

const integer = (text: string | undefined, otherwise: number): number => {
  const value = text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : otherwise
  return startValue(value)
}

const readLevel = (element: XmlElement): Level => {
  const choice = child(element, 'mc:AlternateContent')
  const custom = child(child(choice, 'mc:Choice'), 'w:numFmt')
  const plain = child(element, 'w:numFmt') ?? child(child(choice, 'mc:Fallback'), 'w:numFmt')
  // "001, 002, 003, ..." is the only kind of custom format that Word offers.
  const padded = /^(0+1),/.exec(custom?.attributes['w:format'] ?? plain?.attributes['w:format'] ?? '')?.[1]
  const format = attributeOf(plain) ?? 'decimal'
  const restart = attributeOf(child(element, 'w:lvlRestart'))
  const suffix = attributeOf(child(element, 'w:suff'))
  return {
    start: integer(attributeOf(child(element, 'w:start')), 0),
    format: padded === undefined ? (format === 'custom' ? 'decimal' : format) : 'decimal',
    digits: padded?.length ?? 0,
    text: attributeOf(child(element, 'w:lvlText')) ?? '',
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    restart: restart === undefined ? undefined : integer(restart, 0),
    legal: child(element, 'w:isLgl') !== undefined && attributeOf(child(element, 'w:isLgl')) !== '0',
    style: attributeOf(child(element, 'w:pStyle')),
  }
}

const levelIndex = (element: XmlElement): number => integer(element.attributes['w:ilvl'], 0)

const levelsOf = (abstract: XmlElement): Map<number, Level> => {
  const levels = new Map<number, Level>()
  for (const element of elements(abstract, 'w:lvl'))
    if (levelIndex(element) < NUMBER_LEVELS) levels.set(levelIndex(element), readLevel(element))
  return levels
}

const overridesOf = (num: XmlElement, definition: Definition): List['overrides'] => {
  const overrides: List['overrides'] = new Map()
  for (const element of elements(num, 'w:lvlOverride')) {
    const level = child(element, 'w:lvl')
    const start = attributeOf(child(element, 'w:startOverride'))
    const index = levelIndex(element)
    if (index >= NUMBER_LEVELS) continue
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
