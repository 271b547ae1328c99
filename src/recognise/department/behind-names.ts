import type { DepartmentRole } from '../../model/register.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import type { ListedName } from './namelist.ts'
import { adverbPattern, modalPattern, rolePattern } from './words.ts'

/** What the words behind a list of names make of it. */
export interface Continuation {
  rule: string
  role: DepartmentRole
  /** How much it proves: a modal or role word asks for something, a bare verb may only tell. */
  weight: 'role' | 'modal' | 'verb' | 'none'
  partners: ListedName[]
  /** Where the words that were read end. */
  end: number
  /** Further on the sentence says that they help somebody (…，积极配合环保部门). */
  helpsLater?: boolean
}

/** Where names are read, or what stands behind them. */
export interface Place {
  text: string
  at: number
  /** Where the clause ends, and the sentence. */
  clauseEnd: number
  sentenceEnd: number
  /** The names were asked for (请, 由, 希望), so that any verb will do. */
  asked: boolean
  lexicon: DepartmentLexicon
}

/** The words behind a list of names that ends at `at`, adverbs and modals read. */
export interface Behind extends Place {
  /** What comes behind adverbs, times and modals. */
  from: number
  /** From there: to the end of the clause, and as much of the sentence as is looked through. */
  rest: string
  sentence: string
  /** They must, should …. */
  told: boolean
  /** A word that asks less: 可, 将. */
  soft: string | null
}

/** 会后一周内, 开学前, 年中、年终: a limit without a date. */
const OCCASION =
  '、?(?:会|节|汛|年|开学|放假|复工|复学|收假|开工|完工|竣工|换届|入冬|封冻|假|期)(?:前|后|中|终|末|当天|期间)(?:[一二两三四五六\\d]{1,2}个?(?:周|天|月|日|工作日))?(?:之?内|前)?'
const TIME =
  '(?:[一二三四五六]是|一(?=要)|[\\d一二三四五六七八九十两]{1,3}个?(?:日|天|周|月|工作日|小时)(?:之|以)?内|本(?:周[一二三四五六日末]?|月|季度?|学期|学年|旬)|不定[时期]|随时(?:底|末)?(?:之?前|内)?|下(?:周[一二三四五六日末]?|个?月)(?:之?前|内)?|从[^，,。；;]{1,8}起|(?:今[晚天]|明[天早]|后天)(?:[上下]午|晚上)?|这(?:[两几]天|个?[周月])(?:之?内)?|散会(?:之|以)?后|会后|回去(?:之后|以后|后)?|现在|赶紧|赶快|先|挨家挨户|(?:秋季|春季)?开学第一周|[两三四五六七八九十几](?:家|个(?:部门|单位|科室|乡镇|镇|乡|村|局|街道|支队|大队))|一起|一道|于(?=[\\d今明本每下上一二三四年])|\\d{1,2}[：:]\\d\\d(?:之?前)?|下班前|每[年月季](?:第?[一二三四\\d]个?[月周])?(?:\\d{1,2}日|[底末初])(?:之?前)|今年|明年|本年|本月|近期|近段时间|当前|目前|届时|同时|随后|下一步|今后|平时|每年|每月|每季度?|每半个?[年月]|每[\\d一二三四五六七八九十两]{1,2}个?[天日周月]|每班|每周(?:[一二三四五六日天](?![次个\\u4e00-\\u9fff]{0,2}(?:调度|通报|排名|报告|总结)))?|每[天日旬]|提早|及早|尽早|超前|细致|原则上|要按照|再|又|尤其|特别|也|还|均|都|就|更|才|则|既|仍|同样|真正|始终|共|各自|带头|千方百计|在[\\d一二三四五六七八九十两个月日年底前后内中下上旬]{2,12}|(?:(?:今|明|本)?年|\\d{2,4}年)?(?:[\\d]{1,2}月份?|[上下]半年|[一二三四]季度)(?:\\d{1,2}日|[上中下]旬)?(?:底|末)?(?:之前|以前|前|内|起)?|(?:\\d{2,4}年|[今明本]?年)(?:底|末)?(?:之前|以前|前|内)|[\\d]{1,4}年?(?:\\d{1,2}日)?(?:底|末)?(?:前|内)?)'
const STEP = new RegExp(`(?:(${modalPattern})|(?:${adverbPattern}|${OCCASION}|${TIME}))`, 'uy')
/** A word for a role, no part of another. */
export const ROLE = new RegExp(
  `(${rolePattern})(?!人|同志|干部|制(?![定订作造])|任(?!务)|编辑|单位|部门|机制|队|组(?!织)|力|官|员|办法|情况|结果|指标|过程)`,
  'uy',
)
const HARD_MODAL = /要|应|须|必|务|需|不得|严禁|力争|确保/u
/** So far a sentence is looked through: one without a stop may be as long as the text. */
const AHEAD = 600

/** A sticky pattern at a place. */
export const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads adverbs, times and modals behind names that end at `at`. */
export function readBehind(place: Place): Behind {
  const { text, at, clauseEnd, sentenceEnd } = place
  let from = at
  let told = false
  let soft: string | null = null
  for (let step = sticky(STEP, text, from); step !== null && from < clauseEnd; step = sticky(STEP, text, from)) {
    if (step[0] === '') break
    // 主要, 统筹, 组织 are adverbs before a role only; 做好 begins what is to be done.
    if (/^(?:做好|抓好|组织|统筹|按|各)/u.test(step[0]) && sticky(ROLE, text, from + step[0].length) === null) break
    if (step[1] !== undefined) {
      if (HARD_MODAL.test(step[1])) told = true
      else soft = step[1]
    } else if (/^(?:要|应|须|应当|必须|需|要按照)$/u.test(step[0])) told = true
    from += step[0].length
  }
  from = Math.min(from, clauseEnd)
  const rest = text.slice(from, clauseEnd)
  const sentence = text.slice(from, Math.min(sentenceEnd, from + AHEAD))
  return { ...place, from, rest, sentence, told, soft }
}

/** They are answerable, and what proves it ends where adverbs and modals do. */
export const answerable = (rule: string, weight: Continuation['weight'], { from }: Behind): Continuation => ({
  rule,
  role: 'responsible',
  weight,
  partners: [],
  end: from,
})
