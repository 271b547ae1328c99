import type { Cues } from './cues.ts'
import { SPOKEN_TOPIC, TOPIC, withoutAddress } from './openings.ts'
import { classifyHeading } from './section-class.ts'
import { classifySentence, isAsking, type SentenceVerdict } from './sentence-class.ts'
import { ASKED_BY } from './sentence-patterns.ts'
import { spokenOrder } from './spoken-orders.ts'
import type { Unit } from './units/unit.ts'

/** A sentence of a unit with what it was taken for. */
export interface Judged {
  start: number
  end: number
  verdict: SentenceVerdict
  /** It is the heading of its section. */
  heading: boolean
}

/** What is left of a unit as task text, or why nothing is. */
export interface Selection {
  sentences: Judged[]
  kind: 'measure' | 'objective'
  /** Empty selection: the reason, for `explain` and coverage. */
  reason: string
}

const asks = (judged: Judged): boolean => isAsking(judged.verdict)

/** 各单位要…, 请…, 希望…: those who listen are told, not somebody whom the text speaks of. */
const isCall = ({ verdict }: Judged): boolean =>
  verdict.addressed && verdict.class === 'demand' && /^(?:各|请|希望)/.test(verdict.evidence)

/** Judges the sentences of a unit by their words. */
export function judgeSentences(text: string, unit: Unit, cues: Cues): Judged[] {
  const ahead = unit.verdict.class === 'arrangement' || unit.verdict.class === 'objective'
  return unit.sentences.map((sentence, i) => {
    const start = i === 0 ? Math.max(sentence.start, unit.textStart) : sentence.start
    const words = text.slice(start, sentence.end)
    return {
      start: sentence.start,
      end: sentence.end,
      verdict: asPoint(classifySentence(words, cues, ahead), unit, i, words),
      heading: unit.headed && i === 0,
    }
  })
}

/** 会议强调，要…; 王县长要求，…: who asks for it is told. */
const SAID = /^\s*[\u4e00-\u9fff]{2,12}?(?:还|又)?(?:强调|(?<!有关|相关|工作|具体|的)要求)[，,：:]/

/** 钱局长指出，…，必须…: who says it is told, but it may be what is. */
const POINTED_OUT = /^\s*[\u4e00-\u9fff]{2,12}?指出[，,：:]/

/** 整改措施：更换护栏: what is done about it, in the sentence behind the trouble. */
const CURE = /^(?:整改|整治|治理|防范|改进)措施[：:](?!已|无)[^，,。]{3}/

