import type { DepartmentMention } from '../../model/mention.ts'
import type { DepartmentRole } from '../../model/register.ts'
import { cutOutsideBrackets } from '../../text/brackets.ts'
import { CharSet } from '../../text/char-set.ts'
import { canonicalDepartment } from './canonical.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import type { ListedName } from './namelist.ts'
import type { LeadRule } from './types.ts'

const COMMAS = new CharSet('，,')

/** Makes mentions of the names of one list; an elided level is taken over along the list, in `canonical` only. */
export function mentionsOf(
  names: readonly ListedName[],
  role: DepartmentRole,
  rule: string,
  lexicon: DepartmentLexicon,
): DepartmentMention[] {
  const mentions: DepartmentMention[] = []
  let previous: string | undefined
  // ★市司法局、市法院: the starred lead. Where all of several have the star, it tells nothing.
  const starLeads = role === 'responsible' && (names.length === 1 || names.some(({ marked }) => marked !== true))
  for (const { name, start, end, collective, marked } of names) {
    const canonical = canonicalDepartment(name, previous, lexicon)
    const own = starLeads && marked === true ? 'lead' : role
    mentions.push({ rule, start, end, name, role: own, ...(collective ? { collective } : {}), canonical })
    // Only what has its level written passes it on; 市发改委、财政局、住建局 passes 市 through.
    if (/^[省市县区州旗盟镇乡]|[省市县区州旗]/u.test(canonical)) previous = canonical
  }
  return mentions
}

/**
 * Where a document says so, the first of a list without a lead leads, or all of them do, or those before its comma.
 *
 * @param text what the offsets of the mentions count in
 */
export function withLead(
  mentions: DepartmentMention[],
  leadRule: LeadRule | undefined,
  text: string,
): DepartmentMention[] {
  if (leadRule === undefined || leadRule === 'none' || mentions.some(({ role }) => role === 'lead')) return mentions
  const first = mentions.find(({ role }) => role === 'responsible')
  const last = mentions.at(-1)
  const comma = first && last ? commaOutsideBrackets(text, first.end, last.start) : -1
  const leads = (mention: DepartmentMention): boolean => {
    if (leadRule === 'before-comma') return comma >= 0 && mention.end <= comma
    return leadRule === 'all' || mention === first
  }
  return mentions.map((mention) =>
    mention.role === 'responsible' && leads(mention) ? { ...mention, role: 'lead' } : mention,
  )
}

function commaOutsideBrackets(text: string, start: number, end: number): number {
  const [before] = cutOutsideBrackets(text, start, end, COMMAS)
  return before === undefined || before.end === end ? -1 : before.end
}
