import { applyEdits, Edits, type TextBuffer } from '../buffer.ts'
import { isDigit, isHan, isLatin } from '../characters.ts'
import { BARE_LABELS, LABELS, UNITS } from '../lexicon.ts'

const RUN = /[ \u3000]+/g
const SENTENCE_END = '。；;！!？?'
const CHINESE_MARK = '，。、；：！？（）《》〈〉“”‘’【】〔〕「」『』…—·'
const ENDS_WITH_LABEL = new RegExp(`(?:${LABELS})[:：]$`)
const STARTS_WITH_LABEL = new RegExp(`^(?:${LABELS})(?:[（(][^（()）]{1,8}[)）])?[:：]`)
const IS_BARE_LABEL = new RegExp(`^[ \\u3000]*(?:${BARE_LABELS})$`)
const STARTS_WITH_UNIT = new RegExp(`^(?:${UNITS})`)
const PROSE = /[，。；！？,;!?]/

/** Lines are looked at once, however many spaces they have. */
class LineCache {
  private from = 0
  private to = -1
  private prose = false
  constructor(private readonly text: string) {}

  isProse(at: number): boolean {
    if (at < this.from || at >= this.to) this.read(at)
    return this.prose
  }

  private read(at: number): void {
    this.from = this.text.lastIndexOf('\n', at) + 1
    const end = this.text.indexOf('\n', at)
    this.to = end < 0 ? this.text.length : end
    this.prose = PROSE.test(this.text.slice(this.from, this.to))
  }
}

/** Length of the run of Han characters that ends before (step -1) or starts at (step 1) a place, up to 2. */
const hanRun = (text: string, at: number, step: 1 | -1): number => {
  let length = 0
  for (let i = at; length < 2 && isHan(text.charCodeAt(i)); i += step) length++
  return length
}

/** What parts the names of a list, seen from either side; a space may, too. */
const PARTED = /[\s\u00a0、，,；;。：:（）()【】〔〕[\]]/
const FURTHEST_NAME = 24
/** What a name of a body ends in, as far as it tells two bodies from one: 县公安局 交警大队 may be one. */
const BODY_END =
  /^[\u4e00-\u9fff]{2,}?(局|委|厅|部|办|科|处|股|室|院|站|所|社|会|中心|公司|集团|银行|政府|大队|支队|街道|乡|镇|村|学校|学院)$/
const PERSON_LABEL = /(?:责任人|负责人|联系人|领导)[：:]$/
const LEVEL_FIRST = /^(?:[省市县区州旗镇乡]|各|全[省市县区]|有关|相关)[\u4e00-\u9fff]/
/** 市财政局 市税务局负责: the role stands behind the last name. */
const ROLE_BEHIND =
  /等?(?:部门|单位)?(?:共同|分别|按照?职责(?:分工)?|具体|联合)*(?:负责|牵头|配合|协助|参与|参加|落实)*$/

/** In the list behind 责任单位：, as far back as a list goes. */
const IN_LIST = /(?:单位|部门|科室|机关|主体|牵头|配合)[:：][^。；;：:\n]*$/
const LONGEST_LIST = 120
/** Such a part of the body before it, named behind it: 县公安局 交警大队. */
const PART_OF_BODY = /(?:科|处|股|室|大队|支队|中队|总队|分局|所|站|队)$/
const ENDS_LIKE_BODY =
  /(?:[局委厅部办科处股室院站所社会镇乡村]|中心|公司|集团|银行|支行|分行|政府|大队|支队|街道|学校|学院|[园库景开发]区|[〕）)])$/

/** Whatever two names stand in such a list, unless the second may be a part of the first. */
const standsInList = (text: string, start: number, end: number): boolean => {
  if (!IN_LIST.test(text.slice(Math.max(0, start - LONGEST_LIST), start))) return false
  if (!ENDS_LIKE_BODY.test(text.slice(Math.max(0, start - 4), start))) return false
  const [right = ''] = /^[^\s\u00a0、，,；;。：:（）()【】〔〕[\]]*/.exec(text.slice(end, end + FURTHEST_NAME)) ?? []
  return right.length > 2 && !PART_OF_BODY.test(right)
}