const TIME_ALONE =
  /^自?(?:20\d\d年|\d{1,2}月)[\d年月日起始至到底初末上中下旬前后（(）)—～~\-–－.：:\s午全天]{2,40}(?:[，,]?[（(]?(?:共|为期|历时)[^，,。；;]{1,12}|[（(][^（()）]{1,10}[）)])?[。；;]?$/

/** 严格落实责任 加快补齐短板: a headline, among the first lines of a text. */
const PART_OF_HEADLINE = '[\\u4e00-\\u9fff“”]{2,16}(?:[，,][\\u4e00-\\u9fff“”]{2,16})?'
const HEADLINE = new RegExp(
  `^${PART_OF_HEADLINE}(?:[ \\u3000\\u00a0]+${PART_OF_HEADLINE}){1,3}$|^[^。；;]{4,40}[!！?？][^。；;，,]{2,30}(?:召开|举行|举办)[^。；;，,]{2,40}(?:会|会议|仪式|活动|培训班?)$`,
)
const HEADLINES = 3

/** 抓项目。 稳增长： verbs of one syllable, as points are named. */
const SLOGAN =
  /^(?:抓[^，,。：:；;住紧手]{2,14}|[稳促强补扩惠控保防治](?:增长|投资|就业|消费|外贸|外资|预期|企业|项目|产业|短板|弱项|民生|风险|安全|稳定|基础|需求|内需|工业|农业|市场|主体|质量|规模|根基|作风|队伍)[^，,。：:；;]{0,6})[。：:]?$/

/** 二要安全生产: what stands behind 要 is asked for, whatever its words are. */
function asPoint(verdict: SentenceVerdict, unit: Unit, index: number, words: string): SentenceVerdict {
  const order = verdict.class === 'plain' && unit.verdict.evidence === 'speech' ? spokenOrder(words.trim()) : null
  if (order !== null) return { class: 'demand', evidence: order, addressed: true }
  const mark = unit.path.at(-1)?.enumerator
  const opens = index === 0 && unit.headed
  if (!opens) return verdict
  // 二要改作风，解决办事拖拉现象: trouble is named there to be dealt with
  const dealtWith = verdict.class === 'situation' && mark?.scheme === 'must'
  if (verdict.class !== 'plain' && !dealtWith) return verdict
  if (mark?.scheme === 'must' || mark?.scheme === 'grasp') return { ...verdict, class: 'demand', evidence: mark.marker }
  // 第二阶段（4月至6月）专家会诊: what is done in a stage that has its time
  const staged = mark !== undefined && /阶段/.test(mark.marker) && /\d{1,2}月/.test(words)
  if (staged) return { ...verdict, class: 'demand', evidence: mark.marker }
  const slogan = SLOGAN.exec(words.trim())
  return slogan ? { ...verdict, class: 'imperative', evidence: slogan[0] } : verdict
}

/**
 * Decides what of a unit is to be done: sections decide first, sentences second.
 *
 * A heading belongs to its task; background inside a numbered unit stays inside; plain paragraphs begin
 * with the first sentence that asks for something.
 *
 * @param judged the sentences of the unit, as judgeSentences has them
 */
export function selectSentences(text: string, unit: Unit, judged: Judged[]): Selection {
  const none = (reason: string): Selection => ({ sentences: [], kind: 'measure', reason })
  const { field } = unit
  // before the first numbered unit stands what led to the document, unless the paragraph itself opens with an order
  if (
    unit.preface &&
    (judged[0]?.verdict.class !== 'imperative' ||
      /^\s*为(?:了)?[^，,。]{4,}[，,]/.test(text.slice(unit.textStart, unit.end)))
  )
    return fromFirst(
      judged,
      (j) => {
        const words = text.slice(j.start, j.end)
        return (
          j.verdict.class === 'demand' &&
          (isOrder(withoutAddress(words)) ||
            SAID.test(words) ||
            ASKED_BY.test(words) ||
            (POINTED_OUT.test(words) && /^(?:必须|务必|要)$/.test(j.verdict.evidence)))
        )
      },
      'preface',
    )
  // • 0, 3/5: what a page has left behind
  if (!/[\u4e00-\u9fffA-Za-z]{2}/.test(text.slice(unit.textStart, unit.end))) return none('plain')
  if (unit.path.length === 0 && unit.group < HEADLINES && HEADLINE.test(text.slice(unit.start, unit.end).trim()))
    return none('title')
  if (field === 'problem' || field === 'progress') return none(field)
  if (field === 'objective') return { sentences: judged, kind: 'objective', reason: '' }
  if (field === 'measures' || field === 'task') return { sentences: judged, kind: 'measure', reason: '' }
  switch (unit.verdict.class) {
    case 'review':
      // 下一步，我局将…: what comes next may stand at the end of what was done
      return fromFirst(judged, (j) => NEXT.test(text.slice(j.start, j.end)) && asks(j), 'review')
    case 'problem':
    case 'background':
    case 'people':
    case 'guidance':
    case 'significance':
      return none(unit.verdict.class)
    case 'appeal':
      if (judged[0]?.heading && asks(judged[0]) && !isAppeal(text, judged[0])) return selectOpen(text, unit, judged)
      return fromFirst(judged, (j) => j.verdict.addressed && j.verdict.class === 'demand', unit.verdict.class)
    case 'situation':
      return fromFirst(judged, isCall, unit.verdict.class)
    case 'objective':
      return selectObjective(judged, unit)
    default:
      return selectOpen(text, unit, judged)
  }
}

/** In a section about objectives, what is reached or asked; not what is seen on the way there. */
function selectObjective(judged: Judged[], unit: Unit): Selection {
  const whole: Selection = { sentences: trimEnd(judged), kind: 'objective', reason: '' }
  const first = judged[0]
  if (unit.headed || unit.form === 'item')
    return judged.some((j) => asks(j) || j.verdict.class === 'plain')
      ? whole
      : { ...whole, sentences: [], reason: 'objective' }
  if (first && (asks(first) || first.verdict.class === 'plain')) return whole
  return { ...fromFirst(judged, (j) => j.verdict.class === 'objective', 'objective'), kind: 'objective' }
}

function selectOpen(text: string, unit: Unit, judged: Judged[]): Selection {
  const body = judged.length > 1 ? judged.filter((j) => !j.heading) : judged
  const asking = body.filter(asks)
  // a paragraph that opens with a look back or with trouble goes on with it
  if (
    !headed(unit) &&
    (judged[0]?.verdict.class === 'past' || judged[0]?.verdict.class === 'situation') &&
    !asking.some((j) => j.verdict.addressed || turnsAhead(text.slice(j.start, j.end))) &&
    asking.length * 2 < judged.length
  ) {
    return { sentences: [], kind: 'measure', reason: judged[0].verdict.class }
  }
  const past = body.filter((j) => j.verdict.class === 'past').length
  // however much is told around them, what two orders ask of named bodies is to be done
  const ordered = asking.filter((j) => j.verdict.addressed && j.verdict.class === 'demand').length > 1
  const arranged = unit.verdict.class === 'arrangement'
  const head = judged[0]
  // 护栏松动。整改措施：更换护栏。…: the trouble and its cure are one task
  if (head?.heading && body.some((j) => CURE.test(text.slice(j.start, j.end).trimStart())))
    return { sentences: trimEnd(judged), kind: 'measure', reason: '' }
  // 一、时间安排 2025年3月1日至6月30日。: when, and not what
  if (head?.heading && judged.length > 1 && /时间|期限/.test(text.slice(head.start, head.end))) {
    const [from, to] = [body[0]?.start ?? 0, body.at(-1)?.end ?? 0]
    if (TIME_ALONE.test(text.slice(from, to).trim())) return { sentences: [], kind: 'measure', reason: 'time' }
  }
  // 水污染防治形势严峻。…: a point that names trouble tells of it, unless bodies of one's own are told what to do
  if (head?.heading && judged.length > 1 && !arranged) {
    const bad = body.filter((j) => j.verdict.class === 'past' || j.verdict.class === 'situation').length
    if (head.verdict.class === 'situation') return fromFirst(judged, isCall, 'situation')
    if (head.verdict.class === 'plain' && bad > asking.length && !ordered && !body.some(isCall))
      return { sentences: [], kind: 'measure', reason: 'situation' }
  }
  // 二、研究…方案。会议认为，…: an item of the agenda
  const agenda =
    head?.heading === true &&
    AGENDA.test(text.slice(head.start, head.end).replace(/^[（(]?[\d一二三四五六七八九十]+[）)]?[、.．]?\s*/, '')) &&
    body.some((j) => /^会议/.test(text.slice(j.start, j.end)))
  const headAsks = head?.heading === true && asks(head) && !agenda
  if (judged.every((j) => j.heading) && (unit.form === 'lead' || isTableName(text, judged)))
    return { sentences: [], kind: 'measure', reason: 'heading' }
  if (unit.form === 'lead') {
    const selection = fromFirst(body, (j) => asks(j) && !isAnnouncing(text, j), 'lead')
    const opening = body[0]
    // 先讲项目。 is the heading of what is asked behind it
    if (selection.sentences.length > 0 && opening && SPOKEN_TOPIC.test(text.slice(opening.start, opening.end)))
      return { ...selection, sentences: trimEnd(body) }
    return selection.sentences[0]?.verdict.class === 'objective' ? { ...selection, kind: 'objective' } : selection
  }
  if (arranged && unit.form === 'item' && past === 0) return { sentences: trimEnd(judged), kind: 'measure', reason: '' }
  if (
    headAsks &&
    past < 2 &&
    (arranged ||
      judged.length === 1 ||
      asking.length > 0 ||
      body.every((j) => j.verdict.class !== 'past' && j.verdict.class !== 'situation'))
  )
    return { sentences: trimEnd(judged), kind: 'measure', reason: '' }
  // 三、本方案由市发改委负责解释。: asks for nothing, as a heading either
  if (body.every((j) => j.verdict.class === 'meta')) return { sentences: [], kind: 'measure', reason: 'meta' }
  // 第一条 为落实…，制定本计划。
  if (judged.every((j) => j.verdict.class === 'announce')) return { sentences: [], kind: 'measure', reason: 'announce' }
  if (
    asking.length === 0 &&
    !(
      arranged &&
      (headAsks ||
        unit.form === 'item' ||
        unit.form === 'section' ||
        (unit.form === 'heading' && (/[。；;]\s*$/.test(text.slice(unit.start, unit.end)) || inCalendar(unit)))) &&
      past === 0 &&
      body.some((j) => j.verdict.class === 'plain' || j.heading)
    )
  ) {
    return { sentences: [], kind: 'measure', reason: body[0]?.verdict.class ?? 'plain' }
  }
  if (past > asking.length * (arranged ? 2 : 1) && !(ordered && headed(unit))) {
    // 今年以来，…；发现了…。这就要求各镇加强…: what follows from what was done stands at its end
    // 会议听取了…的汇报。会议强调，要…: so does what the meeting asks for
    const turn = headed(unit) ? -1 : judged.findIndex((j) => asks(j) && SAID.test(text.slice(j.start, j.end)))
    if (turn > 0) return { sentences: trimEnd(judged.slice(turn)), kind: 'measure', reason: '' }
    const last = judged.at(-1)
    const follows = last !== undefined && !headed(unit) && FOLLOWS.test(text.slice(last.start, last.end).trimStart())
    return follows && last.verdict.addressed && asks(last)
      ? { sentences: [last], kind: 'measure', reason: '' }
      : { sentences: [], kind: 'measure', reason: 'past' }
  }
  const objective = asking[0]?.verdict.class === 'objective'
  const kind = objective ? 'objective' : 'measure'
  if (unit.headed || unit.form === 'item' || unit.form === 'row')
    return { sentences: trimEnd(judged), kind, reason: '' }
  const point = unit.textStart > unit.start
  if (point) return { sentences: trimEnd(judged), kind, reason: '' }
  // 更大力度推进改革。加快…: a short slogan in front is the heading of its paragraph
  const slogan =
    head &&
    head.end - head.start <= (arranged ? 32 : 20) &&
    head.verdict.class === 'plain' &&
    judged[1] &&
    (arranged ? asks(judged[1]) : judged[1].verdict.class === 'imperative')
  const topic = head && judged.length > 1 && isTopic(text.slice(head.start, head.end))
  if (slogan || topic) return { sentences: trimEnd(judged), kind, reason: '' }
  return { ...fromFirst(judged, asks, 'plain'), kind }
}

/** 一、检查安排表 */
const TABLE_NAME = /^[^，,。；;：:]{0,24}(?:安排|分解|分工|任务|计划|进度|一览|汇总|明细)表$/
const isTableName = (text: string, [head]: readonly Judged[]): boolean =>
  head !== undefined && TABLE_NAME.test(text.slice(head.start, head.end).trim())

const isTopic = (words: string): boolean => TOPIC.test(words) || SPOKEN_TOPIC.test(words.trim())

/** 三月： 1.植树: what stands under a month is planned for it, whatever its words are. */
const inCalendar = (unit: Unit): boolean => unit.path.some(({ enumerator }) => enumerator.scheme === 'month')

const AGENDA = /^(?:研究|审议|听取|传达|通报|学习|讨论|关于)/
/** 各级各部门要…, 下一步，张经理要求，公司各部室要…: those whom a notice or a speaker is for. */
const TOLD =
  /^(?:(?:[^，,。]{2,16}[，,])?[^，,。]{2,12}要求[，,][^，,。各]{0,4})?各(?:级|地|部门|单位|相关|部室|科室|处室|学校|企业|支部|院系|站所|镇|乡|县|区|市|街道|有关)[^，,。]{0,20}(?:要|必须|应|须)/

/** 教务处牵头，各教研组配合，3月底前拿出方案。: a body and a day. */
const BY_A_DAY = /(?:\d|[一二三四五六七八九十两])(?:月|日|号|天|周|个月)[^，,。]{0,4}(?:前|内)|(?:年|月|周|季)[底末]前/
const isOrder = (sentence: string): boolean => TOLD.test(sentence) || BY_A_DAY.test(sentence)

/** 会议强调，…; 下半年，…: behind what was done, what is asked for or comes next. */
const turnsAhead = (sentence: string): boolean => SAID.test(sentence) || NEXT.test(sentence.trimStart())

/** 因此，各单位要…, 这就要求各镇…: an order that is drawn from what stands before it. */
const FOLLOWS = /^(?:因此|为此|所以|对此|下一?步|这就要求|接下来)/

const NEXT = /^(?:下一?步|下半年|下阶段|下一阶段|明年|今后|接下来)[，,]/

/** What numbers a point. */
const MARK = /^\s*(?:首先|其次|再次|最后|第[一二三四五六]|[一二三四五六](?:是|要))[，,、：:]?/

/** 必须看到…越来越严, 要清楚…: what is to be understood. */
const TO_BE_SEEN =
  /^\s*(?:我们|大家)?(?:都|一定)?(?:要|必须)(?:清醒地?|充分|深刻|真正)?(?:看到|清楚|明白|知道|认识到|懂得|意识到)/

const isAppeal = (text: string, j: Judged): boolean => {
  const words = text.slice(j.start, j.end)
  return classifyHeading(words, null)?.class === 'appeal' || TO_BE_SEEN.test(words.replace(MARK, ''))
}

const headed = (unit: Unit): boolean => unit.headed || unit.textStart > unit.start

const isAnnouncing = (text: string, j: Judged): boolean => /[：:]$/.test(text.slice(j.start, j.end).trim())

/** From the first sentence that holds the condition to the last that is worth keeping. */
function fromFirst(judged: Judged[], holds: (j: Judged) => boolean, reason: string): Selection {
  const first = judged.findIndex(holds)
  if (first < 0) return { sentences: [], kind: 'measure', reason }
  return { sentences: trimEnd(judged.slice(first)), kind: 'measure', reason: '' }
}

/** Leaves out what closes or announces at the end. */
function trimEnd(judged: Judged[]): Judged[] {
  let end = judged.length
  while (end > 1 && ['greeting', 'closing', 'announce', 'meta'].includes(judged[end - 1]?.verdict.class ?? '')) end--
  return judged.slice(0, end)
}
