import type { Relation } from '../../model/register.ts'
import { CharSet } from '../../text/char-set.ts'
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
const FRACTION = '[二三四五六七八九十]分之[一二三四五六七八九]|(?:半数|一半)(?=以上)'
const CHINESE = '百分之[零一二三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千]+'
const MASK = '[*]{1,6}|[xX×]{1,4}|[○〇]{2,3}|XX+'
const DASH = '(?:[—–－~～\\-]{1,2}|至|到)'

const NUMBER = new RegExp(
  [
    `(?<number>(?<![0-9.A-Za-z])${ARABIC}|${FRACTION}|${CHINESE}|(?<![0-9*xX×A-Za-z])(?:${MASK}))(?<more>余|多(?=[万亿家个名人户项公处条辆台座所场次件吨亩]))?`,
    '|(?<=[、和与及]|削减|下降|增长|达到|提高|降低|减少|增加)(?<lost>%)',
  ].join(''),
  'g',
)
const REST_OF_RANGE = new RegExp(`${DASH}(?<max>${ARABIC}|${CHINESE})`, 'y')
/** What a ratio goes on with: 2∶1, 1:1.5. */
const REST_OF_RATIO = /[:：∶][0-9]{1,4}(?:\.[0-9]+)?(?![0-9:：∶])/y
const RATIO_BEFORE = /比(?:例|值|率)?[^，。；、0-9]{0,8}$/
/** What begins the rest of a range; without one soon after the number there is none. */
const DASHES = new CharSet('—－–~～-至到')
const LONGEST_UNIT = 24

/** A number in the text, with what was written behind it. */
interface Match {
  index: number
  end: number
  number: string
  more: string | undefined
  firstUnit: string | undefined
  max: string | undefined
  unit: string | undefined
  lost: string | undefined
}

const mayBeRange = (text: string, at: number): boolean =>
  DASHES.find(text, at, Math.min(text.length, at + LONGEST_UNIT)) >= 0

/** 5%—8%, 三万至五万元: the unit of the first number, if it has one, and the second number. */
const readRange = (
  text: string,
  at: number,
  lexicon: TargetLexicon,
): Pick<Match, 'firstUnit' | 'max' | 'end'> | null => {
  const rest = (unitEnd: number): Pick<Match, 'firstUnit' | 'max' | 'end'> | null => {
    REST_OF_RANGE.lastIndex = unitEnd
    const found = REST_OF_RANGE.exec(text)
    if (found === null) return null
    const firstUnit = unitEnd > at ? text.slice(at, unitEnd) : undefined
    return { firstUnit, max: found.groups?.max, end: unitEnd + found[0].length }
  }
  for (const end of lexicon.unitEnds(text, at)) {
    const found = rest(end)
    if (found !== null) return found
  }
  const multiplier = text.startsWith('万亿', at) ? 2 : /^[万亿千百]/.test(text.charAt(at)) ? 1 : 0
  for (let length = multiplier; length >= 0; length--) {
    const found = rest(at + length)
    if (found !== null) return found
  }
  return null
}

const nextMatch = (text: string, from: number, lexicon: TargetLexicon): Match | null => {
  NUMBER.lastIndex = from
  const found = NUMBER.exec(text)
  if (found === null) return null
  const { number = '', more, lost } = found.groups ?? {}
  const at = found.index + found[0].length
  const plain: Match = {
    index: found.index,
    end: at,
    number,
    more,
    firstUnit: undefined,
    max: undefined,
    unit: undefined,
    lost,
  }
  if (lost !== undefined) return plain
  REST_OF_RATIO.lastIndex = at
  const ratio = REST_OF_RATIO.exec(text)
  if (ratio !== null && RATIO_BEFORE.test(text.slice(Math.max(0, found.index - 12), found.index)))
    return { ...plain, unit: ratio[0], end: at + ratio[0].length }
  const range = mayBeRange(text, at) ? readRange(text, at, lexicon) : null
  const match = range === null ? plain : { ...plain, ...range }
  for (const end of lexicon.unitEnds(text, match.end)) {
    const unit = text.slice(match.end, end)
    // 提升3个百分点至97%: two numbers, not a range
    if (match.firstUnit === '个百分点' && unit === '%') break
    return { ...match, unit, end }
  }
  return match.firstUnit === '个百分点' ? { ...plain, unit: match.firstUnit, end: at + match.firstUnit.length } : match
}

/** Cheap test: is there anything here that could be a quantity at all? */
export const MAY_HOLD_QUANTITY = /[0-9%*×xX○〇一二两三四五六七八九十百千番成半]/

const DIGITS = '一二三四五六七八九'
/** 五六名 is five or six. */
const isFewOrMore = (written: string): boolean => written.length === 2 && DIGITS.includes(written)

