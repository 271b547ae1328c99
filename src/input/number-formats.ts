const HAN_DIGITS = '〇一二三四五六七八九'
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const BULLET = '•'

/** Writes a counter in one way; null beyond what that way can write. */
type Writer = (value: number) => string | null

const decimal: Writer = (value) => String(value)

/** One sign for each number from 1 on: `count` code points from `first`. */
const signs =
  (first: number, count: number): Writer =>
  (value) =>
    value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : null

const fromSet =
  (set: string): Writer =>
  (value) =>
    value >= 1 && value <= set.length ? set.charAt(value - 1) : null

const digitByDigit =
  (digits: string): Writer =>
  (value) =>
    String(value).replace(/\d/g, (digit) => digits.charAt(Number(digit)))

interface HanStyle {
  digits: string
  units: readonly [ten: string, hundred: string, thousand: string, myriad: string]
  /** What stands for skipped places: 一百〇一; Japanese writes nothing. */
  zero: string
  /** 十 rather than 一十 for 10 to 19. */
  bareTen: boolean
  /** 百 rather than 一百. */
  bareUnits: boolean
}

const LARGEST_HAN = 999_999

const han =
  (style: HanStyle): Writer =>
  (value) => {
    if (value === 0) return style.digits.charAt(0)
    if (value > LARGEST_HAN) return null
    const myriads = Math.floor(value / 10_000)
    const rest = value % 10_000
    const high = myriads === 0 ? '' : belowMyriad(myriads, style, true) + style.units[3]
    const gap = high !== '' && rest > 0 && rest < 1000 ? style.zero : ''
    return high + gap + (rest === 0 ? '' : belowMyriad(rest, style, high === ''))
  }

const belowMyriad = (value: number, style: HanStyle, first: boolean): string => {
  let result = ''
  let skipped = false
  for (const [place, unit] of [
    [1000, style.units[2]],
    [100, style.units[1]],
    [10, style.units[0]],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / place) % 10
    if (digit === 0) {
      skipped = result !== ''
      continue
    }
    if (skipped) result += style.zero
    skipped = false
    const bare =
      digit === 1 && ((place === 10 && style.bareTen && result === '' && first) || (style.bareUnits && place > 1))
    result += (bare ? '' : style.digits.charAt(digit)) + unit
  }
  return result
}

const UNITS = ['十', '百', '千', '万'] as const
const thousand = han({ digits: HAN_DIGITS, units: UNITS, zero: '〇', bareTen: true, bareUnits: false })
const japanese = han({ digits: HAN_DIGITS, units: UNITS, zero: '', bareTen: true, bareUnits: true })
const digits = digitByDigit(HAN_DIGITS)

/**
 * 一, 十, 二十一; from 100 on digit by digit: 一〇一. Word writes the zero there as ○ (U+25CB); 〇 is the same sign
 * as a character, and the one that the parser of numbers knows.
 */
const counting: Writer = (value) => (value < 100 ? thousand(value) : digits(value))

const letters =
  (first: string): Writer =>
  (value) => {
    if (value < 1) return null
    const sign = String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26))
    // aa follows z, and bb that.
    const times = Math.floor((value - 1) / 26) + 1
    return times > 30 ? null : sign.repeat(times)
  }

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

const roman: Writer = (value) => {
  if (value < 1 || value > 3999) return null
  let rest = value
  let result = ''
  for (const [worth, sign] of ROMAN) for (; rest >= worth; rest -= worth) result += sign
  return result
}

const sexagenary: Writer = (value) =>
  value < 1 ? null : STEMS.charAt((value - 1) % 10) + BRANCHES.charAt((value - 1) % 12)

const legal = (style: string, myriad: string): Writer =>
  han({ digits: style, units: ['拾', '佰', '仟', myriad], zero: '零', bareTen: false, bareUnits: false })

/** By the names of ST_NumberFormat. What Word 16 shows decides where the standard is silent. */
const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['decimal', decimal],
  ['decimalHalfWidth', decimal],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', digitByDigit('０１２３４５６７８９')],
  ['decimalFullWidth2', digitByDigit('０１２３４５６７８９')],
  ['decimalEnclosedCircle', signs(0x2460, 20)],
  ['decimalEnclosedCircleChinese', signs(0x2460, 20)],
  ['decimalEnclosedParen', signs(0x2474, 20)],
  ['decimalEnclosedFullstop', signs(0x2488, 20)],
  ['numberInDash', (value) => `- ${value} -`],
  ['chineseCounting', counting],
  ['chineseCountingThousand', thousand],
  ['taiwaneseCounting', counting],
  ['taiwaneseCountingThousand', thousand],
  ['taiwaneseDigital', digits],
  ['japaneseCounting', japanese],
  ['japaneseDigitalTenThousand', digits],
  ['ideographDigital', digits],
  ['koreanDigital2', digits],
  ['chineseLegalSimplified', legal(LEGAL_DIGITS, '万')],
  ['ideographLegalTraditional', legal(LEGAL_TRADITIONAL, '萬')],
  ['ideographTraditional', fromSet(STEMS)],
  ['ideographZodiac', fromSet(BRANCHES)],
  ['ideographZodiacTraditional', sexagenary],
  ['ideographEnclosedCircle', signs(0x3220, 10)],
  ['lowerLetter', letters('a')],
  ['upperLetter', letters('A')],
  ['lowerRoman', roman],
  ['upperRoman', (value) => roman(value)?.toUpperCase() ?? null],
  ['bullet', () => BULLET],
  ['none', () => ''],
])

/** The sign that stands for every bullet, whatever it looks like. */
export const bullet = BULLET

/**
 * Writes a counter as Word does.
 *
 * @param format of ST_NumberFormat; one that is not known is written in decimal, and so is a number beyond what the
 * format can write (㉑ is not in it: 21)
 */
export const formatNumber = (value: number, format: string): string =>
  WRITERS.get(format)?.(value) ?? decimal(value) ?? ''
