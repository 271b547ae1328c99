import { allMatches } from '../../../text/matches.ts'
import { parseChineseNumber } from '../../../text/numerals.ts'
import { weekdayNamed } from '../calendar.ts'
import type { DeadlineLexicon } from '../lexicon.ts'
import { RANGE } from '../pattern.ts'
import { textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const DATE = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:[底末]|[上中下]旬|[0-3]?\\d[日号])?'
const TAILS: ReadonlyMap<string, RegExp> = new Map([
  [
    'yearly',
    new RegExp(
      `^的?(?:${DATE}(?:${RANGE}(?:次年|翌年)?${DATE}|(?:[、和]${DATE})+)?|年[底末初]|[上下]半年|[一二三四]季度末?)?(?:之前|以前|前(?!后))?`,
    ),
  ],
  [
    'quarterly',
    /^(?:第[1-3一二三]个月|最后一?个?月|首月|末月|次月)?的?(?:[底末]|\d{1,2}[日号])?(?:之前|以前|前(?!后))?/,
  ],
  [
    'monthly',
    /^的?(?:[底末]|[上中下]旬|\d{1,2}[日号](?:[-—~至]\d{1,2}[日号]|(?:[、和]\d{1,2}[日号])+)?)?(?:之前|以前|前(?!后))?/,
  ],
  [
    'weekly',
    /^(?:(?:星期)?[一二三四五六日天](?:[、和](?:每?周|星期)[一二三四五六日天]|、[二三四五六日](?!是|要))*)?(?:下班)?(?:之前|以前|前(?!后))?/,
  ],
])
/** 每年工业产值达…, 每年可回收…: what happens by itself. */
const FIGURE = /^(?:每[\u4e00-\u9fff]{1,2}\d|仍|都有|都会|都是|可以?|因|达|约|平均|递增|增长|减少|下降|超过|为|是|有)/
const PAST = /(?:过去|以往|历史上|国际上|往年|曾经?|以前|近年来)$/
/** 每人每月2元: a rate, no rhythm. */
const PER = /每(?:人|户|亩|名|位|辆|张|只|头|台|吨|平方米|立方米)$/
const RATE = /^[^，,。；;]{0,8}[\d一二三四五六七八九十]+(?:\.\d+)?(?:元|块|角|包|斤|公斤|千克|克|升|度|吨)/
/** 按日常要求, 按周期: longer words. */
const LONGER = /^(?:常|期|节|程|历|份|产|均|发电|用电|供水|处理能力)/

const two = (value: number): string => String(value).padStart(2, '0')

const monthDay = (written: string): string | null => {
  const match = /^(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(?<end>[底末])|(?<day>\d{1,2})[日号])?/.exec(
    written,
  )
  const month = match?.groups?.month === undefined ? null : parseChineseNumber(match.groups.month)
  if (match === null || month === null) return null
  const { end, day } = match.groups ?? {}
  return `${two(month)}${end !== undefined ? '-end' : day !== undefined ? `-${two(Number(day))}` : ''}`
}

/** `monthly:25`, `quarterly:end`, `yearly:02-end`, `yearly:11-01/03-31`, `weekly:5`, or the plain period. */
const describe = (period: string, tail: string): string => {
  const rest = tail.replace(/^的/, '')
  if (period === 'yearly') {
    if (/^年[底末]/.test(rest)) return 'yearly:12-31'
    // 每年3月、9月: each of them.
    const dates = rest.split(/[、和]/).map((date) => monthDay(date))
    if (dates.length > 1) return `yearly:${dates.filter((date) => date !== null).join(',')}`
    const [first, second] = rest.split(new RegExp(`${RANGE}(?:次年|翌年)?`))
    const from = monthDay(first ?? '')
    const to = monthDay(second ?? '')
    return from === null ? period : to === null ? `yearly:${from}` : `yearly:${from}/${to}`
  }
  if (period === 'weekly') {
    const days = [...rest].map(weekdayNamed).filter(Boolean)
    return days.length === 0 ? period : `weekly:${days.join(',')}`
  }
  if (/^[底末](?!月)/.test(rest)) return `${period}:end`
  const listed = rest.includes('、') || rest.includes('和') ? (rest.match(/\d{1,2}/g) ?? []) : []
  if (period === 'monthly' && listed.length > 1) return `monthly:${listed.join(',')}`
  const day = /(\d{1,2})[日号]/.exec(rest)
  const nth = /^(?:第([1-3一二三])个月|(首月)|(末月|最后一?个?月)|(次月))/.exec(rest)
  const which =
    nth === null
      ? ''
      : `M${nth[1] !== undefined ? parseChineseNumber(nth[1]) : nth[2] !== undefined ? 1 : nth[3] !== undefined ? 3 : 'next'}-`
  return day === null ? period : `${period}:${which}${day[1] ?? ''}`
}

