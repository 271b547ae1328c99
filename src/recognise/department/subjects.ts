import type { DepartmentRole } from '../../model/register.ts'
import { groupsOf } from '../../text/brackets.ts'
import { CharSet } from '../../text/char-set.ts'
import { allMatches } from '../../text/matches.ts'
import { type Clause, sentencesOf } from './clauses.ts'
import { type Continuation, readContinuation, readPartners } from './continuation.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { mentionsOf } from './mentions.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { mayBeName, opensLikeVerb } from './names.ts'
import { readDutyOfPost, readOfficers, readPerson } from './persons-told.ts'
import { accept, type SubjectState } from './subject-statements.ts'
import type { Responsibility } from './types.ts'
import { actionPattern, adverbPattern, askingPattern, modalPattern, rolePattern } from './words.ts'

/** A clause can only hold a statement when a character of a name is in it, or one of the words without such a character. */
const NAME_CHARS = new CharSet('各局委办厅部院府会乡镇街区县市州村居司队处科室股馆厂社联站所团园校组商方地')
const NAME_WORDS = /中心|集团|银行|单位|企业|机关|公安|机构|专班|财政|由[^，,。；;]{1,10}[校长任记计师员]/
const mayHoldName = (clause: string): boolean => NAME_CHARS.isIn(clause) || NAME_WORDS.test(clause)

const LEAD_IN = new RegExp(
  [
    '[（(][\\d一二三四五六七八九十]{1,3}[)）]',
    '[\\d]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]级)|[①-⑳]',
    '[一二三四五六七八九十]{1,3}(?:是|要)(?:要(?!求))?|第[一二三四五六七八九十]{1,3}[，,、]|首先(?:是)?|其次(?:是)?|再次|最后(?:是)?|再就是',
    '(?:[他她]|[\\u4e00-\\u9fff]{1,3}(?:书记|[省市县区镇乡局院校部处科所站矿厂组队]长|主任|主席|总|总经理|董事长|经理|同志))(?:还|又|最后)?(?=要求|希望|责成|请)|(?:强调|指出)(?=[^，,。；;：:]{2,30}(?:要|必须|务必|应))|[\\u4e00-\\u9fff]{2,12}(?:要求|强调|责成)(?=各|有关|相关|全[市县区镇])|(?!按|根据|对照|依|参照|符合|落实|达到|提出|有关|相关|工作|严格)[\\u4e00-\\u9fff]{2,8}要求(?=[\\u4e00-\\u9fff]{1,7}(?:处|科|股|局|室|部门|公司|支部|中队|大队)(?![长分的]))|这就(?=要求)|我们(?=各)|会议(?:研究)?(?:决定|要求|明确|强调|指出|议定|确定|认为)?(?=[\\u4e00-\\u9fff]{2})',
    '[此该本这]项(?:工作|任务)(?=[\\u4e00-\\u9fff]{2,12}(?:牵头|负责|负总责|承办))|[\\u4e00-\\u9fff“”]{2,5}(?:假期|期间)(?:[（(][^（()）]{1,20}[)）])?(?=各)',
    '同时|另外|此外|就是(?=各|由)|还有就是|比如|例如|为此|因此|但是?|所以|并且?|而且|特别是|尤其是|甚至|包括|以及|届时|今后|下一步|下步|接下来|当前|目前|近期|日后|会后|年内',
    '每(?:年|半年|季度?|月|旬|周|日)(?=[省市县区州镇乡各有][\\u4e00-\\u9fff])|(?:今年|明年)(?!以来)|到?[\\d]{4}年(?:底|末)?(?:前)?|[上下]半年(?=[\\u4e00-\\u9fff]{2})|[\\d]{1,2}月(?:底|\\d{1,2}日)?前',
    '全[市县区省镇]范围内',
  ].join('|'),
  'uy',
)
/** 王敏局长要求: somebody is told by somebody who is named. */
const SPEAKER = /^(?!会议|我们|这就).*(?:要求|责成)$/u
const ASKING = new RegExp(`(?:${askingPattern})(?!于|此|来|衷)`, 'uy')
/** 会议要求，…; 他要求教务处…: all that is said in the rest of the sentence is asked for. */
const ASKS_ALL =
  /^(?:[\u4e00-\u9fff]{0,12}(?:要求|责成)$|[\u4e00-\u9fff]{0,8}(?:要求|责成)(?!不|高|严|的|和|与|是|达到|较))/u
