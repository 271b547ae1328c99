import {
  ACTS,
  ASKED_BEHIND,
  ASKED_BY_NAME,
  ASSIGNED,
  BEHIND_FAULTS,
  BY_THEN,
  DUE,
  DUTY,
  EVERYBODY,
  OBJECT_FIRST,
  OBJECTIVE,
  ONTO,
  PERFECTIVE,
  SCHEDULED,
  SEEN_THEN_DONE,
  SOME,
  TIME_FIRST,
  TROUBLE,
  WILL,
} from '../sentence-patterns.ts'
import { LONGEST } from './introducing.ts'
import { type SentenceVerdict, verdict } from './verdict.ts'
import { type Weights, withoutSolved } from './weights.ts'
import { count, firstMatch, lastEnd, type SentenceWords, tried } from './words.ts'

/** A sentence, with what its words weigh. */
interface Weighed {
  words: SentenceWords
  weights: Weights
  /** Who is told to act, and by what words. */
  told: string | null
}

/** What a sentence is by what outweighs the rest in it: the result to reach, what is asked, what is over, what is the matter. */
export function byWeight(words: SentenceWords, weights: Weights, told: string | null): SentenceVerdict {
  const sentence: Weighed = { words, weights, told }
  const decided = aims(sentence) ?? trouble(sentence)
  if (decided) return decided
  const instructs = new Instructions(words, weights)
  return (
    asksOrIsOver(sentence, instructs) ??
    tellsEverybody(sentence) ??
    byVerb(sentence, instructs) ??
    tellsSomebody(sentence) ??
    verdict('plain', null)
  )
}

/** The verbs of instruction with which a sentence and its clauses begin. */
class Instructions {
  /** The one at the head of the sentence. */
  readonly first: string | null
  private counted: number | undefined

  constructor(
    private readonly words: SentenceWords,
    private readonly weights: Weights,
  ) {
    this.first = words.cues.imperative.exec(weights.timeless)?.[0] ?? null
  }

  /** How many clauses begin with one. */
  clauses(): number {
    this.counted ??= count(this.words.cues.imperativeClause, this.weights.timeless)
    return this.counted
  }
}

/** A result to be reached; somebody told to act, on a day or as his duty. */
function aims({ words, weights: { past }, told }: Weighed): SentenceVerdict | null {
  const { text, ahead } = words
  const objective = tried(words, 'objective', OBJECTIVE)
  if (objective && (past === 0 || /目标/.test(objective[0]))) return verdict('objective', objective[0])
  const goal = tried(words, 'byThen', BY_THEN)
  if (goal && !told) return verdict('objective', goal[0])
  if (told && (past < 2 || isToldBehind(text, told))) return verdict('demand', told, true)
  if (past > 0) return null
  const scheduled = ahead ? SCHEDULED.exec(text) : null
  if (scheduled) return verdict('demand', scheduled[0])
  const duty = tried(words, 'duty', DUTY) ?? tried(words, 'assigned', ASSIGNED) ?? tried(words, 'due', DUE)
  return duty && verdict('demand', duty[0], true)
}

/** What is wrong, and the words that take leave. */
function trouble({ words, weights: { situation } }: Weighed): SentenceVerdict | null {
  const { text, may, cues } = words
  const found = may('trouble') ? TROUBLE.exec(withoutSolved(words)) : null
  // 要清醒认识到，这是长期任务，要巩固成果: what is to be seen, and behind it what is to be done
  const seen = found !== null && situation === 0 && SEEN_THEN_DONE.test(text)
  if (found && !seen && !BEHIND_FAULTS.test(text)) return verdict('situation', found[0])
  const closing = may('closing') && text.length < LONGEST.farewell ? firstMatch(cues.sentence.closing, text) : null
  return closing ? verdict('closing', closing) : null
}

