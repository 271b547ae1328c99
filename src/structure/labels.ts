import labelData from '../lexicon/labels.yaml'
import { anyOf, recordOf, stringsOf } from '../lexicon/read.ts'
import type { DepartmentRole, PersonRole } from '../model/register.ts'
import { closingOf, groupsOf } from '../text/brackets.ts'
import { CharSet, SPACES } from '../text/char-set.ts'
import { BARE_LABELS } from '../text/lexicon.ts'
import { allMatches } from '../text/matches.ts'
import { LABEL_MEANINGS } from './label-meanings.ts'
import type { LabelField, LabelHit, LabelMeaning } from './label-types.ts'

const data = recordOf(labelData, '标签')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const roleWords = recordOf(data.角色词, '角色词')
const columns = recordOf(data.栏目, '栏目')
/** 督导 wins over everything beside it (市直牵头督导单位), 责任 gives way to everything (牵头责任单位). */
const ROLE_ORDER = ['supervise', 'lead', 'support', 'responsible'] as const
const roleLists = ROLE_ORDER.map((role) => ({
  role,
  pattern: new RegExp(anyOf(stringsOf(roleWords[role], role)), 'u'),
}))
const allRoleWords = anyOf(ROLE_ORDER.flatMap((role) => stringsOf(roleWords[role], role)))
const unitWords = anyOf(stringsOf(data.单位词, '单位词'))
const leaderWords = anyOf(stringsOf(data.领导词, '领导词'))
const personWords = anyOf(stringsOf(data.人员词, '人员词'))

const ADJECTIVES =
  '(?:市直|省直|县直|区直|州直|市级|省级|县级|区级|市|县|区|省|主要(?!责任|负责)|其他|其它|其余|具体|直接|第一|对应|相关|有关|各|主|总|总体|拟|项目|工作|任务|整改|所属|现场|任务清单|校级|院级|系统)'
const UNIT_LABEL = new RegExp(
  `^${ADJECTIVES}{0,3}((?:${allRoleWords})+)(?:的)?${ADJECTIVES}?(?:${unitWords})+(?:名称)?$`,
  'u',
)
const LEADER_LABEL = new RegExp(
  `^(?:[省市县区州](?:委|政府))?${ADJECTIVES}{0,3}((?:${allRoleWords}|包案|挂点|联系|包抓|包联|挂钩|挂牌|带队)*)${ADJECTIVES}?(?:${leaderWords})$`,
  'u',
)
const PERSON_LABEL = new RegExp(`^${ADJECTIVES}{0,3}((?:${allRoleWords})+)${ADJECTIVES}?(?:${personWords})$`, 'u')
/** 参加人员：科主任、护士长 says who was there. */
const ATTENDS = /^(?:参加|参与)(?:人员?|者)$/u
const BARE_UNIT = new RegExp(`^(?:${unitWords})$`, 'u')
const BARE_ROLE = new RegExp(`^(?:${allRoleWords})$`, 'u')
const ENTIRE: ReadonlyMap<string, DepartmentRole> = new Map([
  ['责任主体', 'responsible'],
  ['主体责任', 'responsible'],
  ['属地责任', 'responsible'],
  ['责任', 'responsible'],
  ['牵头', 'lead'],
  ['配合', 'support'],
  ['主办', 'lead'],
  ['协办', 'support'],
  ['督导', 'supervise'],
  ['承办', 'responsible'],
  ['责任分工', 'responsible'],
  ['任务分工', 'responsible'],
  ['分工', 'responsible'],
  ['责任清单', 'responsible'],
  ['责任落实', 'responsible'],
  ['责任归属', 'responsible'],
])
const people = new Set(stringsOf(data.人员标签, '人员标签'))

const FIELDS = [
  'deadline',
  'start',
  'measures',
  'objective',
  'problem',
  'progress',
  'task',
  'number',
  'remark',
] as const
const fieldOf = new Map<string, LabelField>()
for (const field of FIELDS) for (const word of stringsOf(columns[field], field)) fieldOf.set(word, field)

/** Whole labels with their meaning, one entry a line; they go before what the words above make up. */
const entire: ReadonlyMap<string, LabelMeaning> = new Map(
  listOf(data.标签).flatMap((item) => {
    const entry = recordOf(item, '标签')
    const means = Object.entries(LABEL_MEANINGS).find(([name]) => name === entry.意思)?.[1]
    const words = stringsOf(entry.词, '标签 词')
    if (means === undefined) throw new Error(`labels.yaml, 标签 ${words[0] ?? ''}: 没有“${String(entry.意思)}”这种意思`)
    return words.map((word): [string, LabelMeaning] => [word, means])
  }),
)

