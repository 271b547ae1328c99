import type { Candidate } from './candidate.ts'
import { previousClause } from './clause.ts'
import { type Context, endsAt, nounEnd, type Parser } from './context.ts'
import { isDistribution } from './distribute.ts'
import { readIndicator, splitIndicator, TIME } from './indicator.ts'
import { followedBy, lastWord, type TargetLexicon } from './lexicon.ts'
import { locateIndicator } from './locate.ts'
import { METRIC_NOUN } from './metric.ts'
import { DATE } from './names.ts'
import type { Quantity } from './quantity.ts'

const COUNTABLE: ReadonlySet<Quantity['kind']> = new Set(['count', 'people', 'measure', 'money', 'rate'])
/** With these verbs an amount before a noun says how big the object is: 推进200兆瓦光伏项目. */
const SIZE_OF_OBJECT: ReadonlySet<string> = new Set([
  ...[
    '推进',
    '推动',
    '实施',
    '支持',
    '抓好',
    '促进',
    '服务',
    '提升',
    '开展',
    '组织',
    '启动',
    '谋划',
    '签约',
    '引进',
    '办理',
  ],
  ...[
    '开工',
    '招引',
    '布局',
    '争取',
    '确保',
    '力争',
    '举办',
    '检查',
    '排查',
    '查处',
    '抽查',
    '淘汰',
    '取缔',
    '关闭',
    '落实',
  ],
])
const MONEY_OUT = /奖励|补助|补贴|罚款|奖补|罚|违约金|最高支持/
/** 财政局安排…: a body acts, and what it does begins behind it. */
const BODY =
  /^[^“”]*(?:局|委|办|厅|公司|集团|中心|乡镇|街道|支队|大队|政府|部门|单位|企业|学校|医院|[一-龥]{2}[镇乡县])$/
/** What is longer names nothing; looking for verbs in it would only cost time. */
const LONGEST_NAME = 80
const PURPOSE = /^(?:支持|用于|投入|实施|专项支持|专门用于)(?!资金)[^，。；、]{2,30}/
/** Money is all that these move: 年内清收1.2亿元. */
const MOVES_MONEY = /(?:清收|清欠|变现|融资|催收|追缴|追回|挽回|回笼|结算|偿还)$/
/** 义诊12次: the verb says what is held. */
const isActivity = (verb: string, unit: string): boolean =>
  /(?:义诊|演练|宣讲|巡讲|演出|展演|放映|暗访|巡查|督查|抽查|体检|筛查|家访|走访|随访)$/.test(verb) &&
  /^[万千百]?(?:次|场|场次|期|轮次?|人次|批次|户次)$/.test(unit)
/** A capacity is reached when what has it is finished: 产能100万吨/年建成, 50万千瓦机组投运. */
const FINISHED =
  /^[^，。；、（）0-9]{0,10}?(?:建成投产|建成投运|建成投用|建成并网|建成试运转|建成运行|建成|投产达效|投产|投运|投用|并网发电|并网|达产)/
const SET_GOING = /^(?:[，、]|并|要|力争|确保|争取)*(?:推动|推进|加快|促进|确保|力争|争取|实现|抓好)/
/** What is done for or to somebody, or somewhere, before the verb comes. */
const GOVERNS = /^(?:[为对向给在]|面向|针对|优先|统筹|支持|引导|组织|鼓励)/
const EXISTING = /^(?:在|从|由|对照|根据|其中有|有|共|共有|现有|拥有|包括|涉及|分为|设有?|下辖|辖|原有|已有)/
/** 落实好上级部署的22项…: the object is described before it is counted. */
const ASSIGNED = /(?:部署|下达|确定|明确|梳理|安排|交办|反馈|排定|列出|指出|转办|移交|签订)的$/
/** May stand between the verb and the number. */
const SCOPE =
  /(?:(?:辖区|区域|全域|市域|县域|镇域|城区)内?|全[省市县区国州乡镇]|免费|各|首批|年度|累计|共|再|一共|剩余|其余|余下|[0-9一二三四五六七八九十]{1,3}(?:大?类|大领域|大方面|大板块))$/
