import type { DeadlineKind } from '../../../model/register.ts'
import { ENDS_SIGNED_OFF } from '../../signed-off.ts'
import type { Scanned } from '../scan.ts'
import { behindLabel, limitLength, namesPlan, opensClause, textAfter, textBefore } from '../surroundings.ts'
import type { Bound, Candidate, DeadlineInput, DeadlineParser } from '../types.ts'

/** 2026年内蒙古, 2025年内部控制 */
const INSIDE = /^(?:之内|以内|内)(?![蒙部容控外地陆河需涵源科循生资政])/
const SINCE = /^(?:以来|来[，,]|之后|以后|后(?!续)|[左右]右|前后)/
const LATER = /^(?:以后|之后)/
const FROM = /^(?:起|开始)(?![草步动点底到码源伏诉因色飞航]|来)/
const DURING = /^(?:期间|之间)/
const REACHES = /(?:截至到|截止到|截至|截止|到)$/
/** 提高到2025年…, 得到, 收到: here 到 does not lead to a date. */
const OTHER_REACH =
  /(?:达|得|做|收|受|看|提|遇|感|接|回|想|找|报|送|交|调|高|长|加|降|缩|大|少|升|迟|延续|实施|持续|等|拖|推|留|质保期|保修期|保质期|租期|任期|合同)到$/
/** 本政策执行至2025年底 */
const VALID = /(?:执行|实施|延续|延长|有效期|施行|免征|减征|减免|暂定|保留|适用|持续)(?:到|至)$/
/** 不晚于6月30日 */
const LATEST = /(?:不晚于|不迟于|不得晚于|不得迟于|最迟于?|至迟于?|最晚于?|不超过)$/
const COMPLETION = /^[^，,。；;]{0,4}(?:完成|报送|上报|提交|建成|竣工|完工|交付|投用|到位|达标|通车)/
const CALLED =
  /^[，,]?(?:是)|^(?:的|(?:重点|主要|目标|中心|预期|建设)(?:工作|任务|目标|举措|措施|项目|计划)|工作(?:安排|打算|部署|思路|重点|任务)|是|为(?!契机)|以来|(?:已)?(?:实施|确定|安排|下达|新建|计划|部署|列入|启动|承担|谋划|出台)的|工作总结|工作回顾|年报|会议)/
/** 今年经济社会发展主要预期目标是… */
const GOALS =
  /^的?(?:全[省市县区国])?(?:国民)?(?:经济(?:和|与)?社会(?:事业)?)?(?:发展)?的?(?:主要|预期|总体|奋斗)+的?目标(?:建议|初步安排)?(?:是|为|[：:])/
/** 4月11日上午9:00，…: the hour at which something is done. */
const HOUR = /^(?:[（(][^（()）]{1,6}[）)])?(?:[上下]午|晚上?)?\s?\d{1,2}[:：]\d{2}(?!之?前)/
/** 督查时间为9月10日 */
const HELD =
  /(督查|检查|抽查|自查|验收|考核|培训|演练|活动|实施|开展|报名|申报|报送|上报|完成|截止|办结|建设|行动|整治|攻坚|规划)(?:日期|时间|期限|周期|时限)(?:为|是|定于|定在)$/
const BASELINE = /(?:较|比|与|同|以|自|从|为|于同期|高于|低于|快于|相比|等于|年度)$/
/** 排查阶段从4月至5月, */
const STAGE_FROM = /(?:阶段|工期|时段|时间|期限)[自从]$/
const COLON = /^[：:]/
const COMMA = /^[，,]/
/** 部署第四季度重点工作: what is told then is for that time. */
const ARRANGED = /(?:部署|安排|布置)(?:了|好)?$/
const WORK = /^的?(?:重点)?(?:工作|任务)/
const STAGE = /^为[^，,。；;]{1,12}(?:阶段|期|月|周)(?:$|[，,。；;）)])/
const RANKED =
  /^(?:考核|评比|综合|测评|通报)?(?:排名|排位|位列|倒数|靠后)[^，,。；;]{0,8}的|^(?:的)?[^，,。；;]{0,4}排名中|^(?:我[省市县区镇])?在[^，,。；;]{1,6}排名/
/** 9月开学之际，… */
const OCCASION = /^[^，,。；;：:]{1,8}(?:之际|期间|时|前后)[，,]/
/** 照料中心8月投用: when a thing comes about. */
const COMES_ABOUT =
  /^(?:全面|全部|基本|正式|主体)?(?:投用|投入使用|开工|竣工|完工|建成|通车|投产|交付|封顶|试运行|开业|换完)/
