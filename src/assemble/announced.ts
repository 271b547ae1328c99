import type { Block, Paragraph, Section } from '../structure/tree.ts'
import { type Cues, shippedCues } from './cues.ts'
import type { SectionClass } from './section-classes.ts'
import { isAsking } from './sentence/verdict.ts'
import { asksByModal, firstMatch } from './sentence/words.ts'
import { classifySentence } from './sentence-class.ts'

/** 还存在不少问题。 主要困难是： a list of what is wrong comes next. */
const TROUBLE_AHEAD =
  /(?:存在|面临|还有|仍有|暴露出?|反映出|表现出)(?:着|了)?[^，,。；;：:]{0,20}(?:问题|不足|短板|困难|挑战|差距|薄弱环节|隐患|风险)[^，,。；;：:]{0,10}(?:[，,][^，,。；;]{0,4}(?:表现|体现|反映|集中|归纳|概括|主要)[^，,。；;]{0,10})?[：:。；;]?$/
/** 又面临许多难得的机遇。 有利条件： what is in favour comes next. */
const CHANCE_AHEAD =
  /(?:面临|具备|具有|拥有|迎来|存在)(?:着|了)?[^，,。；;：:]{0,20}(?:机遇|优势|有利条件|有利因素|良好条件|良好基础)(?:[，,][^，,。；;]{0,4}(?:表现|体现|主要)[^，,。；;]{0,10})?[：:。；;]?$/
/** 努力实现以下八个方面主要目标： what is to be reached comes next. */
const GOALS_AHEAD = /(?:实现|达到|完成|达成)(?:以下|下列|如下)[^，,。；;：:]{0,12}目标[：:。；;]?$/
/** 会议明确：（1）… what was decided comes next. */
const DECISIONS_AHEAD =
  /会议(?:研究)?(?:决定|议定|明确|同意|商定|确定)[^。；;]{0,12}[：:]$|^会议(?:还|特别|强调并?)?(?:要求|强调)[，,：:]$/
/** 有三种毛病： 一是等，二是推: what is told of, not what is to be done. */
const TOLD_AHEAD =
  /(?:毛病|特点|特征|原因|表现|体会|教训|成效|变化|亮点|症结|病根|优势|误区|现象|议程)[^，,。；;：:]{0,6}[：:]$|(?:共|有|分)[^，,。；;]{0,4}[项个]议程[。：:；;]$/
/** 针对存在的问题： the list is of what is done about it. */
const AGAINST =
  /(?:针对|对照|防止|纠正|杜绝|避免|整治|改正|改掉|围绕|解决|整改|破解|抓住|抢抓|对于|克服|着眼)[^，,。；;]*$/

/** What a list is about, and the words that said so. */
export interface Announcement {
  class: SectionClass
  evidence: string
  /** The points of that list; another list may follow in the same section. */
  points: ReadonlySet<Section>
  /** The paragraph before the list tells of the same. */
  lead?: Paragraph
}

/**
 * What the sentence in front of a list of numbered points says of the list, where it announces goals, or troubles or
 * chances (工作中还存在不少问题。第一，…) and most points begin as a list of those would, with a statement.
 *
 * @param children the blocks of one section
 */
export function announcedList(
  text: string,
  children: readonly Block[],
  cues: Cues = shippedCues(),
): Announcement | null {
  const first = children.findIndex((child) => child.type === 'section')
  const before = children
    .slice(0, Math.max(first, 0))
    .findLast((child): child is Paragraph => child.type === 'paragraph')
  const last = before?.children.at(-1)
  if (!last) return null
  const sentence = text.slice(last.start, last.end).trim()
  const list = listFrom(children)
  const opening = before ? lookBack(text.slice(before.textStart, before.end), list, text, cues) : null
  if (before && opening) return { class: 'review', evidence: opening, points: new Set(list), lead: before }
  const said = announcementIn(sentence)
  if (!said) return null
  if (said.ifStated) {
    const stated = list.filter((point) => !asks(text, point, cues)).length
    if (list.length < 2 || stated * 2 <= list.length) return null
  }
  return { class: said.class, evidence: said.evidence, points: new Set(list) }
}

