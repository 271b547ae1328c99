import type { DepartmentRole } from '../../model/register.ts'
import { allMatches } from '../../text/matches.ts'
import type { Clause } from './clauses.ts'
import { readContinuation } from './continuation.ts'
import { mentionsOf } from './mentions.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { mayBeName } from './names.ts'
import { readPartners } from './partners.ts'
import { accept, type SubjectState } from './subject-statements.ts'

const EACH =
  '各(?:班(?=[、和及与]各|都|也|还|均|既|一定|要|应|必|务|须|每)|(?![项类种式样自位级族界行环阶方领个条有就得取尽])大?[\\u4e00-\\u9fff]{2,5}?)'
/** 各门店要…, 各年级、各班每天…: whatever it is that there are several of is told to act. */
const EACH_TOLD = new RegExp(
  `^(?:请|要求|希望)?(${EACH}(?:[、和及与]${EACH}){0,3})(?:都|也|还|均|既|一定)?(?:(?<![主重需紧概首机摘纪必])要(?![求点素])|(?<![相反响适对供])应(?![急用变对当])|必须|务必|应当|须(?!知)|每[日天周旬月季年班])`,
  'u',
)
const NEXT_EACH = /[、和及与](?=各)/u
const LONGEST_EACH_TOLD = 40
/** Those of whom there are several and who are people, or no bodies at all. */
const NO_BODY_EACH =
  /(?:[员长者师民]|人员|干部|书记|主任|同志|领导|人|环节|方面|领域|阶段|任务|工作|问题|项目|工程|指标|措施|点位|层面|岗位|材料|情况|名单|意见|数据|报表|进度)$/u
/** 负有…职责的各相关单位一定要: the body stands right before the modal, behind 的 of its own clause. */
const AFTER_DE =
  /的((?:各|有关|相关|所有|乡镇|部门|单位|企业|县|市|街道|地区)[^，,。；;：:、的]{0,14}?)(?=一定要|必须|应当|务必|都要|要|应|须)/gu
/** 落实并发挥好各区、各办事处的主体责任: whose duty it is stands inside. */
const DUTY_OF =
  /(?:落实|压实|压紧|夯实|扛牢|强化|发挥)(?:并(?:落实|压实|发挥))?好?(各[^，,。；;：:的]{1,40}?)的?(?:属地|主体|监管|管理|领导|行业|第一|安全|首要|和|、|[生产])*责任/u
const HOLDS_UNIT =
  /(?:牵头|主办|主责|责任|承办|配合|协办|督导|验收|实施)(?:单位|部门|主体)(?:分别|依次|主要|均|都)?(?:是|为|由|包括|有)(?!什么|谁)/u

/** 列第一位的责任单位为牵头单位: a role, and no body. */
const ROLE = /^(?:牵头|责任|配合|汇总|主办|协办|承办|主责)(?:单位|部门)$/u

/** 各工段, 各大超市、各门店: told as one of many, by no name that is known. */
export function readEach({ text, lexicon, out }: SubjectState, clause: Clause): boolean {
  const written = EACH_TOLD.exec(text.slice(clause.start, clause.start + LONGEST_EACH_TOLD))
  const list = written?.[1]
  if (written === null || list === undefined) return false
  let start = clause.start + written[0].indexOf(list)
  const names: ListedName[] = []
  for (const name of list.split(NEXT_EACH)) {
    if (!NO_BODY_EACH.test(name) && mayBeName(name))
      names.push({ start, end: start + name.length, name, strength: 'collective', collective: true })
    start += name.length + 1
  }
  if (names.length === 0) return false
  const departments = mentionsOf(names, 'responsible', 'each-told', lexicon)
  out.push({ start: clause.start, end: clause.end, form: 'subject', rule: 'each-told', departments, people: [] })
  return true
}

/** A牵头，会同B、C，…: the clause adds those who help the ones before it. */
export function readTogether(state: SubjectState, clause: Clause): boolean {
  const { text, lexicon, out } = state
  const match = /^(?:并)?(?:会同|汇同|联合|会商)/u.exec(text.slice(clause.start, clause.start + 3))
  const last = out.at(-1)
  if (match === null || last === undefined || last.start < state.sentence) return false
  const found = readPartners(text, clause.start + match[0].length, clause.end, lexicon)
  if (found === null) return false
  const departments = mentionsOf(found.names, 'support', 'together', lexicon)
  out.push({ start: clause.start, end: found.end, form: 'sentence', rule: 'together', departments, people: [] })
  return true
}

/** 对应的牵头单位分别是A、B和C. */
export function readHeldUnit(state: SubjectState, clause: Clause): boolean {
  const { text, lexicon } = state
  const slice = text.slice(clause.start, clause.end)
  const match = HOLDS_UNIT.exec(slice)
  if (match === null) return false
  const start = clause.start + match.index + match[0].length
  const list = readNameList(text, start, clause.end, 'list', lexicon)
  if (list === null || list.names.every(({ strength, name }) => strength === 'generic' || ROLE.test(name))) return false
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

/** 负有…职责的各相关单位要…: the body stands behind a clause that describes it. */
export function readAfterDe(state: SubjectState, clause: Clause, sentenceEnd: number): void {
  const { text, lexicon } = state
  const slice = text.slice(clause.start, clause.end)
  // 对未完成任务的乡镇要问责: the body is the object.
  if (/^(?:对|将|把|向|给|与|和|同)/u.test(slice)) return
  for (const match of allMatches(AFTER_DE, slice)) {
    const start = clause.start + match.index + 1
    const end = start + (match[1] ?? '').length
    const list = readNameList(text, start, end, 'strict', lexicon)
    if (list === null) continue
    const continuation = readContinuation({ text, at: end, clauseEnd: clause.end, sentenceEnd, asked: false, lexicon })
    if (continuation !== null) accept(state, { start, end: clause.end }, sentenceEnd, list.names, continuation, false)
  }
}

/** 落实各区的主体责任: those whose duty it is. */
export function readDutyOf(state: SubjectState, clause: Clause): void {
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