/** 材料四月十日截止 */
const CUT_OFF = /^截止(?!到|目前|时间|日)/
/** 2022年第二季度用电按…补助, 3月应缴的水费: what is paid for, not when something is done. */
const CHARGED =
  /^(?:份|度)?(?:(?:应|实际|已|发生)?(?:缴|缴交|缴纳|纳|用电|用水|用气|支付)|(?:的)?(?:租金|房租|税款|税费|社保费|电费|水费|气费|营业额|销售额|应税))/
/** 宿舍于2025年提供200个宿位: 于 in front of the verb says when; 成立于, 晚于 do not. */
const AT = /(?<![始立成办生台签定止晚早迟低高优大小多少位基关对由终等属])于$/
const DONE = /^(?![的以之后前初来底末至到])[\u4e00-\u9fff]/
/** 5月的费用, 3月15日消费者权益日, 一月一评: what is meant or how often, not when something is done. */
const NO_WHEN = /^份?(?:的|以|之|一[一-龥]|[上下]午|[一-龥]{2,10}(?:日(?![常期前内起])|节))/
/** 3月份检查提出的隐患, 8月召开的会议: when something was done. */
const DONE_THEN = /^[^，,。；;]{0,24}(?:举行|召开|提出|指出|发现|下发|印发|通报|反馈|公布|发生|签订|下达|确定)的/
/** 4月份我局聘请…进行了审查 */
const TOLD_AS_DONE = /^[^。；;]*(?:[一-龥](?<![为除不])了(?![解然])|已经?[一-龥])/
/** How far a sentence is read for whether it is over. */
const SENTENCE = 60

/** A clause goes on behind a month or day with what is done then. */
const isTimeOf = ({ end }: Scanned, text: string): boolean => {
  const rest = textAfter(text, end, SENTENCE)
  return DONE.test(rest) && !NO_WHEN.test(rest) && !TOLD_AS_DONE.test(rest)
}

/** 2024年或之前, as it is said in Hong Kong: the time that is named counts. */
const OR_BEFORE = /^或(?:之前|以前)/
/** What joins the nodes of one schedule: 4月15日、7月15日和10月15日前. */
const JOINED = /^(?:、|和|及|与|以及)$/

const isLong = (item: Scanned): boolean => {
  const { unit } = item.point.part
  return unit === 'half' || unit === 'quarter' || unit === 'ten-days'
}

/** 6月前 ends with May, 2030年前 with 2029; 三季度前 and 上旬前 are said for their ends, as 12月31日前 is. */
const boundBefore = (item: Scanned): Bound => {
  const { part } = item.point
  const excluded = !item.atEnd && (part.unit === 'month' || part.unit === 'year')
  return excluded ? 'before' : 'end'
}

const pointCandidate = (
  rule: string,
  item: Scanned,
  kind: DeadlineKind,
  bound: Bound,
  start = item.start,
  end = item.end,
): Candidate => ({ rule, start, end, kind, when: { how: 'point', point: item.point, bound } })

const wholeCandidate = (rule: string, item: Scanned, end = item.end): Candidate =>
  item.from === null
    ? pointCandidate(rule, item, 'within', 'whole', item.start, end)
    : { rule, start: item.start, end, kind: 'within', when: { how: 'range', from: item.from, to: item.point } }

/** A date behind a label: a plain month or day is due by its end, a longer period is one to work in. */
const readLabelled = (item: Scanned, after: string): Candidate => {
  const { unit } = item.point.part
  const scheduled = COLON.test(after)
  if (item.from !== null || unit === 'year' || isLong(item) || scheduled) return wholeCandidate('label-period', item)
  return pointCandidate('label-date', item, 'by', 'end')
}