/** 启动建设…等15个新项目, 完成…共6台机组替代: names of the things stand between the verb and their number. */
const NAMED_FIRST = /(?:等|共|等共|合计|共计)$/
/** What goes on with these is there already: 推动…等5个产业集群发展. */
const ONLY_WORKS: ReadonlySet<string> = new Set(['推进', '推动', '抓好', '实施', '促进'])
/** Verbs of work that, with what follows, name a thing: 安置房, 监测点. */
const BEGINS_NOUN =
  /^(?:安置[房点区]|开发区|保护[区地]|生产[线总基性]|供应[链商]|处理[厂站]|培训[班基费]|储备[库粮林]|交易[额中场所]|检查站|监测[点站]|发展基金|指导[员站]|救助站|(?:融资|采购|销售|交易)[额量]|销售收|[\u4e00-\u9fff]{2}率)/
/** 新（改、扩）建, with its choice in brackets. */
const BRACKETED_VERB = /^新（[改扩创续迁、和]{1,5}）建/
const PER_HEAD = /^(?:城[市镇]|农村|居民|全[省市县区])?(?:人均|户均|亩均|每[十百千万]{1,2}[人名户])[^0-9从由]*$/
const AT_LEAST = /(?:至少|最少)(?=[^，。；]*$)/
/** Adverbs before a verb. */
const HOW = new RegExp(
  `^(?:[到至在于]?${DATE}+[底末]?(?:之?前|内)?|年底前|年内|大力|加快|全力|加力|积极|扎实|持续|重点|着力|全面|抓紧|力争|确保|今年|全年|要|将|计划|继续|并)+`,
)
const NAMES_WORK: ReadonlySet<string> = new Set([
  ...ONLY_WORKS,
  '完成',
  '启动',
  '消除',
  '清理',
  '治理',
  '办好',
  '谋划',
  '提升',
])
const WORKS = /(?:项目|工程|建设|改造|整治|替代)$/
/** 资助…，合计6300名: the number of what the clause before says. */
const SUM = /^(?:合计|共计|总计)$/
/** 落实…十二条措施: the measures of a policy, which has them in its name. */
const CARRIES_OUT = /落实|执行|贯彻|遵守/
const POLICY = /^(?:政策)?(?:措施|举措|政策|意见|规定|禁令|办法|细则|铁律|要求)/
/** 支持22个载体延伸产业链: what is there is to do something. */
const DOES_MORE = /(?:延伸|拓展|做大|做强|做优|升级|壮大|扩大|提升|加快|发挥)[^，。；]{2,}$/
const DIMENSION = /^总?(?:长度?|里程|面积|宽度?|投资|规模)(?:约|为)?$/
const TIES_ANOTHER = /^(?:突破|超过?|达到?|不低于|不少于|不超过|增长|下降|提高|降低|减少)[^，。]{0,3}[0-9]/
/** Vague or nominal units that, in Chinese numerals, mostly make slogans. */
const SLOGAN_UNITS: ReadonlySet<string> = new Set([
  '个',
  '项',
  '条',
  '批',
  '类',
  '种',
  '次',
  '门',
  '组',
  '对',
  '期',
  '轮',
])

const values = (quantity: Quantity): Pick<Candidate, 'value' | 'max' | 'unit'> => ({
  ...(quantity.value === undefined ? {} : { value: quantity.value }),
  ...(quantity.max === undefined ? {} : { max: quantity.max }),
  ...(quantity.unit === '' ? {} : { unit: quantity.unit }),
})

/** 建成两个标准厂房小区: things that stand on the ground are counted in 个 as well. */
const BUILDS = /^(?:建成|新建|改建|扩建|改扩建|兴建|再建成)$/
const STANDS =
  /^(?:[^，。；、]{0,12}?)(?:小区|广场|公园|车站|码头|泵站|厂房|车间|大棚|冷库|仓库|市场|超市|食堂|学校|幼儿园|医院|卫生室|站点|服务站|驿站|充电站|停车场|球场|游园|口袋公园|标准厂房)(?=$|[，。；、）])/

