import { CharSet } from '../../text/char-set.ts'
import { readAsked } from './asked.ts'
import { type Clause, sentencesOf } from './clauses.ts'
import { readGoingOn } from './going-on.ts'
import { readAfterDe, readDutyOf, readEach, readHeldUnit, readTogether } from './inner-statements.ts'
import { afterLeadIn } from './lead-in.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { readNamesAt } from './names-at.ts'
import { readCalled, readOfficers, readPostAlone } from './persons-told.ts'
import { accept, type SubjectState } from './subject-statements.ts'
import { type ClauseRead, NONE, placesOfBy, readBy } from './told-by.ts'
import type { Responsibility } from './types.ts'

/** A clause can only hold a statement when a character of a name is in it, or one of the words without such a character. */
const NAME_CHARS = new CharSet('各局委办厅部院府会乡镇街区县市州村居司队处科室股馆厂社联站所团园校组商方地')
const NAME_WORDS = /中心|集团|银行|单位|企业|机关|公安|机构|专班|财政|由[^，,。；;]{1,10}[校长任记计师员]/
const mayHoldName = (clause: string): boolean => NAME_CHARS.isIn(clause) || NAME_WORDS.test(clause)

/** 会议要求，…; 他要求教务处…: all that is said in the rest of the sentence is asked for. */
const ASKS_ALL =
  /^(?:[\u4e00-\u9fff]{0,12}(?:要求|责成)$|[\u4e00-\u9fff]{0,8}(?:要求|责成)(?!不|高|严|的|和|与|是|达到|较))/u
const OCCASION =
  /^([\u4e00-\u9fff、（）()]{2,40}?)(?:在|收到|接到|发现)[^，,。；;]{2,30}?(?:时|中|过程中|期间|之?后|之?前)$/u
const OCCASION_ENDS = new CharSet('时中间后前')
/** So many names may wait for what they are to do. */
const MOST_PENDING = 100

/** Statements of running text: 由X负责, 责任单位是X, X牵头, and subjects told to act (各乡镇要…). */
export function readSubjects(text: string, lexicon: DepartmentLexicon): Responsibility[] {
  const state: SubjectState = { sentence: 0, asking: false, text, lexicon, out: [] }
  for (const sentence of sentencesOf(text)) {
    readSentence(state, sentence)
    if (!/[；;]/.test(text.charAt(sentence.at(-1)?.end ?? 0))) state.asking = false
  }
  return state.out
}

function readSentence(state: SubjectState, sentence: readonly Clause[]): void {
  const sentenceEnd = sentence.at(-1)?.end ?? 0
  state.sentence = sentence[0]?.start ?? 0
  let pending: ListedName[] = []
  let asked = false
  for (const [index, clause] of sentence.entries()) {
    readOfficers(state, clause)
    readCalled(state, clause, sentence[index + 1])
    readPostAlone(state, clause)
    const slice = state.text.slice(clause.start, clause.end)
    if (ASKS_ALL.test(slice)) state.asking = true
    const waiting = pending
    pending = []
    if (readGoingOn(state, sentence, clause, waiting, asked)) continue
    if (waiting.length > 0 && ABOUT.test(slice)) {
      pending = waiting
      continue
    }
    if (!mayHoldName(slice)) {
      asked = false
      continue
    }
    const read = readClause(state, clause, sentenceEnd, waiting, asked)
    pending = read.pending.length > 0 ? read.pending : namesBeforeOccasion(state, clause)
    asked = read.asked
  }
}

/** 各乡镇，对以上工作，要…: what it is about stands between those who are told and what they are told. */
const ABOUT = /^(?:对|针对|围绕|根据|按照|结合)[^，,。；;：:]{2,24}$/u

/** 各单位在撰写材料时，要…: the names, and the occasion on which they are told. */
function namesBeforeOccasion({ text, out, lexicon }: SubjectState, clause: Clause): ListedName[] {
  if (!OCCASION_ENDS.has(text.charCodeAt(clause.end - 1)) || (out.at(-1)?.end ?? 0) > clause.start) return []
  const length = OCCASION.exec(text.slice(clause.start, clause.end))?.[1]?.length ?? 0
  if (length === 0) return []
  const list = readNameList(text, clause.start, clause.start + length, 'strict', lexicon)
  return list?.names.every(({ strength }) => strength !== 'weak' || list.names.length > 1) === true ? list.names : []
}

function readClause(
  state: SubjectState,
  clause: Clause,
  sentenceEnd: number,
  waiting: ListedName[],
  wasAsked: boolean,
): ClauseRead {
  const { text, lexicon } = state
  if (readHeldUnit(state, clause) || readTogether(state, clause)) return NONE
  // 此项工作由A、B负责: what stands before 由 is the work.
  const places = placesOfBy(text, clause)
  const by = readBy(state, clause, sentenceEnd, places.plain)
  if (by !== null) return by
  const head = afterLeadIn(text, clause)
  const asked = head.asked || (wasAsked && waiting.length > 0)
  const read = readNamesAt({ text, at: head.at, clauseEnd: clause.end, sentenceEnd, asked, lexicon })
  if (read !== null) {
    const names = [...waiting, ...read.names]
    if (read.continuation === null) return { pending: names.slice(-MOST_PENDING), asked }
    if (accept(state, { start: head.at, end: clause.end }, sentenceEnd, names, read.continuation, asked, read.person))
      return NONE
  }
  if (readEach(state, clause) || (head.asked && readAsked(state, clause, head.at, sentenceEnd))) return NONE
  const aside = readBy(state, clause, sentenceEnd, places.bracketed)
  if (aside !== null) return aside
  readAfterDe(state, clause, sentenceEnd)
  readDutyOf(state, clause)
  return NONE
}
