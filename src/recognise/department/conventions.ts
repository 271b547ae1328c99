import type { DepartmentMention } from '../../model/mention.ts'
import { defaultLexicon } from './lexicon.ts'
import { mentionsOf } from './mentions.ts'
import { readNameList } from './namelist.ts'
import type { Convention, DepartmentContext, LeadRule } from './types.ts'

type StatedRule = Exclude<LeadRule, 'none'>

const UNIT = '(?:责任)?(?:单位|部门)'
const FIRST = new RegExp(
  `(?:排(?:名|列)?(?:在|于)?(?:第一|首)(?:位)?|列(?:在)?(?:第一|首)(?:位)?|位列第一位?|居首位?|第一个|首个|首列)(?:的|者)?(?:${UNIT})?(?:分别)?(?:为|是|即为|作为|系)[^，。；;、()（）]{0,4}?牵头`,
  'u',
)
const ALL = new RegExp(
  `(?:无|没有|(?:没有|尚未|未)(?:明确|列出|注明|标明|确定|列明))牵头(?:单位|部门)的[，,]?[^。；;]{0,12}?${UNIT}(?:均|都|即|就)?(?:为|是|作为)牵头`,
  'u',
)
/** 逗号前为牵头单位 */
const BEFORE_COMMA = new RegExp(
  `逗号(?:之|以)?前(?:面)?(?:的)?(?:${UNIT})?(?:均|都)?(?:为|是|即为|系)(?:牵头|主办|主责)`,
  'u',
)
const CARRY =
  /以下(?:各项)?(?:政策)?(?:任务|工作|措施|条款|事项|政策)?(?:均|都)?(?:需|须|要|应)?(?:由)?([^，。；;]{2,40}?)(?:负责)?(?:落实|负责|参与|配合|实施)[，,、；;]?(?:以下)?不再(?:一一|逐一|逐项|单独|另行|分别)?(?:列出|列示|标注|重复)/gu

const RULE_IDS: Record<StatedRule, string> = {
  first: 'first-listed-leads',
  all: 'all-lead',
  'before-comma': 'before-comma-leads',
}

/** The lead rule that a note states, and where in it. */
export function conventionIn(text: string): { leadRule: StatedRule; start: number; end: number } | null {
  if (!/牵头|主办|主责/u.test(text)) return null
  const first = FIRST.exec(text)
  if (first !== null) return { leadRule: 'first', start: first.index, end: first.index + first[0].length }
  const comma = BEFORE_COMMA.exec(text)
  if (comma !== null) return { leadRule: 'before-comma', start: comma.index, end: comma.index + comma[0].length }
  const all = ALL.exec(text)
  return all === null ? null : { leadRule: 'all', start: all.index, end: all.index + all[0].length }
}

/** Notes that hold for the whole document: who leads in a list, which units every later item has too. */
export function recogniseConventions(text: string, context: DepartmentContext = {}): Convention[] {
  const lexicon = context.lexicon ?? defaultLexicon
  const found: Convention[] = []
  for (let from = 0; from < text.length; ) {
    const rest = text.slice(from)
    const lead = conventionIn(rest)
    if (lead === null) break
    const { leadRule } = lead
    const rule = RULE_IDS[leadRule]
    found.push({ kind: 'lead-rule', rule, start: from + lead.start, end: from + lead.end, leadRule, departments: [] })
    from += lead.end
  }
  // Asked first, as few documents have it and the pattern takes long to compile.
  for (const match of text.includes('不再') ? text.matchAll(CARRY) : []) {
    const names = match[1] ?? ''
    const start = match.index + match[0].indexOf(names)
    const list = readNameList(text, start, start + names.length, 'list', lexicon)
    if (list === null) continue
    const departments: DepartmentMention[] = mentionsOf(list.names, 'responsible', 'carry-forward', lexicon)
    const end = match.index + match[0].length
    found.push({ kind: 'carry-forward', rule: 'carry-forward', start: match.index, end, departments })
  }
  return found.sort((a, b) => a.start - b.start)
}
