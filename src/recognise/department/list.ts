import type { DepartmentMention, PersonMention } from '../../model/mention.ts'
import type { DepartmentRole } from '../../model/register.ts'
import type { LabelMeaning } from '../../structure/label-types.ts'
import { cutOutsideBrackets, groupsOf } from '../../text/brackets.ts'
import { CharSet, SPACES } from '../../text/char-set.ts'
import { conventionIn } from './conventions.ts'
import { type DepartmentLexicon, defaultLexicon } from './lexicon.ts'
import { mentionsOf, withLead } from './mentions.ts'
import { classify, isCollective } from './names.ts'
import { endsLikeOffice, isPerson, isPersonName, readPeople } from './people.ts'
import { readRoleList } from './rolelist.ts'
import { isTime, withoutTimes } from './times.ts'
import type { DepartmentContext } from './types.ts'

const ENDS = new CharSet('。；;\n')
const COLONS = new CharSet('：:')
const SEPARATORS = new CharSet(`、，,/／${SPACES}`)
const REMARK = /下同|(?:牵头|责任|配合)(?:单位|部门)|不再(?:一一|逐一|逐项|单独|另行)?列出|按职责分工/u
/** 以下措施均需各区落实，不再单独列出: about what comes, no name of this list. */
const ABOUT_THE_REST = /^以下|不再(?:一一|逐一|逐项|单独|另行|重复)?[做作]?(?:分工|列出|标注|明确)/u
const NOTHING = /^(?:无|同上|暂无|待定|待明确|略|——?|-+|\/|各自)?$/u

/** Reads the value of a label or the cell of a column: units and persons; a role said inside it (X牵头，Y配合) overrides `role`. */
export function readDepartmentList(
  text: string,
  role: DepartmentRole | 'people' | LabelMeaning,
  context: DepartmentContext = {},
): { departments: DepartmentMention[]; people: PersonMention[] } {
  return readListRange(text, 0, text.length, meaningOf(role), context, 'list')
}

function meaningOf(role: DepartmentRole | 'people' | LabelMeaning): LabelMeaning {
  if (typeof role !== 'string') return role
  return role === 'people'
    ? { field: 'people', roles: [], personRole: 'responsible' }
    : { field: 'departments', roles: [role] }
}

/** The same for a range of a longer text: offsets are those of the text. */
export function readListRange(
  text: string,
  start: number,
  end: number,
  meaning: LabelMeaning,
  context: DepartmentContext,
  rule: string,
): { departments: DepartmentMention[]; people: PersonMention[] } {
  const lexicon = context.lexicon ?? defaultLexicon
  const departments: DepartmentMention[] = []
  const people: PersonMention[] = []
  const [first, second] = meaning.roles
  if (first === undefined && meaning.personRole === undefined) return { departments, people }
  // The full stop ends the value of a label, and a semicolon parts groups of bodies with roles of their own.
  for (const cut of cutOutsideBrackets(text, start, end, ENDS)) {
    const before = beforeRemark(text, beforeOtherLabel(text, cut))
    const range = withoutTimes(text, before.start, before.end)
    const said = text.slice(range.start, range.end).trim()
    if (NOTHING.test(said) || isTime(said) || ABOUT_THE_REST.test(said)) continue
    if (first === undefined) {
      const role = meaning.personRole ?? 'responsible'
      const found = readPeople(text, range.start, range.end, role, `${rule}-people`)
      people.push(...found.filter(({ name }) => !isOffice(name, lexicon)))
      // 责任人：人事股 郑强: the office that the person is of
      for (const { start: from, end: to, name } of found) {
        if (!isOffice(name, lexicon)) continue
        const strength = classify(name, lexicon)
        const office = { start: from, end: to, name, strength, collective: isCollective(name, strength) }
        const own = role === 'leader' ? 'responsible' : role
        departments.push(...mentionsOf([office], own, `${rule}-${own}`, lexicon))
      }
      continue
    }
    for (const part of withoutPeople(
      text,
      range,
      meaning,
      people,
      rule,
      (name) => classify(name, lexicon) === 'known',
    )) {
      const read = readRoleList(text, part.start, part.end, {
        fallback: first,
        ...(second === undefined ? {} : { bracketRole: second }),
        mode: 'free',
        rule: `${rule}-${first}`,
        lexicon,
      })
      if (read !== null) departments.push(...read.departments)
    }
  }
  return { departments: first === 'responsible' ? withLead(departments, context.leadRule, text) : departments, people }
}

/** An office where a person is expected; 张三副县长 ends in none. */
function isOffice(name: string, lexicon: DepartmentLexicon): boolean {
  const strength = classify(name, lexicon)
  return (strength === 'known' || strength === 'strong' || endsLikeOffice(name)) && !isPerson(name)
}

/** （逗号前为牵头单位，下同） behind a list is a remark about lists, no part of the last name; so is …，排名第一的为牵头单位. */
function beforeRemark(text: string, range: { start: number; end: number }): { start: number; end: number } {
  const inner = text.slice(range.start, range.end)
  const stated = conventionIn(inner)
  if (stated !== null && stated.start > 0) {
    // （除标注“牵头”的外，列第一位的为牵头单位，下同）: all of the bracket
    const around = groupsOf(inner).find(({ start, end }) => start < stated.start && stated.start < end)
    if (around !== undefined && around.start > 0) return { start: range.start, end: range.start + around.start }
    const before = inner.slice(0, stated.start).search(/[，,、\s\u00a0（(][^，,、\s\u00a0（(]*$/u)
    if (before > 0) return { start: range.start, end: range.start + before }
  }
  const group = groupsOf(inner).at(-1)
  if (group === undefined || inner.slice(group.end).trim() !== '' || !REMARK.test(group.inner)) return range
  return { start: range.start, end: range.start + group.start }
}

/** A label that is none of ours (适用范围：…) ends the value before it. */
function beforeOtherLabel(text: string, range: { start: number; end: number }): { start: number; end: number } {
  const [head] = cutOutsideBrackets(text, range.start, range.end, COLONS)
  if (head === undefined || head.end === range.end) return range
  const before = text.slice(range.start, head.end).search(/[，,、\s\u00a0][^，,、\s\u00a0]*$/u)
  return { start: range.start, end: range.start + Math.max(0, before) }
}

/** Takes the persons out of a list of units (责任单位及责任人：市水利局 张三) and gives back the ranges between them. */
function withoutPeople(
  text: string,
  range: { start: number; end: number },
  meaning: LabelMeaning,
  people: PersonMention[],
  rule: string,
  isKnown: (name: string) => boolean,
): { start: number; end: number }[] {
  const pieces = cutOutsideBrackets(text, range.start, range.end, SEPARATORS)
  const ranges: { start: number; end: number }[] = []
  let from = range.start
  for (const piece of pieces) {
    const name = text.slice(piece.start, piece.end).trim()
    const personal = meaning.personRole === undefined ? isPersonName(name) : isPerson(name)
    if (name === '' || !personal || isKnown(name)) continue
    const role = meaning.personRole ?? meaning.roles[0] ?? 'responsible'
    people.push(...readPeople(text, piece.start, piece.end, role, `${rule}-people`))
    if (piece.start > from) ranges.push({ start: from, end: piece.start })
    from = Math.min(range.end, piece.end + 1)
  }
  if (from < range.end) ranges.push({ start: from, end: range.end })
  return ranges
}
