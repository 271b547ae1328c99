import { withArabicYears } from '../text/years.ts'
import { type Cues, shippedCues } from './cues.ts'
import { withoutAddress } from './openings.ts'
import {
  ACTS,
  ASKED_BEHIND,
  ASKED_BY,
  ASKED_BY_NAME,
  ASKED_IN_SPEECH,
  ASKED_IN_WRITING,
  ASSIGNED,
  ATTENDED,
  addressIn,
  BASED_ON,
  BEHIND_FAULTS,
  BOUNDED,
  BROUGHT_ABOUT,
  BY_THEN,
  BYLINE,
  CALL_OF_MEETING,
  COMPARED,
  DECISION,
  DEFINES,
  DESCRIBED,
  DISCLAIMER,
  DUE,
  DUTY,
  EVERYBODY,
  FUTURE,
  GUIDANCE,
  HEADLINE_OF_MEETING,
  HELD,
  INSPECTED,
  type KeyedName,
  KNOWN,
  LISTED,
  LISTS_FOR,
  MEETING,
  MET,
  MODAL,
  MODAL_YAO,
  NAME_OF_SPEECH,
  NEED,
  NO_CUE,
  NO_CUE_CHARS,
  NOT_DONE_YET,
  OBJECT_FIRST,
  OBJECT_OF_AS,
  OBJECTIVE,
  ONTO,
  OUTCOME,
  PERFECTIVE,
  PRAISED,
  PREAMBLE,
  QUESTION,
  READ_AS,
  REPORTED,
  RETROSPECT,
  SCHEDULED,
  SCOPE,
  SEEN_THEN_DONE,
  SOLVED,
  SOME,
  sentenceSieve,
  TIME_FIRST,
  TO_BE_SAID,
  TROUBLE,
  WHO_DID,
  WILL,
} from './sentence-patterns.ts'

export type SentenceClass =
  | 'demand' // asks for something, with a modal or a subject told to act
  | 'imperative' // asks for something by its verb alone
  | 'objective' // names a result to be reached
  | 'past'
  | 'situation'
  | 'significance'
  | 'announce'
  | 'greeting'
  | 'closing'
  | 'meta'
  | 'plain'

export interface SentenceVerdict {
  class: SentenceClass
  /** The words that decided. */
  evidence: string
  /** A subject is told to act (各乡镇要…, 希望…). */
  addressed: boolean
}

const ASKING: ReadonlySet<SentenceClass> = new Set<SentenceClass>(['demand', 'imperative', 'objective'])

/** Whether a sentence asks for something or names what is to be reached. */
export const isAsking = ({ class: name }: SentenceVerdict): boolean => ASKING.has(name)

const count = (pattern: RegExp, text: string): number => {
  pattern.lastIndex = 0
  let n = 0
  while (pattern.exec(text)) n++
  return n
}

const firstMatch = (pattern: RegExp, text: string): string | null => {
  pattern.lastIndex = 0
  return pattern.exec(text)?.[0] ?? null
}

/** 首先通报了…，强调了…；德育处要…；各班要…: those who are told come behind all that was done, and go on to the end. */
function isToldBehind(text: string, addressed: string): boolean {
  const at = text.indexOf(addressed)
  const rest = text.slice(at + addressed.length)
  return /[；;]/.test(rest) && count(PERFECTIVE, rest) === 0
}

/** 已经明确了…，关键是要加强协调，搞好服务，争取…: behind all that was done, at least two things to do. */
function goesOn(text: string, cues: Cues): boolean {
  const last = Math.max(
    lastEnd(cues.sentence.past, text),
    lastEnd(cues.sentence.faintPast, text),
    lastEnd(PERFECTIVE, text),
  )
  const rest = text.slice(last)
  const asks =
    /[，,；;](?:关键是?|现在|下一步|接下来|今后|当前|因此|所以|同时|但|还)*(?:就是|还是)?(?:要(?![求素点是])|必须|务必)/.exec(
      rest,
    )
  return asks !== null && count(cues.imperativeClause, rest.slice(asks.index + asks[0].length)) > 1
}

function lastEnd(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0
  let end = 0
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) end = found.index + found[0].length
  return end
}