/** 管理由X负责 has a 由, 理由 and 自由 have none. */
const BY =
  /(?<![自缘因经不]|(?<!责)任|(?<![管治整清处办受修代监护助审])理|(?<![未原将本近])来)由(?!于|此|来|衷|头|不得)/gu
/** 由所涉及的A、B…. */
const CONCERNED = /^所?(?:涉及|对应|属)的/u
const POST =
  /[“"]?(?:党政)?(?:主要领导|主要负责(?:同志|人)?|分管(?:领导|负责(?:同志|人)?)|负责(?:同志|人)|法人代表|法定代表人|一把手|班子成员|领导班子|领导干部|党政班子|领导(?:同志)?)(?:同志)?[”"]?(?:和[^，,。]{2,6}(?:领导|负责人|同志))?/uy
/** 各级政府及工作人员: the people of the bodies named. */
const staffPattern =
  '(?:及其?|和|与)(?:全体|所有|广大|有关|相关)?(?:工作人员|干部职工|党员干部|领导干部|从业人员|公务员|干部|职工|党员)'
const STAFF = new RegExp(staffPattern, 'uy')
const LEADS_CLAUSE = new RegExp(`^(?:要|应|须|必须|务必|一定要|应当|都要|也要|${rolePattern})`, 'u')
const DUTY = new RegExp(
  `^(?:\\d{1,2}[.．、]|[（(][\\d一二三四五六七八九十]{1,2}[)）]|[①-⑳]|一是)?(?:${actionPattern}|${adverbPattern})`,
  'u',
)
const BY_DUTY =
  /^(?:(?:要|应)?(?:按照?|依照?|依据|根据)(?:各自)?(?:的)?(?:职责|分工|职能|任务分工|责任分工)|分口|分头|分别|共同|通力|密切|协同|联合|各司其职|各负其责|齐抓共管)/u
const BOUNDARY = new RegExp(
  `(?:${[
    modalPattern,
    adverbPattern,
    rolePattern,
    actionPattern,
    staffPattern,
    '[“"]一把手[”"]',
    '[一二三四]季度|本[季]|年[中终]|(?:会|节|汛|年|放假|复工|假)[前后]|期[中末]|不定[时期]|随时|提出|组成|拟定|拟订|起草|综合|今年|明年|近期|近段时间|届时|每|原则上|主要负责|主要领导|分管|法人代表|一把手|班子|领导|法定|真正|也|还|均|都|就|为|是|作为|千方百计|在|尽|再|通力|高度|一定|时刻|严|狠|强|带头|齐|共|不|又|自觉|率先|勇|迅速|抢抓|牢固|高标准|高效|靠前|深|树立|把握|立足|瞄准|着眼|着力|大力|努力|凡|既|始终|继续|真|精心|用好|管好|守好|动员|发动|接到|收到|发现|指导|限期|有针对性|一|各(?=拿出|选派|指派|派|报|抓|包|蹲|负责|带)|拿出|用足|予以|给予|逐|年底|年内|提前|提早|及早|尽早|超前|细致|主动|于(?=[\\d今明本每年下上一二三四])|[\\d]{1,4}[年月]|[\\d一二三四五六七八九十两]{1,3}个?(?:日|天|周|月|工作日|小时)(?:之|以)?内|本(?:周|月|季度|学期|学年|旬)|下(?:周|个?月)|[上下]半年|今[晚天]|明[天早]|散会后|会后|开学|[两三四五六七八九十几](?:家|个(?:部门|单位|科室|乡镇|镇|乡|村|局|街道|支队|大队))|早(?=一?点|日)|优先|连夜',
  ].join('|')})`,
  'gu',
)
/**
 * 各门店要…, 各班级每天…: whatever it is that there are several of is told to act.
 */
const EACH_TOLD =
  /^(?:请|要求|希望)?(各(?![项类种式样自位级族界行环阶方领个条有就得取尽])大?[\u4e00-\u9fff]{2,5}?)(?:都|也|还|均|既|一定)?(?:(?<![主重需紧概首机摘纪必])要(?![求点素])|(?<![相反响适对供])应(?![急用变对当])|必须|务必|应当|须(?!知)|每[日天周旬月季年班])/u
/** Those of whom there are several and who are people, or no bodies at all. */
const NO_BODY_EACH =
  /(?:[员长者师民]|人员|干部|书记|主任|同志|领导|人|环节|方面|领域|阶段|任务|工作|问题|项目|工程|指标|措施|点位|层面|岗位|材料|情况|名单|意见|数据|报表|进度)$/u
