import type { DeadlineContext } from '../recognise/deadline/index.ts'
import { withArabicYears } from '../text/years.ts'

/** What dates without a year, and 即日起, are counted from. */
export type Dates = Pick<DeadlineContext, 'year' | 'date' | 'period'>

/** A heading that opens with the time it is about: 2025年重点工作, 下半年工作打算, “十五五”时期的主要目标. */
const PERIOD =
  /^(?:(?:19|20)\d{2}年(?:[上下]半年|第?[一二三四]季度|(?:1[0-2]|[1-9])月份?)?|[上下]半年|明年|“?十[三四五六]五”?(?:时期|期间)|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?$)/

const SECOND_PERIOD = /(?:和|及|与|、)[^，,]{0,4}(?:(?:19|20)\d{2}年|“?十[三四五六]五|今年|明年)/

/** The period that a heading opens with, as it writes it; a heading that names two says nothing of either. */
export function periodOf(heading: string): string | null {
  const text = withArabicYears(heading)
  const period = PERIOD.exec(text)?.[0] ?? null
  return period === null || SECOND_PERIOD.test(text.slice(period.length)) ? null : heading.slice(0, period.length)
}

/** A time in brackets at the end of a heading: （一）动员部署阶段（2024年3月至4月）. */
export const NOTED_TIME = /[（(]([^（()）]{3,40})[)）][。：:\s]*$/

/** 2025年工作计划, 明年重点任务: a year and the work of it; 2025年底前…, 2024年以来… and names of things are none. */
const WORK_OF_YEAR =
  /^(?:(?<year>(?:19|20)\d{2})年度?(?![\d—\-–~～至到底末前来以版])|(?<next>明年|下一?年度?|来年))[^，,。；;]{0,20}?(?:工作|任务|计划|安排|打算|目标|重点|思路|部署|举措|措施|要点|实事|清单)/

/**
 * What a bare 6月底前 means below a heading: under 二、2025年工作计划 of a summary of 2024 it belongs to 2025.
 * A heading about an earlier year than the document's looks back, and changes nothing.
 */
export function datesBelow(heading: string, dates: Dates): Dates {
  if (heading.length > 60) return dates
  const text = withArabicYears(heading)
  const groups = WORK_OF_YEAR.exec(text)?.groups
  if (groups === undefined || SECOND_PERIOD.test(text)) return dates
  const written = dates.date === null ? dates.year : Number(dates.date.slice(0, 4))
  const year = groups.year !== undefined ? Number(groups.year) : written === null ? null : written + 1
  return year !== null && (dates.year === null || year > dates.year) ? { year, date: dates.date } : dates
}
