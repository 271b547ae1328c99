import { previousClause } from './clause.ts'
import { type Context, nounEnd } from './context.ts'
import { type Indicator, readIndicator } from './indicator.ts'
import { DATE } from './names.ts'

/** A time, or another place's figure, names no measure. */
const NO_MEASURE = new RegExp(`[${DATE}0-9]|[上去前]年|同期|平均|水平|期末`)
const RATE = /(?:率|比例|比重|占比)$/
const HOLDS_NUMBER = /[0-9]/

/** 领导包案, 经发办每周调度: who sees to it and how, which names no measure. */
const SEES_TO_IT =
  /(?:调度|会商|包案|包保|包抓|包联|督导|督查|督办|把关|牵头|负责|进度|一人一[家村户企])$|每[日天周月季年]/
/** 信访积案11件: how many there are, behind what they are. */
const COUNTED = /[0-9]+(?:\.[0-9]+)?[\u4e00-\u9fff]{1,2}$/

/** What the clause before is about; where that only tells who sees to it, the one before that. */
function spokenOfBefore({ text, scan, clause }: Context): { start: number; end: number } | undefined {
  let at = clause
  for (let step = 0; step < 3; step++) {
    const earlier = previousClause(text, at)
    if (earlier === undefined || earlier.end - earlier.start > 60) return undefined
    const whole = scan.slice(earlier.start, earlier.end)
    if (SEES_TO_IT.test(whole)) {
      at = { ...at, start: earlier.start }
      continue
    }
    const counted = step === 0 ? 0 : (COUNTED.exec(whole)?.[0].length ?? 0)
    const found = readIndicator(scan, earlier.start, earlier.end - counted)
    return found.end > found.start && !HOLDS_NUMBER.test(scan.slice(found.start, found.end))
      ? { start: found.start, end: found.end }
      : undefined
  }
  return undefined
}

/**
 * The indicator of a number: the noun phrase before it; where that is empty, the noun after it, then what
 * the target before it in the sentence measures, then the clause before.
 */
export const locateIndicator = (context: Context, end: number, after: number): Indicator => {
  const { scan, clause, before, segment } = context
  const own = readIndicator(scan, segment, end)
  if (own.end > own.start) return own
  const rest = own.baseline === undefined ? {} : { baseline: own.baseline }
  const noun = nounEnd(scan, after, clause.end)
  if (noun - after >= 2 && !/^[的地得以而后前起止]/.test(scan.slice(after, after + 1)))
    return { ...rest, start: after, end: noun }
  // 在原有利率基础上下浮15%: what it is measured against is what is measured
  if (own.baseline !== undefined && own.baseline.end - own.baseline.start >= 4) {
    const named = scan.slice(own.baseline.start, own.baseline.end)
    if (!NO_MEASURE.test(named)) return { ...rest, ...own.baseline }
  }
  if (before !== undefined && before.end > clause.sentenceStart) {
    // 上线率提高3个百分点，力争突破1000人: a rate is not counted in people
    const counted = context.group[0].kind === 'count' || context.group[0].kind === 'people'
    const rate = counted && RATE.test(scan.slice(before.indicator.start, before.indicator.end))
    return rate ? { ...rest, start: own.start, end: own.start } : { ...rest, ...before.indicator }
  }
  const named = spokenOfBefore(context)
  if (named !== undefined) return { ...rest, ...named }
  return { ...rest, start: own.start, end: own.start }
}
