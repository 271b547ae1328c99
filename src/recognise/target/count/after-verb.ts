import { type Candidate, valuesOf } from '../candidate.ts'
import { type Context, endsAt, nounEnd } from '../context.ts'
import { readIndicator } from '../indicator.ts'
import type { TargetLexicon } from '../lexicon.ts'
import { locateIndicator } from '../locate.ts'
import type { Quantity } from '../quantity.ts'
import { AT_LEAST } from './at-least.ts'
import { type Governing, ONLY_WORKS, readGoverning } from './governing.ts'
import { plausibleNumeral } from './numeral.ts'
import { splitVerb } from './verbs.ts'
import { atLeastMade, softened } from './veto.ts'

const PURPOSE = /^(?:支持|用于|投入|实施|专项支持|专门用于)(?!资金)[^，。；、]{2,30}/
/** Money is all that these move: 年内清收1.2亿元. */
const MOVES_MONEY = /(?:清收|清欠|变现|融资|催收|追缴|追回|挽回|回笼|结算|偿还)$/
/** 义诊12次: the verb says what is held. */
const isActivity = (verb: string, unit: string): boolean =>
  /(?:义诊|演练|宣讲|巡讲|演出|展演|放映|暗访|巡查|督查|抽查|体检|筛查|家访|走访|随访)$/.test(verb) &&
  /^[万千百]?(?:次|场|场次|期|轮次?|人次|批次|户次)$/.test(unit)
const WORKS = /(?:项目|工程|建设|改造|整治|替代)$/
/** 落实…十二条措施: the measures of a policy, which has them in its name. */
const CARRIES_OUT = /落实|执行|贯彻|遵守/
const POLICY = /^(?:政策)?(?:措施|举措|政策|意见|规定|禁令|办法|细则|铁律|要求)/
/** 支持22个载体延伸产业链: what is there is to do something. */
const DOES_MORE = /(?:延伸|拓展|做大|做强|做优|升级|壮大|扩大|提升|加快|发挥)[^，。；]{2,}$/
const DIMENSION = /^总?(?:长度?|里程|面积|宽度?|投资|规模)(?:约|为)?$/
const TIES_ANOTHER = /^(?:突破|超过?|达到?|不低于|不少于|不超过|增长|下降|提高|降低|减少)[^，。]{0,3}[0-9]/

/** 推进200兆瓦光伏项目, 30公里以内…: the number says how big the thing is that is named behind it. */
const isSizeOfObject = (quantity: Quantity, verb: string, lexicon: TargetLexicon): boolean => {
  const { kind, suffix, unit } = quantity
  if (kind === 'rate') return true
  const sized = kind === 'measure' || kind === 'money' || (kind === 'people' && unit.endsWith('人'))
  return (sized && (suffix !== '' || lexicon.sizeVerbs.has(verb))) || /^(?:以下|及以下|以内|之内|内)$/.test(suffix)
}

/** 安排4亿元支持城市更新: what the money is for begins with a verb. */
const endOfCounted = ({ scan, clause }: Context, quantity: Quantity, nounAt: number): number => {
  const purpose = quantity.kind === 'money' ? PURPOSE.exec(scan.slice(quantity.end, clause.end)) : null
  return purpose === null ? nounEnd(scan, nounAt, clause.end) : quantity.end + purpose[0].length
}

/** Whether what stands behind the number makes it no count of work: a dimension, a policy, something that is there. */
const isOtherwiseMeant = (
  { scan, lexicon }: Context,
  { chinese, end }: Quantity,
  { left, verb, named }: Governing,
  noun: { start: number; end: number },
): boolean => {
  const counted = scan.slice(noun.start, noun.end)
  // 在完成医改8个一体化基础上: what is done already, or so far
  if (DIMENSION.test(counted) || /基础上?$/.test(counted)) return true
  if (chinese && POLICY.test(counted) && CARRIES_OUT.test(left)) return true
  if (verb === '支持' && DOES_MORE.test(counted)) return true
  if (named && (noun.end === end || (ONLY_WORKS.has(splitVerb(left, lexicon).verb) && !WORKS.test(counted))))
    return true
  // 推动11个项目投资突破2000亿元: the number that matters comes later
  return TIES_ANOTHER.test(scan.slice(noun.end, noun.end + 8))
}

/** 打造10个示范村, 建成三座泵站: verb, number, noun. */
export const verbThenNumber = (context: Context, quantity: Quantity): Candidate | undefined => {
  const { scan, text, lexicon, segment, clause } = context
  const governing = readGoverning(context, quantity)
  if (governing === undefined) return undefined
  const { verb, afterSame, start } = governing
  if (!plausibleNumeral(quantity, afterSame ? '建设' : verb, lexicon, scan.slice(quantity.end, clause.end)))
    return undefined
  const closed = endsAt(scan, quantity.end)
  if (!closed && isSizeOfObject(quantity, verb, lexicon)) return undefined
  // 开展内镜检查3万名, 完成营造林5万亩: the verb is part of a noun that has its own verb
  if (closed && !afterSame && verb !== '') {
    const head = readIndicator(scan, segment, start)
    if (head.end > head.start) return undefined
  }
  const nounAt = quantity.end + (softened(text, quantity) || atLeastMade(context, quantity) ? 1 : 0)
  const stop = closed ? quantity.end : endOfCounted(context, quantity, nounAt)
  if (!closed && stop <= nounAt) return undefined
  if (isOtherwiseMeant(context, quantity, governing, { start: nounAt, end: stop })) return undefined
  const noun = stop > quantity.end ? { start: nounAt, end: stop } : undefined
  const moved = closed && (quantity.kind === 'money' ? MOVES_MONEY.test(verb) : isActivity(verb, quantity.unit))
  const found = noun ?? (moved ? { start, end: start } : locateIndicator(context, start, quantity.end))
  // 植树造林400万亩: the verb says what is measured
  const indicator = found.end > found.start ? found : { start, end: quantity.start }
  const least = AT_LEAST.test(scan.slice(clause.start, quantity.start))
  return {
    rule: 'count-after-verb',
    start: scan.slice(segment, start).endsWith('至少') ? start - 2 : start,
    end: stop,
    indicator: { start: indicator.start, end: indicator.end },
    relation: quantity.bound ?? (least ? '>=' : '='),
    ...valuesOf(quantity),
  }
}
