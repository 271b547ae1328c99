import { type Candidate, valuesOf } from './candidate.ts'
import { previousClause } from './clause.ts'
import { type Context, endsAt, type Parser } from './context.ts'
import { readIndicator } from './indicator.ts'
import { followedBy } from './lexicon.ts'

const RATE_NOUN = /(?:率|比例|比重|占比|度|涨幅|增幅|增速|强度|水平)$/
const SHARE_OF = /(?:费|额|款|金|量|面积|总数|收入|利润|价|成本|任务)的$/
/** 按设备款的5%给予补助: a rate to reckon with. */
const BY_RATE = /^(?:分别)?(?:按照?|依照?)/
const TIME_NOUN = /(?:时限|时间|期限|周期|工期|时长)$/
const SCORE_NOUN = /(?:得分|分数|成绩|满意度|指数|评分)$/
const CONCENTRATION_NOUN = /(?:浓度|含量|密度|需氧量|氨氮|总磷|总氮|标准|限值|强度|产出|生产率|税收|均|耗)$/i
/** 压减法人户数20%以上: the change stands before what changes. */
const CHANGED = /(压减|削减|减少|降低|压缩|压降|缩减|增加|提高|提升)([\u4e00-\u9fff“”]{2,20})$/
/** 提高覆盖率至75%: the verb stands before what it changes, and 至 before the number. */
const CHANGED_TO =
  /(压减|削减|减少|降低|压缩|压降|缩减|缩短|增加|提高|提升|扩大)([\u4e00-\u9fff“”（）、]{2,30})([至到])$/
/** 100%实现互联网监管: what is to be done stands behind the verb. */
const OBJECT = /^(?:实现|完成|开展|建立|纳入|接入)[^，。；、]{2,16}(?=$|[，。；、])/
const WHERE = /^(?:(?:全[省市县区国州乡镇院校]|辖区|我[省市县区])内?)?(?:超过|至少)?$/
const SHARE_OUTCOME =
  /^(?:的|(?=网格|行政村|党组织|党支部|群众|居民|农户|企业|学校|乡镇|社区|村|党员|职工))([^，。；]{1,30}?)(?:(?:达到|成为|实现|建成|完成|创建|具备|配备|通过|纳入|用上|参与|参加|建有|建立|设立|实行|推行|掌握|享有)(?:[^，。；、]{1,10}(?=$|[，。；、]))?|入驻|达标|上云|受益|覆盖|知晓)/
/** 高于全省平均2个百分点: against what it is compared. */
export const GAP = /(?<![不得])(?:高于|低于|快于|超过|优于|领先|跑赢)([^，、]{2,16})$/
/** 投入不低于营业收入的2%, 区块占总数85%以上: a share of something else. */
const SHARE_AGAINST =
  /(?<word>不低于|不少于|不超过|不高于|达到|高于|低于|超过|控制在|占到?(?!比))(?<whole>[^，、]{2,16})的$|(?<share>占到?)(?!比)(?<of>[^，、0-9]{2,10})$/

const inStep = (clause: string): number => /(?:增长|提高)?(?:与|和)[^，]{2,12}同步$/.exec(clause)?.[0].length ?? 0
/** What the words before are about: the target before in the sentence, else the clause before. */
const spokenOf = ({ scan, text, clause, before }: Context): { start: number; end: number } => {
  if (before !== undefined && before.end > clause.sentenceStart) return before.indicator
  const earlier = previousClause(text, clause)
  // 居民收入增长与经济增长同步，力争高于…
  const end = earlier === undefined ? clause.start : earlier.end - inStep(scan.slice(earlier.start, earlier.end))
  const place = earlier === undefined ? clause : readIndicator(scan, earlier.start, end)
  return earlier === undefined || /[0-9]/.test(scan.slice(place.start, place.end))
    ? { start: clause.start, end: clause.start }
    : place
}