/** 今年以来，某镇多措并举，扎实推进…。一是强化领导。成立了专班…: how it was done, in the words of orders. */
const SINCE = /^\s*[^，,。；;：:]{0,12}以来[，,]/
/** 上半年，我镇…: a period that may be over. */
const PERIOD = /^\s*(?:20\d\d年|今年)?(?:[上下]半年|一季度|前三季度|度)?[，,](?=我|全)/
const NOT_OVER = /形势|严峻|问题|事故|不足|薄弱|下一步|下步|下半年|今后|如下|以下|将(?!军)/

/** The words with which a list is told of as done, where nothing in it is asked for and something has been done. */
function lookBack(lead: string, list: readonly Section[], text: string, cues: Cues): string | null {
  const since = SINCE.exec(lead)
  const opening = since ?? PERIOD.exec(lead)
  if (!opening || list.length < 2 || NOT_OVER.test(lead) || asksByModal(lead)) return null
  const told = list.map(({ start, end }) => text.slice(start, end))
  if (told.some(asksByModal)) return null
  if (since) return told.some((words) => DONE.test(words)) ? since[0].trim() : null
  // a period of a plan is named in the same way: most points have to be over
  const over = told.filter(
    (words) => DONE.test(words) || COUNTED_UP.test(words) || firstMatch(cues.sentence.past, words) !== null,
  )
  return opening[0].trim() !== '，' && over.length * 2 > told.length ? opening[0].trim() : null
}

const DONE = /[\u4e00-\u9fff]了(?!解)/
/** 为全年任务的51%, 至6月底，…: how far it has come. */
const COUNTED_UP = /(?:为|占)(?:全年|年度|年初)?(?:任务|计划|目标)(?:任务)?的\d|(?:^|[。；;])(?:截至|截止|至)\d{1,2}月/

/** `ifStated`: the words alone do not decide, most points have to be statements. */
function announcementIn(sentence: string): { class: SectionClass; evidence: string; ifStated: boolean } | null {
  const decided = DECISIONS_AHEAD.exec(sentence)
  if (decided) return { class: 'arrangement', evidence: decided[0], ifStated: false }
  const goals = GOALS_AHEAD.exec(sentence)
  if (goals) return { class: 'objective', evidence: goals[0], ifStated: false }
  const isAbout = (match: RegExpExecArray): boolean => !AGAINST.test(sentence.slice(0, match.index))
  const told = TOLD_AHEAD.exec(sentence)
  if (told && isAbout(told)) return { class: 'situation', evidence: told[0], ifStated: false }
  const situation = TROUBLE_AHEAD.exec(sentence) ?? CHANCE_AHEAD.exec(sentence)
  return situation && isAbout(situation) ? { class: 'situation', evidence: situation[0], ifStated: true } : null
}

/** The first list among the blocks: points with one kind of mark, until the numbers start anew. */
function listFrom(children: readonly Block[]): Section[] {
  const sections = children.filter((child): child is Section => child.type === 'section')
  const scheme = sections[0]?.enumerator.scheme
  const end = sections.findIndex(
    ({ enumerator }, i) => i > 0 && (enumerator.scheme !== scheme || enumerator.ordinal === 1),
  )
  return end < 0 ? sections : sections.slice(0, end)
}

/** Whether the first sentence of a point asks for something. */
function asks(text: string, point: Section, cues: Cues): boolean {
  const paragraph = point.children.find((child): child is Paragraph => child.type === 'paragraph')
  const sentence = paragraph?.children[0]
  if (!paragraph || !sentence) return false
  return isAsking(classifySentence(text.slice(Math.max(paragraph.textStart, sentence.start), sentence.end), cues))
}