/** What asks against what is over. */
function asksOrIsOver({ words, weights }: Weighed, instructs: Instructions): SentenceVerdict | null {
  const { text, may, cues } = words
  const { modal, future, past, situation } = weights
  if (modal && past <= 1 && (past === 0 || instructs.clauses() > 1)) return verdict('demand', modal)
  if (past > 0) {
    // 会议还就…进行了研究，请…拿出方案: what is asked comes behind what was done
    const request = text.startsWith('会议') ? ASKED_BEHIND.exec(text) : null
    if (request && !/[了已]/.test(text.slice(request.index))) return verdict('demand', request[0], true)
    if (goesOn(words)) return verdict('demand', modal)
    // 通过…取得了…: past words win over verbs that could be instructions
    const over = past >= 2 || !instructs.first || instructs.clauses() <= 2
    if (over && !(future && past === 1)) {
      const { past: plain, faintPast } = cues.sentence
      return verdict('past', firstMatch(plain, text) ?? firstMatch(PERFECTIVE, text) ?? firstMatch(faintPast, text))
    }
    return null
  }
  const will = may('will') && WILL.test(text) && (situation === 0 || instructs.clauses() > 0)
  return will && (instructs.clauses() > 0 || cues.verb.test(text)) ? verdict('demand', firstMatch(WILL, text)) : null
}

/** 各系部从本周起开展…; 放假前各校通报…, with the time in front of them. */
function tellsEverybody({ words: { text, may, cues }, weights }: Weighed): SentenceVerdict | null {
  const { past, situation, timeless } = weights
  const inTime = text.startsWith('各') ? text : timeless
  const everybody = may('everybody') && past === 0 && situation === 0 ? EVERYBODY.exec(inTime) : null
  if (everybody === null) return null
  const rest = inTime
    .slice(everybody[0].length)
    .replace(/^(?:从|自|于|在)[^，,。]{1,12}?(?:起|前|内)/, '')
    .replace(TIME_FIRST, '')
  return cues.imperative.test(rest) ? verdict('demand', everybody[0], true) : null
}

/** Verbs of instruction, against why it matters and how things stand. */
function byVerb({ words: { text, cues }, weights }: Weighed, instructs: Instructions): SentenceVerdict | null {
  const { situation, significance } = weights
  if (instructs.first && significance === 0) return verdict('imperative', instructs.first)
  if (significance > 0) return verdict('significance', firstMatch(cues.sentence.significance, text))
  const onto = ONTO.exec(text)
  if (onto && cues.verb.test(onto[0])) return verdict('imperative', onto[0].slice(0, 12))
  if (situation > 0 && instructs.clauses() < 2) return verdict('situation', firstMatch(cues.sentence.situation, text))
  if (instructs.clauses() >= 1) return verdict('imperative', firstMatch(cues.imperativeClause, text))
  const object = OBJECT_FIRST.exec(text)
  return object && cues.verb.test(object[0]) ? verdict('imperative', object[0].slice(0, 12)) : null
}

/** Who is told by his name or by what he does, without a word that tells; and any word that asks. */
function tellsSomebody({ words, weights: { past } }: Weighed): SentenceVerdict | null {
  const { text, may, cues } = words
  if (past === 0) {
    const byName = tried(words, 'byName', ASKED_BY_NAME)
    if (byName) return verdict('demand', byName[0], true)
    const acts = ACTS.exec(text)
    if (acts && !SOME.test(acts[1] ?? '')) return verdict('demand', acts[0], true)
    const asked = ASKED_BEHIND.exec(text)
    if (asked) return verdict('demand', asked[0], true)
  }
  const demand = may('demand') ? firstMatch(cues.sentence.demand, text) : null
  return demand ? verdict('demand', demand) : null
}

/** 首先通报了…，强调了…；德育处要…；各班要…: those who are told come behind all that was done, and go on to the end. */
function isToldBehind(text: string, told: string): boolean {
  const rest = text.slice(text.indexOf(told) + told.length)
  return /[；;]/.test(rest) && count(PERFECTIVE, rest) === 0
}

/** 已经明确了…，关键是要加强协调，搞好服务，争取…: behind all that was done, at least two things to do. */
function goesOn({ text, cues }: SentenceWords): boolean {
  const { past, faintPast } = cues.sentence
  const rest = text.slice(Math.max(lastEnd(past, text), lastEnd(faintPast, text), lastEnd(PERFECTIVE, text)))
  const asks =
    /[，,；;](?:关键是?|现在|下一步|接下来|今后|当前|因此|所以|同时|但|还)*(?:就是|还是)?(?:要(?![求素点是])|必须|务必)/.exec(
      rest,
    )
  return asks !== null && count(cues.imperativeClause, rest.slice(asks.index + asks[0].length)) > 1
}
