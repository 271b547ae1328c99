import { allMatches } from '../../text/matches.ts'
import type { Candidate } from './candidate.ts'
import { clauseAt, previousClause } from './clause.ts'
import { endsAt } from './context.ts'
import { readIndicator } from './indicator.ts'
import { followedBy, type TargetLexicon } from './lexicon.ts'

const WORDS = /(?<!“)(?:“)?(全覆盖|清零)”?|全部|翻番/g
const MAY_BE = /全覆盖|清零|全部|翻番/
/** Not a thing that is covered, but a manner of doing it. */
const MANNER =
  /(?:无死角|无缝隙|全方位|全领域|全过程|全流程|全天候|全时段|无盲区|横到边|纵到底|拉网式|地毯式|高频次|多轮次|不留死角|距离|离|与|[\uE000第两三四双各一]个?)$/
const SLOGAN = /^[^“。；]{0,30}”[两三四五六七八九]个/
const REACHES = /(?:实现|做到|达到|完成|确保|保持|基本|全面|全部|动态|推进|推动|实行|存量|彻底|逐步|年底|加快|100%)+$/
const NO_SUBJECT =
  /(?:牵头|负责|配合|协助|实施|落实|抓)$|^[由除]|^逐.{1,4}$|[0-9][万亿千百]*(?:[户人家个套天年月周日]|[%‰](?:以[上下内]|左右)?)$/
const NOUN_AFTER_ALL =
  /^(?:门|分|署|落|委|长|队|过程|内容|责任|费用|投资|工作人员|人员|项目|企业|任务|问题|指标|权限|力量|精力|资金|收入|成员|职工|范围|地区)/

const clausePlace = (scan: string, text: string, at: number, end: number) => {
  const clause = clauseAt(text, at, end)
  let from = clause.start
  // in a list of absolutes each has its own indicator
  const list = scan.slice(clause.start, at).search(/[^、]*$/)
  const head = scan.slice(clause.start, clause.start + list)
  if (/(?:全覆盖|清零”?|[0-9]%(?:以上)?|[0-9][个家项户]|到位|见底)、$/.test(head)) from += list
  return { clause, from }
}

const findIndicator = (scan: string, text: string, from: number, at: number) => {
  const reach = /^.*[^，](?:实现|做到|完成|达到)(?=[^，]{2})/.exec(scan.slice(from, at))
  const own = readIndicator(scan, reach === null ? from : from + reach[0].length, at)
  if (own.end > own.start) return { ...own, own: true }
  const clause = clauseAt(text, from, at)
  const earlier = previousClause(text, clause)
  if (earlier === undefined || earlier.end - earlier.start > 60) return { start: at, end: at, own: false }
  // 由住建局牵头，…; 惠及居民2.3万户，…; 达标率达到90%，…: who does it, and how many, are not what is covered
  if (NO_SUBJECT.test(scan.slice(earlier.start, earlier.end))) return { start: at, end: at, own: false }
  const place = readIndicator(scan, earlier.start, earlier.end)
  return { start: place.start, end: place.end, own: false }
}

const coverage = (scan: string, text: string, at: number, length: number): Candidate | undefined => {
  const end = at + length
  const before = scan.slice(Math.max(0, at - 12), at)
  // “A清零、B清零”两个清零: the name of a campaign
  if (SLOGAN.test(scan.slice(end, end + 40))) return undefined
  if (!endsAt(scan, end) || MANNER.test(before)) return undefined
  const { from } = clausePlace(scan, text, at, end)
  const trimmed = at - (REACHES.exec(scan.slice(from, at))?.[0].length ?? 0)
  const place = findIndicator(scan, text, from, trimmed)
  if (MANNER.test(scan.slice(place.start, place.end))) return undefined
  // 定期检查、快速响应、动态清零: how it is done
  if (/^(?:定期|及时|快速|随时)[^，]*、/.test(scan.slice(place.start, place.end))) return undefined
  // a bare list of adjectives: 全领域、全覆盖、全流程
  if (/[、]$/.test(before) && place.own === false) return undefined
  if (/全[^，。、]{1,3}、$/.test(before)) return undefined
  if (place.end === place.start) return undefined
  const rest = scan.slice(end, end + 1)
  if (rest === '、' && /^、(?:全|无)/.test(scan.slice(end, end + 2)) && trimmed === at) return undefined
  return {
    rule: scan.slice(at, end).includes('清零') ? 'cleared' : 'covered',
    start: place.own ? place.start : trimmed,
    end,
    indicator: { start: place.start, end: place.end },
    relation: 'all',
  }
}

