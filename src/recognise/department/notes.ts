import type { DepartmentMention, PersonMention } from '../../model/mention.ts'
import type { LabelHit } from '../../structure/label-types.ts'
import { findLabels } from '../../structure/labels.ts'
import { Closings, cutOutsideBrackets, opensBracketAt } from '../../text/brackets.ts'
import { CharSet } from '../../text/char-set.ts'
import { allMatches } from '../../text/matches.ts'
import { SIGNED_OFF } from '../signed-off.ts'
import { conventionIn } from './conventions.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { readListRange } from './list.ts'
import { mentionsOf, withLead } from './mentions.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { isPerson, isPersonName, isToRingUp, readPeople } from './people.ts'
import { readRoleList } from './rolelist.ts'
import { withoutTimes } from './times.ts'
import type { DepartmentContext, LeadRule, Responsibility } from './types.ts'
import { roleAtEnd } from './words.ts'

const ENDS = new CharSet('。；;')
const SEMICOLONS = new CharSet('；;')
const COLONS = new CharSet('：:')
const CUE =
  /负责|牵头|主办|承办|配合|协助|参与|协办|落实|督导|督办|支持|指导|实施|单位|部门|责任|领导|负责人|联系人|主体|科室|会同|执行|验收|监督/u
const AT_END = /^[\s\u00a0”"]*(?:$|[。；;.！!\n]|[（(][^（()）]{0,30}(?:完成|时限|前)[^（()）]{0,10}[)）])/u
/** …；(市科技局)同时…: a bracket behind a stop is about what stands before it, whatever comes next. */
const BEHIND_END = /[。；;][ \u00a0]?$/u
const NO_NOTE = /^(?:以下|下同|简称|即|含|包括|如|见|其中|注|不含|试行|不|详见|参见|附|共|约|第|\d)/u
const ENDS_LIKE_BODY = /(?:[局厅委]|办公室|人民政府|管委会|支队|大队|[县市省区委]办)$/u
/** 信息科, 财务部: the offices of a house, as they stand in a note. */
const OFFICE = /^[\u4e00-\u9fff]{2,8}(?:科|股|办|(?<![\d一二三四五六七八九十几两各多到])处|(?<![卖乐市村局内外全])部)$/u
const PERSON_WITH_POST =
  /^[\u4e00-\u9fff]{0,12}?副?(?:省长|市长|县长|区长|州长|镇长|乡长|局长|厅长|部长|主任|书记|秘书长|主席|院长|校长|主任)([\u4e00-\u9fff]{2,3})$/u
/** Behind the stop that ends a task: ★市园林局，市住建局; ——市教育局、市财政局. */
const BEHIND_STOP = /(?<=[。；;！][ \u00a0]*)(?:[★☆▲※]|\*(?!\*)|——?)[^。！？\n“”]{3,120}(?=[。 ]*(?:$|\n))/gu
const SET_OFF = new CharSet('★☆▲※*—')
const NAME_CHARS = /[局委办厅部院会府乡镇街区县市州村居司队处科室站所团校]|中心|集团|银行|专班|单位|部门|企业|各/u

/** Responsibility notes in brackets: labelled (牵头单位：A；配合单位：B), with roles (A牵头，B负责), or nothing but names. */
export function readNotes(text: string, context: DepartmentContext, lexicon: DepartmentLexicon): Responsibility[] {
  const notes: Responsibility[] = []
  const closings = new Closings(text)
  for (let i = 0; i < text.length; i++) {
    if (!opensBracketAt(text, i)) continue
    const close = closings.of(i)
    const end = close < 0 ? unclosedEnd(text, i) : close
    if (end < 0) continue
    const note = readNote(text, i, end, close >= 0, context, lexicon)
    if (note !== null) {
      notes.push(note)
      i = end
    }
  }
  return [...notes, ...readBehindStop(text, notes, context, lexicon), ...readSignedOff(text)]
}

/** …沟通后确认——钟明、5月30日: who does it, and by when. */
function readSignedOff(text: string): Responsibility[] {
  return allMatches(SIGNED_OFF, text).flatMap((match): Responsibility[] => {
    const start = match.index + 2
    const end = start + (match[1]?.length ?? 0)
    const people = readPeople(text, start, end, 'responsible', 'signed-off')
    if (!people.every(({ name }) => isPersonName(name))) return []
    return [{ start: match.index, end, form: 'note', rule: 'signed-off', departments: [], people }]
  })
}

/** Names that a star or a dash sets off behind the stop, without a bracket. */
function readBehindStop(
  text: string,
  notes: readonly Responsibility[],
  context: DepartmentContext,
  lexicon: DepartmentLexicon,
): Responsibility[] {
  if (!SET_OFF.isIn(text)) return []
  return allMatches(BEHIND_STOP, text).flatMap((match) => {
    const start = match.index
    const end = start + match[0].length
    if (findLabels(match[0]).length > 0 || notes.some((note) => note.start < end && start < note.end)) return []
    const from = start + (/^—+/u.exec(match[0])?.[0].length ?? 0)
    const departments =
      (CUE.test(match[0]) ? readRoles(text, from, end, context.leadRule, lexicon) : null) ??
      readBareNames(text, from, end, context, lexicon)
    return departments === null ? [] : [{ start, end, form: 'note', rule: 'note-names', departments, people: [] }]
  })
}

/** Nothing but names, group by group; the first says that they are bodies, and none is a piece of a sentence. */
function readBareNames(
  text: string,
  start: number,
  end: number,
  context: DepartmentContext,
  lexicon: DepartmentLexicon,
): DepartmentMention[] | null {
  const out: DepartmentMention[] = []
  for (const group of cutOutsideBrackets(text, start, end, SEMICOLONS)) {
    const list = readNameList(text, group.start, group.end, 'list', lexicon)
    if (list === null || !areBodies(list.names)) return null
    out.push(...mentionsOf(list.names, 'responsible', 'note-names', lexicon))
  }
  return out.length === 0 ? null : withLead(out, context.leadRule, text)
}

/** Surely bodies, or the offices of one house; one or two of unknown kind may stand beside them. */
function areBodies(names: readonly ListedName[]): boolean {
  const isSure = ({ strength }: ListedName): boolean =>
    strength === 'known' || strength === 'collective' || strength === 'strong'
  const sure = names.filter(isSure).length
  const offices = names.filter((name) => !isSure(name) && name.strength !== null && OFFICE.test(name.name)).length
  if (sure + offices === names.length) return sure > 0 || names.length > 1 || /[科股]$/u.test(names[0]?.name ?? '')
  const others = names.filter((name) => !isSure(name))
  const [first] = names
  // 市发改委、市城投集团: the first is a body, and what stands beside it ends like one.
  return first !== undefined && isSure(first) && others.every(({ strength }) => strength === 'weak')
}

const LONGEST_NOTE = 300

/** A bracket that is never closed ends with its line, provided that it begins like a note. */
function unclosedEnd(text: string, open: number): number {
  // no further than a note goes: the line may be as long as the text
  const ahead = text.slice(open, open + LONGEST_NOTE)
  const line = ahead.indexOf('\n')
  if (line < 0 && ahead.length === LONGEST_NOTE) return -1
  const end = open + (line < 0 ? ahead.length : line)
  return findLabels(text.slice(open + 1, Math.min(end, open + 20))).length > 0 ? end : -1
}

function readNote(
  text: string,
  open: number,
  end: number,
  closed: boolean,
  context: DepartmentContext,
  lexicon: DepartmentLexicon,
): Responsibility | null {
  const inner = text.slice(open + 1, end)
  if (inner.length < 2) return null
  const stop = closed ? end + 1 : end
  const make = (rule: string, departments: DepartmentMention[], people: PersonMention[]): Responsibility | null =>
    departments.length + people.length === 0
      ? null
      : { start: open, end: stop, form: 'note', rule, departments, people }
  const labels = /[：:【]|^[^；;]{2,8}[；;]/u.test(inner) ? findLabels(inner) : []
  const first = labels[0]
  if (first !== undefined && inner.slice(0, first.start).trim() === '') {
    const read = readLabelled(text, open + 1, end, labels, context)
    return make(
      'note-labelled',
      withLead(
        read.departments,
        labels.some(isLead) ? 'none' : (conventionIn(inner)?.leadRule ?? context.leadRule),
        text,
      ),
      read.people,
    )
  }
  if (!NAME_CHARS.test(inner)) return null
  const who = withoutTimes(text, open + 1, end)
  const said = text.slice(who.start, who.end)
  if (NO_NOTE.test(said)) return null
  if (CUE.test(said)) {
    const departments = readRoles(text, who.start, who.end, context.leadRule, lexicon)
    if (departments !== null) return make('note-roles', departments, [])
    const person = readPersonWithRole(text, who.start, who.end)
    if (person !== null) return make('note-roles', [], [person])
  }
  const duties = readDuties(text, who.start, who.end, lexicon)
  if (duties !== null) return make('note-duties', duties, [])
  // 报市政府办公室（市大数据局）: another name of the body before it.
  if (
    open > 0 &&
    (AT_END.test(text.slice(stop, stop + 40)) || BEHIND_END.test(text.slice(Math.max(0, open - 2), open))) &&
    !ENDS_LIKE_BODY.test(text.slice(Math.max(0, open - 4), open))
  ) {
    const names = readBareNames(text, who.start, who.end, context, lexicon)
    if (names !== null) return make('note-names', names, [])
  }
  return null
}

/** （钱明副市长牵头）, （市林业局局长张三负责）. */
function readPersonWithRole(text: string, start: number, end: number): PersonMention | null {
  const ending = roleAtEnd(text.slice(start, end))
  const name = text.slice(start, start + (ending?.length ?? 0))
  if (ending === null || name.length > 20 || /[、，,；;\s]/u.test(name)) return null
  const behindPost = PERSON_WITH_POST.exec(name)?.[1]
  const named = behindPost === undefined ? isPerson(name) : isPersonName(behindPost)
  return named ? { rule: 'note-roles', start, end: start + name.length, name, role: ending.role } : null
}

/** （市林业局：规划；市体育局：建设）: each group says what its body does. */
function readDuties(text: string, start: number, end: number, lexicon: DepartmentLexicon): DepartmentMention[] | null {
  const out: DepartmentMention[] = []
  for (const group of cutOutsideBrackets(text, start, end, SEMICOLONS)) {
    const [head] = cutOutsideBrackets(text, group.start, group.end, COLONS)
    if (head === undefined || head.end >= group.end - 1) return null
    const list = readNameList(text, head.start, head.end, 'strict', lexicon)
    if (list === null || !list.names.every(({ strength }) => strength === 'known' || strength === 'collective'))
      return null
    out.push(...mentionsOf(list.names, 'responsible', 'note-duties', lexicon))
  }
  return out.length === 0 ? null : out
}

const isLead = (hit: LabelHit): boolean => hit.meaning.roles.includes('lead')

/** The values of labels that follow one another; what is no unit or person (完成时限) is somebody else's. */
export function readLabelled(
  text: string,
  start: number,
  end: number,
  labels: readonly LabelHit[],
  context: DepartmentContext,
): { departments: DepartmentMention[]; people: PersonMention[] } {
  const departments: DepartmentMention[] = []
  const people: PersonMention[] = []
  for (const [index, label] of labels.entries()) {
    const next = labels[index + 1]
    const valueEnd = next === undefined ? end : start + next.start
    if (isToRingUp(label.label, text.slice(start + label.end, end))) continue
    const read = readListRange(
      text,
      start + label.end,
      valueEnd,
      label.meaning,
      { ...context, leadRule: 'none' },
      'label',
    )
    departments.push(...read.departments)
    people.push(...read.people)
  }
  return { departments, people }
}

/** A牵头，B、C负责。以下均需…: sentence by sentence; one that is no list of roles must not be the first. */
function readRoles(
  text: string,
  start: number,
  end: number,
  leadRule: LeadRule | undefined,
  lexicon: DepartmentLexicon,
): DepartmentMention[] | null {
  const out: DepartmentMention[] = []
  const convention = conventionIn(text.slice(start, end))
  const stop = convention === null ? end : start + convention.start
  for (const part of cutOutsideBrackets(text, start, stop, ENDS)) {
    if (text.slice(part.start, part.end).trim() === '') continue
    const read = readRoleList(text, part.start, part.end, { mode: 'list', rule: 'note-roles', lexicon })
    if (read?.said === true) out.push(...read.departments)
    else if (out.length === 0) return null
  }
  return out.length === 0 ? null : withLead(out, convention?.leadRule ?? leadRule, text)
}