const meaning = (field: LabelField, roles: DepartmentRole[] = [], personRole?: PersonRole): LabelMeaning =>
  personRole === undefined ? { field, roles } : { field, roles, personRole }

/** Labels of a user's own, by their words; they come before those that the program knows. */
export type OwnLabels = ReadonlyMap<string, LabelMeaning>

const NONE: OwnLabels = new Map()

/** What a label or a column header means; null for one that is not known. */
export function readLabel(label: string, own: OwnLabels = NONE): LabelMeaning | null {
  const plain = label
    .replace(/[\s\u00a0*_#：:]/gu, '')
    .replace(/^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]|[-•·●▪◆★【]+)+/u, '')
    .replace(/[】]$/u, '')
  if (plain === '' || plain.length > 24) return null
  return own.get(plain) ?? entire.get(plain) ?? readPlain(plain)
}

function readPlain(plain: string): LabelMeaning | null {
  const whole = readOne(plain)
  if (whole !== null) return whole
  const bracketed = readBracketed(plain)
  if (bracketed !== null) return bracketed
  const parts = plain.split(/[、/／,，]|以及|及其?|和|与|或/u).filter((part) => part !== '')
  if (parts.length < 2) return null
  // 牵头及责任单位, 责任单位和人: what the last part says once serves the ones before it.
  const last = parts.at(-1) ?? ''
  const noun = new RegExp(`(?:${unitWords}|${personWords})$`, 'u').exec(last)?.[0] ?? ''
  const first = parts[0] ?? ''
  const head = new RegExp(`^(?:${allRoleWords})+`, 'u').exec(first)?.[0] ?? ''
  const meanings = parts.map((part) => readOne(part) ?? readOne(part + noun) ?? readOne(head + part))
  return combine(meanings)
}

function combine(meanings: (LabelMeaning | null)[]): LabelMeaning | null {
  const known = meanings.filter((one) => one !== null)
  const first = known[0]
  if (first === undefined || known.length < meanings.length) return null
  const roles = [...new Set(known.flatMap((one) => one.roles))]
  const personRole = known.find((one) => one.personRole !== undefined)?.personRole
  if (roles.length > 0) return meaning('departments', roles, personRole)
  return personRole === undefined ? first : meaning('people', [], personRole)
}

/** 责任单位（部门）, 牵头（责任）单位, 主（协）办机关, 责任单位（责任人）. */
function readBracketed(plain: string): LabelMeaning | null {
  const group = groupsOf(plain)[0]
  if (group === undefined) return null
  const before = plain.slice(0, group.start)
  const after = plain.slice(group.end)
  const inner = group.inner
  const outer = readPlain(before + after)
  // 主（协）办机关: the bracket replaces the character before it.
  const replaced = before.length > 0 && inner.length === 1 ? readOne(before.slice(0, -1) + inner + after) : null
  if (outer !== null && replaced !== null && outer.roles.length > 0) return combine([outer, replaced])
  if (outer === null) return null
  if (BARE_UNIT.test(inner)) return outer
  if (BARE_ROLE.test(inner)) {
    const other = readOne(inner + after) ?? readOne(`${inner}单位`)
    return other === null ? outer : combine([outer, other])
  }
  const beside = readPlain(inner)
  return beside !== null && (beside.roles.length > 0 || beside.personRole !== undefined)
    ? combine([outer, beside])
    : outer
}

function readOne(word: string): LabelMeaning | null {
  const field = fieldOf.get(word)
  if (field !== undefined) return meaning(field)
  const entire = ENTIRE.get(word)
  if (entire !== undefined) return meaning('departments', [entire])
  const leader = LEADER_LABEL.exec(word)
  if (leader !== null) return meaning('people', [], roleOf(leader[1] ?? '') === 'supervise' ? 'supervise' : 'leader')
  if (people.has(word)) return meaning('people', [], personRoleOf(word))
  const person = ATTENDS.test(word) ? null : PERSON_LABEL.exec(word)
  if (person !== null) return meaning('people', [], personRoleOf(word))
  const unit = UNIT_LABEL.exec(word)
  if (unit !== null) return meaning('departments', [roleOf(unit[1] ?? '')])
  return null
}

function roleOf(words: string): DepartmentRole {
  return roleLists.find(({ pattern }) => pattern.test(words))?.role ?? 'responsible'
}

function personRoleOf(word: string): PersonRole {
  if (/牵头|主办/u.test(word)) return 'lead'
  if (/配合|协办|协助/u.test(word)) return 'support'
  if (/监督|督办|验收|督导/u.test(word)) return 'supervise'
  return 'responsible'
}

