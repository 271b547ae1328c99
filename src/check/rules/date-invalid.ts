import { parseChineseNumber } from '../../text/numerals.ts'
import { after, before, matchLines } from '../lines.ts'
import type { Rule, RuleContext } from '../types.ts'

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const
const DATE = /(?<![\d.])(?:((?:19|20)\d{2})\s?年\s?)?(\d{1,2})\s?月\s?(?:(\d{1,2})\s?日)?/g
const ISO = /(?<![\d.-])((?:19|20)\d{2})([-./])(\d{1,2})\2(\d{1,2})(?![\d.-])/g
const HAN =
  /(?:(二[〇○零Ｏ一二三四五六七八九]{3})年)?(?<![一二三四五六七八九十个])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g
const WEEKDAYS = '日一二三四五六'

/** Days of a month; a February without its year may have 29. */
function daysIn(year: number | null, month: number): number {
  if (month === 2 && year !== null && !(year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0))) return 28
  return DAYS[month - 1] ?? 0
}

export const dateInvalid: Rule = {
  id: 'date-invalid',
  level: { speech: 'error', plan: 'error' },
  docs: {
    zh: {
      what: '日历上没有的日期：2月30日、6月31日、13月、平年2月29日；日期与星期不符。',
      why: '这样的时限无法执行，成文日期写错会影响效力。农历日期不查。',
    },
    en: {
      what: 'A date that the calendar does not have: 30 February, 31 June, month 13, 29 February of a common year; a weekday that does not fit.',
      why: 'Nobody can keep such a deadline. Dates of the lunar calendar are left alone.',
    },
  },
  examples: {
    good: [
      { text: '请于2024年2月29日前报送，6月30日前完成。会议定于2026年2月3日（星期二）召开。历时13个月。\n' },
      { text: '农历二月三十日举行。\n' },
    ],
    bad: [
      { text: '请于2025年2月29日前报送。\n' },
      { text: '6月31日前完成整改。\n' },
      { text: '2026年13月底前完成。\n' },
      { text: '会议定于2026年2月3日（星期五）召开。\n' },
    ],
  },
  check(context) {
    for (const { line, match, start, end } of matchLines(context, DATE, '月')) {
      const year = match[1] === undefined ? null : Number(match[1])
      const month = Number(match[2])
      const day = match[3] === undefined ? null : Number(match[3])
      if (year === null && day === null && !/^(?:底|初|末|上旬|中旬|下旬|份|前)/.test(after(line, end, 3))) continue
      // 近12月, 每3月: a length of time
      if (year === null && /(?:近|每|满|共|历时|为期)$/.test(before(line, start, 2))) continue
      judge(context, { start, end, text: match[0].trim() }, year, month, day)
      if (year !== null && day !== null)
        judgeWeekday(context, line.text.slice(end - line.start, end - line.start + 8), { start, end }, year, month, day)
    }
    for (const { match, start, end } of matchLines(context, ISO)) {
      judge(context, { start, end, text: match[0] }, Number(match[1]), Number(match[3]), Number(match[4]))
    }
    for (const { line, match, start, end } of matchLines(context, HAN, '月')) {
      if (/(?:农历|阴历|旧历|腊月|闰)[^。]{0,6}$/.test(before(line, start, 10))) continue
      const digits = match[1]?.replace(/[○Ｏ零]/g, '〇')
      const year = digits === undefined ? null : parseChineseNumber(digits)
      const month = parseChineseNumber(match[2] ?? '')
      const day = parseChineseNumber(match[3] ?? '')
      if (month !== null && day !== null) judge(context, { start, end, text: match[0] }, year, month, day)
    }
  },
}

function judge(
  context: RuleContext,
  { text, ...range }: { start: number; end: number; text: string },
  year: number | null,
  month: number,
  day: number | null,
): void {
  if (month < 1 || month > 12) {
    context.report({
      ...range,
      message: { zh: `没有 ${month} 月：“${text}”`, en: `There is no month ${month}: “${text}”` },
    })
    return
  }
  if (day === null) return
  const days = daysIn(year, month)
  if (day >= 1 && day <= days) return
  context.report({
    ...range,
    message: {
      zh: `没有这一天：“${text}”，${year === null ? '' : `${year}年`}${month}月只有 ${days} 天`,
      en: `There is no such day: “${text}”; that month has ${days} days`,
    },
  })
}

function judgeWeekday(
  context: RuleContext,
  behind: string,
  range: { start: number; end: number },
  year: number,
  month: number,
  day: number,
): void {
  const told = /^[（(]?(?:星期|周|礼拜)([一二三四五六日天])/.exec(behind)
  if (!told || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return
  const actual = WEEKDAYS.charAt(new Date(Date.UTC(year, month - 1, day)).getUTCDay())
  if (actual === (told[1] === '天' ? '日' : told[1])) return
  context.report({
    start: range.start,
    end: range.end + told[0].length,
    message: {
      zh: `${year}年${month}月${day}日是星期${actual}`,
      en: `${year}-${month}-${day} is not the weekday given here`,
    },
    expected: `星期${actual}`,
  })
}
