import type { Candidate } from './candidate.ts'
import type { Clause } from './clause.ts'
import type { TargetLexicon } from './lexicon.ts'
import type { QuantityGroup } from './quantity.ts'

/** What a parser is given: one group of quantities and what stands around it. */
export interface Context {
  /** Folded text: for slices. */
  text: string
  /** The same with names and dates blanked: for patterns. */
  scan: string
  lexicon: TargetLexicon
  group: QuantityGroup
  clause: Clause
  /** Where the words that belong to this number begin: the clause, or the end of the target before it. */
  segment: number
  /** The target before, where it stands in the same sentence. */
  before: Candidate | undefined
}

/** A parser knows one way of writing. */
export type Parser = (context: Context) => Candidate[]

const BOUNDARY = /^(?:$|[，。；、：！？）,;:!?)（(”"]|等|和|与|及|以及|并|且|或|大关)/

/** 搬迁300户1000人: the people of the households. */
const PEOPLE_OF = /^[0-9]+(?:\.[0-9]+)?[万千]?[余多]?人(?!次)/

/** Whether a phrase can end here. */
export const endsAt = (text: string, at: number): boolean =>
  BOUNDARY.test(text.slice(at, at + 2)) || PEOPLE_OF.test(text.slice(at, at + 10))

const NOUN_STOP =
  /[，。；、：！？,;:!?（(）)]|开展|进行|探索|配备|实施(?!方案)|参加|给予|纳入|作为|为(?=试点|示范|重点)|用于|实现|达到|完成|并(?!网|联)|以(?=[0-9])|和(?=[0-9])|与(?=[0-9])|及(?=[0-9])|或(?=[0-9])|提供|支持|创建|建成|投产|申报|入围|进入|争创|上市|总投资|推行|推广|突破|超过|超(?=[0-9])|达(?=[0-9])|约(?=[0-9])|增长|下降|提高|不[低少超高]|[0-9%]|分别/

/** 乡镇（街道）养老服务中心: the noun goes on behind the bracket. */
const BRACKETED = /^[（(][^（）()0-9]{1,4}[）)](?=[\u4e00-\u9fff])/
/** 具有博士、硕士学位的人才: a modifier goes on behind the 、. */
const DESCRIBES = /^(?:具有|具备|紧跟|站在|掌握|熟悉|精通|适应|从事|拥有|符合|懂)/
const DESCRIBES_ON = /^、[^，。；、：！？（）0-9]{1,20}/
/** 中试平台、概念验证中心: two things of a kind that are counted together. */
const KIND = '(?:平台|中心|基地|园区|实验室|机构|服务站|卫生院|研究院|研究所|工作室)'
const OF_A_KIND = new RegExp(`${KIND}$`)
const ANOTHER = new RegExp(`^、(?![打建培新改推提])[^，。；、：！？（）0-9]{1,10}?${KIND}(?=$|[，。；：（(]|配备|提供)`)

/** 183个新建、续建项目: which of them comes before what they are. */
const WHICH = /^(?:新建|续建|在建|改建|扩建|迁建|拟建|重点|大型|中型|小型|[^，。；、0-9]{1,3}级)$/
const WHICH_ON =
  /^(?:、(?:[^，。；、：！？（）0-9]{1,3}级|新建|续建|在建|改建|扩建|迁建|拟建|重点|大型|中型|小型))*?(?:、|和|及)(?:[^，。；、：！？（）0-9]{1,3}级|新建|续建|在建|改建|扩建|迁建|拟建|重点|大型|中型|小型)[^，。；、：！？（）0-9]{2,12}/
/** 12家水泥、砖瓦企业: trades that share their noun. */
const TRADES = /^(?:、[\u4e00-\u9fff]{2,4})*?(?:、|和|及)[\u4e00-\u9fff]{2,6}?(?:企业|公司|单位|门店|商户)/
const ORGANISATION =
  /(?:企业|公司|机构|单位|店|厂|场|社|院|园|馆|中心|银行|户|基地|平台|站|所|室|局|市场|超市|集团|总部|人|队|体|药房|宾馆|酒店)$/

const coordinated = (rest: string, at: number, byHouse: boolean): RegExpExecArray | null => {
  const noun = rest.slice(0, at)
  if (WHICH.test(noun)) return WHICH_ON.exec(rest.slice(at))
  if (byHouse && noun.length <= 4 && !ORGANISATION.test(noun)) return TRADES.exec(rest.slice(at))
  if (OF_A_KIND.test(noun)) return ANOTHER.exec(rest.slice(at))
  return DESCRIBES.test(noun) ? DESCRIBES_ON.exec(rest.slice(at)) : null
}

/** 6台35蒸吨燃煤锅炉, 3个5000万元以上项目: how big the things are. */
const SIZED =
  /^[0-9]+(?:\.[0-9]+)?(?:蒸吨|万?吨级?|千伏|kV|兆瓦|[万亿]?千瓦|座|米|升|英?寸|马力|层|张床位|亩|平方米|[千百]?[万亿]元|万?美元)(?:\/小时)?(?:及?以[上下]|级)?(?=[\u4e00-\u9fff])/

/** End of the noun phrase that begins at a place: "示范村" in 20个示范村开展…. */
export const nounEnd = (text: string, at: number, limit: number): number => {
  const rest = text.slice(at, Math.min(limit, at + 36))
  const byHouse = /家(?:以上|左右)?$/.test(text.slice(Math.max(0, at - 3), at))
  // a quoted name is taken whole
  const quoted = /^[^，。；、]{0,12}?“[^”]{1,20}”/.exec(rest)
  const from = (quoted ?? SIZED.exec(rest))?.[0].length ?? 0
  let length = from
  for (;;) {
    const stop = NOUN_STOP.exec(rest.slice(length))
    length = stop === null ? rest.length : length + stop.index
    const more = BRACKETED.exec(rest.slice(length)) ?? coordinated(rest, length, byHouse)
    if (more === null || length === 0) return at + length
    length += more[0].length
  }
}
