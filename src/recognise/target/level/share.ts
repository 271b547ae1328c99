import type { Candidate } from '../candidate.ts'
import { readIndicator } from '../indicator.ts'
import { followedBy } from '../lexicon.ts'
import { type Reading, spokenOf, targetOf } from './reading.ts'

const SHARE_OF = /(?:费|额|款|金|量|面积|总数|收入|利润|价|成本|任务)的$/
/** 按设备款的5%给予补助: a rate to reckon with. */
const BY_RATE = /^(?:分别)?(?:按照?|依照?)/
/** 100%实现互联网监管: what is to be done stands behind the verb. */
const OBJECT = /^(?:实现|完成|开展|建立|纳入|接入)[^，。；、]{2,16}(?=$|[，。；、])/
const WHERE = /^(?:(?:全[省市县区国州乡镇院校]|辖区|我[省市县区])内?)?(?:超过|至少)?$/
const SHARE_OUTCOME =
  /^(?:的|(?=网格|行政村|党组织|党支部|群众|居民|农户|企业|学校|乡镇|社区|村|党员|职工))([^，。；]{1,30}?)(?:(?:达到|成为|实现|建成|完成|创建|具备|配备|通过|纳入|用上|参与|参加|建有|建立|设立|实行|推行|掌握|享有)(?:[^，。；、]{1,10}(?=$|[，。；、]))?|入驻|达标|上云|受益|覆盖|知晓)/
/** 投入不低于营业收入的2%, 区块占总数85%以上: a share of something else. */
const SHARE_AGAINST =
  /(?<word>不低于|不少于|不超过|不高于|达到|高于|低于|超过|控制在|占到?(?!比))(?<whole>[^，、]{2,16})的$|(?<share>占到?)(?!比)(?<of>[^，、0-9]{2,10})$/

/** A share of something else that is named before the number. */
export const shareAgainst = (reading: Reading): Candidate | undefined => {
  const { context, quantity, left, closed } = reading
  const against = closed ? SHARE_AGAINST.exec(left) : null
  if (against === null) return undefined
  const [whole] = against
  const { word = '', whole: of = against.groups?.of ?? '' } = against.groups ?? {}
  const at = quantity.start
  const to = at - (word === '' ? 0 : 1)
  const own = readIndicator(context.scan, context.segment, at - whole.length)
  const name = own.end > own.start ? own : spokenOf(context)
  if (name.end <= name.start) return undefined
  return targetOf(reading, 'share-against', {
    start: own.end > own.start ? own.start : at - whole.length,
    indicator: { start: name.start, end: name.end },
    relation: quantity.bound ?? context.lexicon.relations.get(word)?.relation ?? '=',
    baseline: { start: to - of.length, end: to },
  })
}

/** 财政收入的5%: a share of what stands before 的. */
export const shareOf = (reading: Reading): Candidate | undefined =>
  reading.closed && SHARE_OF.test(reading.left) && !BY_RATE.test(reading.left)
    ? targetOf(reading, 'share-of', { indicator: { start: reading.place.start, end: reading.quantity.start - 1 } })
    : undefined

/** 隐患100%整改: all of them. */
export const hundredPercent = (reading: Reading): Candidate | undefined => {
  const { context, quantity, name } = reading
  if (quantity.value !== 100 || name.length < 2) return undefined
  const verb = followedBy(context.scan, quantity.end, context.lexicon.allVerbs)
  if (verb === undefined) return undefined
  const object = OBJECT.exec(context.scan.slice(quantity.end, context.clause.end))
  return targetOf(reading, 'hundred-percent', { end: quantity.end + (object?.[0] ?? verb).length })
}

/** 80%的行政村建成…, 三分之二以上的乡镇…: so many of a kind reach what is told behind them. */
export const shareOfKind = (reading: Reading): Candidate | undefined => {
  const { context, quantity, name } = reading
  const { start, end, bound } = quantity
  const outcome = SHARE_OUTCOME.exec(context.scan.slice(end, context.clause.end))
  if (outcome === null || !WHERE.test(name)) return undefined
  const from = context.scan.charAt(end) === '的' ? end + 1 : end
  const more = /(?:超过|至少)$/.test(name)
  return targetOf(reading, 'share-of-kind', {
    start: more ? start - 2 : start,
    end: end + outcome[0].length,
    indicator: { start: from, end: from + (outcome[1] ?? '').length },
    relation: bound ?? (more ? '>=' : '='),
  })
}