/** A Chinese numeral counts something only after a verb of making, and not in slogans. */
const plausibleNumeral = (quantity: Quantity, verb: string, lexicon: TargetLexicon, behind: string): boolean => {
  if (!quantity.chinese) return true
  const value = quantity.value ?? 0
  if (value < 2) return false
  if (value >= 10) return lexicon.workVerbs.has(verb)
  if (quantity.unit === '个' && BUILDS.test(verb) && STANDS.test(behind)) return true
  return (lexicon.makeVerbs.has(verb) || verb === '完成') && !SLOGAN_UNITS.has(quantity.unit)
}

/** Frequencies say how often a thing is done, not how much of it is to be done. */
const isFrequency = ({ scan, clause }: Context, quantity: Quantity): boolean =>
  /^(?:次|期|场|轮|场次|遍)$/.test(quantity.unit) &&
  /每(?:个?[年月周日天]|个?季度?|半年|个?学期|旬)/.test(scan.slice(clause.start, quantity.start))

/** Start of the run of verbs that ends at a place: 新建改造, 更新改造. */
const verbRun = (text: string, from: number, end: number, lexicon: TargetLexicon): number => {
  let start = end
  for (;;) {
    const run = text.slice(from, start)
    const verb = lastWord(run, lexicon.workVerbs)
    if (verb !== '') {
      start -= verb.length
      continue
    }
    // 新（改）建20所; 新建和改扩建20所
    const joint = start === end ? 0 : (/新（[改扩创续迁、和]{1,5}）$/.exec(run)?.[0].length ?? 0)
    const joined =
      joint > 0 || start === end || !/[和及与、]$/.test(run) ? '' : lastWord(run, lexicon.makeVerbs, run.length - 1)
    if (joint === 0 && joined.length < 2) return start
    start -= joint > 0 ? joint : joined.length + 1
  }
}

/** Where the verb stands whose object is counted only after a description. */
const headVerb = ({ scan, segment, lexicon }: Context, quantity: Quantity): number => {
  const left = scan.slice(segment, quantity.start)
  const { verb, noun } = splitVerb(left, lexicon)
  return segment + Math.max(0, noun - verb.length)
}

const firstWord = (text: string, from: number, lexicon: TargetLexicon): string => {
  const bracketed = BRACKETED_VERB.exec(text.slice(from, from + 9))
  if (bracketed !== null) return bracketed[0]
  if (BEGINS_NOUN.test(text.slice(from, from + 4))) return ''
  for (let length = Math.min(7, text.length - from); length > 0; length--) {
    const word = text.slice(from, from + length)
    if (lexicon.workVerbs.has(word)) return word
  }
  return ''
}

/** Splits 培育省级绿色工厂 into verbs and noun: the run of verbs at its head, else the last verb inside. */
const splitVerb = (text: string, lexicon: TargetLexicon): { verb: string; noun: number } => {
  let noun = 0
  let verb = ''
  for (;;) {
    let longest = firstWord(text, noun, lexicon)
    if (longest === '' || (longest.length < 2 && verb !== '')) {
      // 新建和改善提升…: another verb behind the joint
      const joint = verb === '' ? null : /^[和并、与]/.exec(text.slice(noun))
      const next = joint === null ? '' : firstWord(text, noun + 1, lexicon)
      if (next.length < 2) break
      longest = next
      noun += 1
    }
    // 安置房, 新增入统企业: the word is part of the noun
    if (verb !== '' && (text.length - noun - longest.length === 1 || /新增$|净增$/.test(verb))) break
    verb = longest
    noun += longest.length
  }
  if (verb.length > 0) return { verb, noun }
  // inside, the first verb governs the rest; single characters (建, 修) are verbs only at the head
  for (let at = 1; at < text.length - 2; at++) {
    for (let length = Math.min(7, text.length - 1 - at); length >= 2; length--) {
      const word = text.slice(at, at + length)
      if (lexicon.workVerbs.has(word) && !(word === '消化' && /^[道内系]/.test(text.slice(at + 2))))
        return { verb: word, noun: at + length }
    }
  }
  return { verb: '', noun: 0 }
}