/** 负有…职责的各相关单位一定要: the body stands right before the modal, behind 的 of its own clause. */
const AFTER_DE =
  /的((?:各|有关|相关|所有|乡镇|部门|单位|企业|县|市|街道|地区)[^，,。；;：:、的]{0,14}?)(?=一定要|必须|应当|务必|都要|要|应|须)/gu
const OCCASION =
  /^([\u4e00-\u9fff、（）()]{2,40}?)(?:在|收到|接到|发现)[^，,。；;]{2,30}?(?:时|中|过程中|期间|之?后|之?前)$/u
const OCCASION_ENDS = new CharSet('时中间后前')
const HOUSE_OFFICE = /^[\u4e00-\u9fff]{1,7}(?:科|处|股|室|办|部|中心)$/u
/** 落实并发挥好各区、各办事处的主体责任: whose duty it is stands inside. */
const DUTY_OF =
  /(?:落实|压实|压紧|夯实|扛牢|强化|发挥)(?:并(?:落实|压实|发挥))?好?(各[^，,。；;：:的]{1,40}?)的?(?:属地|主体|监管|管理|领导|行业|第一|安全|首要|和|、|[生产])*责任/u
const HOLDS_UNIT =
  /(?:牵头|主办|主责|责任|承办|配合|协办|督导|验收|实施)(?:单位|部门|主体)(?:分别|依次|主要|均|都)?(?:是|为|由|包括|有)(?!什么|谁)/u
const FURTHEST = 200
/** So many names may wait for what they are to do. */
const MOST_PENDING = 100

/** Statements of running text: 由X负责, 责任单位是X, X牵头, and subjects told to act (各乡镇要…). */
export function readSubjects(text: string, lexicon: DepartmentLexicon): Responsibility[] {
  const state: SubjectState = { sentence: 0, asking: false, text, lexicon, out: [] }
  for (const sentence of sentencesOf(text)) {
    readSentence(state, sentence)
    if (!/[；;]/.test(text.charAt(sentence.at(-1)?.end ?? 0))) state.asking = false
  }
  return state.out
}

function readSentence(state: SubjectState, sentence: readonly Clause[]): void {
  const sentenceEnd = sentence.at(-1)?.end ?? 0
  state.sentence = sentence[0]?.start ?? 0
  let pending: ListedName[] = []
  let asked = false
  for (const clause of sentence) {
    readOfficers(state, clause)
    const slice = state.text.slice(clause.start, clause.end)
    if (ASKS_ALL.test(slice)) state.asking = true
    const waiting = pending
    pending = []
    if (waiting.length > 0 && LEADS_CLAUSE.test(slice)) {
      // 赵圈镇，要按照…: the subject was a clause of its own.
      const continuation = readContinuation(state.text, clause.start, clause.end, sentenceEnd, asked, state.lexicon)
      if (continuation !== null && accept(state, clause, sentenceEnd, waiting, continuation, asked)) continue
    }
    // 县卫健局：1.完成…; 县公安局：依法查处…: a list of duties by body.
    if (waiting.length > 0 && /[：:]/u.test(state.text[clause.start - 1] ?? '') && clause === sentence[1]) {
      const duty: Continuation = {
        rule: 'duty-list',
        role: 'responsible',
        weight: 'role',
        partners: [],
        end: clause.end,
      }
      const sure = waiting.every(
        ({ strength, name }) => strength === 'known' || strength === 'collective' || HOUSE_OFFICE.test(name),
      )
      if (sure && DUTY.test(slice) && accept(state, clause, sentenceEnd, waiting, duty, asked)) continue
    }
    if (clause === sentence[1] && readDutyOfPost(state, sentence[0], clause)) continue
    // 监测中心、岗黄站，按照职责分工，加大…: the manner of it alone follows the names.
    if (waiting.length > 0 && BY_DUTY.test(slice)) {
      const duty: Continuation = { rule: 'by-duty', role: 'responsible', weight: 'role', partners: [], end: clause.end }
      if (accept(state, clause, sentenceEnd, waiting, duty, asked)) continue
    }
    if (!mayHoldName(slice)) {
      asked = false
      continue
    }
    const read = readClause(state, clause, sentenceEnd, waiting, asked)
    pending = read.pending.length > 0 ? read.pending : namesBeforeOccasion(state, clause)
    asked = read.asked
  }
}