/** 半个月通报一次, 一周至少检查一次 */
const ONE_TIME =
  /(?<![第近每前后过上下整隔\d一二三四五六七八九十个])(?<unit>一天|一周|一个?星期|两周|一旬|半个?月|一个?月|两个月|一个?季度|半年)(?:要|至少|不少于|必须)?[^，,。；;、：:\d月周年不没也]{0,8}?一次(?!性)/gu
const ONE_TIME_UNITS: ReadonlyMap<string, string> = new Map([
  ['一天', 'daily'],
  ['一周', 'weekly'],
  ['一星期', 'weekly'],
  ['一个星期', 'weekly'],
  ['两周', 'biweekly'],
  ['一旬', 'ten-daily'],
  ['半月', 'half-monthly'],
  ['半个月', 'half-monthly'],
  ['一月', 'monthly'],
  ['一个月', 'monthly'],
  ['两个月', 'bimonthly'],
  ['一季度', 'quarterly'],
  ['一个季度', 'quarterly'],
  ['半年', 'half-yearly'],
])

const FREQUENCY_UNITS: ReadonlyMap<string, string> = new Map([
  ['日', 'daily'],
  ['天', 'daily'],
  ['周', 'weekly'],
  ['旬', 'ten-daily'],
  ['半月', 'half-monthly'],
  ['月', 'monthly'],
  ['季', 'quarterly'],
  ['季度', 'quarterly'],
  ['半年', 'half-yearly'],
  ['年', 'yearly'],
])

/** 每月25日前, 每季度, 每年年底, 按月, 一月一调度. */
export const parseRecurring: DeadlineParser = ({ text, lexicon, label }) => {
  const candidates: Candidate[] = []
  for (const match of allMatches(lexicon.patterns.recurring, text)) {
    const entry = lexicon.recurrenceByWord.get(match[0])
    const end = match.index + match[0].length
    if (entry === undefined || (entry.labelOnly && !label)) continue
    const after = textAfter(text, end)
    if (FIGURE.test(after) || LONGER.test(after) || PAST.test(textBefore(text, match.index))) continue
    if (PER.test(textBefore(text, match.index)) && RATE.test(after)) continue
    // 每周一通报、每月一排名: once a week, no Monday.
    const once = entry.recurrence === 'weekly' && lexicon.patterns.once.test(after)
    const tail = once ? '' : (TAILS.get(entry.recurrence)?.exec(after)?.[0] ?? '')
    // 每年的6月5日是…: a feast, not a duty.
    if (/^的/.test(tail) && /^[为是]/.test(after.slice(tail.length))) continue
    // 每季度的形象进度: what there is one of in each
    if (tail === '的') continue
    candidates.push({
      rule: 'recurring',
      start: match.index,
      end: end + tail.length,
      kind: 'recurring',
      when: { how: 'none' },
      recurrence: describe(entry.recurrence, tail),
    })
  }
  for (const match of allMatches(lexicon.patterns.frequency, text)) {
    const unit = match.groups?.unit ?? ''
    const recurrence = FREQUENCY_UNITS.get(unit)
    const lead = text.charAt(match.index - 1)
    if (recurrence === undefined || (unit.startsWith('半') ? lead === '每' : lead !== '一')) continue
    candidates.push({
      rule: 'frequency',
      start: unit.startsWith('半') ? match.index : match.index - 1,
      end: match.index + match[0].length,
      kind: 'recurring',
      when: { how: 'none' },
      recurrence,
    })
  }
  return [...candidates, ...parseOnce(text), ...parseChain(text, lexicon)]
}

const recurs = (match: RegExpExecArray, recurrence: string): Candidate => ({
  rule: 'frequency',
  start: match.index,
  end: match.index + match[0].length,
  kind: 'recurring',
  when: { how: 'none' },
  recurrence,
})

const parseOnce = (text: string): Candidate[] =>
  text.includes('一次')
    ? allMatches(ONE_TIME, text).flatMap((match) => {
        const recurrence = ONE_TIME_UNITS.get(match.groups?.unit ?? '')
        return recurrence === undefined ? [] : [recurs(match, recurrence)]
      })
    : []

/** 周调度、月通报, 月月清零: a chain of them says how often; one alone is the name of a thing (月报告). */
const parseChain = (text: string, lexicon: DeadlineLexicon): Candidate[] => {
  const links = allMatches(lexicon.patterns.chain, text)
  return links.flatMap((match, i) => {
    const unit = match.groups?.unit ?? match.groups?.doubled?.charAt(0) ?? ''
    const recurrence = FREQUENCY_UNITS.get(unit)
    const end = match.index + match[0].length
    const before = links[i - 1]
    const chained =
      match.groups?.doubled !== undefined ||
      /^[、，,和]$/.test(text.slice(end, links[i + 1]?.index ?? end)) ||
      (before !== undefined && /^[、，,和]$/.test(text.slice(before.index + before[0].length, match.index)))
    return recurrence === undefined || !chained ? [] : [recurs(match, recurrence)]
  })
}
