import type { RegisterDocument } from '../model/register.ts'
import type { View } from '../text/view.ts'
import { withArabicYears } from '../text/years.ts'

const FULL_DATE = /((?:19|20)\d{2})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?/
/** A line that is a date, or a date in brackets at the end of a title, or the opening line of a report (——2026年1月26日在…会议上). */
const DATELINE = new RegExp(
  `^[\\s（(—-]*${FULL_DATE.source}(?:\\s+\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?(?:[\\s）)]*$|在[^。]{2,60}(?:会议|大会|全会)上)`,
)
/** 时间：2025年4月8日 at the head of minutes. */
const MEETING_TIME = new RegExp(
  `^\\s*(?:[-*]\\s*)?(?:\\*\\*)?(?:会议|开会)?时\\s*间(?:\\*\\*)?[：:]\\s*(?:\\*\\*)?\\s*${FULL_DATE.source}`,
)
/** ××市人民政府办公室  2024年4月3日 at the head of minutes. */
const LETTERHEAD = new RegExp(
  `^[^\\t|，,。；;：:]{2,40}(?:办公室|委员会|政府|领导小组|指挥部|[局厅部委院处会办镇乡]|公司|集团|中心|街道|党组|学校|中学|小学)\\s*${FULL_DATE.source}\\s*$`,
)
/** （××局办公室 2024年4月3日印发） */
const PRINTED = new RegExp(`^[\\s（(]*[^\\t|，,。；;：:]{2,60}?\\s*${FULL_DATE.source}\\s*印(?:发|制)?[\\s）)]*$`)
/** 2024年7月5日上午，市长主持召开常务会议 in the opening of minutes. */
const MEETING_HELD = new RegExp(
  `^\\s*${FULL_DATE.source}(?:[（(][^）)]{1,6}[）)])?\\s*(?:上午|下午|中午|晚上?)?[，,]?[^。；;]{0,80}(?:召开|主持)`,
)
/** （2025年4月11日 根据录音整理）, （全市防汛工作会议，2025年4月28日，会议中心） below the title. */
const NOTED_BELOW = new RegExp(
  `^\\s*[（(](?:[^（()）\\d]{2,30}[，,、\\s])?${FULL_DATE.source}(?!\\s?[至到—\\-–~起])(?![^（()）]*(?:施行|实施|修订|修正|通过|印发|号))[^（()）]{0,30}[）)]\\s*$`,
)
/** 〔2024〕17号 on a line of its own. */
const OWN_NUMBER =
  /^\s*[（(]?[\u4e00-\u9fff×]{0,16}\s*[〔[［【（(]((?:19|20)\d{2})[〕\]］】）)]\s*第?\s*\d{1,4}\s*号\s*[）)]?\s*$/
