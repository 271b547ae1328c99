import { type Candidate, valuesOf } from '../candidate.ts'
import { previousClause } from '../clause.ts'
import { type Context, endsAt } from '../context.ts'
import { readIndicator } from '../indicator.ts'
import { lastWord } from '../lexicon.ts'
import { METRIC_NOUN } from '../metric.ts'
import type { Quantity } from '../quantity.ts'
import { AT_LEAST } from './at-least.ts'
import { plausibleNumeral } from './numeral.ts'
import { firstWord, splitVerb } from './verbs.ts'

/** 财政局安排…: a body acts, and what it does begins behind it. */
const BODY =
  /^[^“”]*(?:局|委|办|厅|公司|集团|中心|乡镇|街道|支队|大队|政府|部门|单位|企业|学校|医院|[一-龥]{2}[镇乡县])$/
/** What is longer names nothing; looking for verbs in it would only cost time. */
const LONGEST_NAME = 80
/** What is done for or to somebody, or somewhere, before the verb comes. */
const GOVERNS = /^(?:[为对向给在]|面向|针对|优先|统筹|支持|引导|组织|鼓励)/
const EXISTING = /^(?:在|从|由|对照|根据|其中有|有|共|共有|现有|拥有|包括|涉及|分为|设有?|下辖|辖|原有|已有)/
const PER_HEAD = /^(?:城[市镇]|农村|居民|全[省市县区])?(?:人均|户均|亩均|每[十百千万]{1,2}[人名户])[^0-9从由]*$/
/** 资助…，合计6300名: the number of what the clause before says. */
const SUM = /^(?:合计|共计|总计)$/

const sumOfClause = ({ scan, text, clause, lexicon }: Context, quantity: Quantity): Candidate | undefined => {
  const earlier = previousClause(text, clause)
  if (earlier === undefined || earlier.end - earlier.start > LONGEST_NAME) return undefined
  const place = readIndicator(scan, earlier.start, earlier.end)
  const name = scan.slice(place.start, place.end)
  const { verb, noun } = splitVerb(name, lexicon)
  if (/[0-9]/.test(name) || verb === '' || !name.startsWith(verb)) return undefined
  return {
    rule: 'count-after-noun',
    start: place.start,
    end: quantity.end,
    indicator: { start: place.start + noun, end: place.end },
    relation: quantity.bound ?? '=',
    ...valuesOf(quantity),
  }
}

/** Whether a verb of work stands before what is counted: 建成泵站5座. */
const isGoverned = ({ rule, start, indicator }: Candidate): boolean =>
  rule.startsWith('count') && start < indicator.start

/** Whether a noun without a verb tells what is to be reached: it goes on with a list, or names a measure. */
const standsForWork = (
  { scan, segment, before, clause }: Context,
  unit: string,
  name: string,
  start: number,
): boolean => {
  if (METRIC_NOUN.test(name) || PER_HEAD.test(name)) return true
  if (/(?:全覆盖|清零)[”]?、$/.test(scan.slice(segment, start))) return true
  if (/(?:确保|力争|争取|实现|保持|保障|保证)$/.test(scan.slice(Math.max(segment, start - 2), start))) return true
  if (before === undefined) return false
  if (before.end >= clause.start && before.rule.startsWith('count')) return true
  if (/其中$/.test(scan.slice(0, start))) return true
  // 粮食面积稳定在520万亩、总产42亿斤; 建成泵站5座，管网20公里
  const mark = scan.charAt(before.end)
  const listed =
    mark === '、' ||
    (mark === '，' && isGoverned(before)) ||
    (mark === '（' && isGoverned(before) && before.unit === unit)
  return listed && start === before.end + 1 && name.length <= 14
}

/** 培育绿色工厂100家, 城镇新增就业5万人以上: verb, noun, number, and the phrase ends. */
export const nounThenNumber = (context: Context, quantity: Quantity): Candidate | undefined => {
  const { scan, lexicon, segment, clause } = context
  if (!endsAt(scan, quantity.end)) return undefined
  const sum = SUM.test(scan.slice(segment, quantity.start)) ? sumOfClause(context, quantity) : undefined
  if (sum !== undefined) return sum
  const place = readIndicator(scan, segment, quantity.start)
  // 建设1条总长度25公里
  const size = /[0-9][条座个处](总?(?:长度|里程|面积))$/.exec(scan.slice(place.start, place.end))
  if (size !== null) place.start = place.end - (size[1] ?? '').length
  const name = scan.slice(place.start, place.end)
  if (name.length < 2 || name.length > LONGEST_NAME) return undefined
  const inside = splitVerb(name, lexicon)
  const dropped = inside.verb === '' ? lastWord(scan.slice(segment, place.start), lexicon.workVerbs) : ''
  const verb = inside.verb || dropped || lastWord(name, lexicon.workVerbs)
  if (verb === '' && EXISTING.test(name)) return undefined
  // 城镇新增就业, 农村劳动力转移就业 are one notion; 为残疾人适配辅具 and 新建管网 are a verb and its object
  const governed =
    inside.noun > 0 &&
    (name.startsWith(inside.verb) ||
      firstWord(name, 0, lexicon) !== '' ||
      GOVERNS.test(name) ||
      BODY.test(name.slice(0, inside.noun - inside.verb.length)))
  const noun = governed && name.slice(inside.noun) !== '就业' ? inside.noun : 0
  if (/^对/.test(name) && /^(?:且|和|或|的)/.test(scan.slice(quantity.end, quantity.end + 1))) return undefined
  if (verb === '' && !standsForWork(context, quantity.unit, name, place.start)) return undefined
  if (quantity.kind === 'rate' && !METRIC_NOUN.test(name)) return undefined
  if (!plausibleNumeral(quantity, verb, lexicon, '')) return undefined
  const nounStart = place.end - place.start - noun >= 2 ? place.start + noun : place.start
  return {
    rule: 'count-after-noun',
    start: place.start - dropped.length,
    end: quantity.end,
    indicator: { start: nounStart, end: place.end },
    relation: quantity.bound ?? (AT_LEAST.test(scan.slice(clause.start, quantity.start)) ? '>=' : '='),
    ...valuesOf(quantity),
  }
}