/** Two bodies with a space for the mark of a list: 市税务局 市财政局, 影像科 超声科. Other spaces between names are typesetting. */
const standsBetweenNames = (text: string, start: number, end: number): boolean => {
  let from = start
  while (from > 0 && start - from < FURTHEST_NAME && !PARTED.test(text.charAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < FURTHEST_NAME && !PARTED.test(text.charAt(to))) to++
  const left = BODY_END.exec(text.slice(from, start))?.[1]
  if (left === undefined) return false
  // 责任人：人事股 郑强
  if (PERSON_LABEL.test(text.slice(Math.max(0, from - 6), from)) && /^[\u4e00-\u9fff]{2,3}$/.test(text.slice(end, to)))
    return true
  const behind = text.slice(end, to).replace(ROLE_BEHIND, '')
  const right = BODY_END.exec(behind)?.[1]
  return right !== undefined && (left === right || LEVEL_FIRST.test(behind))
}

/**
 * Takes out the spaces of typesetting (2023 年4 月, 单位： 省公安厅); keeps those between Latin words, those after the end
 * of a sentence, where a paragraph may have been lost, and those of lists and titles (第一章 总则).
 * Spaces at both ends of lines are left to the step that joins lines, which reads the indent.
 */
export const dropTypesettingSpaces = (buffer: TextBuffer): TextBuffer => {
  const { text } = buffer
  const edits = new Edits()
  const lines = new LineCache(text)
  for (const match of text.matchAll(RUN)) {
    const start = match.index
    const end = start + match[0].length
    if (start === 0 || end === text.length) continue
    const before = text.charCodeAt(start - 1)
    const after = text.charCodeAt(end)
    if (before === 10 || after === 10) continue
    if (before === 9 || after === 9 || !keepsSpace(text, start, end, before, after, lines)) edits.add(start, end)
    else if (match[0] !== ' ') edits.add(start, end, ' ')
  }
  return applyEdits(buffer, edits)
}

/** What stands before a place on its line, no more than so many characters: a line may be as long as the text. */
const lineBefore = (text: string, at: number, most: number): string => {
  const before = text.slice(Math.max(0, at - most), at)
  return before.slice(before.lastIndexOf('\n') + 1)
}

const keepsSpace = (
  text: string,
  start: number,
  end: number,
  before: number,
  after: number,
  lines: LineCache,
): boolean => {
  const previous = text.charAt(start - 1)
  const next = text.charAt(end)
  // 责任部门：采购部  责任人：周涛: what parts two labels in a line of prose as well
  if (isHan(after) && !CHINESE_MARK.includes(previous) && STARTS_WITH_LABEL.test(text.slice(end, end + 20))) return true
  // 责任单位　县水利局: the space is what the label has for a colon
  if (isHan(before) && IS_BARE_LABEL.test(lineBefore(text, start, 20))) return true
  if (isHan(before) && isHan(after)) {
    if (lines.isProse(start)) return standsBetweenNames(text, start, end) || standsInList(text, start, end)
    // 市长 龚 正: the name is one word, the office another.
    return hanRun(text, start - 1, -1) > 1 || hanRun(text, end, 1) > 1
  }
  if (SENTENCE_END.includes(previous) || previous === '）' || previous === ')')
    return !(CHINESE_MARK.includes(next) && !'（“《【'.includes(next)) && !',.;:!?)'.includes(next)
  if (previous === '：' || previous === ':') {
    if (isLatin(after) || isDigit(after))
      return previous === ':' && !ENDS_WITH_LABEL.test(text.slice(Math.max(0, start - 10), start))
    return !ENDS_WITH_LABEL.test(text.slice(Math.max(0, start - 10), start))
  }
  if (CHINESE_MARK.includes(previous)) return previous === '·' || previous === '—'
  if (CHINESE_MARK.includes(next)) return '（“《【—'.includes(next) && !isHan(before) && !isDigit(before)
  const ascii = before < 0x100 && after < 0x100
  if (isDigit(before) && isHan(after)) {
    // "1 总体要求" and "2.1 总体要求" need their space, "12 月底前" does not.
    const head = lineBefore(text, start, 13)
    return (
      head.length < 13 &&
      /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(head.trim()) &&
      !STARTS_WITH_UNIT.test(text.slice(end, end + 4))
    )
  }
  if (ascii) return next !== '%' && next !== ',' && next !== ';' && next !== ')'
  if (isHan(before) || isHan(after)) {
    const other = isHan(before) ? after : before
    if (
      isDigit(other) ||
      isLatin(other) ||
      (other >= 0x21 && other < 0x7f && '.,()"\'%/+&'.includes(isHan(before) ? next : previous))
    )
      return false
  }
  return true
}