const LONGEST_KIND = 12
const LONGEST_OBJECT = 14
/** Words that a kind does not begin with or hold. */
const NO_KIND = /[的了要应须将0-9“”、《]|^(?:按|由|是|都|要|在|以|为|用|向|给|到|予|采取|通过|依法|如实)/

/** 全部外委队伍纳入统一管理: the kind stands between 全部, which opens the clause, and what is done with all of it. */
const wholeKind = (scan: string, text: string, at: number, lexicon: TargetLexicon): Candidate | undefined => {
  const from = at + 2
  const clause = clauseAt(text, at, from)
  if (!/^(?:确保|力争|实现|推动|对|把|将|年底前|年内)?$/.test(scan.slice(clause.start, at))) return undefined
  for (let length = 2; length <= LONGEST_KIND && from + length < clause.end; length++) {
    if (NO_KIND.test(scan.slice(from, from + length))) return undefined
    const verb = followedBy(scan, from + length, lexicon.allVerbs)
    if (verb === undefined || verb.length < 2) continue
    const done = from + length + verb.length
    const end = clause.end - done <= LONGEST_OBJECT ? clause.end : done
    return {
      rule: 'whole-of',
      start: at,
      end,
      indicator: { start: from, end: from + length },
      relation: 'all',
    }
  }
  return undefined
}

const wholeOf = (scan: string, text: string, at: number, lexicon: TargetLexicon): Candidate | undefined => {
  const after = at + 2
  if (NOUN_AFTER_ALL.test(scan.slice(after, after + 5))) return undefined
  const verb = followedBy(scan, after, lexicon.allVerbs)
  if (verb === undefined) return wholeKind(scan, text, at, lexicon)
  const { clause, from } = clausePlace(scan, text, at, after)
  const place = findIndicator(scan, text, from, at)
  if (place.end === place.start) return undefined
  const rest = scan.slice(after, Math.min(clause.end, after + 24))
  const stop = rest.search(/、(?!.*”)|和(?=[^“”]{6,}$)/)
  return {
    rule: 'whole-of',
    start: place.own ? place.start : at,
    end: after + (stop < 0 ? rest.length : stop),
    indicator: { start: place.start, end: place.end },
    relation: 'all',
  }
}

const doubled = (scan: string, text: string, at: number): Candidate | undefined => {
  const { from } = clausePlace(scan, text, at, at + 2)
  const place = findIndicator(scan, text, from, at)
  if (place.end === place.start) return undefined
  return {
    rule: 'doubled',
    start: place.own ? place.start : at,
    end: at + 2,
    indicator: { start: place.start, end: place.end },
    relation: '+',
    value: 1,
    unit: '番',
    ...('baseline' in place && place.baseline !== undefined ? { baseline: place.baseline } : {}),
  }
}

/** 全覆盖, 清零, 全部完成, 翻番: results that need no number. */
export const findAbsolutes = (text: string, scan: string, lexicon: TargetLexicon): Candidate[] => {
  if (!MAY_BE.test(scan)) return []
  const found: Candidate[] = []
  for (const match of allMatches(WORDS, scan)) {
    const { index } = match
    const [word] = match
    let candidate: Candidate | undefined
    if (word === '全部') candidate = wholeOf(scan, text, index, lexicon)
    else if (word === '翻番') candidate = doubled(scan, text, index)
    else
      candidate = coverage(
        scan,
        text,
        index,
        word.endsWith('”') && !word.startsWith('“') ? word.length - 1 : word.length,
      )
    if (candidate !== undefined) found.push(candidate)
  }
  return found
}
