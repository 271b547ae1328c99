import { allMatches } from '../../text/matches.ts'
import { parseChineseNumber } from '../../text/numerals.ts'
import { RANGE } from './pattern.ts'
import type { Part, TimePoint, YearRef } from './time.ts'

/** A stretch of text that names calendar time: one point, or a range whose first half is written short (3-6月). */
export interface Scanned {
  start: number
  end: number
  /** First point of a short range. */
  from: TimePoint | null
  point: TimePoint
  /** 底 or 末 is written: the last day is meant. */
  atEnd: boolean
  /** Form of writing. Digits with separators (2023.12) are dates only where the surroundings say so. */
  form: 'words' | 'digits'
  /** The year is written with 度: a name of a plan rather than a time. */
  annual: boolean
}

const CN_DAY = '[一二三四五六七八九十〇]{1,3}|廿[一二三四五六七八九]?'
const MASK = '[xXｘＸ×*＊○_]'

const YEAR =
  `(?:(?:(?<leftYear>(?:19|20)\\d\\d)年?${RANGE})?(?<year>(?:19|20)\\d\\d)年` +
  '|(?<cnYear>[一二][〇零○ＯO0一二三四五六七八九]{3})年' +
  `|(?<maskedYear>(?:20|19)?${MASK}{2,4}|(?:19|20)\\d${MASK}|20${MASK}|${MASK}(?=年${MASK}{1,2}月))年` +
  '|民国(?<roc>\\d{2,3}|[一二三四五六七八九十百]{1,5})年' +
  '|(?<relative>今年|本年|明年|后年|来年|次年|翌年|去年|上年|前年))' +
  '(?:(?<annual>度)|全年)?'

const MONTH = `(?<![单万千亿欧美日港])元(?=月(?:[底末份初\\d]|[上中下]旬|之?前))|1[0-2]|0?[1-9]|1[3-9]|十[一二]?|[一二三四五六七八九]|${MASK}{1,2}`
const PART =
  '(?:(?<yearEnd>年?[底末])' +
  '|(?<half>[上下])半年(?<halfEnd>[底末])?' +
  `|(?:第?(?<leftQuarter>[一二三1-3])(?:季度)?${RANGE})?(?:第?(?<quarter>[一二三四1-4])(?:季度|季(?=或))|[Qq](?<letterQuarter>[1-4])(?:季度)?)(?<quarterEnd>[底末])?` +
  `|(?:(?<leftMonth>${MONTH})(?:月?(?:份)?${RANGE}|[、和](?=(?:${MONTH})月份|(?:${MONTH})两个?月)))?(?<month>${MONTH})月(?:份)?(?:(?<leftTenDays>[上中])?(?<tenDays>[上中下])旬|(?<monthStart>初)|(?<monthEnd>[底末]|低(?=[，,。；;前完全建装投竣开]|$))` +
  `|(?:(?<leftDay>[0-3]?\\d|${CN_DAY})[日号]?${RANGE})?(?<day>[0-9]{1,2}|${CN_DAY}|${MASK}{1,2})(?:[日号]|(?<=\\d)(?=(?:之|以)?前[^后期列位名\\d])))?)`

// Not inside a longer number, and not 第3月 …; a masked or Chinese number must be whole as well.
const START = `(?=[\\d一二三四五六七八九十廿元民今本明后来次翌去上下前当年第Qq]|${MASK})(?<![\\d.一二三四五六七八九十百零〇xX×*＊第]|\\d[-/])`

// A year, a part of it, or both. Behind a year, which ends with 年 or 度, the part may be missing.
const WORDS = new RegExp(`${START}(?:${YEAR})?(?:${PART}|(?<=[年度]))`, 'g')

const DIGITS =
  /(?<![\d./]|(?<![./]\d\d?)-)(?<year>(?:19|20)\d\d)(?<mark>[-/.])(?<month>0?[1-9]|1[0-2])(?:\k<mark>(?<day>0?[1-9]|[12]\d|3[01]))?(?!\d|[./]\d|-(?!20\d\d[./])\d|[年万亿元%％个点])/g

/** Points that count from the document's own month: 本月底, 下月10日, 月底前, 25日前. */
const FROM_DOCUMENT =
  /(?<month>本月|下个月|下月)(?:份)?(?:(?<tenDays>[上中下])旬|(?<monthEnd>[底末])|(?<day>\d{1,2})[日号])?|(?<![\d一二三四五六七八九十xX×*＊每上当个份次逐本下])(?<bareEnd>月[底末])|(?<![\d月个前近续每、.-])(?<bareDay>\d{1,2})[日号](?=(?:之前|以前|前)(?!后))/g

const RELATIVE_YEARS: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['本年', 0],
  ['明年', 1],
  ['来年', 1],
  ['后年', 2],
  ['去年', -1],
  ['上年', -1],
  ['前年', -2],
])

const TEN_DAYS = '上中下'

/** null for a masked number. */
const numberOf = (text: string): number | null =>
  /^\d+$/.test(text) ? Number(text) : text === '元' ? 1 : parseChineseNumber(text)

/** 二〇二五, also with ○, O or 0 for the zero. */
const digitYear = (text: string): number | null => parseChineseNumber(text.replace(/[○ＯO0]/g, '〇'))

type Groups = Record<string, string | undefined>

