import { allMatches } from '../../../text/matches.ts'
import { parseChineseNumber } from '../../../text/numerals.ts'
import { addMonths, toIso } from '../calendar.ts'
import { RANGE, STOP } from '../pattern.ts'
import { textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineInput, DeadlineParser, When } from '../types.ts'

const COUNT = `(?<low>\\d{1,3}|[一二两三四五六七八九十百半]{1,4}|[xX×*＊]{1,2})(?:${RANGE}(?<high>\\d{1,3}|[一二两三四五六七八九十]{1,3}))?`
const NOT_IN_NUMBER = '(?<![\\d.一二两三四五六七八九十百xX×*＊第月年])'

/** What most texts lack, asked before the patterns proper: those are large, and compiled by their first use. */
const MAY_BE_WITHIN = /[日月期周天年右间][之以]?内/
const MAY_BE_STRUGGLE = /[战坚干][\dxX×*＊一二两三四五六七八九十百半]/
const MAY_BE_COMING = /[后来][\dxX×*＊一二两三四五六七八九十百半]/

/** 3个月内, 15个工作日内, 三年之内, 两周内 */
const WITHIN = new RegExp(
  `${NOT_IN_NUMBER}${COUNT}(?<unit>个工作日|工作日|个自然日|个月|个半月|个星期|周|天|日|年)(?:左右)?(?:的?时间)?(?:之内|以内|内)(?![蒙部容控外地陆河需涵源科循生资政])`,
  'g',
)
/** 用三年时间, 力争用5年左右的时间 */
const TAKING = new RegExp(`(?:利用|用)${COUNT}(?<unit>年|个月|个星期|周|天)(?:左右|多)?的?时间`, 'g')
/** 奋战五个月: as long as it takes, counted from nothing that is told. */
const STRUGGLE = new RegExp(
  `(?:奋战|苦战|鏖战|攻坚|大干|决战|再战)${COUNT}(?<unit>年|个月|个星期|周|天)(?![\\d内来]|[^，,。；;]{0,2}(?:行动|计划|规划|方案|工程))`,
  'g',
)
/** 限期一个月(完成整改) */
const LIMITED = new RegExp(
  `(?:限期|(?<![期年权时上下有无局极最])限)(?:在)?${COUNT}(?<unit>个工作日|个月|个星期|周|天|日|年)(?:之内|以内|内)?(?![\\d底初])`,
  'g',
)
/** 连续三年盯下去: a span that is asked for; 连续三年保持增长 tells of one. */
const RUNNING = new RegExp(
  `(?:连续|坚持)${COUNT}(?<unit>年|个月)(?:时间)?(?=[^，,。；;\\d]{0,8}(?:盯|抓|攻坚|整治|治理|干下去|做下去|推进下去|坚持下去|开展下去))`,
  'g',
)
/** 提前2个工作日送达: counted back from what it is for; 提前3天完成 tells how much earlier than asked for. */
const AHEAD_OF = new RegExp(
  `提前${COUNT}(?<unit>个工作日|个?小时|天|日|周|个月)(?:以上)?(?=[^，,。；;、]{0,8}?(?:报|送|提交|提供|通知|告知|申请|申报|公示|公告|预约|发放|印发|到岗|到场|进场))`,
  'g',
)
/** 今后五年，未来三年 */
const COMING = new RegExp(`(?:今后|未来|接下来)${COUNT}(?<unit>年|个月)(?:时间)?(?![\\d的来])`, 'g')

/** 未来五年全市发展的主要目标是 */
const GOALS_OF = /^(?:全[省市县区国]|我[省市县区])[^，,。；;：:]{0,14}?目标(?:是|为|[：:])/

/** A norm for how long something may take (压缩至3个工作日内), or time already passed (近三年内). */
const NORM =
  /(?:压缩|缩短|压减|缩减|提速|减少|控制|限制|调整|不超过|不得超过|不多于|少于|时限为?|时间为?|为|最长|最多|均|平均|连续|近|过去|最近|至少|不少于|提前|超|每|任意)(?:至|到|在)?$/

const CAPPED = /^[^，,。；;]{0,12}(?:不超过|不得超过|不多于|最多|至多)[^，,。；;]{0,3}[\d一二两三]次/

const ANCHOR_LEAD = new RegExp(`(?:(?:自|从)[^${STOP}]{0,14}|(?:收到|接到)[^${STOP}]{0,8})$`)

/** 接到交办单后: what was received need not be in the list. */
const RECEIVED = new RegExp(`(?:收到|接到|接)[^${STOP}]{1,8}(?:、[^${STOP}]{2,6})?(?:之日起|之日|之后|以后|后|起)的?$`)

/** 会后3个工作日内拨付: counted from what comes once, it is no norm of a service. */
const ONCE = /(?:会|会议|会议结束|印发|下发|发文)(?:之日起|之后|以后|后|起)的?$/

/** 须在三个月内答复: somebody is told to. */
const TOLD = /(?:(?<![需主重])要|必须|须|应|应当|务必)(?:在|于)?$/

type Found = RegExpExecArray

const monthsOf = (unit: string, count: number): number | null =>
  unit === '年' ? count * 12 : unit === '个月' ? count : null

/** Years and months counted from the document's date, when that is known. */
const anchored = (groups: Record<string, string | undefined>, input: DeadlineInput): When => {
  const written = groups.high ?? groups.low ?? ''
  const count = written === '半' ? 0.5 : parseChineseNumber(written)
  const months = count === null ? null : monthsOf(groups.unit ?? '', count)
  if (months === null || !Number.isInteger(months) || input.anchors.date === null) return { how: 'none' }
  return {
    how: 'fixed',
    start: toIso(input.anchors.date),
    end: toIso(addMonths(input.anchors.date, months)),
    implied: ['year', 'month', 'day'],
  }
}