/** A date with nothing behind it counts when the sentence uses it to say when something is done. */
const readBare = (item: Scanned, before: string, after: string, input: DeadlineInput): Candidate | null => {
  const { unit } = item.point.part
  if (CHARGED.test(after)) return null
  const opens = opensClause(before)
  // 5月—6月为集中整治阶段
  if (opens && unit !== 'year' && STAGE.test(after)) return wholeCandidate('schedule', item)
  if (item.from !== null && STAGE_FROM.test(before) && !SINCE.test(after))
    return { ...wholeCandidate('range', item), start: item.start - 1 }
  // 6月，是…: the comma says that the month is when, whatever is said of it.
  const called = CALLED.test(after) && !(unit === 'month' && opens && COMMA.test(after))
  if (unit === 'year' && opens && item.point.year.how === 'relative' && GOALS.test(after))
    return wholeCandidate('year', item)
  if (isLong(item) && ARRANGED.test(before) && WORK.test(after)) return wholeCandidate('period', item)
  if (item.form === 'digits' || item.annual || called || BASELINE.test(before)) return null
  if (item.point.year.how === 'next') return null
  if (unit === 'day' && opens && HOUR.test(after)) return wholeCandidate('hour', item)
  // …确认——钟明、5月30日: who does it, and by when
  if (ENDS_SIGNED_OFF.test(before) && /^[。；;]?$/.test(after.trim()) && (unit === 'day' || unit === 'month'))
    return pointCandidate('day', item, 'by', 'end')
  const { part } = item.point
  if (part.unit === 'relative-month') {
    // 下月上旬组织…; of 本月 and the month as such too much is told
    const ahead = part.offset > 0 && opens && (COMMA.test(after) || input.lexicon.patterns.adverbial.test(after))
    return ahead ? wholeCandidate('period', item) : null
  }
  // 一季度排名末位的单位: told apart by it.
  if (isLong(item)) return RANKED.test(after) ? null : wholeCandidate('period', item)
  const { patterns } = input.lexicon
  const adverbial =
    patterns.adverbial.test(after) ||
    (opens && item.point.part.unit === 'year' && patterns.subject.test(after) && !/^各[项种类]/.test(after))
  if (unit === 'year') {
    if (namesPlan(after)) return null
    const led = /(?:[在于]|确保|力争|争取)$/.test(before)
    return (opens && (COMMA.test(after) || COLON.test(after))) ||
      adverbial ||
      (led && /^(?:$|[，,。；;])/.test(after)) ||
      (AT.test(before) && DONE.test(after))
      ? wholeCandidate(item.from === null ? 'year' : 'year-range', item)
      : null
  }
  const scheduled = COLON.test(after)
  if (item.from !== null) {
    return scheduled || opens || adverbial || /^(?:$|[，,。；;）)])/.test(after) ? wholeCandidate('range', item) : null
  }
  // （三）总结提升（11月）
  const bracketed =
    (unit === 'month' && /[（(]$/.test(before) && /^[）)]/.test(after)) ||
    // 启动阶段。2025年2月。各科室制定细则。
    (/[。；]$/.test(before) && /^[。；]/.test(after) && unit === 'month')
  const placed = opens
    ? scheduled ||
      COMMA.test(after) ||
      OCCASION.test(after) ||
      ((adverbial || isTimeOf(item, input.text)) && !DONE_THEN.test(after))
    : (adverbial && /[于在]$/.test(before)) || (unit === 'month' && COMES_ABOUT.test(after))
  if (!placed && !bracketed) return null
  if (unit === 'day' && COMPLETION.test(after)) return pointCandidate('day', item, 'by', 'end')
  return wholeCandidate(scheduled ? 'schedule' : 'time', item)
}