/** 选择11个左右的县. */
const softened = (text: string, quantity: Quantity): boolean =>
  quantity.kind === 'count' && /^(?:左右|上下)$/.test(quantity.suffix) && text.charAt(quantity.end) === '的'

const vetoed = (context: Context, quantity: Quantity): boolean => {
  const { scan, text, lexicon, segment } = context
  const left = text.slice(segment, quantity.start)
  if (!COUNTABLE.has(quantity.kind) || quantity.borrowed) return true
  if (/^(?:的|级|制|式|型)/.test(text.slice(quantity.end, quantity.end + 1)) && !softened(text, quantity)) return true
  if (lastWord(left, lexicon.noCountBefore) !== '') return true
  if (followedBy(text, quantity.end, lexicon.noCountAfter) !== undefined) return true
  if (
    quantity.kind === 'money' &&
    (MONEY_OUT.test(left) || followedBy(text, quantity.end, lexicon.noAmountAfter) !== undefined)
  ) {
    return true
  }
  if (quantity.kind === 'money' && lastWord(left, lexicon.noAmountBefore) !== '') return true
  return (
    isFrequency(context, quantity) ||
    (quantity.kind === 'money' &&
      /每(?:人|亩|户|吨|个|家|次|天|名|公里|平方米|件|辆)[^，]{0,4}$/.test(scan.slice(segment, quantity.start)))
  )
}

/** 完成城东片区3个小区改造: where the work is stands between its verb and its number. */
const isPlaceFirst = (left: string, behind: string): boolean =>
  /^(?:完成|启动|实施)[^，。；、0-9]{2,12}$/.test(left) &&
  /^[^，。；、0-9]{2,12}(?:建设|改造|整治|改建|扩建|修缮|治理)(?:工程|任务)?(?=$|[，。；])/.test(behind)

/** What may stand between two counts of the same thing: 1200辆、2024年1000辆, 其中2025年400辆. */
const CONTINUES = new RegExp(`^[、和与及以并]*(?:其中)?(?:(?:在|到|于|至)?${DATE}+(?:底|末|初)?(?:之?前|内)?|${TIME})?`)

/** Whether the words before 等15个 begin with a verb of work, adverbs aside. */
const isNamedFirst = (left: string, lexicon: TargetLexicon, quantity: Quantity): boolean => {
  if (quantity.chinese || (quantity.kind !== 'count' && quantity.kind !== 'people')) return false
  const head = left.replace(HOW, '')
  const verb = firstWord(head, 0, lexicon)
  return verb.length >= 2 && (lexicon.makeVerbs.has(verb) || NAMES_WORK.has(verb))
}

/** 打造2个示范村，3个达标村: what is counted behind the comma has the verb of what was counted before it. */
const isNextOfKind = ({ scan, clause }: Context, quantity: Quantity, before: Candidate): boolean =>
  before.rule === 'count-after-verb' &&
  before.end === clause.start - 1 &&
  before.unit === quantity.unit &&
  quantity.start === clause.start &&
  quantity.suffix === '' &&
  !quantity.chinese &&
  scan.charAt(quantity.end - quantity.unit.length - 1) !== '月'

