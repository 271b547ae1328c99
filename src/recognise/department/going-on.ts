import type { Continuation } from './behind-names.ts'
import type { Clause } from './clauses.ts'
import { readContinuation } from './continuation.ts'
import type { ListedName } from './namelist.ts'
import { readDutyOfPost } from './persons-told.ts'
import { accept, type SubjectState } from './subject-statements.ts'
import { actionPattern, adverbPattern, rolePattern } from './words.ts'

const LEADS_CLAUSE = new RegExp(`^(?:要|应|须|必须|务必|一定要|应当|都要|也要|${rolePattern})`, 'u')
const DUTY = new RegExp(
  `^(?:\\d{1,2}[.．、]|[（(][\\d一二三四五六七八九十]{1,2}[)）]|[①-⑳]|一是)?(?:${actionPattern}|${adverbPattern})`,
  'u',
)
const BY_DUTY =
  /^(?:(?:要|应)?(?:按照?|依照?|依据|根据)(?:各自)?(?:的)?(?:职责|分工|职能|任务分工|责任分工)|分口|分头|分别|共同|通力|密切|协同|联合|各司其职|各负其责|齐抓共管)/u
const HOUSE_OFFICE = /^[\u4e00-\u9fff]{1,7}(?:科|处|股|室|办|部|中心)$/u

const FIGURE = /^[\d.]+[\u4e00-\u9fff%]/u
/** 各镇：锅炉“清零”，…: behind names at the head of a line any words may be the duty. */
const opensLine = (text: string, start: number): boolean =>
  /(?:^|\n)[\s\u3000]*$/u.test(text.slice(Math.max(0, start - 20), start))

/**
 * Reads a clause that says what others before it are to do, and names nobody itself.
 *
 * @param waiting the names that made the clause before it
 * @returns whether it is one
 */
export function readGoingOn(
  state: SubjectState,
  sentence: readonly Clause[],
  clause: Clause,
  waiting: ListedName[],
  asked: boolean,
): boolean {
  const { text, lexicon } = state
  const sentenceEnd = sentence.at(-1)?.end ?? 0
  const slice = text.slice(clause.start, clause.end)
  const dutyBy = (rule: string): boolean => {
    const duty: Continuation = { rule, role: 'responsible', weight: 'role', partners: [], end: clause.end }
    return accept(state, clause, sentenceEnd, waiting, duty, asked)
  }
  if (waiting.length > 0 && LEADS_CLAUSE.test(slice)) {
    // 赵圈镇，要按照…: the subject was a clause of its own.
    const continuation = readContinuation({
      text,
      at: clause.start,
      clauseEnd: clause.end,
      sentenceEnd,
      asked,
      lexicon,
    })
    if (continuation !== null && accept(state, clause, sentenceEnd, waiting, continuation, asked)) return true
  }
  // 县卫健局：1.完成…; 县公安局：依法查处…: a list of duties by body.
  if (waiting.length > 0 && /[：:]/u.test(text[clause.start - 1] ?? '') && clause === sentence[1]) {
    const sure = waiting.every(
      ({ strength, name }) => strength === 'known' || strength === 'collective' || HOUSE_OFFICE.test(name),
    )
    if (
      sure &&
      (DUTY.test(slice) || (!FIGURE.test(slice) && opensLine(text, sentence[0]?.start ?? 0))) &&
      dutyBy('duty-list')
    )
      return true
  }
  if (clause === sentence[1] && readDutyOfPost(state, sentence[0], clause)) return true
  // 监测中心、岗黄站，按照职责分工，加大…: the manner of it alone follows the names.
  return waiting.length > 0 && BY_DUTY.test(slice) && dutyBy('by-duty')
}
