import type { DepartmentMention, PersonMention } from '../../model/mention.ts'
import type { LabelHit } from '../../structure/label-types.ts'
import { findLabels } from '../../structure/labels.ts'
import { closingOf, cutOutsideBrackets, opensBracketAt } from '../../text/brackets.ts'
import { CharSet } from '../../text/char-set.ts'
import { conventionIn } from './conventions.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { readListRange } from './list.ts'
import { mentionsOf, withLead } from './mentions.ts'
import { readNameList } from './namelist.ts'
import { readRoleList } from './rolelist.ts'
import { withoutTimes } from './times.ts'
import type { DepartmentContext, LeadRule, Responsibility } from './types.ts'

const ENDS = new CharSet('。；;')
const CUE =
  /负责|牵头|主办|承办|配合|协助|参与|协办|落实|督导|督办|支持|指导|实施|单位|部门|责任|领导|负责人|联系人|主体|科室|会同|执行|验收|监督/u
const AT_END = /^[\s\u00a0”"]*(?:$|[。；;.！!\n]|[（(][^（()）]{0,30}(?:完成|时限|前)[^（()）]{0,10}[)）])/u
const NO_NOTE = /^(?:以下|下同|简称|即|含|包括|如|见|其中|注|不含|试行|不|详见|参见|附|共|约|第|\d)/u
const ENDS_LIKE_BODY = /(?:[局厅委]|办公室|人民政府|管委会|支队|大队|[县市省区委]办)$/u
const NAME_CHARS = /[局委办厅部院会府乡镇街区县市州村居司队处科室站所团校]|中心|集团|银行|专班|单位|部门|企业|各/u

/** Responsibility notes in brackets: labelled (牵头单位：A；配合单位：B), with roles (A牵头，B负责), or nothing but names. */
export function readNotes(text: string, context: DepartmentContext, lexicon: DepartmentLexicon): Responsibility[] {
  const notes: Responsibility[] = []
  for (let i = 0; i < text.length; i++) {
    if (!opensBracketAt(text, i) || text[i] === '【') continue
    const close = closingOf(text, i)
    const end = close < 0 ? unclosedEnd(text, i) : close
    if (end < 0) continue
    const note = readNote(text, i, end, close >= 0, context, lexicon)
    if (note !== null) {
      notes.push(note)
      i = end
    }
  }
  return notes
}

/** A bracket that is never closed ends with its line, provided that it begins like a note. */
function unclosedEnd(text: string, open: number): number {
  const line = text.indexOf('\n', open)
  const end = line < 0 ? text.length : line
  return end - open < 300 && findLabels(text.slice(open + 1, Math.min(end, open + 20))).length > 0 ? end : -1
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
  if (inner.length < 2 || !NAME_CHARS.test(inner)) return null
  const stop = closed ? end + 1 : end
  const make = (rule: string, departments: DepartmentMention[], people: PersonMention[]): Responsibility | null =>
    departments.length + people.length === 0
      ? null
      : { start: open, end: stop, form: 'note', rule, departments, people }
  const labels = findLabels(inner)
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
  const who = withoutTimes(text, open + 1, end)
  const said = text.slice(who.start, who.end)
  if (NO_NOTE.test(said)) return null
  if (CUE.test(said)) {
    const departments = readRoles(text, who.start, who.end, context.leadRule, lexicon)
    if (departments !== null) return make('note-roles', departments, [])
  }
  // 报市政府办公室（市大数据局）: another name of the body before it.
  if (
    AT_END.test(text.slice(stop, stop + 40)) &&
    open > 0 &&
    !ENDS_LIKE_BODY.test(text.slice(Math.max(0, open - 4), open))
  ) {
    const list = readNameList(text, who.start, who.end, 'strict', lexicon)
    const sure = list?.names.every(
      ({ strength }) => strength === 'known' || strength === 'collective' || strength === 'strong',
    )
    if (list !== null && sure === true) {
      return make(
        'note-names',
        withLead(mentionsOf(list.names, 'responsible', 'note-names', lexicon), context.leadRule, text),
        [],
      )
    }
  }
  return null
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