const yearOf = (groups: Groups): YearRef => {
  if (groups.year !== undefined) return { how: 'stated', value: Number(groups.year) }
  if (groups.maskedYear !== undefined) return { how: 'masked' }
  const spelt = groups.cnYear === undefined ? null : digitYear(groups.cnYear)
  if (spelt !== null) return { how: 'stated', value: spelt }
  const republic = groups.roc === undefined ? null : numberOf(groups.roc)
  if (republic !== null) return { how: 'stated', value: republic + 1911 }
  if (groups.relative === '次年' || groups.relative === '翌年') return { how: 'next' }
  const offset = groups.relative === undefined ? undefined : RELATIVE_YEARS.get(groups.relative)
  return offset === undefined ? { how: 'bare' } : { how: 'relative', offset }
}

/** The last part of what was written, and the first part when a short range stands before it. */
const partsOf = (groups: Groups): { part: Part; left: Part | null; atEnd: boolean } => {
  if (groups.half !== undefined) {
    return {
      part: { unit: 'half', index: groups.half === '上' ? 1 : 2 },
      left: null,
      atEnd: groups.halfEnd !== undefined,
    }
  }
  const quarter = groups.quarter ?? groups.letterQuarter
  if (quarter !== undefined) {
    const left = groups.leftQuarter === undefined ? null : numberOf(groups.leftQuarter)
    return {
      part: { unit: 'quarter', index: numberOf(quarter) ?? 1 },
      left: left === null ? null : { unit: 'quarter', index: left },
      atEnd: groups.quarterEnd !== undefined,
    }
  }
  if (groups.month !== undefined) {
    const month = numberOf(groups.month)
    const leftMonth = groups.leftMonth === undefined ? null : numberOf(groups.leftMonth)
    const left: Part | null = leftMonth === null ? null : { unit: 'month', month: leftMonth }
    if (groups.tenDays !== undefined) {
      const index = TEN_DAYS.indexOf(groups.tenDays) + 1
      // 10月中下旬 runs from the 11th to the end.
      const first: Part | null =
        groups.leftTenDays === undefined
          ? left
          : { unit: 'ten-days', month, index: TEN_DAYS.indexOf(groups.leftTenDays) + 1 }
      return { part: { unit: 'ten-days', month, index }, left: first, atEnd: false }
    }
    // 4月初至4月中旬: the beginning of a month is its first ten days.
    if (groups.monthStart !== undefined) return { part: { unit: 'ten-days', month, index: 1 }, left, atEnd: false }
    if (groups.day !== undefined) {
      const leftDay = groups.leftDay === undefined ? null : numberOf(groups.leftDay)
      return {
        part: { unit: 'day', month, day: numberOf(groups.day) },
        left: leftDay === null ? left : { unit: 'day', month, day: leftDay },
        atEnd: false,
      }
    }
    return { part: { unit: 'month', month }, left, atEnd: groups.monthEnd !== undefined }
  }
  return { part: { unit: 'year' }, left: null, atEnd: groups.yearEnd !== undefined }
}

const scanWords = (text: string, found: Scanned[]): void => {
  WORDS.lastIndex = 0
  for (let match = WORDS.exec(text); match !== null; match = WORDS.exec(text)) {
    const written = match[0]
    if (written === '') {
      WORDS.lastIndex++
      continue
    }
    const groups: Groups = match.groups ?? {}
    const year = yearOf(groups)
    // A lone 底 or 末 is no year's end: 年底 must be written when no year is.
    if (year.how === 'bare' && groups.yearEnd !== undefined && !groups.yearEnd.startsWith('年')) continue
    const { part, left, atEnd } = partsOf(groups)
    const from: TimePoint | null =
      left !== null
        ? { year, part: left }
        : groups.leftYear !== undefined
          ? { year: { how: 'stated', value: Number(groups.leftYear) }, part: { unit: 'year' } }
          : null
    found.push({
      start: match.index,
      end: match.index + written.length,
      from,
      point: { year, part },
      atEnd,
      form: 'words',
      annual: groups.annual !== undefined && part.unit === 'year' && !atEnd,
    })
  }
}

const scanDigits = (text: string, found: Scanned[]): void => {
  for (const match of allMatches(DIGITS, text)) {
    const { year, month, day } = match.groups ?? {}
    if (year === undefined || month === undefined) continue
    const part: Part =
      day === undefined
        ? { unit: 'month', month: Number(month) }
        : { unit: 'day', month: Number(month), day: Number(day) }
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      from: null,
      point: { year: { how: 'stated', value: Number(year) }, part },
      atEnd: false,
      form: 'digits',
      annual: false,
    })
  }
}

const scanFromDocument = (text: string, found: Scanned[]): void => {
  for (const match of allMatches(FROM_DOCUMENT, text)) {
    const groups: Groups = match.groups ?? {}
    const offset = groups.month !== undefined && groups.month !== '本月' ? 1 : 0
    const day = groups.day ?? groups.bareDay
    const part: Part = {
      unit: 'relative-month',
      offset,
      ...(groups.tenDays === undefined ? {} : { index: TEN_DAYS.indexOf(groups.tenDays) + 1 }),
      ...(day === undefined ? {} : { day: Number(day) }),
    }
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      from: null,
      point: { year: { how: 'bare' }, part },
      atEnd: groups.monthEnd !== undefined || groups.bareEnd !== undefined,
      form: 'words',
      annual: false,
    })
  }
}

const HAS_DIGIT_DATE = /\d[-/.]\d/
const HAS_DOCUMENT_POINT = /月|[日号]前|[日号]之前|[日号]以前/

/** Everything in the text that names calendar time, in order and without overlaps. */
export const scan = (text: string): Scanned[] => {
  const found: Scanned[] = []
  scanWords(text, found)
  if (HAS_DIGIT_DATE.test(text)) scanDigits(text, found)
  if (HAS_DOCUMENT_POINT.test(text)) scanFromDocument(text, found)
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return found.filter((item) => {
    if (item.start < end) return false
    end = item.end
    return true
  })
}
