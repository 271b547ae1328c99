import type { Relation } from '../../model/register.ts'
import type { Candidate } from './candidate.ts'
import { type Context, endsAt, nounEnd, type Parser } from './context.ts'
import { distribute, isDistribution } from './distribute.ts'
import { type Indicator, readIndicator, TIME } from './indicator.ts'
import { GAP } from './level/change.ts'
import { followedBy, lastWord, type RelationWord } from './lexicon.ts'
import { locateIndicator } from './locate.ts'
import { METRIC_NOUN } from './metric.ts'
import { DATE } from './names.ts'
import type { Quantity } from './quantity.ts'

/** Words that tie a number to an indicator only where the indicator is plainly a measure. */
const NEEDS_MEASURE: ReadonlySet<string> = new Set(['为', '是', '按', '按照', '执行', '：', ':', '=', '＝'])
/** Words that are verbs of work as well; with a count they are the count parser's. */
const ALSO_VERBS: ReadonlySet<string> = new Set(['完成', '实现', '落实', '增加', '提升', '压减', '扩大', '突破'])
const MEASURE =
  /(?:率|比例|比重|占比|目标|标准|时限|时间|期限|工期|周期|数|量|额|值|浓度|面积|规模|幅|幅度|强度|水平|费用|收入|里程|次数|分|度|价|价格|投资|指标|任务|需氧量|氨氮|总磷|总氮|cod|COD)(?:分别|均|都|各)?$/
/** Comparisons that pick out a kind of thing as often as they set a target. */
const PICKS_OUT: ReadonlySet<string> = new Set([
  '超过',
  '超',
  '超出',
  '不足',
  '不到',
  '未到',
  '低于',
  '高于',
  '大于',
  '小于',
  '少于',
  '多于',
])
/** 确保合格率同比提高5个百分点: without such a word 同比提高 tells how things stand. */
const TO_BE_REACHED = /确保|力争|争取|努力|务必|必须|要(?![素求])|实现|促进|推动|达到/
const HANDED_OUT = /^(?:统筹|足额|安排|投入|筹措|筹集|拨付|列支|落实|整合)+(?=[^，、]*(?:资金|经费|投资|费用|基金)$)/
const SPAN_OF_YEARS =
  /(?:年限|寿命|学制|年龄|期限|工期|周期|保质期|有效期|质保期)(?:均|都|平均|力争|要|应|须|必须|将|可)?$/
const LIMIT_BY_BOUND = /^(?:控制|压缩|压减|缩短|缩减|精简|限制)/
const RISE_AS_NOUN = /^(?:涨幅|增幅|增速|降幅|增长率)$/
const OF_RATE = /^的(?:比例|标准|要求|速度|幅度|目标|水平|增速|增长|占比|抽查|比率|概率|覆盖率)/

const relationOf = (word: string, { relation, change }: RelationWord, quantity: Quantity): Relation => {
  // 涨幅2%以内 is a ceiling; 增长2%以上 stays a rise
  if (change) return RISE_AS_NOUN.test(word) && quantity.bound === '<=' ? '<=' : relation
  if (relation === '=') return quantity.bound ?? '='
  if (LIMIT_BY_BOUND.test(word)) return quantity.bound ?? relation
  return relation
}

/** 固定资产投资力争完成380亿元, 营业收入实现12亿元: the measure stands before the verb. */
const isDone = ({ scan, segment, group: [first] }: Context, subject: string): boolean => {
  if (first.kind !== 'money' && first.kind !== 'measure') return false
  if (!endsAt(scan, first.end)) return false
  const { start, end } = readIndicator(scan, segment, segment + subject.length)
  return METRIC_NOUN.test(scan.slice(start, end))
}

/** What a limit holds for, behind its word: 控制在每月8小时以内, 不超过每人每年500元. */
const PER = /(?<=[在于过到至达≥≤])(?:每[^，。；、每0-9]{1,5}){1,2}$/

/** 提升3个百分点至97%: what the change before it leads to; 增长6%以上、力争7%: what is hoped for beyond. */
const LEADS_TO = /^(?:[至到]|[、，](?:并|且)?(?:力争|争取|努力|冲刺))$/

const leadsTo = ({ group, before, segment, clause }: Context): Candidate[] => {
  const [first] = group
  if (before === undefined || group.length > 1 || before.end < clause.start || !before.rule.startsWith('tied'))
    return []
  const further = before.end !== first.start - 1
  if (!further && before.rule !== 'tied-change') return []
  if (further && before.unit !== first.unit) return []
  return [
    {
      rule: further ? before.rule : 'tied-level',
      start: further ? segment + 1 : segment,
      end: first.end,
      indicator: before.indicator,
      relation: further && before.rule === 'tied-change' ? before.relation : (first.bound ?? '='),
      ...(first.value === undefined ? {} : { value: first.value }),
      ...(first.unit === '' ? {} : { unit: first.unit }),
    },
  ]
}

