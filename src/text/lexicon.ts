import furnitureData from '../lexicon/furniture.yaml'
import openerData from '../lexicon/line-openers.yaml'
import { anyOf } from '../lexicon/read.ts'
import type { ViewLine } from './view.ts'

export type FurnitureKind = NonNullable<ViewLine['furniture']>

/** One cue of lexicon/furniture.yaml; see there for what the fields mean. */
export interface FurnitureCue {
  kind: FurnitureKind
  exact: ReadonlySet<string>
  prefix: readonly string[]
  pattern: RegExp | null
  maxLength: number
  top: number | null
  bottom: number | null
}

const KINDS: readonly FurnitureKind[] = [
  'page-number',
  'page-marker',
  'breadcrumb',
  'publication',
  'share',
  'related',
  'disclaimer',
  'toolbar',
  'legal',
  'signature',
]

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === name)?.[1] : undefined

const strings = (value: unknown, what: string): string[] => {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw new TypeError(`${what}: expected a list of words`)
  return value.map((word: unknown) => {
    if (typeof word !== 'string' || word === '')
      throw new TypeError(`${what}: unexpected ${String(word)}, expected a word`)
    return word
  })
}

const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null)

const readCue = (value: unknown): FurnitureCue => {
  const kind = KINDS.find((name) => name === field(value, 'kind'))
  if (kind === undefined) throw new TypeError(`furniture.yaml: unknown kind ${String(field(value, 'kind'))}`)
  const pattern = field(value, 'pattern')
  return {
    kind,
    exact: new Set(strings(field(value, 'exact'), 'furniture.yaml exact')),
    prefix: strings(field(value, 'prefix'), 'furniture.yaml prefix'),
    pattern: typeof pattern === 'string' ? new RegExp(pattern, 'u') : null,
    maxLength: numberOrNull(field(value, 'maxLength')) ?? 20,
    top: numberOrNull(field(value, 'top')),
    bottom: numberOrNull(field(value, 'bottom')),
  }
}

const cues = field(furnitureData, 'lines')
if (!Array.isArray(cues)) throw new TypeError('furniture.yaml: expected a list of lines')

export const FURNITURE_CUES: readonly FurnitureCue[] = cues.map(readCue)
export const SHARE_WORDS: ReadonlySet<string> = new Set(strings(field(furnitureData, 'shareWords'), 'shareWords'))
export const RELATED_HEADS: ReadonlySet<string> = new Set(strings(field(furnitureData, 'relatedHeads'), 'relatedHeads'))
export const CARD_LABELS: ReadonlySet<string> = new Set(strings(field(furnitureData, 'cardLabels'), 'cardLabels'))
/** Those of them whose value is the title of the document. */
export const CARD_TITLES: ReadonlySet<string> = new Set(strings(field(furnitureData, 'cardTitles'), 'cardTitles'))

/** a|b|c of a list of words in lexicon/line-openers.yaml, longest first. */
const alternatives = (name: string): string => anyOf(strings(field(openerData, name), `line-openers.yaml ${name}`))

export const LABELS = alternatives('labels')
export const BARE_LABELS = alternatives('bareLabels')
export const TITLE_ENDINGS = alternatives('titleEndings')
export const SALUTATIONS = alternatives('salutations')
export const ORDINAL_WORDS = alternatives('ordinalWords')
export const UNITS = alternatives('units')
export const LINK_WORDS: ReadonlySet<string> = new Set(
  strings(field(openerData, 'linkWords'), 'line-openers.yaml linkWords'),
)