/** 城镇调查失业率5.5%左右, 化学需氧量50毫克/升以下: an indicator with its number and no verb between. */
export const parseLevel: Parser = (context) => {
  const { scan, text, group, segment, lexicon, clause } = context
  return group.flatMap((quantity, index): Candidate[] => {
    if (index > 0 || quantity.borrowed) return []
    const { start: at, end, kind, bound } = quantity
    const place = readIndicator(scan, segment, at)
    const noun = scan.slice(segment, at)
    const closed = endsAt(scan, end)
    const target = (rule: string, patch: Partial<Candidate> = {}): Candidate[] => [
      {
        rule,
        start: place.start,
        end,
        indicator: { start: place.start, end: place.end },
        relation: bound ?? '=',
        ...valuesOf(quantity),
        ...patch,
      },
    ]
    const shareOfKind = (): Candidate[] => {
      const outcome = SHARE_OUTCOME.exec(scan.slice(end, clause.end))
      const before = scan.slice(place.start, place.end)
      if (outcome === null || !WHERE.test(before)) return []
      const from = scan.charAt(end) === '的' ? end + 1 : end
      return target('share-of-kind', {
        start: /(?:超过|至少)$/.test(before) ? at - 2 : at,
        end: end + outcome[0].length,
        indicator: { start: from, end: from + (outcome[1] ?? '').length },
        relation: bound ?? (/(?:超过|至少)$/.test(before) ? '>=' : '='),
      })
    }
    // 三分之二以上的乡镇建成示范点
    if (kind === 'multiple' && quantity.unit === '') return shareOfKind()
    if (kind === 'percent' || kind === 'point') {
      const gap = GAP.exec(noun)
      if (gap !== null && closed) {
        const own = readIndicator(scan, segment, at - gap[0].length)
        const name = own.end > own.start ? own : spokenOf(context)
        const against = { start: at - (gap[1] ?? '').length, end: at }
        if (name.end > name.start) {
          return target('gap-to-average', {
            start: own.end > own.start ? own.start : at - gap[0].length,
            indicator: { start: name.start, end: name.end },
            relation: noun.slice(-gap[0].length).startsWith('低于') ? '-' : '+',
            baseline: against,
          })
        }
      }
    }
    const to = closed && !/[，。；：]$/.test(noun) ? CHANGED_TO.exec(noun) : null
    if (to !== null) {
      const [whole, word = '', what = ''] = to
      const name = readIndicator(scan, at - what.length - 1, at - 1)
      if (name.end - name.start >= 2) {
        return target('level', {
          start: at - whole.length,
          indicator: { start: name.start, end: name.end },
          relation: bound ?? lexicon.relations.get(`${word}至`)?.relation ?? '=',
          ...(name.baseline === undefined ? {} : { baseline: name.baseline }),
        })
      }
    }
    if (quantity.unit === '成' && closed && RATE_NOUN.test(scan.slice(place.start, place.end))) return target('level')
    if (kind === 'percent') {
      if (closed && place.end > place.start && RATE_NOUN.test(scan.slice(place.start, place.end)))
        return target('level')
      const changed = closed ? CHANGED.exec(scan.slice(segment, at)) : null
      if (changed !== null) {
        const name = readIndicator(scan, at - (changed[2] ?? '').length, at)
        if (name.end - name.start >= 2) {
          const falls = /[降减缩]/.test(changed[1] ?? '')
          const start = at - (changed[2] ?? '').length - (changed[1] ?? '').length
          return target('changed-by', {
            start,
            indicator: { start: name.start, end: name.end },
            relation: falls ? '-' : '+',
            ...(name.baseline === undefined ? {} : { baseline: name.baseline }),
          })
        }
      }
      const against = closed ? SHARE_AGAINST.exec(noun) : null
      if (against !== null) {
        const [whole] = against
        const { word = '', whole: of = against.groups?.of ?? '' } = against.groups ?? {}
        const to = at - (word === '' ? 0 : 1)
        const own = readIndicator(scan, segment, at - whole.length)
        const name = own.end > own.start ? own : spokenOf(context)
        if (name.end > name.start) {
          return target('share-against', {
            start: own.end > own.start ? own.start : at - whole.length,
            indicator: { start: name.start, end: name.end },
            relation: bound ?? lexicon.relations.get(word)?.relation ?? '=',
            baseline: { start: to - of.length, end: to },
          })
        }
      }
      if (closed && SHARE_OF.test(noun) && !BY_RATE.test(noun))
        return target('share-of', { indicator: { start: place.start, end: at - 1 } })
      if (quantity.value === 100 && place.end - place.start >= 2) {
        const verb = followedBy(scan, end, lexicon.allVerbs)
        if (verb !== undefined) {
          const object = OBJECT.exec(scan.slice(end, clause.end))
          return target('hundred-percent', { end: end + (object?.[0] ?? verb).length })
        }
      }
      return shareOfKind()
    }
    if (!closed || place.end - place.start < 2) return []
    const name = scan.slice(place.start, place.end)
    // 车桩比2∶1
    if (kind === 'multiple' && /^[:：∶]/.test(quantity.unit)) return target('level')
    if (kind === 'time' && TIME_NOUN.test(name)) return target('level')
    if (kind === 'score' && SCORE_NOUN.test(name)) return target('level')
    if (kind === 'rate' && (bound !== undefined || CONCENTRATION_NOUN.test(name))) {
      return /罚|补|奖|收费|电价/.test(text.slice(segment, at)) ? [] : target('level')
    }
    return []
  })
}
