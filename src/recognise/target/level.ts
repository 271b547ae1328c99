import type { Candidate } from './candidate.ts'
import { endsAt, type Parser } from './context.ts'
import { readIndicator } from './indicator.ts'
import { changedBy, changedTo, gapToAverage } from './level/change.ts'
import { type Reading, targetOf } from './level/reading.ts'
import { hundredPercent, shareAgainst, shareOf, shareOfKind } from './level/share.ts'

const RATE_NOUN = /(?:率|比例|比重|占比|度|涨幅|增幅|增速|强度|水平)$/
const TIME_NOUN = /(?:时限|时间|期限|周期|工期|时长)$/
const SCORE_NOUN = /(?:得分|分数|成绩|满意度|指数|评分)$/
const CONCENTRATION_NOUN = /(?:浓度|含量|密度|需氧量|氨氮|总磷|总氮|标准|限值|强度|产出|生产率|税收|均|耗)$/i

/** 城镇调查失业率5.5%左右, 化学需氧量50毫克/升以下: an indicator with its number and no verb between. */
export const parseLevel: Parser = (context) => {
  const { scan, group, segment } = context
  const [quantity] = group
  if (quantity.borrowed) return []
  const place = readIndicator(scan, segment, quantity.start)
  const found = readLevel({
    context,
    quantity,
    place,
    left: scan.slice(segment, quantity.start),
    name: scan.slice(place.start, place.end),
    closed: endsAt(scan, quantity.end),
  })
  return found === undefined ? [] : [found]
}

const readLevel = (reading: Reading): Candidate | undefined => {
  const { kind, unit } = reading.quantity
  // 三分之二以上的乡镇建成示范点
  if (kind === 'multiple' && unit === '') return shareOfKind(reading)
  return (
    gapToAverage(reading) ??
    changedTo(reading) ??
    rate(reading) ??
    (kind === 'percent' ? percentage(reading) : measured(reading))
  )
}

const rate = (reading: Reading): Candidate | undefined =>
  reading.closed &&
  (reading.quantity.kind === 'percent' || reading.quantity.unit === '成') &&
  RATE_NOUN.test(reading.name)
    ? targetOf(reading, 'level')
    : undefined

const percentage = (reading: Reading): Candidate | undefined =>
  changedBy(reading) ?? shareAgainst(reading) ?? shareOf(reading) ?? hundredPercent(reading) ?? shareOfKind(reading)

/** 车桩比2∶1, 办理时限3天, 得分90分, 浓度35微克/立方米以下. */
const measured = (reading: Reading): Candidate | undefined => {
  const { context, quantity, name, closed } = reading
  const { kind, unit, start, bound } = quantity
  if (!closed || name.length < 2) return undefined
  const named =
    (kind === 'multiple' && /^[:：∶]/.test(unit)) ||
    (kind === 'time' && TIME_NOUN.test(name)) ||
    (kind === 'score' && SCORE_NOUN.test(name)) ||
    (kind === 'rate' &&
      (bound !== undefined || CONCENTRATION_NOUN.test(name)) &&
      !/罚|补|奖|收费|电价/.test(context.text.slice(context.segment, start)))
  return named ? targetOf(reading, 'level') : undefined
}