/** 各单位在撰写材料时，要…: the names, and the occasion on which they are told. */
function namesBeforeOccasion({ text, out, lexicon }: SubjectState, clause: Clause): ListedName[] {
  if (!OCCASION_ENDS.has(text.charCodeAt(clause.end - 1)) || (out.at(-1)?.end ?? 0) > clause.start) return []
  const length = OCCASION.exec(text.slice(clause.start, clause.end))?.[1]?.length ?? 0
  if (length === 0) return []
  const list = readNameList(text, clause.start, clause.start + length, 'strict', lexicon)
  return list?.names.every(({ strength }) => strength !== 'weak' || list.names.length > 1) === true ? list.names : []
}

interface ClauseRead {
  /** Names that made the whole clause: the next one may say what they are to do. */
  pending: ListedName[]
  asked: boolean
}

const NONE: ClauseRead = { pending: [], asked: false }

function readClause(
  state: SubjectState,
  clause: Clause,
  sentenceEnd: number,
  waiting: ListedName[],
  wasAsked: boolean,
): ClauseRead {
  const { text, lexicon } = state
  if (readHeldUnit(state, clause) || readTogether(state, clause)) return NONE
  // 此项工作由A、B负责: what stands before 由 is the work.
  const slice = text.slice(clause.start, clause.end)
  const asks = slice.includes('由') ? allMatches(BY, slice).map(({ index }) => index) : []
  const groups = asks.length > 0 ? groupsOf(slice) : []
  const inBracket = (at: number): boolean => groups.some(({ start, end }) => at > start && at < end)
  const by = readBy(
    state,
    clause,
    sentenceEnd,
    asks.filter((at) => !inBracket(at)),
  )
  if (by !== null) return by
  const head = afterLeadIn(text, clause)
  const asked = head.asked || (wasAsked && waiting.length > 0)
  const read = readNamesAt(text, head.at, clause.end, sentenceEnd, asked, lexicon)
  if (read !== null) {
    const names = [...waiting, ...read.names]
    if (read.continuation === null) return { pending: names.slice(-MOST_PENDING), asked }
    if (accept(state, { start: head.at, end: clause.end }, sentenceEnd, names, read.continuation, asked, read.person))
      return NONE
  }
  if (readEach(state, clause) || (head.asked && readAsked(state, clause, head.at, sentenceEnd))) return NONE
  const aside = readBy(state, clause, sentenceEnd, asks.filter(inBracket))
  if (aside !== null) return aside
  readAfterDe(state, clause, sentenceEnd)
  readDutyOf(state, clause)
  return NONE
}

/** As far as a name reaches that nothing known closes. */
const LONGEST_ASKED = 24

/** A name that is asked grows by so many characters at a time: 委 and then 委宣传部. */
const MOST_ADDED = 4
/** 委托, 办理: what looks like the end of a name is the beginning of a verb. */
const NAME_STOPS = /^(?:委[托派]|办[理好成]|会[同商]|组织|部署|处理|科学)/u
/** Another name comes, or the list is not over. */
const LISTS_ON = /[、和与及或]/u
/** 请市委放心, 由办公室主任兼任: nothing is asked of the body. */
const NOT_ASKED =
  /^(?:成员|会(?!同|商)|放心|指正|批评|主任|书记|副?[局处科院校所站队部]长|负责[人同]|领导|[\u4e00-\u9fff]{0,3}(?:主任|书记)|[\u4e00-\u9fff]{1,6}的|[^，,。；;]{0,12}(?:组成|构成|担任|兼任|任组长|任成员)|[^，,。；;]{2,24}(?:工程|项目)(?:都|均|一定)?(?:要|必须|务必|应))/u