/** 打造10个示范村, 建成三座泵站: verb, number, noun. */
const verbThenNumber = (context: Context, quantity: Quantity): Candidate | undefined => {
  const { scan, text, lexicon, segment, before, clause } = context
  const left = scan.slice(segment, quantity.start).replace(CONTINUES, '')
  const apart = /^其中/.test(scan.slice(clause.start, quantity.start)) ? 1 : 0
  const afterSame =
    left === '' &&
    before !== undefined &&
    ((before.end >= clause.start - apart &&
      before.rule.startsWith('count') &&
      (apart === 0 || segment < quantity.start)) ||
      isNextOfKind(context, quantity, before))
  const assigned = ASSIGNED.test(left) && splitVerb(left, lexicon).verb !== ''
  const served =
    /^(?:(?:累计|全年|今年)?(?:为(?:全[省市县区州镇乡])?|[对向]))$/.test(left) &&
    (quantity.kind === 'people' || /户|家/.test(quantity.unit))
  const scope = SCOPE.exec(left)?.[0].length ?? 0
  const verb = lastWord(left, lexicon.workVerbs, left.length - scope)
  const named =
    verb === '' &&
    (NAMED_FIRST.test(left) || isPlaceFirst(left, scan.slice(quantity.end, clause.end))) &&
    isNamedFirst(left, lexicon, quantity)
  if (verb === '' && !afterSame && !served && !assigned && !named) return undefined
  if (!plausibleNumeral(quantity, afterSame ? '建设' : verb, lexicon, scan.slice(quantity.end, clause.end)))
    return undefined
  const closed = endsAt(scan, quantity.end)
  if (!closed) {
    if (quantity.kind === 'rate') return undefined
    const sized =
      quantity.kind === 'measure' ||
      quantity.kind === 'money' ||
      (quantity.kind === 'people' && quantity.unit.endsWith('人'))
    if (sized && (quantity.suffix !== '' || SIZE_OF_OBJECT.has(verb))) return undefined
    if (/^(?:以下|及以下|以内|之内|内)$/.test(quantity.suffix)) return undefined
  }
  // 开展内镜检查3万名, 完成营造林5万亩: the verb is part of a noun that has its own verb
  if (closed && !afterSame && verb !== '') {
    const head = readIndicator(scan, segment, verbRun(scan, segment, quantity.start - scope, lexicon))
    if (head.end > head.start) return undefined
  }
  // 安排4亿元支持城市更新: what the money is for begins with a verb
  const purpose = quantity.kind === 'money' ? PURPOSE.exec(scan.slice(quantity.end, clause.end)) : null
  const nounAt = quantity.end + (softened(text, quantity) ? 1 : 0)
  const stop = closed
    ? quantity.end
    : purpose === null
      ? nounEnd(scan, nounAt, clause.end)
      : quantity.end + purpose[0].length
  if (!closed && stop <= nounAt) return undefined
  const counted = scan.slice(nounAt, stop)
  if (DIMENSION.test(counted)) return undefined
  if (quantity.chinese && POLICY.test(counted) && CARRIES_OUT.test(left)) return undefined
  if (verb === '支持' && DOES_MORE.test(counted)) return undefined
  if (named && (closed || (ONLY_WORKS.has(splitVerb(left, lexicon).verb) && !WORKS.test(counted)))) return undefined
  // 推动11个项目投资突破2000亿元: the number that matters comes later
  if (TIES_ANOTHER.test(scan.slice(stop, stop + 8))) return undefined
  const start = afterSame
    ? quantity.start
    : named
      ? quantity.start - left.replace(HOW, '').length
      : assigned
        ? headVerb(context, quantity)
        : verbRun(scan, segment, quantity.start - scope, lexicon)
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
    ...values(quantity),
  }
}

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
    ...values(quantity),
  }
}

/** Whether a verb of work stands before what is counted: 建成泵站5座. */
const isGoverned = ({ rule, start, indicator }: Candidate): boolean =>
  rule.startsWith('count') && start < indicator.start

