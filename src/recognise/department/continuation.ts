import type { DepartmentRole } from '../../model/register.ts'
import { readLabel } from '../../structure/labels.ts'
import { allMatches } from '../../text/matches.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { actionPattern, adverbPattern, modalPattern, roleOfWord, rolePattern } from './words.ts'

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

/** 会后一周内, 开学前, 年中、年终: a limit without a date. */
const OCCASION =
  '、?(?:会|节|汛|年|开学|放假|复工|复学|收假|开工|完工|竣工|换届|入冬|封冻|假|期)(?:前|后|中|终|末|当天|期间)(?:[一二两三四五六\\d]{1,2}个?(?:周|天|月|日|工作日))?(?:之?内|前)?'
const TIME =
  '(?:[一二三四五六]是|一(?=要)|[\\d一二三四五六七八九十两]{1,3}个?(?:日|天|周|月|工作日|小时)(?:之|以)?内|本(?:周[一二三四五六日末]?|月|季度?|学期|学年|旬)|不定[时期]|随时(?:底|末)?(?:之?前|内)?|下(?:周[一二三四五六日末]?|个?月)(?:之?前|内)?|从[^，,。；;]{1,8}起|(?:今[晚天]|明[天早]|后天)(?:[上下]午|晚上)?|这(?:[两几]天|个?[周月])(?:之?内)?|散会(?:之|以)?后|会后|回去(?:之后|以后|后)?|现在|赶紧|赶快|先|挨家挨户|(?:秋季|春季)?开学第一周|[两三四五六七八九十几](?:家|个(?:部门|单位|科室|乡镇|镇|乡|村|局|街道|支队|大队))|一起|一道|于(?=[\\d今明本每下上一二三四年])|\\d{1,2}[：:]\\d\\d(?:之?前)?|下班前|每[年月季](?:第?[一二三四\\d]个?[月周])?(?:\\d{1,2}日|[底末初])(?:之?前)|今年|明年|本年|本月|近期|近段时间|当前|目前|届时|同时|随后|下一步|今后|平时|每年|每月|每季度?|每半个?[年月]|每[\\d一二三四五六七八九十两]{1,2}个?[天日周月]|每班|每周(?:[一二三四五六日天](?![次个\\u4e00-\\u9fff]{0,2}(?:调度|通报|排名|报告|总结)))?|每[天日旬]|提早|及早|尽早|超前|细致|原则上|要按照|再|又|尤其|特别|也|还|均|都|就|更|才|则|既|仍|同样|真正|始终|共|各自|带头|千方百计|在[\\d一二三四五六七八九十两个月日年底前后内中下上旬]{2,12}|(?:(?:今|明|本)?年|\\d{2,4}年)?(?:[\\d]{1,2}月份?|[上下]半年|[一二三四]季度)(?:\\d{1,2}日|[上中下]旬)?(?:底|末)?(?:之前|以前|前|内|起)?|(?:\\d{2,4}年|[今明本]?年)(?:底|末)?(?:之前|以前|前|内)|[\\d]{1,4}年?(?:\\d{1,2}日)?(?:底|末)?(?:前|内)?)'
const STEP = new RegExp(`(?:(${modalPattern})|(?:${adverbPattern}|${OCCASION}|${TIME}))`, 'uy')
const ROLE = new RegExp(
  `(${rolePattern})(?!人|同志|干部|制(?![定订作造])|任(?!务)|编辑|单位|部门|机制|队|组(?!织)|力|官|员|办法|情况|结果|指标|过程)`,
  'uy',
)
const WITH = /(?:会同|汇同|联合|协同|商(?![务业贸户标场])|会商|配合)(?=[\u4e00-\u9fff]{2})/uy
const VERB = new RegExp(`各?(?:${actionPattern})`, 'uy')
const COPULA = /(?:分别)?(?:为|是|作为|即为|系)([^，,。；;：:]{2,14}?(?:单位|部门|责任人|主体|责任))$/u
const PAST = /^[^，,。；;]{0,12}?(?:了(?!解)|过(?!程|度|关|渡|剩|硬|失|问|户)|已经?|取得|曾)/u
const AS = /^[^，,。；;]{2,40}(?:作为|列为|列入|纳入|定为|确定为)/u
const PAST_LATER = /(?:明确|确定|提出|作出|出台|制定|印发|召开|下发|列入|纳入|部署|安排)了/u
/** 把…放在首位, 把…作为重点: how it is seen, not what is to be done with it. */
const TAKEN_AS =
  /^把[^，,。；;]{1,40}?(?:作为|放在|摆在|摆上|视为|当作|当成|看作|看成|列为|置于|定为|确定为|写入|写进|上升为)/u
