import type { Clause } from './clauses.ts'
import { askingPattern } from './words.ts'

const LEAD_IN = new RegExp(
  [
    '[（(][\\d一二三四五六七八九十]{1,3}[)）]',
    '[\\d]{1,2}[.．、]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十]级)|[①-⑳]',
    '[一二三四五六七八九十]{1,3}(?:是|要)(?:要(?!求))?|第[一二三四五六七八九十]{1,3}[，,、]|首先(?:是)?|其次(?:是)?|再次|最后(?:是)?|再就是',
    '(?:[他她]|[\\u4e00-\\u9fff]{1,3}(?:书记|[省市县区镇乡局院校部处科所站矿厂组队]长|主任|主席|总|总经理|董事长|经理|同志))(?:还|又|最后)?(?=要求|希望|责成|请)|(?:强调|指出)[“"]?(?=[^，,。；;：:]{2,30}(?:要|必须|务必|应))|[\\u4e00-\\u9fff]{2,12}(?:要求|强调|责成)[“"]?(?=各|有关|相关|全[市县区镇])|(?!按|根据|对照|依|参照|符合|落实|达到|提出|有关|相关|工作|严格)[\\u4e00-\\u9fff]{2,8}要求(?=[\\u4e00-\\u9fff]{1,7}(?:处|科|股|局|室|部门|公司|支部|中队|大队)(?![长分的]))|这就(?=要求)|我们(?=各)|会议(?:研究)?(?:决定|要求|明确|强调|指出|议定|确定|认为)?(?=[\\u4e00-\\u9fff]{2})',
    '[此该本这]项(?:工作|任务)(?=[\\u4e00-\\u9fff]{2,12}(?:牵头|负责|负总责|承办))|[\\u4e00-\\u9fff“”]{2,5}(?:假期|期间)(?:[（(][^（()）]{1,20}[)）])?(?=各)',
    '同时|另外|此外|就是(?=各|由)|还有就是|比如|例如|为此|因此|但是?|所以|并且?|而且|特别是|尤其是|甚至|包括|以及|届时|今后|下一步|下步|接下来|当前|目前|近期|日后|会后|年内',
    '每(?:年|半年|季度?|月|旬|周|日)(?=[省市县区州镇乡各有][\\u4e00-\\u9fff])|(?:今年|明年)(?!以来)|到?[\\d]{4}年(?:底|末)?(?:前)?|[上下]半年(?=[\\u4e00-\\u9fff]{2})|[\\d]{1,2}月(?:底|\\d{1,2}日)?前|在?(?:[本这下](?:学期|学年)|今年)?(?:主?汛期|放假|开学|期[中末]考试|学期结束|春节|国庆节?|元旦|节|汛)(?:来临|到来)?(?:之|以)?前(?=各)',
    '全[市县区省镇]范围内',
  ].join('|'),
  'uy',
)
/** 王敏局长要求: somebody is told by somebody who is named. */
const SPEAKER = /^(?!会议|我们|这就).*(?:要求|责成)[“"]?$/u
const ASKING = new RegExp(`(?:${askingPattern})(?!于|此|来|衷)`, 'uy')

/** Without numbers, connectives and times in front; tells whether what follows is asked to act. */
export function afterLeadIn(text: string, clause: Clause): { at: number; asked: boolean } {
  // 批示：“水务局…”: what is said begins behind the mark
  const quoted = /[：:]/u.test(text.charAt(clause.start - 1)) && /[“"‘「]/u.test(text.charAt(clause.start))
  let at = clause.start + (quoted ? 1 : 0)
  let asked = false
  for (let step = 0; step < 6; step++) {
    LEAD_IN.lastIndex = at
    ASKING.lastIndex = at
    const asking = ASKING.exec(text)
    const lead = asking === null ? LEAD_IN.exec(text) : null
    const match = asking ?? lead
    if (match === null || match[0] === '' || at + match[0].length >= clause.end) break
    at += match[0].length
    if (asking !== null || SPEAKER.test(match[0])) asked = true
  }
  return { at, asked }
}
