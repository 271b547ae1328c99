import type { PersonMention } from '../../model/mention.ts'
import { allMatches } from '../../text/matches.ts'
import type { Clause } from './clauses.ts'
import { isPersonName } from './people.ts'
import type { SubjectState } from './subject-statements.ts'
import type { Responsibility } from './types.ts'
import { roleOfWord } from './words.ts'

/** 由王军副市长牵头: a person is asked, no body. */
const BY_PERSON =
  /^([\u4e00-\u9fff×xX*]{1,12}?(?:副?(?:省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|主任|书记|秘书长|部长|院长|校长|园长|所长|站长|科长|处长|队长|组长|主席|经理)|会计|出纳|支书|干事|老师|工程师|总工|同志|常委))(?:总|具体|统一|亲自)?(牵头|负总责|负责|主抓|包保|督导|协助|配合)/u
/** 张副校长负责, 李勇主任牵头: a person by name and post, with nobody asking. */
const NAMED_PERSON =
  /^([\u4e00-\u9fff]{1,3}?)(副?(?:县长|区长|镇长|乡长|局长|主任|书记|部长|院长|校长|主席|矿长|经理)(?:同志)?)(?:总)?(牵头|负总责|负责|主抓|包保|督导|协助|配合)/u
/** 由常务副县长刘军审核把关, 交副市长李明审定: a post, a name, and what they do with it. */
const BY_OFFICER =
  /[由交报请](?=((?:[\u4e00-\u9fff]{0,8}(?:常委|委员|[长记席])、){0,2}[\u4e00-\u9fff]{0,8}?(?:常务|第一)?副?(?:省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|主任|书记|秘书长|部长|院长|校长|主席)([\u4e00-\u9fff]{2,3}?))(?:同志)?(?:(?:总|具体|亲自|审核|统一)?(牵头|负总责|负责|主抓|包保|督导|督办|协助|配合)|审核|审定|审签|审批|审阅|把关|签发|统筹|协调|主持|召集|分管))/gu
const DUTY_POST =
  /^(?:\d{1,2}[.．、]\s*|[（(]\d{1,2}[)）])?([\u4e00-\u9fff]{2,8}(?:负责人|主任|处长|科长|所长|组长|队长|院长|校长|园长|书记)|副?组长|副?校长|副?院长|班主任|校医|门卫|辅导员)$/u

const SPOKEN_POST = '(?:书记|主任|[镇乡局科股所站院校队组村]长|经理|总|会计|支书|老师|师傅)'
/** 老王, 小陈, 张主任: how those who listen are called. */
const CALLED = new RegExp(`^(?:([老小])([\\u4e00-\\u9fff])|([\\u4e00-\\u9fff]{1,2})(副?${SPOKEN_POST}))`, 'u')
/** 你今天就去, 负责场地, 盯着: what one of them is told. */
const IS_TOLD =
  /^(?:这[个件]?[事活])?你们?(?!好|是|看|知道|说|讲|辛苦|们)|^(?:再|就|先)?(?:负责|牵头|盯[着紧住]|抓总|把(?![关握手])|管(?!理)|跑|去趟|跟|联系|协调|带队|带人|统计|通知)/u

/** 组长负责点名, 值班领导带队巡查: a post by itself, and what it does. */
const POST_ALONE =
  /^((?:值班|带班|分管)领导|[\u4e00-\u9fff]{0,4}(?:组长|班长|队长|护士长|网格员|楼长|段长|路长|河长|辅导员|校医|门卫))(负责(?!制|人|任)|牵头|带队|主抓)/u

/** The holder of a post who is told what he is to do. */
export function readPostAlone({ text, out }: SubjectState, clause: Clause): void {
  const [, post = '', does = ''] = POST_ALONE.exec(text.slice(clause.start, clause.end)) ?? []
  if (post === '' || out.some((one) => one.people.some((person) => person.start === clause.start))) return
  const role = does === '带队' ? 'lead' : (roleOfWord(does) ?? 'responsible')
  const person: PersonMention = {
    rule: 'post-alone',
    start: clause.start,
    end: clause.start + post.length,
    name: post,
    role,
  }
  out.push(toldOf(person, clause.start, clause.end))
}