const NOTE_WORDS = new RegExp(`牵头|负责|配合|${allRoleWords}`, 'u')
const NOTE_LINE = /^[\s\u00a0*]*[（(〔【[]/u
const NOTE_TAIL = /^[\s\u00a0*。；;，,、]*$/u

/** A line that is nothing but a note in brackets of who does what: （市住建局牵头，各区配合）. Null for any other. */
export function findNoteLine(text: string): LabelHit | null {
  if (!NOTE_LINE.test(text)) return null
  const open = text.search(/[（(〔【[]/u)
  const close = closingOf(text, open)
  if (close < 0 || !NOTE_TAIL.test(text.slice(close + 1)) || !NOTE_WORDS.test(text.slice(open, close))) return null
  return { start: open, end: open, label: '', meaning: meaning('note') }
}

/** 责任单位　县水利局, 整改措施.清理垃圾 at the start of a line: a known label without a colon. */
const UNCOLONED = new RegExp(`^[\\s\\u00a0]*(${BARE_LABELS})(?:[.．；;]|[ \\u00a0\\u3000]+|——)(?=([^\\s.．]+))`, 'gmu')
const BOXED = /【([^\n【】]{2,20})】[ \t]*[：:]?/gu
const COLON = /[：:]/gu
const BOUNDARY = new CharSet('\n。；;，,！？!?：:|｜【】“”"《》')
const BEFORE_LABEL = new CharSet(`${SPACES}、*`)
const OPENS = new CharSet('(（〔')
const CLOSES = new CharSet(')）〕')
const LONGEST = 26
const ORNAMENT = /^[\s\u00a0*_#\-—•·●▪◆★☆▲※]*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、][\s\u00a0*]*)?/u

/** Labels at the start of a line or sentence (责任单位：…); several may stand on one line. */
export function findLabels(text: string, own: OwnLabels = NONE): LabelHit[] {
  const marked: LabelHit[] = []
  for (const match of text.includes('【') ? allMatches(BOXED, text) : []) {
    const read = readLabel(match[1] ?? '', own)
    if (read !== null) {
      const label = (match[1] ?? '').replace(/[\s\u00a0]/gu, '')
      marked.push({ start: match.index, end: match.index + match[0].length, label, meaning: read })
    }
  }
  for (const match of allMatches(UNCOLONED, text)) {
    const [written, label = '', value = ''] = match
    const read = readLabel(label, own)
    // 整改措施 责任单位 完成时限: the head of a table
    if (read === null || value.startsWith('的') || readLabel(value, own) !== null) continue
    const start = match.index + written.indexOf(label)
    marked.push({ start, end: match.index + written.length, label, meaning: read })
  }
  marked.sort((a, b) => a.start - b.start)
  const hits: LabelHit[] = []
  let after = 0
  // both come in the order of the text: only the next mark can stand where a label is
  let mark = 0
  for (const match of allMatches(COLON, text)) {
    const hit = labelBefore(text, match.index, after, own)
    after = match.index + 1
    if (hit === null) continue
    while ((marked[mark]?.end ?? Number.POSITIVE_INFINITY) <= hit.start) mark++
    if ((marked[mark]?.start ?? Number.POSITIVE_INFINITY) >= hit.end) hits.push(hit)
  }
  return [...marked, ...hits].sort((a, b) => a.start - b.start)
}

/** The longest label that ends at a colon and begins after a boundary, a space or a 、. */
function labelBefore(text: string, colon: number, from: number, own: OwnLabels): LabelHit | null {
  const starts: number[] = []
  let depth = 0
  let i = colon - 1
  for (; i >= from && colon - i <= LONGEST; i--) {
    const code = text.charCodeAt(i)
    if (CLOSES.has(code)) depth++
    else if (OPENS.has(code)) {
      if (depth === 0) break
      depth--
    } else if (depth > 0) continue
    else if (BOUNDARY.has(code)) break
    else if (BEFORE_LABEL.has(code)) starts.push(i + 1)
  }
  if (i < from || colon - i <= LONGEST) starts.push(i + 1)
  for (const start of starts.reverse()) {
    const written = text.slice(start, colon)
    const skip = ORNAMENT.exec(written)?.[0].length ?? 0
    // 区委、区政府　配合单位：…: a label of its own behind the space
    const behindSpace = /[\s\u00a0]([\u4e00-\u9fff]{4,})$/u.exec(written.slice(skip))?.[1]
    if (behindSpace !== undefined && readLabel(behindSpace, own) !== null) continue
    const label = written.slice(skip).replace(/[\s\u00a0*]/gu, '')
    const read = readLabel(label, own)
    if (read !== null) {
      const bold = /^[*\s]*/u.exec(text.slice(colon + 1, colon + 4))?.[0] ?? ''
      return { start: start + skip, end: colon + 1 + (bold.includes('*') ? bold.length : 0), label, meaning: read }
    }
  }
  return null
}
