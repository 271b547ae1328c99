import type { Candidate } from '../candidate.ts'
import type { Context } from '../context.ts'
import { TIME } from '../indicator.ts'
import { lastWord, type TargetLexicon } from '../lexicon.ts'
import { DATE } from '../names.ts'
import type { Quantity } from '../quantity.ts'
import { firstWord, splitVerb, verbRun } from './verbs.ts'

/** 落实好上级部署的22项…: the object is described before it is counted. */
const ASSIGNED = /(?:部署|下达|确定|明确|梳理|安排|交办|反馈|排定|列出|指出|转办|移交|签订)的$/
/** May stand between the verb and the number. */
const SCOPE =
  /(?:(?:辖区|区域|全域|市域|县域|镇域|城区|市区|主城区|县城)内?|全[省市县区国州乡镇]|免费|各|首批|年度|累计|共|再|一共|剩余|其余|余下|[0-9一二三四五六七八九十]{1,3}(?:大?类|大领域|大方面|大板块))$/
/** 启动建设…等15个新项目, 完成…共6台机组替代: names of the things stand between the verb and their number. */
const NAMED_FIRST = /(?:等|共|等共|合计|共计)$/
/** Adverbs before a verb. */
const HOW = new RegExp(
  `^(?:[到至在于]?${DATE}+[底末]?(?:之?前|内)?|年底前|年内|大力|加快|全力|加力|积极|扎实|持续|重点|着力|全面|抓紧|力争|确保|今年|全年|要|将|计划|继续|并)+`,
)
/** What goes on with these is there already: 推动…等5个产业集群发展. */
export const ONLY_WORKS: ReadonlySet<string> = new Set(['推进', '推动', '抓好', '实施', '促进'])
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

/** What stands before a number and makes it a count of work. */
export interface Governing {
  /** The words before the number, without what joins them to the target before. */
  left: string
  /** The verb right before the number, or ''. */
  verb: string
  /** 建成三座，两座…: it goes on with what was counted before. */
  afterSame: boolean
  /** 启动建设…等15个新项目: names of the things stand between the verb and their number. */
  named: boolean
  /** Where the verb begins. */
  start: number
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

/** Whether a number goes on with what was counted before it. */
const isAfterSame = (context: Context, quantity: Quantity, left: string): boolean => {
  const { scan, segment, before, clause } = context
  if (left !== '' || before === undefined) return false
  const apart = /^其中/.test(scan.slice(clause.start, quantity.start)) ? 1 : 0
  return (
    (before.end >= clause.start - apart &&
      before.rule.startsWith('count') &&
      (apart === 0 || segment < quantity.start)) ||
    isNextOfKind(context, quantity, before)
  )
}

/** Reads what stands before a number; undefined where no work governs it. */
export const readGoverning = (context: Context, quantity: Quantity): Governing | undefined => {
  const { scan, lexicon, segment, clause } = context
  const left = scan.slice(segment, quantity.start).replace(CONTINUES, '')
  const afterSame = isAfterSame(context, quantity, left)
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
  const start = afterSame
    ? quantity.start
    : named
      ? quantity.start - left.replace(HOW, '').length
      : assigned
        ? headVerb(context, quantity)
        : verbRun(scan, segment, quantity.start - scope, lexicon)
  return { left, verb, afterSame, named, start }
}

/** Where the verb stands whose object is counted only after a description. */
const headVerb = ({ scan, segment, lexicon }: Context, quantity: Quantity): number => {
  const left = scan.slice(segment, quantity.start)
  const { verb, noun } = splitVerb(left, lexicon)
  return segment + Math.max(0, noun - verb.length)
}