/** 请住建局接管: whoever is asked is told, whatever the verb is. */
function readAsked(state: SubjectState, clause: Clause, at: number, sentenceEnd: number): boolean {
  const { text, lexicon } = state
  const last = Math.min(clause.end - 1, at + LONGEST_ASKED)
  const surely = (end: number): ListedName[] | null => {
    if (LISTS_ON.test(text.charAt(end - 1))) return null
    const names = readNameList(text, at, end, 'strict', lexicon)?.names
    const isSure = ({ strength }: ListedName): boolean =>
      strength === 'known' || strength === 'strong' || strength === 'collective'
    // 由主管部门或所在单位处理: a kind of body beside one that is known
    return names?.some(isSure) && names.every((one) => isSure(one) || one.strength === 'generic') ? names : null
  }
  for (let end = at + 2; end <= last; end++) {
    let names = surely(end)
    if (names === null) continue
    // 县纪委 goes on as 县纪委监委, 各部 as 各部门; 住建局委托 is no name
    for (let next = end + 1; next <= Math.min(end + MOST_ADDED, last); next++) {
      const more = NAME_STOPS.test(text.slice(next - 1, next + 1)) ? null : surely(next)
      if (more !== null) [names, end] = [more, next]
    }
    if (LISTS_ON.test(text.charAt(end))) continue
    if (NOT_ASKED.test(text.slice(end, clause.end)) || names.some(({ name }) => /常委$|或/u.test(name))) return false
    const asked: Continuation = { rule: 'asked-to', role: 'responsible', weight: 'modal', partners: [], end }
    return accept(state, { start: at, end: clause.end }, sentenceEnd, names, asked, true)
  }
  return false
}

/** 各工段, 各大超市: told as one of many, by no name that is known. */
function readEach({ text, lexicon, out }: SubjectState, clause: Clause): boolean {
  const written = EACH_TOLD.exec(text.slice(clause.start, clause.start + 16))
  const name = written?.[1]
  if (written === null || name === undefined || NO_BODY_EACH.test(name) || !mayBeName(name)) return false
  const start = clause.start + written[0].indexOf(name)
  const each: ListedName = { start, end: start + name.length, name, strength: 'collective', collective: true }
  const departments = mentionsOf([each], 'responsible', 'each-told', lexicon)
  out.push({ start: clause.start, end: clause.end, form: 'subject', rule: 'each-told', departments, people: [] })
  return true
}

/** What the first 由 that asks somebody says; `places` are those of 由 in the clause. */
function readBy(
  state: SubjectState,
  clause: Clause,
  sentenceEnd: number,
  places: readonly number[],
): ClauseRead | null {
  const { text, lexicon } = state
  for (const place of places) {
    const by = clause.start + place
    if (readPerson(state, by + 1, clause.end)) return NONE
    const from = by + 1 + (CONCERNED.exec(text.slice(by + 1, by + 6))?.[0].length ?? 0)
    const read = readNamesAt(text, from, clause.end, sentenceEnd, true, lexicon)
    if (read === null) {
      if (readAsked(state, clause, from, sentenceEnd)) return NONE
      continue
    }
    if (read.continuation === null) return { pending: read.names, asked: true }
    if (accept(state, { start: by, end: clause.end }, sentenceEnd, read.names, read.continuation, true)) return NONE
  }
  return null
}

/** Without numbers, connectives and times in front; tells whether what follows is asked to act. */
function afterLeadIn(text: string, clause: Clause): { at: number; asked: boolean } {
  let at = clause.start
  let asked = false
  for (let step = 0; step < 6; step++) {
    LEAD_IN.lastIndex = at
    ASKING.lastIndex = at
    const asking = ASKING.exec(text)
    const lead = asking === null ? LEAD_IN.exec(text) : null
    const match = asking ?? lead
    if (match === null || match[0] === '' || at + match[0].length >= clause.end) break
    at += match[0].length
    if (asking !== null || SPEAKER.test(match[0])) asked = true
  }
  return { at, asked }
}

interface NamesRead {
  names: ListedName[]
  /** Null when the names are all of the clause. */
  continuation: Continuation | null
  /** The post behind the names (各乡镇主要领导): it is a person who acts. */
  person: Clause | null
}