/** 培育绿色工厂100家, 城镇新增就业5万人以上: verb, noun, number, and the phrase ends. */
const nounThenNumber = (context: Context, quantity: Quantity): Candidate | undefined => {
  const { scan, lexicon, segment, before, clause } = context
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
  const coordinated = before !== undefined && before.end >= clause.start && before.rule.startsWith('count')
  // 粮食面积稳定在520万亩、总产42亿斤; 建成泵站5座，管网20公里
  const listed =
    before !== undefined &&
    place.start === before.end + 1 &&
    (scan.charAt(before.end) === '、' ||
      (scan.charAt(before.end) === '，' && isGoverned(before)) ||
      (scan.charAt(before.end) === '（' && isGoverned(before) && before.unit === quantity.unit)) &&
    name.length <= 14
  const afterAbsolute = /(?:全覆盖|清零)[”]?、$/.test(scan.slice(segment, place.start))
  const part = before !== undefined && /其中$/.test(scan.slice(0, place.start))
  const ensured = /(?:确保|力争|争取|实现|保持|保障|保证)$/.test(
    scan.slice(Math.max(segment, place.start - 2), place.start),
  )
  if (
    verb === '' &&
    !coordinated &&
    !listed &&
    !afterAbsolute &&
    !part &&
    !ensured &&
    !METRIC_NOUN.test(name) &&
    !PER_HEAD.test(name)
  )
    return undefined
  if (quantity.kind === 'rate' && !METRIC_NOUN.test(name)) return undefined
  if (!plausibleNumeral(quantity, verb, lexicon, '')) return undefined
  const nounStart = place.end - place.start - noun >= 2 ? place.start + noun : place.start
  return {
    rule: 'count-after-noun',
    start: place.start - dropped.length,
    end: quantity.end,
    indicator: { start: nounStart, end: place.end },
    relation: quantity.bound ?? (AT_LEAST.test(scan.slice(clause.start, quantity.start)) ? '>=' : '='),
    ...values(quantity),
  }
}

/** 推动…产能100万吨/年建成投产, 推动…等50万千瓦机组建成投运: a capacity that is to come into use. */
const capacityThenDone = (context: Context, quantity: Quantity): Candidate | undefined => {
  const { scan, segment, clause } = context
  if (quantity.kind !== 'measure' && quantity.kind !== 'rate') return undefined
  if (quantity.chinese || !SET_GOING.test(scan.slice(clause.start, quantity.start))) return undefined
  const done = FINISHED.exec(scan.slice(quantity.end, clause.end))
  if (done === null) return undefined
  const verb = /(?:建成|投产|投运|投用|并网|达产)/.exec(done[0])
  const noun = { start: quantity.end, end: quantity.end + (verb?.index ?? 0) }
  const name = /(?:产能|装机|规模|能力|容量|产量)$/.exec(scan.slice(segment, quantity.start))
  const before = name === null ? null : { start: quantity.start - name[0].length, end: quantity.start }
  const indicator = noun.end > noun.start ? noun : before
  if (indicator === null) return undefined
  return {
    rule: 'capacity-in-use',
    start: Math.min(indicator.start, quantity.start),
    end: quantity.end + done[0].length,
    indicator,
    relation: quantity.bound ?? '=',
    ...values(quantity),
  }
}

/** Counts of work to be done, before or after the noun. */
export const parseCount: Parser = (context) => {
  const { group, scan, segment } = context
  const found: Candidate[] = []
  let current = context
  const dealt = isDistribution(scan.slice(segment, group[0].start), group)
  for (const quantity of group) {
    if (vetoed(current, quantity)) continue
    const candidate =
      verbThenNumber(current, quantity) ?? nounThenNumber(current, quantity) ?? capacityThenDone(current, quantity)
    if (candidate === undefined) continue
    found.push(candidate)
    current = { ...current, before: candidate, segment: candidate.end }
  }
  const [first] = found
  // 供热、燃气管网800公里、600公里: as many names as numbers, and no other name between
  if (!dealt && first !== undefined && first.rule === 'count-after-noun' && found.length === group.length) {
    const names = splitIndicator(scan, first.indicator.start, first.indicator.end)
    const shared = found.every((one) => one.indicator.start === first.indicator.start && one.unit === first.unit)
    if (group.length > 1 && shared && names.length === group.length)
      return found.map((candidate, index) => ({ ...candidate, indicator: names[index] ?? candidate.indicator }))
  }
  if (!dealt || first === undefined || found.length !== group.length) return found
  const parts = splitIndicator(scan, first.indicator.start, first.indicator.end)
  return found.map((candidate, index) => ({ ...candidate, indicator: parts[index] ?? candidate.indicator }))
}
