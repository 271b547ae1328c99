import { bullet, formatNumber } from './number-formats.ts'

/** A level of a numbering definition, as Word has it in all its formats. */
export interface NumberLevel {
  start: number
  /** Of ST_NumberFormat. */
  format: string
  /** Zero-padded to so many digits: 001. */
  digits: number
  /** With %1 to %9 for the numbers of levels. */
  text: string
  suffix: 'tab' | 'space' | 'nothing'
  /** Restarts after a level of up to this many: undefined any above, 0 never. */
  restart: number | undefined
  /** All numbers in it are decimal. */
  legal: boolean
}

/** What lists have in common: they go on counting where another of the same definition stopped. */
export interface NumberDefinition {
  levels: Map<number, NumberLevel>
  /** Numbers last given, by level. */
  counts: (number | undefined)[]
}

/** A list, with what it lays over its definition. */
export interface NumberList {
  definition: NumberDefinition
  overrides: Map<number, { level?: NumberLevel; start?: number }>
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

export const NUMBER_LEVELS = 9
const LARGEST_START = 1_000_000
/** Behind these no space is needed to tell the number from the text. */
const CLOSED = /[、）】》〉：，。．]$/

/** A start value that is one. */
export const startValue = (value: number): number => Math.max(0, Math.min(LARGEST_START, Math.trunc(value)))

/** Counts a paragraph, and gives its number; null where its level has none to show. */
export const nextNumber = (list: NumberList, level: number): ShownNumber | null => {
  const shown = levelOf(list, level)
  if (shown === undefined) return null
  count(list, level)
  const text = labelOf(list, level, shown)
  const isBullet = shown.format === 'bullet'
  return text === '' ? null : { text: text + separator(text, shown, isBullet), isBullet, level }
}

const levelOf = (list: NumberList, index: number): NumberLevel | undefined =>
  list.overrides.get(index)?.level ?? list.definition.levels.get(index)

const startOf = (list: NumberList, index: number): number =>
  list.overrides.get(index)?.start ?? levelOf(list, index)?.start ?? 1

const count = (list: NumberList, index: number): void => {
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
  for (let below = index + 1; below < NUMBER_LEVELS; below++) {
    const restart = levelOf(list, below)?.restart
    if (restart === undefined || (restart > 0 && index < restart)) counts[below] = undefined
  }
}

const labelOf = (list: NumberList, index: number, level: NumberLevel): string => {
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
const separator = (text: string, level: NumberLevel, isBullet: boolean): string =>
  isBullet || !(level.suffix === 'nothing' || CLOSED.test(text) || /\s$/.test(text)) ? ' ' : ''