/** The longest run from `at` that is nothing but names, and what the words behind it make of it. */
function readNamesAt(
  text: string,
  at: number,
  clauseEnd: number,
  sentenceEnd: number,
  asked: boolean,
  lexicon: DepartmentLexicon,
): NamesRead | null {
  const stop = Math.min(clauseEnd, at + FURTHEST)
  if (opensLikeVerb(text.slice(at, at + 40))) return null
  if (stop === clauseEnd) {
    const whole = readNameList(text, at, clauseEnd, 'strict', lexicon)
    // A long part that only ends like a name may hold the verb that is looked for.
    const doubtful = whole?.names.some(({ name, strength }) => strength === 'weak' && name.length > 8)
    if (whole !== null && doubtful === false) return { names: whole.names, continuation: null, person: null }
  }
  let best: NamesRead | null = null
  let failed = 0
  const window = text.slice(at, stop)
  BOUNDARY.lastIndex = 0
  for (let match = BOUNDARY.exec(window); match !== null; match = BOUNDARY.exec(window)) {
    if (match.index < 1) continue
    // Behind the fourth boundary past the best reading nothing longer is to be hoped for, nor behind the tenth at all.
    if (failed > (best === null ? 9 : 3)) break
    const end = at + match.index
    const list = readNameList(text, at, end, 'strict', lexicon)
    if (list === null) {
      failed++
      continue
    }
    POST.lastIndex = end
    const post = POST.exec(text)
    STAFF.lastIndex = end
    const staff = post === null ? STAFF.exec(text) : null
    const postEnd = end + ((post ?? staff)?.[0].length ?? 0)
    const continuation = readContinuation(text, postEnd, clauseEnd, sentenceEnd, asked, lexicon)
    failed = 0
    // The longest list is the subject: 住房城乡 is none where 住房城乡建设部 is one. A weak ending proves nothing.
    if (best !== null && continuation === null && list.names.at(-1)?.strength === 'weak') continue
    best = { names: list.names, continuation, person: post === null ? null : { start: at, end: postEnd } }
  }
  return best === null || best.continuation === null ? null : best
}

/** A牵头，会同B、C，…: the clause adds those who help the ones before it. */
function readTogether(state: SubjectState, clause: Clause): boolean {
  const { text, lexicon, out } = state
  const match = /^(?:并)?(?:会同|联合|会商)/u.exec(text.slice(clause.start, clause.start + 3))
  const last = out.at(-1)
  if (match === null || last === undefined || last.start < state.sentence) return false
  const found = readPartners(text, clause.start + match[0].length, clause.end, lexicon)
  if (found === null) return false
  const departments = mentionsOf(found.names, 'support', 'together', lexicon)
  out.push({ start: clause.start, end: found.end, form: 'sentence', rule: 'together', departments, people: [] })
  return true
}

/** 对应的牵头单位分别是A、B和C. */
function readHeldUnit(state: SubjectState, clause: Clause): boolean {
  const { text, lexicon } = state
  const slice = text.slice(clause.start, clause.end)
  const match = HOLDS_UNIT.exec(slice)
  if (match === null) return false
  const start = clause.start + match.index + match[0].length
  const list = readNameList(text, start, clause.end, 'list', lexicon)
  if (list === null || list.names.every((name) => name.strength === 'generic')) return false
  const role: DepartmentRole = /牵头|主办|主责/u.test(match[0])
    ? 'lead'
    : /配合|协办/u.test(match[0])
      ? 'support'
      : /督导|验收/u.test(match[0])
        ? 'supervise'
        : 'responsible'
  state.out.push({
    start: clause.start,
    end: clause.end,
    form: 'sentence',
    rule: 'unit-is',
    departments: mentionsOf(list.names, role, 'unit-is', lexicon),
    people: [],
  })
  return true
}

function readAfterDe(state: SubjectState, clause: Clause, sentenceEnd: number): void {
  const { text, lexicon } = state
  const slice = text.slice(clause.start, clause.end)
  // 对未完成任务的乡镇要问责: the body is the object.
  if (/^(?:对|将|把|向|给|与|和|同)/u.test(slice)) return
  for (const match of allMatches(AFTER_DE, slice)) {
    const start = clause.start + match.index + 1
    const end = start + (match[1] ?? '').length
    const list = readNameList(text, start, end, 'strict', lexicon)
    if (list === null) continue
    const continuation = readContinuation(text, end, clause.end, sentenceEnd, false, lexicon)
    if (continuation !== null) accept(state, { start, end: clause.end }, sentenceEnd, list.names, continuation, false)
  }
}

function readDutyOf(state: SubjectState, clause: Clause): void {
  const { text, lexicon, out } = state
  const match = DUTY_OF.exec(text.slice(clause.start, clause.end))
  const written = match?.[1]
  if (match === null || written === undefined) return
  const start = clause.start + match.index + match[0].indexOf(written)
  const list = readNameList(text, start, start + written.length, 'strict', lexicon)
  if (
    list === null ||
    !list.names.every(({ collective, name }) => collective && !/^各(?:方面?|级|类|环节)$/u.test(name))
  )
    return
  const departments = mentionsOf(list.names, 'responsible', 'duty-of', lexicon)
  out.push({ start: clause.start, end: clause.end, form: 'subject', rule: 'duty-of', departments, people: [] })
}