/** A day or a span in front of the verb that is still to come. */
const LIMIT =
  /(?:[日天底末月年周]|之|以|学)前$|[日天周月时年]内$|[日月]起$|^从.*起$|本(?:周|学期|月)|下(?:周|个?月)|今晚|明[天早]|会后|开学|回去|这[两几]天|赶紧|赶快|马上/u
/** 产业园8月开工, 大桥6月底前建成: a thing that comes about. */
const COMES_ABOUT =
  /^(?:实现)?(?:全面|全部|正式|基本|主体|率先|如期)*(?:开工|竣工|投产|投用|建成|完工|完成(?!.)|通车|投运|运营|开业|落地|封顶|启用|交付|达产|动工|复工|试运行|到位|上线|挂牌|揭牌)/u
const HARD_MODAL = /要|应|须|必|务|需|不得|严禁|力争|确保/u
const NOT_BY =
  /^(?:于|此|来|衷|共同)?(?:组成(?![^，,。；;]{0,8}(?:组|专班|小队|队)(?:[，,]|对|开展|进行|分赴|深入|$))|构成|担任|引起|引发|造成|导致|产生|带来|决定|主导|出资|转|变|任|兼任|亲自担任|放心|批示|考虑|理解|谅解)/u
/** 市县政府督查阶段（7—9月）: the name of a stage. */
const STAGE = /^[\u4e00-\u9fff、]{2,8}阶段(?:$|[（(])/u
/** 省环保厅明确要求: they speak, they are not told. */
const REPORTED = /^(?:明确|提出|作出|反复|多次|再三|专门)?(?:要求|指出|强调|表示|规定|认为|反映|通报了|表明|显示)/u
const PREPOSITION = /^(?:对|针对|根据|按照|按|结合|在|以|从|把|依据|依照|围绕|就)/u
/** 跟县局再对接一次: whom one is to see about it. */
const SEES_ABOUT = /^(?:跟|同|与|和)[^，,。；;的]{1,12}?再?(?:对接|沟通|衔接|联系|协调|商量|核对|碰)/u
/** A verb of doing further on, where the clause begins with 对, 以, 在 … */
const DOES =
  /进行|实行|予以|给予|开展|负总?责|明确|加强|推进|制定|落实|报送|完善|建立|执行|组织|督导|督促|处理|审核|配合|报告|汇报|提交|反馈|公布|公开|评估|检查|排查|清查|核查|巡查|整治|清理|会诊|登记|执勤|调度|通报|考核|统筹|解决|列支|审计|监测|检测|巡逻|走访/u
/** 对出水水质检测一次: done to what stands behind 对. */
const DOES_TO =
  /^对[^，,。；;的]{2,20}(?:检测|监测|检查|抽查|排查|巡查|核查|考核|评估|整治|整改|清理|清运|改造|修复|培训|通报|维护|监管|管控|治理|调度)(?!.{0,8}(?:要求|情况|力度|不够|不足))/u
const LATER_MODAL =
  /(?:必须|应当|务必|一定要|(?<![供反响适对呼])应(?!急|用|对|有)|(?<![主重需紧概首机])要(?!求|素|件|点)|须)/u
const MAY = /可(?!能|行|持续|靠|视|控|再生|以看出)/u
/** 密切配合, 全力协助 at the end of the clause, whatever stands before it. */
const HELPS_AT_END = /(?:积极|主动|全力|大力|按要求|按职责|给予|予以|做好)(?:配合|协助|参与|支持|协同)(?:工作)?$/u
/** 住房城乡建设局负责监督: what they answer for is that others do it. */
const SUPERVISES =
  /^(?:具体|全程|统一|组织|总)?负责(?:具体|全程|统一|组织|日常)?(?:监督|督导|督办|督查|督促|考核|验收|跟踪督办)(?:检查|考核|督导|督促|落实|验收|工作|通报)*$/u
const HELPS_LATER = /[，,、](?:积极|主动|全力|密切|认真)?(?:配合|协助)(?!(?:工作)?(?:$|[，,。；;]))/u

/** So far a sentence is looked through: one without a stop may be as long as the text. */
const AHEAD = 600

const sticky = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/**
 * Reads what follows a list of names at `at`: adverbs, a modal, then a role or any other verb.
 * `asked`: the names were asked for (请, 由, 希望), so that any verb will do.
 */
export function readContinuation(
  text: string,
  at: number,
  clauseEnd: number,
  sentenceEnd: number,
  asked: boolean,
  lexicon: DepartmentLexicon,
): Continuation | null {
  const copula = COPULA.exec(text.slice(at, clauseEnd))
  if (copula?.[1] !== undefined) {
    const read = readLabel(copula[1].replace(/^本[^责第]{1,4}/u, ''))
    if (read?.roles[0] !== undefined)
      return { rule: 'is-unit', role: read.roles[0], weight: 'role', partners: [], end: clauseEnd }
    if (read?.field === 'people')
      return { rule: 'is-person', role: 'responsible', weight: 'role', partners: [], end: clauseEnd }
  }
  let p = at
  let modal: string | null = null
  let soft: string | null = null
  for (let step = sticky(STEP, text, p); step !== null && p < clauseEnd; step = sticky(STEP, text, p)) {
    if (step[0] === '') break
    // 主要, 统筹, 组织 are adverbs before a role only; 做好 begins what is to be done.
    if (/^(?:做好|抓好|组织|统筹|按|各)/u.test(step[0]) && sticky(ROLE, text, p + step[0].length) === null) break
    if (step[1] !== undefined) {
      if (HARD_MODAL.test(step[1])) modal = step[1]
      else soft = step[1]
    } else if (/^(?:要|应|须|应当|必须|需|要按照)$/u.test(step[0])) modal = step[0]
    p += step[0].length
  }
  if (p > clauseEnd) p = clauseEnd
  // 各地都在…: they are at it already.
  if (modal === null && text[p] === '在' && /[都正均也]/u.test(text[p - 1] ?? '')) return null
  const rest = text.slice(p, clauseEnd)
  const sentence = text.slice(p, Math.min(sentenceEnd, p + AHEAD))
  if (rest === '' && modal === null) return null
  const weight = modal !== null ? 'modal' : 'verb'
  if (asked && NOT_BY.test(rest)) return null

  const role = sticky(ROLE, text, p)
  if (role !== null && p + role[0].length <= clauseEnd && !PAST.test(text.slice(p + role[0].length, clauseEnd))) {
    const watches = SUPERVISES.exec(rest)
    const read = watches !== null ? 'supervise' : roleHere(text, p, role[1] ?? '', clauseEnd, modal !== null || asked)
    if (read !== null) {
      // 负责 and 牵头 say it outright; 落实, 参与 are verbs like others unless they close the clause.
      const outright = /负责|牵头|主办|承办|负总责|各负其责/u.test(role[0]) || p + role[0].length === clauseEnd
      return {
        rule: `role-${read}`,
        role: read,
        weight: outright ? 'role' : weight,
        partners: [],
        end: p + role[0].length,
        helpsLater: HELPS_LATER.test(sentence),
      }
    }
  }
  const together = sticky(WITH, text, p)
  if (together !== null && together.index < clauseEnd) {
    const from = p + together[0].length
    const found = readPartners(text, from, clauseEnd, lexicon)
    if (found !== null) {
      const lead = /^(?:牵头|共同牵头)/u.test(text.slice(found.end, clauseEnd))
      const helps = together[0] === '配合'
      return {
        rule: helps ? 'helps' : 'together',
        role: lead ? 'lead' : helps ? 'support' : 'responsible',
        weight: modal === null && !asked ? 'role' : 'modal',
        partners: helps ? [] : found.names,
        end: found.end,
      }
    }
  }
  if (HELPS_AT_END.test(rest) && !/督促|对|指导/u.test(rest)) {
    return { rule: 'helps', role: 'support', weight, partners: [], end: clauseEnd }
  }
  if (modal !== null) {
    const helpsLater = HELPS_LATER.test(sentence)
    return { rule: 'told-to', role: 'responsible', weight: 'modal', partners: [], end: p, helpsLater }
  }
  if (PAST.test(rest) || REPORTED.test(rest) || STAGE.test(rest)) return null
  // 对…可给予补贴: leave is given, nothing is asked.
  if (MAY.test(rest) && !LATER_MODAL.test(rest)) return null
  if (PREPOSITION.test(rest) && LATER_MODAL.test(rest)) {
    return { rule: 'told-to', role: 'responsible', weight: 'modal', partners: [], end: p }
  }
  if (asked && rest !== '') return { rule: 'asked-to', role: 'responsible', weight: 'modal', partners: [], end: p }
  // 将 itself says that something is to come.
  // 省委将试点作为改革重点，明确了…: here 将 is 把, and it is done.
  if (soft === '将' && AS.test(rest) && PAST_LATER.test(sentence)) return null
  if (soft === '将' && rest !== '') return { rule: 'will', role: 'responsible', weight: 'verb', partners: [], end: p }
  if (SEES_ABOUT.test(rest)) return { rule: 'sees-about', role: 'responsible', weight: 'verb', partners: [], end: p }
  const verb = sticky(VERB, text, p)
  // 省政府制定的《方案》: what they made is the subject; 各级对…的要求越来越高 tells how things are.
  if (verb !== null && text[p + verb[0].length] === '的') return null
  const limited = LIMIT.test(text.slice(at, p))
  if (verb?.[0] === '把') {
    return TAKEN_AS.test(rest) || PAST_LATER.test(rest)
      ? null
      : { rule: 'with-object', role: 'responsible', weight: 'verb', partners: [], end: p }
  }
  if (verb !== null && /^[对以在从向]$/u.test(verb[0]) && !limited && !DOES.test(sentence)) {
    if (verb[0] !== '对' || !DOES_TO.test(sentence)) return null
  }
  // 县政府在治理方面，确定了一批工程: the clause behind says that it is done
  if (verb !== null && /^[以在从]$/u.test(verb[0]) && !limited) {
    const behind = sentence.slice(rest.length + 1).split(/[，,；;。]/u)[0] ?? ''
    if (PAST_LATER.test(behind)) return null
  }
  if (verb !== null && verb.index < clauseEnd) {
    return { rule: 'acts', role: 'responsible', weight: 'verb', partners: [], end: p }
  }
  // 区政府每季度一调度: a rhythm is a verb as well.
  if (
    /^一[天日周旬月季年]一/u.test(rest) ||
    (p > at &&
      (/^一[\u4e00-\u9fff]{2}/u.test(rest) || /每.{0,3}[日天周旬月季半年班][度年月]?$/u.test(text.slice(at, p))))
  ) {
    return { rule: 'rhythm', role: 'responsible', weight: 'verb', partners: [], end: p }
  }
  // 各区于6月20日前通过系统报送: who has a day to do it by is told to.
  if ((limited || /^于.*前$/u.test(text.slice(at, p))) && rest !== '' && !COMES_ABOUT.test(rest)) {
    return { rule: 'by-date', role: 'responsible', weight: 'verb', partners: [], end: p }
  }
  // The adverb alone was the verb: 各乡镇组织…, 积极…, 认真….
  const self = p > at ? sticky(VERB, text, at) : null
  return self === null || soft !== null
    ? null
    : { rule: 'acts', role: 'responsible', weight: 'verb', partners: [], end: p }
}

/** The role of a role word in running text: 落实 and 实施 are plain verbs there, 配合 without object is mutual. */
function roleHere(text: string, at: number, word: string, clauseEnd: number, told: boolean): DepartmentRole | null {
  const role = roleOfWord(word) ?? null
  const after = text.slice(at + word.length, clauseEnd)
  if (role === 'responsible' || role === 'lead') return role
  if (role === 'supervise') return /^(?:落实|整改|工作)?$/u.test(after) ? 'supervise' : null
  // 参与活动情况也将…: the helping is a noun here.
  if (/^(?:企业|群众|农户|和|与|力度|发展)|(?:情况|力度|程度|积极性)/u.test(after)) return null
  // 教育行政部门要参与…环节的工作: taking part is what they are told to do.
  if (/^参[与加]$/u.test(word) && told && !/^(?:工作)?$/u.test(after)) return 'responsible'
  if (role === 'support' && word === '支持') return after === '' || /^配合|^做好/u.test(after) ? 'support' : null
  return role === 'support' && (told || after.length < 8 || /^做好|^开展|^落实|^完成|^推进/u.test(after))
    ? 'support'
    : role
}

const PARTNER_END = new RegExp(
  `(?:逐|于(?=[\\d今明本每年下上一二三四])|在(?=[\\d今明本每年])|[\\d]{1,4}[年月]|每[年月季半周旬日天]|${actionPattern}|${modalPattern}|${rolePattern}|${adverbPattern})`,
  'gu',
)

/** The names behind 会同, up to the verb of what they do together. */
export function readPartners(
  text: string,
  from: number,
  clauseEnd: number,
  lexicon: DepartmentLexicon,
): { names: ListedName[]; end: number } | null {
  let best: { names: ListedName[]; end: number } | null = null
  const stop = Math.min(clauseEnd, from + 60)
  for (const match of allMatches(PARTNER_END, text.slice(from, stop))) {
    if (match.index === 0) continue
    const list = readNameList(text, from, from + match.index, 'strict', lexicon)
    if (list !== null) best = { names: list.names, end: from + match.index }
  }
  const whole = readNameList(text, from, stop, 'strict', lexicon)
  return whole === null ? best : { names: whole.names, end: stop }
}