/** 污水处理率达到95%以上, 能耗较2020年下降13%, 失业率控制在5.5%左右: indicator, word of relation, number. */
export const parseTied: Parser = (context) => {
  const { scan, text, lexicon, group, segment, before } = context
  const [first] = group
  const wordEnd = first.start - (PER.exec(scan.slice(segment, first.start))?.[0].length ?? 0)
  const left = scan.slice(segment, wordEnd)
  const word = lastWord(left, lexicon.relations)
  const found = lexicon.relations.get(word)
  if (LEADS_TO.test(left)) return leadsTo(context)
  if (word === '' || found === undefined) return []
  // 高于GDP增速0.5个百分点 compares two rates
  if (RISE_AS_NOUN.test(word) && GAP.test(left)) return []
  const counted =
    first.kind === 'count' || first.kind === 'people' || first.kind === 'measure' || first.kind === 'money'
  if (lastWord(left, lexicon.workVerbs).length > word.length) return []
  const subject = left.slice(0, left.length - word.length)
  if (
    counted &&
    ALSO_VERBS.has(word) &&
    (word === '完成' || word === '实现' || word === '落实' || !endsAt(scan, first.end)) &&
    !isDone(context, subject)
  )
    return []
  if (NEEDS_MEASURE.has(word) && !MEASURE.test(subject) && !/[收执]/.test(scan.slice(first.end, first.end + 1)))
    return []
  // 达到三个效果: a slogan, not a count
  if (first.chinese && first.kind === 'count' && (first.value ?? 0) < 10 && first.bound === undefined) return []
  const last = group[group.length - 1] ?? first
  const after = text.slice(last.end, last.end + 8)
  if (after.startsWith('的') && !OF_RATE.test(after)) return []
  if (/^(?:的?基础上)/.test(after)) return []
  // 迈上3个新台阶 is a figure of speech, 迈上100亿元新台阶 is none
  if (first.kind === 'count' && /^新?台阶/.test(after)) return []
  if (PICKS_OUT.has(word) && !endsAt(scan, last.end)) return []
  if (first.kind === 'money' && followedBy(text, last.end, lexicon.noAmountAfter) !== undefined) return []
  if (first.kind === 'money' && lastWord(subject, lexicon.noAmountBefore) !== '') return []
  const compared = subject.endsWith('同比') && first.bound === undefined && before === undefined
  if (word === '同比' || (compared && !TO_BE_REACHED.test(subject))) return []
  // 提升15分钟健身圈: the time is part of a name
  if (first.kind === 'time' && !endsAt(scan, last.end) && (found.change || found.relation === '=')) return []
  // 受教育年限达到10.5年; a number of years is mostly a time to work in
  if (first.unit === '年' && !SPAN_OF_YEARS.test(subject)) return []
  // 从…提高到: the lower number is where it started from
  if (/^(?:提高|提升|增加|增长|上升|下降|降低|压缩|压减|减少|缩短|扩大|调整|精简)(?:到|至|为)/.test(after)) return []
  const wordStart = wordEnd - word.length
  const single = group.length === 1 || !isDistribution(subject, group)
  // 完成不少于5000批次快检: the noun is the object, and stands after the number
  const verb = single && counted && !endsAt(scan, first.end) ? lastWord(subject, lexicon.workVerbs) : ''
  const place: Indicator =
    verb === ''
      ? locateIndicator(context, wordStart, single ? first.end : last.end)
      : { start: first.end, end: nounEnd(scan, first.end, context.clause.end) }
  // 统筹安排专项资金不低于4000万元: the money is measured, not its handing out
  const handing = first.kind === 'money' ? HANDED_OUT.exec(scan.slice(place.start, place.end)) : null
  if (handing !== null) place.start += handing[0].length
  const usable = single && first.borrowed ? undefined : first
  if (usable === undefined) return []
  const ownIndicator = place.start >= segment && place.end <= wordStart && place.end > place.start
  const nounAfter = place.start >= first.end
  const start = ownIndicator ? place.start : verb === '' ? firstWord(scan, segment, wordStart) : wordStart - verb.length
  const whole: Candidate = {
    rule: found.change ? 'tied-change' : 'tied-level',
    start,
    end: nounAfter && counted ? place.end : first.end,
    indicator: { start: place.start, end: place.end },
    relation: relationOf(word, found, first),
    ...(first.value === undefined ? {} : { value: first.value }),
    ...(first.max === undefined ? {} : { max: first.max }),
    ...(first.unit === '' ? {} : { unit: first.unit }),
    ...(place.baseline === undefined ? {} : { baseline: place.baseline }),
  }
  if (single) return [whole]
  return distribute(scan, whole, group, (quantity) => relationOf(word, found, quantity))
}

const JOINTS = new RegExp(`^(?:[、和与及，]|${DATE}+(?:底|末|初)?(?:之?前|内)?|${TIME})+`)

/** Where the words of relation begin when the indicator stands elsewhere. */
const firstWord = (scan: string, segment: number, wordStart: number): number => {
  const joint = JOINTS.exec(scan.slice(segment, wordStart))
  const start = segment + (joint === null ? 0 : joint[0].length)
  return wordStart - start > 16 ? wordStart : start
}
