import { SPOKEN_TOPIC, TOPIC } from '../openings.ts'
import type { Unit } from '../units/unit.ts'
import { SAID, turnsAhead } from './said.ts'
import { asks, fromFirst, isCall, isHeaded, type Judged, nothing, type Selection, whole, wordsOf } from './selection.ts'

/** 整改措施：更换护栏: what is done about it, in the sentence behind the trouble. */
const CURE = /^(?:整改|整治|治理|防范|改进)措施[：:](?!已|无)[^，,。]{3}/

const TIME_ALONE =
  /^自?(?:20\d\d年|\d{1,2}月)[\d年月日起始至到底初末上中下旬前后（(）)—～~\-–－.：:\s午全天]{2,40}(?:[，,]?[（(]?(?:共|为期|历时)[^，,。；;]{1,12}|[（(][^（()）]{1,10}[）)])?[。；;]?$/

/** 一、检查安排表 */
const TABLE_NAME = /^[^，,。；;：:]{0,24}(?:安排|分解|分工|任务|计划|进度|一览|汇总|明细)表$/
const isTableName = (text: string, [head]: readonly Judged[]): boolean =>
  head !== undefined && TABLE_NAME.test(text.slice(head.start, head.end).trim())

const isTopic = (words: string): boolean => TOPIC.test(words) || SPOKEN_TOPIC.test(words.trim())

/** 三月： 1.植树: what stands under a month is planned for it, whatever its words are. */
const inCalendar = (unit: Unit): boolean => unit.path.some(({ enumerator }) => enumerator.scheme === 'month')

const AGENDA = /^(?:研究|审议|听取|传达|通报|学习|讨论|关于)/
/** 因此，各单位要…, 这就要求各镇…: an order that is drawn from what stands before it. */
const FOLLOWS = /^(?:因此|为此|所以|对此|下一?步|这就要求|接下来)/

/** What the parts of the decision ask of a unit. */
interface Facts {
  text: string
  unit: Unit
  judged: Judged[]
  /** The heading, where the unit has one, or its first sentence; the sentences but for a heading. */
  head: Judged | undefined
  body: Judged[]
  /** Those of the body that ask for something, and how many tell what was done. */
  asking: Judged[]
  past: number
  /** However much is told around them, what two orders ask of named bodies is to be done. */
  ordered: boolean
  arranged: boolean
  headAsks: boolean
}

/** Decides of a unit whose section says nothing, or that something is arranged. */
export function selectOpen(text: string, unit: Unit, judged: Judged[]): Selection {
  const facts = factsOf(text, unit, judged)
  return (
    setsTheScene(facts) ??
    selectByHeading(facts) ??
    selectBeforePoints(facts) ??
    selectAsked(facts) ??
    selectBehindThePast(facts) ??
    selectParagraph(facts)
  )
}

function factsOf(text: string, unit: Unit, judged: Judged[]): Facts {
  const body = judged.length > 1 ? judged.filter((j) => !j.heading) : judged
  const asking = body.filter(asks)
  const head = judged[0]
  return {
    text,
    unit,
    judged,
    head,
    body,
    asking,
    past: body.filter((j) => j.verdict.class === 'past').length,
    ordered: asking.filter((j) => j.verdict.addressed && j.verdict.class === 'demand').length > 1,
    arranged: unit.verdict.class === 'arrangement',
    headAsks: head?.heading === true && asks(head) && !isAgenda(text, head, body),
  }
}

/** A paragraph that opens with a look back or with trouble goes on with it. */
function setsTheScene({ text, unit, judged, head, asking }: Facts): Selection | null {
  if (isHeaded(unit) || (head?.verdict.class !== 'past' && head?.verdict.class !== 'situation')) return null
  const turns = asking.some((j) => j.verdict.addressed || turnsAhead(wordsOf(text, j)))
  return !turns && asking.length * 2 < judged.length ? nothing(head.verdict.class) : null
}

/** What a heading says of the sentences below it: a trouble and its cure, a time, a trouble. */
function selectByHeading({ text, judged, head, body, asking, ordered, arranged }: Facts): Selection | null {
  if (!head?.heading) return null
  // 护栏松动。整改措施：更换护栏。…: the trouble and its cure are one task
  if (body.some((j) => CURE.test(wordsOf(text, j).trimStart()))) return whole(judged)
  if (judged.length < 2) return null
  // 一、时间安排 2025年3月1日至6月30日。: when, and not what
  if (/时间|期限/.test(wordsOf(text, head))) {
    const all = { start: body[0]?.start ?? 0, end: body.at(-1)?.end ?? 0 }
    if (TIME_ALONE.test(wordsOf(text, all).trim())) return nothing('time')
  }
  // 水污染防治形势严峻。…: a point that names trouble tells of it, unless bodies of one's own are told what to do
  if (arranged) return null
  if (head.verdict.class === 'situation') return fromFirst(judged, isCall, 'situation')
  const bad = body.filter((j) => j.verdict.class === 'past' || j.verdict.class === 'situation').length
  return head.verdict.class === 'plain' && bad > asking.length && !ordered && !body.some(isCall)
    ? nothing('situation')
    : null
}

/** What stands in front of numbered points. */
function selectBeforePoints({ text, unit, judged, body }: Facts): Selection | null {
  if (judged.every((j) => j.heading) && (unit.form === 'lead' || isTableName(text, judged))) return nothing('heading')
  if (unit.form !== 'lead') return null
  const selection = fromFirst(body, (j) => asks(j) && !isAnnouncing(text, j), 'lead')
  const opening = body[0]
  // 先讲项目。 is the heading of what is asked behind it
  if (selection.sentences.length > 0 && opening && SPOKEN_TOPIC.test(wordsOf(text, opening)))
    return { ...selection, sentences: whole(body).sentences }
  return selection.sentences[0]?.verdict.class === 'objective' ? { ...selection, kind: 'objective' } : selection
}

/** Units that are to be done as a whole by what opens them, and those in which nothing is. */
function selectAsked({ text, unit, judged, body, asking, past, arranged, headAsks }: Facts): Selection | null {
  if (arranged && unit.form === 'item' && past === 0) return whole(judged)
  if (
    headAsks &&
    past < 2 &&
    (arranged ||
      judged.length === 1 ||
      asking.length > 0 ||
      body.every((j) => j.verdict.class !== 'past' && j.verdict.class !== 'situation'))
  )
    return whole(judged)
  // 三、本方案由市发改委负责解释。: asks for nothing, as a heading either
  if (body.every((j) => j.verdict.class === 'meta')) return nothing('meta')
  // 第一条 为落实…，制定本计划。
  if (judged.every((j) => j.verdict.class === 'announce')) return nothing('announce')
  if (asking.length > 0) return null
  const named =
    headAsks ||
    unit.form === 'item' ||
    unit.form === 'section' ||
    (unit.form === 'heading' && (/[。；;]\s*$/.test(wordsOf(text, unit)) || inCalendar(unit)))
  return arranged && named && past === 0 && body.some((j) => j.verdict.class === 'plain' || j.heading)
    ? null
    : nothing(body[0]?.verdict.class ?? 'plain')
}

/** Where more was done than is asked for, what follows from it. */
function selectBehindThePast({ text, unit, judged, asking, past, ordered, arranged }: Facts): Selection | null {
  if (past <= asking.length * (arranged ? 2 : 1) || (ordered && isHeaded(unit))) return null
  if (isHeaded(unit)) return nothing('past')
  // 会议听取了…的汇报。会议强调，要…: what the meeting asks for stands behind what it heard
  const turn = judged.findIndex((j) => asks(j) && SAID.test(wordsOf(text, j)))
  if (turn > 0) return whole(judged.slice(turn))
  // 今年以来，…；发现了…。这就要求各镇加强…: what follows from what was done stands at its end
  const last = judged.at(-1)
  const follows = last?.verdict.addressed && asks(last) && FOLLOWS.test(wordsOf(text, last).trimStart())
  return last && follows ? { sentences: [last], kind: 'measure', reason: '' } : nothing('past')
}

/** All of what is numbered or has a heading; of a plain paragraph, what stands behind its first order. */
function selectParagraph({ text, unit, judged, head, asking, arranged }: Facts): Selection {
  const kind = asking[0]?.verdict.class === 'objective' ? 'objective' : 'measure'
  if (isHeaded(unit) || unit.form === 'item' || unit.form === 'row') return whole(judged, kind)
  const second = judged[1]
  // 更大力度推进改革。加快…: a short slogan in front is the heading of its paragraph
  const slogan =
    head &&
    head.end - head.start <= (arranged ? 32 : 20) &&
    head.verdict.class === 'plain' &&
    second &&
    (arranged ? asks(second) : second.verdict.class === 'imperative')
  const topic = head && second && isTopic(wordsOf(text, head))
  if (slogan || topic) return whole(judged, kind)
  return { ...fromFirst(judged, asks, 'plain'), kind }
}

/** 二、研究…方案。会议认为，…: an item of the agenda. */
const isAgenda = (text: string, head: Judged, body: readonly Judged[]): boolean =>
  AGENDA.test(wordsOf(text, head).replace(/^[（(]?[\d一二三四五六七八九十]+[）)]?[、.．]?\s*/, '')) &&
  body.some((j) => /^会议/.test(wordsOf(text, j)))

const isAnnouncing = (text: string, j: Judged): boolean => /[：:]$/.test(text.slice(j.start, j.end).trim())