const numberOf = (written: string): number | undefined => {
  if (/^[0-9]/.test(written)) {
    const value = Number(written.replaceAll(',', ''))
    return Number.isFinite(value) && written.length <= 18 ? value : undefined
  }
  if (written === '半数' || written === '一半') return 0.5
  const [whole = '', part] = written.split('分之')
  if (part !== undefined && whole !== '百') {
    const share = (parseChineseNumber(part) ?? Number.NaN) / (parseChineseNumber(whole) ?? Number.NaN)
    return share < 1 ? Math.round(share * 10_000) / 10_000 : undefined
  }
  if (isFewOrMore(written)) return DIGITS.indexOf(written) + 1
  const value = parseChineseNumber(written.replace(/^百分之/, ''))
  return value === null || !Number.isFinite(value) ? undefined : value
}

const isMask = (written: string): boolean => /^[*xX×○〇]+$/.test(written)

/** An index has no unit: 价格指数控制在103.5以内. */
const INDEX_BEFORE =
  /(?:指数|系数|容积率|死亡率|[负工]伤率|(?<![占同环对])比|[A-Za-z]{2,5}值?)(?:[^，。；：0-9]{0,4}(?:控制|稳定|保持|维持)在|[^，。；：0-9]{0,4}(?:达到?|不[低高]于|不超过|[低高]于|提[高升][到至]|下?降[低到至]+|缩小[到至]))(?:约)?$/
const INDEX_AFTER = /^(?:以[内上下]|左右|之内)?(?:$|[，。；、）])/

interface Piece {
  quantity: Quantity
  hasUnit: boolean
}

const readPiece = (match: Match, text: string, lexicon: TargetLexicon): Piece | undefined => {
  const written = match.number
  const lost = match.lost !== undefined
  const masked = lost || isMask(written)
  let unit = match.unit ?? match.lost ?? match.firstUnit ?? ''
  let unitEnd = match.end
  const start = match.index
  const chinese = !masked && !/^[0-9]/.test(written)
  if (written.startsWith('百分之')) {
    if (unit !== '') return undefined
    unit = '%'
  }
  // 百家, 千户 are figures of speech, 百余家 is a count
  if (chinese && /^[百千]$/.test(written) && match.more === undefined && !unit.includes('余')) {
    // 稳定在百万吨以上
    if (!unit.startsWith('万') || !/[在到达超破]$/.test(text.slice(0, start))) return undefined
  }
  // a mask needs its unit: ** alone is emphasis
  if (masked && unit === '') return undefined
  if (match.max !== undefined && match.unit === undefined && !written.startsWith('百分之')) {
    // 5%至三 … the dash belonged to something else
    if (match.firstUnit === undefined || match.firstUnit.length === 0) return undefined
    unit = match.firstUnit
    unitEnd = start + written.length + (match.more ?? '').length + match.firstUnit.length
  }
  const value = masked ? undefined : numberOf(written)
  if (!masked && value === undefined) return undefined
  const few = isFewOrMore(written) && value !== undefined ? value + 1 : undefined
  const max = match.max === undefined || match.unit === undefined ? few : numberOf(match.max)
  const more = match.more !== undefined || unit.includes('余')
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
  if (suffix === '内' && /^[部外容涵涝]/.test(text.slice(unitEnd + 1, unitEnd + 2))) {
    suffix = ''
    bound = more ? '>=' : undefined
  }
  end += suffix.length
  // 新签约5000万元以上项目
  const signed = /[签违履预条合]约$/.test(text.slice(Math.max(0, start - 2), start))
  const hedge = signed ? '' : lastWord(text.slice(Math.max(0, start - 3), start), lexicon.hedges)
  if (hedge !== '' && bound === undefined) bound = '~'
  const quantity: Quantity = {
    start: start - hedge.length,
    unitEnd,
    end,
    unit,
    kind: /^[:：∶]/.test(unit) ? 'multiple' : lexicon.kindOf(unit),
    chinese,
    suffix,
    borrowed: unit === '',
    ...(value === undefined ? {} : { value }),
    ...(max === undefined || (value !== undefined && max <= value) ? {} : { max }),
    ...(bound === undefined ? {} : { bound }),
  }
  if (/分之|半/.test(written) && unit === '') {
    return { quantity: { ...quantity, kind: 'multiple', borrowed: false }, hasUnit: true }
  }
  if (unit === '' && !chinese && !masked) {
    const index = INDEX_BEFORE.test(text.slice(Math.max(0, start - 16), start)) && INDEX_AFTER.test(text.slice(unitEnd))
    if (index) return { quantity: { ...quantity, kind: 'score', borrowed: false }, hasUnit: true }
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
  let from = 0
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
  for (let match = nextMatch(text, from, lexicon); match !== null; match = nextMatch(text, from, lexicon)) {
    from = match.end
    const piece = readPiece(match, text, lexicon)
    if (piece === undefined) {
      close()
      // a failed range must not swallow the quantity behind its dash
      if (match.max !== undefined) from = match.index + match.number.length
      continue
    }
    const before = open.at(-1)
    if (
      before !== undefined &&
      (open.length >= LONGEST_GROUP || !JOINT.test(text.slice(before.quantity.end, piece.quantity.start)))
    )
      close()
    open.push(piece)
    from = Math.max(piece.quantity.unitEnd, match.index + 1)
  }
  close()
  return groups
}