/** 未来五年 at the turn to a plan is that plan, not five years from the day of the speech. */
const comingYears = (groups: Record<string, string | undefined>, input: DeadlineInput): When => {
  const { date, year } = input.anchors
  const count = groups.high === undefined ? parseChineseNumber(groups.low ?? '') : null
  // the last months before a plan and the first ones of it
  const first = date === null ? year : date.month >= 10 ? date.year + 1 : date.month <= 3 ? date.year : null
  if (groups.unit === '年' && count !== null) {
    for (const { from, to } of input.lexicon.planPeriods) {
      if (from === first && to - from + 1 === count)
        return { how: 'fixed', start: `${from}-01-01`, end: `${to}-12-31`, implied: ['year', 'month', 'day'] }
    }
  }
  return anchored(groups, input)
}

/** Where 自印发之日起 or 会后 in front of a duration starts; null when it counts from nothing named. */
const anchorStart = (text: string, start: number, input: DeadlineInput): number | null => {
  const before = textBefore(text, start, 28)
  const anchor = RECEIVED.exec(before) ?? input.lexicon.patterns.anchor.exec(before)
  if (anchor === null) return null
  const lead = ANCHOR_LEAD.exec(before.slice(0, anchor.index))
  return start - before.length + (lead?.index ?? anchor.index)
}

/** 会后3个工作日内, 三年之内. */
const readWithin = (match: Found, input: DeadlineInput): Candidate | null => {
  const { text, lexicon } = input
  const end = match.index + match[0].length
  const unit = match.groups?.unit ?? ''
  // 压缩至2.5、5个工作日内: the earlier numbers of a list belong to the norm as well.
  if (NORM.test(textBefore(text, match.index).replace(/[\d.、和]+$/, ''))) return null
  const from = anchorStart(text, match.index, input)
  const after = textAfter(text, end)
  // norms of a service are told in days; 竣工验收后3个月内办理决算 is asked for
  const asked =
    (from !== null && ONCE.test(text.slice(from, match.index))) ||
    (/月|周|星期/.test(unit) &&
      ((from !== null && !/受理|收到|接到|申请/.test(text.slice(from, match.index))) ||
        TOLD.test(textBefore(text, from ?? match.index, 4))))
  if (unit !== '年' && !asked && lexicon.patterns.processing.test(after)) return null
  // 教龄三年以内的教师 are described, 同一企业一年内不超过2次 is a norm.
  if (unit === '年' && (after.startsWith('的') || CAPPED.test(after))) return null
  if (from !== null || unit !== '年')
    return { rule: 'after-event', start: from ?? match.index, end, kind: 'event', when: { how: 'none' } }
  const when = anchored(match.groups ?? {}, input)
  return { rule: 'within-years', start: match.index, end, kind: 'within', when }
}

/** 用三年时间. */
const readTaking = (match: Found, input: DeadlineInput): Candidate | null => {
  if (/[使利费占]$/.test(textBefore(input.text, match.index, 1))) return null
  const when: When = match.groups?.unit === '年' ? anchored(match.groups, input) : { how: 'none' }
  return { rule: 'taking-years', start: match.index, end: match.index + match[0].length, kind: 'within', when }
}

/** 今后五年，. */
const readComing = (match: Found, input: DeadlineInput): Candidate | null => {
  const end = match.index + match[0].length
  const after = textAfter(input.text, end)
  const said = input.lexicon.patterns.adverbial.test(after) || GOALS_OF.test(after)
  if (!/^[，,内]/.test(after) && !said) return null
  return {
    rule: 'coming-years',
    start: match.index,
    end: end + (after.startsWith('内') ? 1 : 0),
    kind: 'within',
    when: comingYears(match.groups ?? {}, input),
  }
}

/** A span that is counted from nothing. */
const undated =
  (rule: string, kind: Candidate['kind']) =>
  (match: Found): Candidate => ({
    rule,
    start: match.index,
    end: match.index + match[0].length,
    kind,
    when: { how: 'none' },
  })

/** Each way of writing, behind a question that most texts answer with no. */
const WAYS: readonly {
  may: (text: string) => boolean
  pattern: RegExp
  read: (match: Found, input: DeadlineInput) => Candidate | null
}[] = [
  { may: (text) => MAY_BE_WITHIN.test(text), pattern: WITHIN, read: readWithin },
  { may: (text) => text.includes('时间'), pattern: TAKING, read: readTaking },
  { may: (text) => text.includes('限'), pattern: LIMITED, read: undated('limited', 'event') },
  {
    may: (text) => text.includes('连续') || text.includes('坚持'),
    pattern: RUNNING,
    read: undated('running', 'within'),
  },
  { may: (text) => MAY_BE_STRUGGLE.test(text), pattern: STRUGGLE, read: undated('struggle', 'within') },
  { may: (text) => text.includes('提前'), pattern: AHEAD_OF, read: undated('in-advance', 'event') },
  { may: (text) => MAY_BE_COMING.test(text), pattern: COMING, read: readComing },
]

/** Spans of time: counted from a named event, from the document, or from nothing that is told. */
export const parseDuration: DeadlineParser = (input) => {
  const candidates: Candidate[] = []
  for (const { may, pattern, read } of WAYS) {
    if (!may(input.text)) continue
    for (const match of allMatches(pattern, input.text)) {
      const candidate = read(match, input)
      if (candidate !== null) candidates.push(candidate)
    }
  }
  return candidates
}
