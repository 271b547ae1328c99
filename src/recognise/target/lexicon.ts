import { isRecord } from '../../lexicon/read.ts'
import wordData from '../../lexicon/target-words.yaml'
import unitData from '../../lexicon/units.yaml'
import type { Relation } from '../../model/register.ts'
import { MULTIPLIER, type UnitGuards, unitReader } from './units.ts'

/** What sort of thing a unit measures; it decides which ways of writing make a target. */
export type UnitKind =
  | 'percent'
  | 'point'
  | 'multiple'
  | 'money'
  | 'measure'
  | 'rate'
  | 'time'
  | 'score'
  | 'count'
  | 'people'

export interface RelationWord {
  relation: Relation
  /** A rise or fall: 以上 after the number leaves + and - as they are. */
  change: boolean
}

/** A sentence that an entry of the lexicon brings along to show what it does and does not catch. */
export interface Example {
  entry: string
  text: string
  hit: boolean
}

/** The words of the target recogniser, ready for looking up. */
export interface TargetLexicon {
  /** Where a unit that stands at a place may end, multipliers and denominators included; the longest reading first. */
  unitEnds: (text: string, at: number) => Iterable<number>
  kindOf: (unit: string) => UnitKind
  relations: ReadonlyMap<string, RelationWord>
  suffixes: ReadonlyMap<string, Relation>
  hedges: ReadonlySet<string>
  makeVerbs: ReadonlySet<string>
  workVerbs: ReadonlySet<string>
  /** An amount before the noun says how big their object is. */
  sizeVerbs: ReadonlySet<string>
  noCountBefore: ReadonlySet<string>
  noCountAfter: readonly string[]
  noAmountBefore: ReadonlySet<string>
  noAmountAfter: readonly string[]
  serviceVerbs: readonly string[]
  allVerbs: readonly string[]
  examples: readonly Example[]
}

const KINDS: ReadonlySet<string> = new Set<UnitKind>([
  'percent',
  'point',
  'multiple',
  'money',
  'measure',
  'rate',
  'time',
  'score',
  'count',
  'people',
])
const RELATIONS: ReadonlySet<string> = new Set<Relation>(['>=', '<=', '>', '<', '=', '~', '+', '-', 'all'])

const isUnitKind = (value: unknown): value is UnitKind => typeof value === 'string' && KINDS.has(value)
const isRelation = (value: unknown): value is Relation => typeof value === 'string' && RELATIONS.has(value)

const record = (value: unknown, where: string): Record<string, unknown> => {
  if (!isRecord(value)) throw new TypeError(`${where}: expected a mapping`)
  return value
}
const list = (value: unknown, where: string): unknown[] => {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new TypeError(`${where}: expected a list`)
  return value
}
const strings = (value: unknown, where: string): string[] =>
  list(value, where).map((item) => {
    if (typeof item !== 'string' || item === '') throw new TypeError(`${where}: expected words, got ${String(item)}`)
    return item
  })

const examplesOf = (entry: string, data: Record<string, unknown>): Example[] => [
  ...strings(data.命中, `${entry} 命中`).map((text) => ({ entry, text, hit: true })),
  ...strings(data.不命中, `${entry} 不命中`).map((text) => ({ entry, text, hit: false })),
]

const longestFirst = (words: Iterable<string>): string[] => [...words].sort((a, b) => b.length - a.length)

/** Builds the lexicon from parsed YAML; throws a TypeError that names the entry which is no good. */
export const compileTargetLexicon = (unitYaml: unknown, wordYaml: unknown): TargetLexicon => {
  const unitFile = record(unitYaml, 'units')
  const wordFile = record(wordYaml, 'target-words')
  const kinds = new Map<string, UnitKind>()
  const guards = new Map<string, UnitGuards>()
  const examples: Example[] = []
  for (const [index, item] of list(unitFile.units, 'units').entries()) {
    const data = record(item, `units[${index}]`)
    const { unit, kind, not, spelt } = data
    if (typeof unit !== 'string' || unit === '') throw new TypeError(`units[${index}]: unit is missing`)
    if (!isUnitKind(kind)) throw new TypeError(`${unit}: unknown kind ${String(kind)}`)
    kinds.set(unit, kind)
    guards.set(unit, {
      always: typeof not === 'string' ? not : '',
      spelt: typeof spelt === 'string' ? spelt : '',
    })
    examples.push(...examplesOf(`单位 ${unit}`, data))
  }
  const relations = new Map<string, RelationWord>()
  const suffixes = new Map<string, Relation>()
  for (const [index, item] of list(wordFile.relations, 'relations').entries()) {
    const data = record(item, `relations[${index}]`)
    const { relation } = data
    if (!isRelation(relation)) throw new TypeError(`relations[${index}]: unknown relation ${String(relation)}`)
    for (const word of strings(data.words, `relations ${relation}`)) {
      relations.set(word, { relation, change: data.change === true })
    }
    examples.push(...examplesOf(`关系 ${relation}`, data))
  }
  for (const [index, item] of list(wordFile.suffixes, 'suffixes').entries()) {
    const data = record(item, `suffixes[${index}]`)
    const { relation } = data
    if (!isRelation(relation)) throw new TypeError(`suffixes[${index}]: unknown relation ${String(relation)}`)
    for (const word of strings(data.words, `suffixes ${relation}`)) suffixes.set(word, relation)
  }
  const verbs = record(wordFile.verbs, 'verbs')
  const makeVerbs = new Set(strings(verbs.make, 'make'))
  const words = (key: string): string[] => strings(wordFile[key], key)
  return {
    unitEnds: unitReader(guards, strings(unitFile.per, 'per')),
    kindOf: (unit) => {
      if (unit.includes('/')) return 'rate'
      const plain = kinds.has(unit) ? unit : unit.replace(/[（(][^）)]*[）)]$/, '')
      return kinds.get(plain) ?? kinds.get(plain.replace(MULTIPLIER, '')) ?? 'count'
    },
    relations,
    suffixes,
    hedges: new Set(words('hedges')),
    makeVerbs,
    workVerbs: new Set([...makeVerbs, ...strings(verbs.work, 'work')]),
    sizeVerbs: new Set(strings(verbs.size, 'size')),
    noCountBefore: new Set(words('no_count_before')),
    noCountAfter: words('no_count_after'),
    noAmountBefore: new Set(words('no_amount_before')),
    noAmountAfter: words('no_amount_after'),
    serviceVerbs: longestFirst(words('service_verbs')),
    allVerbs: longestFirst(words('all_verbs')),
    examples,
  }
}

let standard: TargetLexicon | undefined

/** The lexicon that comes with the program, compiled on first use. */
export const targetLexicon = (): TargetLexicon => {
  standard ??= compileTargetLexicon(unitData, wordData)
  return standard
}

/** The longest word of a map or set that a string ends with; '' where there is none. */
export const lastWord = (
  text: string,
  words: { has: (word: string) => boolean },
  end: number = text.length,
  longest = 7,
): string => {
  for (let length = Math.min(longest, end); length > 0; length--) {
    const word = text.slice(end - length, end)
    if (words.has(word)) return word
  }
  return ''
}

/** Whether a string goes on with one of the words at a place. */
export const followedBy = (text: string, at: number, words: readonly string[]): string | undefined =>
  words.find((word) => text.startsWith(word, at))