const read = (item: Scanned, input: DeadlineInput): Candidate | null => {
  const { text, label } = input
  const { year, part } = item.point
  if (year.how === 'relative' && year.offset < 0) return null
  const before = textBefore(text, item.start)
  const after = textAfter(text, item.end)
  // 前三季度 is nine months of a review; a lone 头/前 makes 三季度 something else.
  if (part.unit === 'quarter' && /[前头上]$/.test(before)) return null

  const including = OR_BEFORE.exec(after)?.[0].length ?? 0
  const limit = including > 0 ? including : limitLength(after)
  if (limit > 0) {
    // 2030年前碳达峰行动方案 is a name.
    if (part.unit === 'year' && !item.atEnd && namesPlan(after.slice(limit))) return null
    const bound = including > 0 ? 'end' : boundBefore(item)
    if (item.from !== null) {
      return {
        ...wholeCandidate('range', item, item.end + limit),
        kind: 'by',
        when: { how: 'point', point: item.point, bound },
      }
    }
    return pointCandidate('before', item, 'by', bound, item.start, item.end + limit)
  }
  const later = LATER.exec(after)
  if (later !== null && item.from === null && (part.unit === 'day' || part.unit === 'ten-days')) {
    const placed =
      opensClause(before) && /^(?:$|[，,）)。；;]|要|将|应|须|必须|不得|不再)/.test(after.slice(later[0].length))
    if (placed) return pointCandidate('after-day', item, 'from', 'from', item.start, item.end + later[0].length)
  }
  if (SINCE.test(after)) return null
  const from = FROM.exec(after)
  if (from !== null && item.from === null) {
    const lead = /(?:自|从)$/.test(before) ? 1 : 0
    return pointCandidate(
      'starting',
      item,
      'from',
      item.atEnd ? 'from-end' : 'from',
      item.start - lead,
      item.end + from[0].length,
    )
  }
  const inside = INSIDE.exec(after) ?? DURING.exec(after)
  if (inside !== null && !BASELINE.test(before)) return wholeCandidate('inside', item, item.end + inside[0].length)

  const valid = VALID.exec(before)
  if (valid !== null && item.from === null && (part.unit === 'day' || part.unit === 'month' || item.atEnd)) {
    return pointCandidate('valid-until', item, 'by', 'end', item.start - 1)
  }
  // 快到年底了: how late it is
  if (/(?:快到|临近|将近)$/.test(before)) return null
  const reach = REACHES.exec(before)
  if (reach !== null && !OTHER_REACH.test(before) && item.from === null && part.unit !== 'relative-month') {
    const lead = reach[0]
    const cutOff = lead !== '到'
    if (/^的/.test(after) || (namesPlan(after) && part.unit === 'year')) return null
    if (cutOff && item.form === 'digits' && !label) return null
    return pointCandidate(cutOff ? 'cut-off' : 'reaching', item, 'by', 'end', item.start - lead.length)
  }
  const latest = LATEST.exec(before)
  // 不超过2012年水平: a measure, not a day
  if (latest !== null && item.from === null && !/^(?:同期)?的?(?:水平|水准|标准|数|量)/.test(after)) {
    return pointCandidate('no-later', item, 'by', 'end', item.start - latest[0].length)
  }
  if (item.atEnd) {
    // 2024年底至2025年初 is not due by the end of 2024.
    if (/^(?:至|到)(?:次年|翌年|明年|20\d\d年)/.test(after)) return null
    if (/^[线色蕴盘子数座气层部细稿册片]/.test(after) || /^的(?:\d|[一二三四五六七八九十])/.test(after)) return null
    // 年末 alone is a figure of speech (年末人口); with 前 or 到 it was taken above.
    if (part.unit === 'year' && year.how === 'bare' && text.charAt(item.end - 1) === '末' && !label) return null
    if (BASELINE.test(before)) return null
    return pointCandidate('end-of', item, 'by', 'end')
  }
  if (CUT_OFF.test(after) && item.from === null && part.unit !== 'year')
    return pointCandidate('cut-off', item, 'by', 'end')
  const held = HELD.exec(before)
  if (held !== null && !item.annual) {
    return item.from === null && /报送|上报|完成|截止|办结/.test(held[1] ?? '')
      ? pointCandidate('label-date', item, 'by', 'end')
      : wholeCandidate('label-period', item)
  }
  if (label || behindLabel(textBefore(text, item.start, 32))) {
    const labelled = readLabelled(item, after)
    return /已(?:经)?(?:于|在)?$/.test(before) ? { ...labelled, note: 'already-done' } : labelled
  }
  return readBare(item, before, after, input)
}

/** Dates, months, quarters and years with 前, 底, 内, 起, 到 — or bare where the surroundings make them deadlines. */
export const parseCalendar: DeadlineParser = (input) => {
  const { scanned, text } = input
  const candidates: Candidate[] = []
  // From the back, so that bare nodes of a list take the limit of the last: 4月15日、7月15日、10月15日前.
  let next: { item: Scanned; candidate: Candidate } | null = null
  for (let i = scanned.length - 1; i >= 0; i--) {
    const item = scanned[i]
    if (item === undefined) continue
    const listed =
      next !== null &&
      next.candidate.when.how === 'point' &&
      next.candidate.start === next.item.start &&
      item.form === next.item.form &&
      item.from === null &&
      !(item.point.year.how === 'relative' && item.point.year.offset < 0) &&
      JOINED.test(text.slice(item.end, next.item.start)) &&
      !BASELINE.test(textBefore(text, item.start))
    let candidate = read(item, input)
    if (listed && next?.candidate.kind === 'by' && (candidate === null || candidate.kind === 'within')) {
      candidate = pointCandidate('node', item, 'by', 'end')
    } else if (
      listed &&
      candidate === null &&
      next?.candidate.kind === 'within' &&
      next.item.point.part.unit === item.point.part.unit
    ) {
      // 2025年、2026年分别建成: each of them is a period to work in.
      candidate = wholeCandidate('node', item)
    }
    // 到2025年、2030年分别达到: what follows in the list is reached as well.
    if (
      candidate?.rule === 'reaching' &&
      next?.candidate.when.how === 'point' &&
      next.candidate.when.bound === 'whole' &&
      next.item.point.part.unit === item.point.part.unit &&
      JOINED.test(text.slice(item.end, next.item.start))
    ) {
      candidates[0] = pointCandidate('node', next.item, 'by', 'end')
    }
    if (candidate !== null) candidates.unshift(candidate)
    next = candidate === null ? null : { item, candidate }
  }
  return candidates
}
