import type { Relation } from '../../model/register.ts'
import { parseChineseNumber } from '../../text/numerals.ts'
import { lastWord, type TargetLexicon, type UnitKind } from './lexicon.ts'

/** A number with its unit, as found in the text. */
export interface Quantity {
  /** Start of the number, words like 约 included. */
  start: number
  /** End of the unit. */
  unitEnd: number
  /** End of the words after the unit (以上, 左右). */
  end: number
  /** Left out where the number is masked (*%, xx家). */
  value?: number
  max?: number
  unit: string
  kind: UnitKind
  /** What 以上, 以下, 左右 or 约 make of a plain number. */
  bound?: Relation
  /** Written in Chinese numerals (十家), which mostly name things. */
  chinese: boolean
  /** 以上 以下 以内, as written. */
  suffix: string
  /** The unit is that of the last of its group. */
  borrowed: boolean
}

/** Quantities that share what stands before them: 30%、35%. */
export type QuantityGroup = readonly [Quantity, ...Quantity[]]

const ARABIC = '[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\\.[0-9]+)?'
const CHINESE = '百分之[零一二三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千]+'
const MASK = '[*]{1,6}|[xX×]{1,4}|[○〇]{2,3}|XX+'
const DASH = '(?:[—–－~～\\-]{1,2}|至|到)'

const scanners = new WeakMap<TargetLexicon, RegExp>()

/** The pattern is built once for a lexicon. */
const scanner = (lexicon: TargetLexicon): RegExp => {
  let pattern = scanners.get(lexicon)
  if (pattern === undefined) {
    const unit = lexicon.unitPattern
    pattern = new RegExp(
      [
        `(?<number>(?<![0-9.A-Za-z])${ARABIC}|${CHINESE}|(?<![0-9*xX×A-Za-z])(?:${MASK}))(?<more>余|多(?=[万亿家个名人户项公]))?`,
        `(?:(?<firstUnit>${unit}|万亿|[万亿千百])?${DASH}(?<max>${ARABIC}|${CHINESE}))?(?<unit>${unit})?`,
        '|(?<=[、和与及]|削减|下降|增长|达到|提高|降低|减少|增加)(?<lost>%)',
      ].join(''),
      'g',
    )
    scanners.set(lexicon, pattern)
  }
  return pattern
}

/** Cheap test: is there anything here that could be a quantity at all? */
export const MAY_HOLD_QUANTITY = /[0-9%*×xX○〇一二两三四五六七八九十百千番成]/

const numberOf = (written: string): number | undefined => {
  if (/^[0-9]/.test(written)) {
    const value = Number(written.replaceAll(',', ''))
    return Number.isFinite(value) && written.length <= 18 ? value : undefined
  }
  const value = parseChineseNumber(written.replace(/^百分之/, ''))
  return value === null || !Number.isFinite(value) ? undefined : value
}

const isMask = (written: string): boolean => /^[*xX×○〇]+$/.test(written)

interface Piece {
  quantity: Quantity
  hasUnit: boolean
}

const readPiece = (match: RegExpExecArray, text: string, lexicon: TargetLexicon): Piece | undefined => {
  const groups = match.groups ?? {}
  const written = groups.number ?? ''
  const lost = groups.lost !== undefined
  const masked = lost || isMask(written)
  let unit = groups.unit ?? groups.lost ?? groups.firstUnit ?? ''
  let unitEnd = match.index + match[0].length
  const start = match.index
  const chinese = !masked && !/^[0-9]/.test(written)
  if (written.startsWith('百分之')) {
    if (unit !== '') return undefined
    unit = '%'
  }
  // 百家, 千户 are figures of speech, 百余家 is a count
  if (chinese && /^[百千]$/.test(written) && groups.more === undefined && !unit.includes('余')) return undefined
  // a mask needs its unit: ** alone is emphasis
  if (masked && unit === '') return undefined
  if (groups.max !== undefined && groups.unit === undefined && !written.startsWith('百分之')) {
    // 5%至三 … the dash belonged to something else
    if (groups.firstUnit === undefined || groups.firstUnit.length === 0) return undefined
    unit = groups.firstUnit
    unitEnd = start + written.length + (groups.more ?? '').length + groups.firstUnit.length
  }
  const value = masked ? undefined : numberOf(written)
  if (!masked && value === undefined) return undefined
  const max = groups.max === undefined || groups.unit === undefined ? undefined : numberOf(groups.max)
  const more = groups.more !== undefined || unit.includes('余')
  unit = unit.replace('余', '')
  let end = unitEnd
  let suffix = ''
  let bound: Relation | undefined = more ? '>=' : undefined
  for (const [word, relation] of lexicon.suffixes) {
    if (word.length > suffix.length && text.startsWith(word, unitEnd)) {
      suffix = word
      bound = relation
    }
  }
  // 内 also begins words of its own: 3个月内部…
  if (suffix === '内' && /^[部外容涵]/.test(text.slice(unitEnd + 1, unitEnd + 2))) suffix = ''
  end += suffix.length
  const hedge = lastWord(text.slice(Math.max(0, start - 3), start), lexicon.hedges)
  if (hedge !== '' && bound === undefined) bound = '~'
  const quantity: Quantity = {
    start: start - hedge.length,
    unitEnd,
    end,
    unit,
    kind: lexicon.kindOf(unit),
    chinese,
    suffix,
    borrowed: unit === '',
    ...(value === undefined ? {} : { value }),
    ...(max === undefined || (value !== undefined && max <= value) ? {} : { max }),
    ...(bound === undefined ? {} : { bound }),
  }
  return { quantity, hasUnit: unit !== '' }
}

/** A longer run is a table or noise. */
const LONGEST_GROUP = 16
const JOINT = /^(?:、|和|与|及|以及|或)$/

/**
 * Finds all quantities, those that follow one another with nothing but 、 or 和 between them as one group.
 * A number without a unit counts only inside a group, whose last unit it takes (分别压缩至2.5、5个工作日).
 */
export const findQuantities = (text: string, lexicon: TargetLexicon): QuantityGroup[] => {
  const pattern = scanner(lexicon)
  pattern.lastIndex = 0
  const groups: QuantityGroup[] = []
  let open: Piece[] = []
  const close = () => {
    // numbers at the end of a group that found no unit are no quantities
    while (open.length > 0 && open.at(-1)?.hasUnit !== true) open.pop()
    const last = open.at(-1)?.quantity
    const members = open.map(({ quantity, hasUnit }): Quantity => {
      if (hasUnit || last === undefined) return quantity
      return { ...quantity, unit: last.unit, kind: last.kind }
    })
    const [first, ...rest] = members
    if (first !== undefined) groups.push([first, ...rest])
    open = []
  }
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const piece = readPiece(match, text, lexicon)
    if (piece === undefined) {
      close()
      // a failed range must not swallow the quantity behind its dash
      if (match.groups?.max !== undefined) pattern.lastIndex = match.index + (match.groups.number ?? '').length
      continue
    }
    const before = open.at(-1)
    if (
      before !== undefined &&
      (open.length >= LONGEST_GROUP || !JOINT.test(text.slice(before.quantity.end, piece.quantity.start)))
    )
      close()
    open.push(piece)
    pattern.lastIndex = Math.max(piece.quantity.unitEnd, match.index + 1)
  }
  close()
  return groups
}