/** 张主任，你今天就去…; 老李负责场地: who is called by half a name, and told. */
export function readCalled({ text, out }: SubjectState, clause: Clause, next: Clause | undefined): void {
  const called = CALLED.exec(text.slice(clause.start, clause.start + 8))
  const surname = called?.[2] ?? called?.[3]
  if (called === null || surname === undefined || !isPersonName(surname.length === 1 ? `${surname}明` : surname)) return
  const end = clause.start + called[0].length
  if (end > clause.end || out.some((one) => one.people.some((person) => person.start === clause.start))) return
  const alone = end === clause.end
  const told = alone
    ? next !== undefined &&
      /^你们?/u.test(text.slice(next.start, next.end)) &&
      IS_TOLD.test(text.slice(next.start, next.end))
    : IS_TOLD.test(text.slice(end, clause.end))
  const said = text.slice(end, (alone ? next?.end : clause.end) ?? end)
  if (!told || /过|已|刚才/u.test(said) || (/了$/u.test(said) && !said.includes('把'))) return
  const role = /牵头|抓总|带队/u.test(text.slice(end, clause.end)) ? 'lead' : 'responsible'
  const person: PersonMention = { rule: 'called', start: clause.start, end, name: called[0], role }
  out.push(toldOf(person, clause.start, clause.end))
}

/** 由王军副市长牵头: what stands behind 由 is a person; tells whether it is. */
export function readPerson(state: SubjectState, from: number, clauseEnd: number): boolean {
  const match = BY_PERSON.exec(state.text.slice(from, clauseEnd))
  const [, name = '', word = ''] = match ?? []
  const role = roleOfWord(word)
  if (match === null || role === undefined) return false
  const person: PersonMention = { rule: 'by-person', start: from, end: from + name.length, name, role }
  state.out.push(toldOf(person, from - 1, clauseEnd))
  return true
}

/** A sentence that says of one person what he is to do. */
const toldOf = (person: PersonMention, start: number, end: number): Responsibility => ({
  start,
  end,
  form: 'sentence',
  rule: person.rule,
  departments: [],
  people: [person],
})

/** 教务处负责人：负责教学安全。 a post, and what it answers for. */
export function readDutyOfPost({ text, out }: SubjectState, post: Clause | undefined, duty: Clause): boolean {
  if (post === undefined || !/[：:]/u.test(text[duty.start - 1] ?? '')) return false
  const written = DUTY_POST.exec(text.slice(post.start, post.end))
  const role = roleOfWord(
    /^(?:具体|全面|主要)?(负责|牵头|承担|协助|配合)/u.exec(text.slice(duty.start, duty.end))?.[1] ?? '',
  )
  if (written?.[1] === undefined || role === undefined) return false
  const start = post.end - written[1].length
  out.push(toldOf({ rule: 'duty-of-post', start, end: post.end, name: written[1], role }, post.start, duty.end))
  return true
}

/** The officers whom something is handed to, by post and name. */
export function readOfficers({ text, out }: SubjectState, clause: Clause): void {
  const [said, who = '', post = '', does = ''] = NAMED_PERSON.exec(text.slice(clause.start, clause.start + 16)) ?? []
  const role = roleOfWord(does)
  if (said !== undefined && role !== undefined && isPersonName(who.length === 1 ? `${who}某` : who)) {
    const end = clause.start + who.length + post.length
    const person: PersonMention = { rule: 'by-officer', start: clause.start, end, name: who + post, role }
    out.push(toldOf(person, clause.start, clause.end))
  }
  for (const match of allMatches(BY_OFFICER, text.slice(clause.start, clause.end))) {
    const [, written = '', name = '', word] = match
    if (!isPersonName(name)) continue
    const start = clause.start + match.index + 1
    const role = (word === undefined ? undefined : roleOfWord(word)) ?? 'responsible'
    const person: PersonMention = { rule: 'by-officer', start, end: start + written.length, name: written, role }
    out.push(toldOf(person, start - 1, clause.end))
  }
}
