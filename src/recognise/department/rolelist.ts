import type { DepartmentMention } from '../../model/mention.ts'
import type { DepartmentRole } from '../../model/register.ts'
import { closingOf, cutOutsideBrackets, opensBracketAt } from '../../text/brackets.ts'
import { CharSet, SPACES } from '../../text/char-set.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { mentionsOf } from './mentions.ts'
import { type ListedName, type ListMode, readNameList } from './namelist.ts'
import { isTime } from './times.ts'
import { roleAtEnd, roleOfWords } from './words.ts'

const SEPARATORS = new CharSet(`、，,；;${SPACES}`)
const PARTNER = /会同|会商|(?<![、，,和及与])商(?![务业贸户标场])|联合(?!会|国|社|执法)/u
const LEADING = /^(?:由|请|并由|再由|分别由|统一由|以及|及|和|并|其中[，,]?)/u
const BY = /^(?:由)/u

export interface RoleListOptions {
  /** For names that no role word follows; undefined: such names make the list no list of roles. */
  fallback?: DepartmentRole
  /** For names in a bracket of their own (主（协）办：A（B）). */
  bracketRole?: DepartmentRole
  mode: ListMode
  rule: string
  lexicon: DepartmentLexicon
}

export interface RoleList {
  departments: DepartmentMention[]
  /** A role word was said. */
  said: boolean
}

/**
 * Reads `A牵头，B、C会同D按职责分工负责`: names, and after some of them the role of all since the last role.
 * Null when a part of it is no name.
 */
export function readRoleList(text: string, start: number, end: number, options: RoleListOptions): RoleList | null {
  const { lexicon, mode, rule } = options
  const out: DepartmentMention[] = []
  let from = -1
  let said = false
  // A会同B says who does it without a word for the role.
  const together = PARTNER.test(text.slice(start, end))
  const add = (to: number, role: DepartmentRole): boolean => {
    if (from < 0 || to <= from) return true
    const found = readWithPartners(text, from, to, mode, lexicon)
    from = -1
    if (found === null) return false
    if (found.partners.length > 0) said = true
    out.push(...groupRoles(found.names, role, options))
    if (found.partners.length > 0) out.push(...mentionsOf(found.partners, 'support', `${rule}-with`, lexicon))
    return true
  }
  for (const piece of cutOutsideBrackets(text, start, end, SEPARATORS)) {
    let at = piece.start
    const leading = LEADING.exec(text.slice(at, Math.min(piece.end, at + 4)))
    if (leading !== null && (from < 0 || BY.test(leading[0]))) at += leading[0].length
    if (at >= piece.end) continue
    const segment = text.slice(at, piece.end)
    // A牵头，10月底前完成，B配合: the time belongs to nobody's name.
    if (from < 0 && out.length > 0 && isTime(segment)) continue
    // 市发改委（牵头）、市财政局: the role of this one name stands in a bracket behind it.
    const marked = roleInBracket(segment)
    if (marked !== null) {
      if (from >= 0 && !add(at, options.fallback ?? 'responsible')) return null
      from = at
      if (!add(at + marked.length, marked.role)) return null
      said = true
      continue
    }
    const ending = roleAtEnd(segment)
    if (ending !== null) {
      if (ending.length === 0 && from < 0) {
        // A role without a name: 按职责分工负责 after a role was said already, or nothing to hold on to.
        if (out.length === 0) return null
        continue
      }
      if (from < 0) from = at
      // 责任单位：A、B，各区配合: the role is that of the group behind the comma.
      const group = options.fallback === undefined ? -1 : lastGroup(text, from, at)
      if (group > 0) {
        if (!add(group, options.fallback ?? 'responsible')) return null
        from = group + 1
      }
      // 政教处负责，家长配合: who is no body is left out, and the one before it stays.
      if (!add(at + ending.length, ending.role) && out.length === 0) return null
      said = true
      continue
    }
    if (from < 0) from = at
  }
  if (from >= 0) {
    if (options.fallback === undefined && !said && !together) return null
    // What comes after the last role has none of its own: A负责，B is B responsible, too.
    if (!add(end, options.fallback ?? 'responsible')) return null
  }
  return out.length === 0 ? null : { departments: out, said }
}

/** The last comma before `to` that parts a list with 、 from what follows; -1 where there is none. */
function lastGroup(text: string, from: number, to: number): number {
  const comma = Math.max(text.lastIndexOf('，', to - 1), text.lastIndexOf(',', to - 1))
  return comma > from && /、|等$/u.test(text.slice(from, comma)) ? comma : -1
}

function groupRoles(names: ListedName[], role: DepartmentRole, options: RoleListOptions): DepartmentMention[] {
  const { bracketRole, rule, lexicon } = options
  if (bracketRole === undefined) return mentionsOf(names, role, rule, lexicon)
  const plain = names.filter((name) => name.bracketed !== true)
  const bracketed = names.filter((name) => name.bracketed === true)
  return [...mentionsOf(plain, role, rule, lexicon), ...mentionsOf(bracketed, bracketRole, rule, lexicon)]
}

function roleInBracket(segment: string): { length: number; role: DepartmentRole } | null {
  const last = segment.at(-1)
  if (last !== ')' && last !== '）') return null
  for (let i = segment.length - 2; i > 0 && segment.length - i < 10; i--) {
    if (!opensBracketAt(segment, i) || closingOf(segment, i) !== segment.length - 1) continue
    const inner = segment.slice(i + 1, -1).replace(/(?:单位|部门)$/u, '')
    const ending = roleAtEnd(inner)
    const role = ending?.length === 0 ? ending.role : inner === '责任' ? roleOfWords('负责') : null
    return role === null ? null : { length: i, role }
  }
  return null
}

/** A会同B: the ones before act, the ones after help. */
function readWithPartners(
  text: string,
  start: number,
  end: number,
  mode: ListMode,
  lexicon: DepartmentLexicon,
): { names: ListedName[]; partners: ListedName[] } | null {
  const range = text.slice(start, end)
  const partner = PARTNER.exec(range)
  if (partner !== null && partner.index > 0) {
    const from = start + partner.index + partner[0].length
    // A会同B、C，D: the comma ends those who help.
    const comma = text.slice(from, end).search(/[，,]/u)
    const stop = comma < 0 ? end : from + comma
    const left = readNameList(text, start, start + partner.index, mode, lexicon)
    const right = readNameList(text, from, stop, 'list', lexicon)
    const rest = stop === end ? null : readNameList(text, stop + 1, end, 'list', lexicon)
    if (left !== null && right !== null && left.names.every((name) => name.strength !== null)) {
      if (stop === end) return { names: left.names, partners: right.names }
      if (rest !== null) return { names: [...left.names, ...rest.names], partners: right.names }
    }
  }
  const list = readNameList(text, start, end, mode, lexicon)
  return list === null ? null : { names: list.names, partners: [] }
}