/** Titles are not part of what a sentence says. */
const TITLE = /《[^》]{0,80}》/g

const without = (text: string, removed: RegExp): string => text.replace(removed, '')

/**
 * Tells what a sentence is from its words alone; what the section around it is counts elsewhere.
 *
 * @param sentence one sentence, clean, its enumerator taken off
 * @param ahead the section says what is to be done: words that tell of the past only as a rule are not enough there
 */
export function classifySentence(sentence: string, cues: Cues = shippedCues(), ahead = false): SentenceVerdict {
  // words of a title are not words of the sentence
  const untitled = sentence.includes('《') ? sentence.replace(TITLE, '《》') : sentence
  const unaddressed = withoutAddress(untitled)
  const text = withArabicYears(NO_CUE_CHARS.isIn(unaddressed) ? without(unaddressed, NO_CUE) : unaddressed)
  const may = sentenceSieve().read(text)
  const verdict = (name: SentenceClass, evidence: string | null, addressed = false): SentenceVerdict => ({
    class: name,
    evidence: evidence ?? '',
    addressed,
  })
  if (may('guidance') && GUIDANCE.test(text)) return verdict('significance', firstMatch(GUIDANCE, text))
  const known = may('known') ? KNOWN.exec(text) : null
  if (known) return verdict('significance', known[0].slice(0, 16))
  const decision = may('decision') ? DECISION.exec(text) : null
  if (decision && !/[:：]$/.test(text)) return verdict('demand', decision[0], true)
  const meeting = may('meeting') ? MEETING.exec(text) : null
  if (meeting) return verdict('announce', meeting[0])
  const preamble = may('preamble') ? PREAMBLE.exec(text) : null
  if (preamble) return verdict('announce', preamble[0].slice(-16))
  const met = may('meeting') ? MET.exec(text) : null
  if (met && !MODAL.test(text) && !MODAL_YAO.test(text)) return verdict('announce', met[0].slice(0, 24))
  const held = !ahead && may('meeting') ? (HELD.exec(text) ?? HEADLINE_OF_MEETING.exec(text.trim())) : null
  if (held && !MODAL.test(text) && !MODAL_YAO.test(text)) return verdict('announce', held[0].slice(0, 24))
  const inspected = !ahead && may('inspected') ? INSPECTED.exec(text) : null
  if (inspected && !MODAL.test(text) && !MODAL_YAO.test(text)) return verdict('announce', inspected[0].slice(0, 24))
  const thought = may('decision') ? /^会议认为[，,：:]/.exec(text) : null
  if (thought && !MODAL.test(text) && !MODAL_YAO.test(text)) return verdict('significance', thought[0])
  const call = may('called') ? CALL_OF_MEETING.exec(text) : null
  if (call) return verdict('closing', call[0])
  const scope =
    (may('scope') ? SCOPE.exec(text) : null) ??
    (may('attended') ? ATTENDED.exec(text) : null) ??
    (may('speech') ? NAME_OF_SPEECH.exec(text) : null) ??
    (may('byline') ? BYLINE.exec(text.trim()) : null) ??
    (may('disclaimer') ? DISCLAIMER.exec(text) : null)
  if (scope) return verdict('meta', scope[0])
  const readAs = may('readAs') ? READ_AS.exec(text) : null
  if (readAs) return verdict('meta', readAs[0])
  const defines = may('defines') ? DEFINES.exec(text) : null
  if (defines && !MODAL.test(text)) return verdict('meta', defines[0])
  // what is asked of nobody: 招来的人是招给谁看的？
  if (may('question') && QUESTION.test(text)) return verdict('situation', text.slice(-8))
  const retrospect = may('retrospect') ? RETROSPECT.exec(text) : null
  if (retrospect && !FUTURE.test(text) && !MODAL.test(text) && !WHO_DID.test(text))
    return verdict('past', retrospect[0])
  const spoken = may('spoken')
    ? (ASKED_IN_SPEECH.exec(text) ?? ASKED_BY.exec(text) ?? ASKED_IN_WRITING.exec(text))
    : null
  if (spoken) return verdict('demand', spoken[0].slice(0, 24), true)
  const praised = may('praised') && !MODAL_YAO.test(text) ? PRAISED.exec(text) : null
  if (praised) return verdict('past', praised[0].slice(-8))
  const reported = may('reported') ? REPORTED.exec(text) : null
  // 会上，…汇报了下阶段打算: what was told there may be ahead, the telling is over
  const over = reported !== null && (/^(?:会上|座谈会上|据)/.test(reported[0]) || !FUTURE.test(text))
  if (reported && over && !MODAL.test(text) && !MODAL_YAO.test(text)) return verdict('past', reported[0].slice(0, 24))
  const greeting = may('greeting') ? firstMatch(cues.sentence.greeting, text) : null
  const told = may('addressed') ? addressIn(text) : null
  // 由办公室宣读了方案: who did it, not who is to
  const addressed = told?.startsWith('由') && may('perfective') && count(PERFECTIVE, text) > 0 ? null : told
  // 同志们，…各部门要迅速行动起来，谱写新篇章！ appeals to everybody at the end
  const appeal = unaddressed !== untitled && may('closing') && text.length < 160 && !/^(?:希望|请)/.test(told ?? '')
  const farewell = appeal ? firstMatch(cues.sentence.closing, text) : null
  if (farewell) return verdict('closing', farewell)
  if (greeting && !addressed && text.length < 60) return verdict('greeting', greeting)
  const announce = may('announce') ? firstMatch(cues.sentence.announce, text) : null
  if (announce && text.length < 200) return verdict('announce', announce)
  const said = may('said') && text.length < 120 ? TO_BE_SAID.exec(text) : null
  if (said) return verdict('announce', said[0])
  const lists = may('listed') && text.length < 60 ? LISTS_FOR.exec(text.trim()) : null
  if (lists) return verdict('announce', lists[0].slice(-16))
  const listed = may('listed') && text.length < 70 && !addressed ? LISTED.exec(text) : null
  if (listed) return verdict('announce', listed[0])
  if (text.length < 40 && !addressed && /[：:]$/.test(text)) return verdict('announce', text.slice(-8))
  const meta = may('meta') ? firstMatch(cues.sentence.meta, text) : null
  if (meta) return verdict('meta', meta)
  const modal =
    (may('modal') ? MODAL.exec(text) : null) ??
    (may('yao') ? MODAL_YAO.exec(text) : null) ??
    (may('need') && !(may('significance') && firstMatch(cues.sentence.significance, text)) ? NEED.exec(text) : null)
  // 省委将试点作为重点，明确了…: 将 is 把 there
  const future = may('future') ? FUTURE.exec(without(text, OBJECT_OF_AS)) : null
  // what is asked for may be measured against last year as well
  const aims = modal !== null || future !== null || (may('bounded') && BOUNDED.test(text))
  // where something is taken out of the middle, words may come together that the sieve has not seen
  const less = (rest: string, name: KeyedName, pattern: RegExp): string =>
    rest !== text || may(name) ? without(rest, pattern) : rest
  const uncompared = aims ? less(without(text, WHO_DID), 'compared', COMPARED) : text
  const measured = less(less(uncompared, 'brought', BROUGHT_ABOUT), 'described', DESCRIBED)
  const past =
    (may('past') || measured !== text ? count(cues.sentence.past, measured) : 0) +
    (!ahead && (may('faintPast') || measured !== text) ? count(cues.sentence.faintPast, measured) : 0) +
    (may('perfective')
      ? count(PERFECTIVE, less(without(without(text, NOT_DONE_YET), OUTCOME), 'described', DESCRIBED))
      : 0)
  const situation = may('situation') ? count(cues.sentence.situation, less(text, 'solved', SOLVED)) : 0
  const unfounded = less(text, 'based', BASED_ON)
  const significance = may('significance') || unfounded !== text ? count(cues.sentence.significance, unfounded) : 0
  const objective = may('objective') ? OBJECTIVE.exec(text) : null
  if (objective && (past === 0 || /目标/.test(objective[0]))) return verdict('objective', objective[0])
  const goal = may('byThen') ? BY_THEN.exec(text) : null
  if (goal && !addressed) return verdict('objective', goal[0])
  if (addressed && (past < 2 || isToldBehind(text, addressed))) return verdict('demand', addressed, true)
  const scheduled = ahead && past === 0 ? SCHEDULED.exec(text) : null
  if (scheduled) return verdict('demand', scheduled[0])
  if (past === 0) {
    const duty =
      (may('duty') ? DUTY.exec(text) : null) ??
      (may('assigned') ? ASSIGNED.exec(text) : null) ??
      (may('due') ? DUE.exec(text) : null)
    if (duty) return verdict('demand', duty[0], true)
  }
  const trouble = may('trouble') ? TROUBLE.exec(less(text, 'solved', SOLVED)) : null
  // 要清醒认识到，这是长期任务，要巩固成果: what is to be seen, and behind it what is to be done
  const seen = trouble !== null && situation === 0 && SEEN_THEN_DONE.test(text)
  if (trouble && !seen && !BEHIND_FAULTS.test(text)) return verdict('situation', trouble[0])
  const closing = may('closing') && text.length < 160 ? firstMatch(cues.sentence.closing, text) : null
  if (closing) return verdict('closing', closing)
  const timeless = less(text, 'timed', TIME_FIRST)
  const imperative = cues.imperative.exec(timeless)
  let counted: number | undefined
  const clauses = (): number => {
    counted ??= count(cues.imperativeClause, timeless)
    return counted
  }
  if (modal && past <= 1 && (past === 0 || clauses() > 1)) return verdict('demand', modal[0])
  // 会议还就…进行了研究，请…拿出方案: what is asked comes behind what was done
  const request = past > 0 && /^会议/.test(text) ? ASKED_BEHIND.exec(text) : null
  if (request && !/[了已]/.test(text.slice(request.index))) return verdict('demand', request[0], true)
  if (past > 0 && goesOn(text, cues)) return verdict('demand', modal?.[0] ?? null)
  if (past > 0 && !(future && past === 1)) {
    // 通过…取得了…: past words win over verbs that could be instructions
    if (past >= 2 || !imperative || clauses() <= 2)
      return verdict(
        'past',
        firstMatch(cues.sentence.past, text) ??
          firstMatch(PERFECTIVE, text) ??
          firstMatch(cues.sentence.faintPast, text),
      )
  }
  if (
    past === 0 &&
    may('will') &&
    WILL.test(text) &&
    (situation === 0 || clauses() > 0) &&
    clauses() + (cues.verb.test(text) ? 1 : 0) > 0
  )
    return verdict('demand', firstMatch(WILL, text))
  // 放假前各校通报…: the time in front of them
  const inTime = text.startsWith('各') ? text : timeless
  const everybody = may('everybody') ? EVERYBODY.exec(inTime) : null
  if (everybody && past === 0 && situation === 0) {
    const rest = inTime
      .slice(everybody[0].length)
      .replace(/^(?:从|自|于|在)[^，,。]{1,12}?(?:起|前|内)/, '')
      .replace(TIME_FIRST, '')
    if (cues.imperative.test(rest)) return verdict('demand', everybody[0], true)
  }
  if (imperative && significance === 0) return verdict('imperative', imperative[0])
  if (significance > 0) return verdict('significance', firstMatch(cues.sentence.significance, text))
  const onto = ONTO.exec(text)
  if (onto && significance === 0 && cues.verb.test(onto[0])) return verdict('imperative', onto[0].slice(0, 12))
  if (situation > 0 && clauses() < 2) return verdict('situation', firstMatch(cues.sentence.situation, text))
  if (clauses() >= 1) return verdict('imperative', firstMatch(cues.imperativeClause, text))
  const object = OBJECT_FIRST.exec(text)
  if (object && significance === 0 && cues.verb.test(object[0])) return verdict('imperative', object[0].slice(0, 12))
  if (past === 0) {
    const byName = may('byName') ? ASKED_BY_NAME.exec(text) : null
    if (byName) return verdict('demand', byName[0], true)
    const acts = ACTS.exec(text)
    if (acts && !SOME.test(acts[1] ?? '')) return verdict('demand', acts[0], true)
    const asked = ASKED_BEHIND.exec(text)
    if (asked) return verdict('demand', asked[0], true)
  }
  const demand = may('demand') ? firstMatch(cues.sentence.demand, text) : null
  if (demand) return verdict('demand', demand)
  return verdict('plain', null)
}