/** What stands above the text proper. */
const HEAD_LINES = 12
const DATE_IN_TITLE = new RegExp(`[（(]${FULL_DATE.source}[）)]\\s*$`)
const PUBLISHED = new RegExp(`(?:发布时间|发布日期|时间|日期|成文日期|印发日期)?[:：]?\\s*${FULL_DATE.source}`)
const TITLE_YEAR = /(?<![\d—\-～~至])((?:19|20)\d{2})\s?(?:年(?!版|以来)|学年)(?!\s?[—\-～~至])/
/** 二○○七年四月十三日: a dateline in Chinese numerals, whatever the zero is written with. */
const CHINESE_DATELINE =
  /^[\s（(]*([一二][〇○◯零ＯOo0一二九][〇○◯零ＯOo0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日[\s）)]*$/

const pad = (n: number): string => String(n).padStart(2, '0')

function isoOf(match: RegExpExecArray): string | null {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

const DIGITS = '〇一二三四五六七八九'
const numberOf = (text: string): number => {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text]
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

/** ISO date of 二○○七年四月十三日; null for a day that no month has. */
function isoOfChinese([, year = '', month = '', day = '']: RegExpExecArray): string | null {
  const digits = [...year].map((char) => ('〇○◯零ＯOo0'.includes(char) ? 0 : DIGITS.indexOf(char))).join('')
  const [m, d] = [numberOf(month), numberOf(day)]
  return m < 1 || m > 12 || d < 1 || d > 31 ? null : `${digits}-${pad(m)}-${pad(d)}`
}

function yearIn(title: string): { year: number; at: number; text: string } | null {
  const match = TITLE_YEAR.exec(withArabicYears(title))
  if (!match) return null
  return { year: Number(match[1]), at: match.index, text: title.slice(match.index, match.index + match[0].length) }
}

/** A stretch of the view that told something, to be mapped to the original. */
export interface Evidence {
  how: RegisterDocument['yearFrom']['how']
  text: string
  start: number
  end: number
}

/** The date and the year of a stretch of text, and what says so. */
export interface Dated {
  date: string | null
  year: number | null
  from: Evidence | null
}

/** The date and year that a stretch of the text says it has. */
export function datesOf(view: View, start: number, end: number, title: { start: number; end: number } | null): Dated {
  let date: string | null = null
  let dateFrom: Evidence | null = null
  let published: { iso: string; from: Evidence } | null = null
  let held: { iso: string; from: Evidence } | null = null
  let numbered: Evidence | null = null
  let seen = 0
  const minutes = /纪\s*要|会议记录|记录摘要/.test(view.text.slice(start, Math.min(end, start + 400)))
  for (const line of view.lines) {
    if (line.end < start || line.start >= end || line.kind === 'blank') continue
    const text = view.text.slice(line.start, line.end)
    const spelt = line.kind === 'text' && text.length <= 20 ? CHINESE_DATELINE.exec(text) : null
    const speltIso = spelt && isoOfChinese(spelt)
    if (speltIso) {
      date = date ?? speltIso
      dateFrom = dateFrom ?? { how: 'dateline', text: text.trim(), start: line.start, end: line.end }
      continue
    }
    seen++
    const own = { how: 'dateline', text: text.trim(), start: line.start, end: line.end } as const
    const held0 = minutes && seen <= HEAD_LINES ? MEETING_HELD.exec(text.slice(0, 160)) : null
    const heldIso = held0 && isoOf(held0)
    if (heldIso && !held) held = { iso: heldIso, from: { ...own, text: held0[0].trim() } }
    if (text.length > 160 || !/\d/.test(text)) continue
    if (seen <= HEAD_LINES && OWN_NUMBER.test(text)) numbered ??= own
    const match =
      DATELINE.exec(text) ??
      DATE_IN_TITLE.exec(text) ??
      MEETING_TIME.exec(text) ??
      PRINTED.exec(text) ??
      (seen <= HEAD_LINES ? (LETTERHEAD.exec(text) ?? NOTED_BELOW.exec(text)) : null)
    const iso = match && isoOf(match)
    if (iso && line.kind === 'text') {
      // the last dateline is the signature; the one under the title stands first and usually agrees
      date = date ?? iso
      dateFrom = dateFrom ?? { ...own, text: match[0].trim() }
      continue
    }
    const told = line.kind === 'furniture' && line.furniture === 'publication' ? PUBLISHED.exec(text) : null
    const toldIso = told && isoOf(told)
    if (toldIso && !published)
      published = { iso: toldIso, from: { how: 'dateline', text: told[0].trim(), start: line.start, end: line.end } }
  }
  if (date === null && published === null && held) {
    date = held.iso
    dateFrom = held.from
  }
  const titleText = title ? view.text.slice(title.start, title.end) : ''
  const titled = yearIn(titleText.replace(DATE_IN_TITLE, ''))
  if (titled && title) {
    const from: Evidence = {
      how: 'title',
      text: titled.text,
      start: title.start + titled.at,
      end: title.start + titled.at + titled.text.length,
    }
    return { date: date ?? published?.iso ?? null, year: titled.year, from }
  }
  if (date) return { date, year: Number(date.slice(0, 4)), from: dateFrom }
  if (published && !isReposted(view.text.slice(start, end), published.iso))
    return { date: published.iso, year: Number(published.iso.slice(0, 4)), from: published.from }
  if (numbered) return { date: null, year: Number(OWN_NUMBER.exec(numbered.text)?.[1]), from: numbered }
  // a plan of several years has none of its own, however often it names the last of them
  const told = spansYears(view.text, start, end, titleText) ? null : yearOfText(view.text, start, end)
  return {
    date: null,
    year: told?.year ?? null,
    from: told ? { how: 'text', text: told.text, start: told.start, end: told.end } : null,
  }
}

/** 2021年计划打造…, 力争2021年7月正式开馆: what is ahead of the text, though it is behind the page. */
const PLANNED_IN =
  /((?:19|20)\d{2})年(?:度)?(?:我[省市县区镇乡局校院])?(?:计划(?![^，,。；;]{0,6}了)|拟(?!定)|力争)|(?:力争|计划)((?:19|20)\d{2})年/g

/** Whether a page was put up again: all that the text names a year for was to be over in the year before it. */
function isReposted(text: string, published: string): boolean {
  const years = [...text.matchAll(LIMIT_OF_YEAR), ...text.matchAll(PLANNED_IN)].map((match) =>
    Number(match[1] ?? match[2]),
  )
  return years.length > 0 && years.every((year) => year < Number(published.slice(0, 4)))
}

const SEVERAL_YEARS =
  /(?:19|20)\d{2}\s?年?(?:\d{1,2}月)?(?:\d{1,2}日)?\s?(?:至|到|——|[-–—－‐~～〜]{1,4})\s?(?:19|20)\d{2}\s?年/
/** 三年行动计划, “十五五”规划 */
const LONG_PLAN = /[两二三四五]年(?:行动|计划|规划|攻坚|提升|方案)|规划(?:纲要)?\s*(?:$|[（(的])|“?十[一二三四五六]五/
/** 活动时间从2016年12月7日起至2017年2月8日 */
const RUNS_OVER =
  /(?:时间|期限)[^。；;\n]{0,8}?((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日)?(?:起|开始)?(?:至|到|[-–—－~～]{1,2})(?!\1)(?:19|20)\d{2}年(?:\d{1,2}月)?/

/** 2024年10月—2025年3月, told as one's own time */
const TURNS =
  /((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日)?(?:起|开始)?\s?(?:至|到|[-–—－‐~～〜]{1,4})\s?((?:19|20)\d{2})年(\d{1,2})月/
/** 2024—2025年秋冬季, 2024-2025学年 */
const SEASON_OF_TWO_YEARS =
  /((?:19|20)\d{2})年?\s?(?:至|[-–—－‐~～〜]{1,2})\s?((?:19|20)\d{2})\s?(?:年度?)?(?:度)?(?:(学年)|秋冬|冬春|今冬明春|采暖|供暖|取暖|供热|冬季|防火)/

const month = (year: number, of: number): string => `${year}-${pad(of)}`

/** The months from which to which a document runs, where that is over the turn of a year and for no longer than one. */
export function periodOf(
  view: View,
  start: number,
  end: number,
  title: { start: number; end: number } | null,
): { start: string; end: string } | null {
  const titleText = title ? view.text.slice(title.start, title.end) : ''
  const season = SEASON_OF_TWO_YEARS.exec(titleText)
  if (season) {
    const [first, second] = [Number(season[1]), Number(season[2])]
    if (second !== first + 1) return null
    const opens = season[3] === undefined ? 7 : 8
    return { start: month(first, opens), end: month(second, opens - 1) }
  }
  const lines = view.text.slice(start, Math.min(end, start + 300)).split('\n')
  const bracket = lines.find((line) => /^\s*[（(].*[）)]\s*$/.test(line) && TURNS.test(line))
  const told =
    TURNS.exec(titleText) ??
    (bracket === undefined ? null : TURNS.exec(bracket)) ??
    TURNS.exec(RUNS_OVER.exec(view.text.slice(start, Math.min(end, start + 1500)))?.[0] ?? '')
  if (!told) return null
  const [first, from, second, to] = told.slice(1).map(Number)
  if (first === undefined || from === undefined || second === undefined || to === undefined) return null
  return second === first + 1 && to < from ? { start: month(first, from), end: month(second, to) } : null
}

/** A document about more than one year says so in its title, in brackets under it, or where it tells its time. */
function spansYears(text: string, start: number, end: number, title: string): boolean {
  if (SEVERAL_YEARS.test(title) || LONG_PLAN.test(title)) return true
  const head = text.slice(start, Math.min(end, start + 300)).split('\n')
  return (
    head.some((line) => /^\s*[（(].*[）)]\s*$/.test(line) && SEVERAL_YEARS.test(line)) ||
    RUNS_OVER.test(text.slice(start, Math.min(end, start + 1500)))
  )
}

/** A day ahead by which something is to be done: 2025年底前完成, 2025年6月底前启动; 2025年底前已完成 is past. */
const LIMIT_OF_YEAR =
  /((?:19|20)\d{2})年(?:\d{1,2}月)?(?:[底末]|\d{1,2}[日号])?(?:或?之前|以前|前)(?![，,]?(?:已|就|共|累计)|[^，,。；;]{0,20}了)/g

/**
 * The year that the text itself lives in: 今年（2025年）, 2025年是…之年, or the one year that it keeps naming in what it asks for.
 * Nothing is told where years are masked or disagree.
 */
const OWN_TIME =
  /((?:19|20)\d{2})年\d{1,2}月\d{1,2}日(?:起)?(?:至|到|[-–—－～~]{1,2})(?:\d{1,2}月)?\d{1,2}日(?![^，,。；;\n]{0,20}(?:了|已|期间))|^\s*((?:19|20)\d{2})年(?:度|，|,)?(?:计划|拟)(?=[\u4e00-\u9fff]{2})/m

function yearOfText(
  text: string,
  start: number,
  end: number,
): { year: number; text: string; start: number; end: number } | null {
  const slice = withArabicYears(text.slice(start, end))
  const now =
    /今年[（(]((?:19|20)\d{2})年[)）]|((?:19|20)\d{2})年[^。，,]{0,4}是[^。，,]{0,30}(?:之年|一年|关键年|开局年|收官年)/.exec(
      slice,
    )
  if (now)
    return {
      year: Number(now[1] ?? now[2]),
      text: now[0],
      start: start + now.index,
      end: start + now.index + now[0].length,
    }
  if (/20(?:xx|XX|\*\*|××)年/.test(slice)) return null
  const counts = new Map<number, { n: number; at: number; text: string }>()
  let total = 0
  for (const match of slice.matchAll(/(?<![\d《〔[（(])((?:19|20)\d{2})年(?!版|以来|至|—|-|期间)/g)) {
    const year = Number(match[1])
    // years in titles and document numbers are those of other documents
    const before = slice.slice(Math.max(0, match.index - 40), match.index)
    if (/《[^》]*$|〔[^〕]*$/.test(before)) continue
    // 到2025年 is aimed at, from whatever year
    if (/[到至]$/.test(before)) continue
    // 较2012年下降12%: what is compared with
    if (/(?:[较比]|不超过|不低于|高于|低于|[与同](?=$))$/.test(before)) continue
    const entry = counts.get(year) ?? { n: 0, at: match.index, text: match[0] }
    entry.n++
    total++
    counts.set(year, entry)
  }
  const ranked = [...counts].sort((a, b) => b[1].n - a[1].n || b[0] - a[0])
  const best = ranked[0]
  if (!best) return null
  // the only year that is named, with the time of the work: 2025年9月1日至12月30日, 2025年计划改造…
  const own = counts.size === 1 ? OWN_TIME.exec(slice) : null
  if (!(own && Number(own[1] ?? own[2]) === best[0]) && (best[1].n < 2 || best[1].n * 2 <= total)) return null
  // 2025年底前完成… in a text about 2026 for the most part: it was written before the end of 2025
  const limits = [...slice.matchAll(LIMIT_OF_YEAR)].map((match) => Number(match[1]))
  if (limits.some((year) => year < best[0])) return null
  return { year: best[0], text: best[1].text, start: start + best[1].at, end: start + best[1].at + best[1].text.length }
}
