import type { DocumentKind } from '../model/register.ts'
import type { LabelHit } from '../structure/label-types.ts'
import { rankOf } from '../structure/schemes.ts'
import type { Block, Label, Paragraph, Root, Row, Section, Sentence } from '../structure/tree.ts'
import { announcedList } from './announced.ts'
import type { Cues } from './cues.ts'
import { CONTENT_FIELDS, type LabelSegment, labelSegments } from './label-segments.ts'
import { SPOKEN_TOPIC } from './openings.ts'
import { asksForAction, classifyHeading, type SectionVerdict } from './section-class.ts'
import type { SectionClass } from './section-classes.ts'
import { classifySentence } from './sentence-class.ts'
import type { Turn } from './turns.ts'

/** A piece of text that may be a task: a unit without sub-units, or what stands before the first of them. */
export interface Unit {
  /** Offsets in the clean view. */
  start: number
  end: number
  /** Behind the enumerator or label. */
  textStart: number
  sentences: Sentence[]
  /** Sections around it, outermost first. */
  path: Section[]
  /** Outline number, as parts. */
  outline: number[]
  /** What the section is about. */
  verdict: SectionVerdict
  /** The label that the text stands under (整改措施：), if any. */
  field: LabelHit['meaning']['field'] | null
  /** What opens it. */
  form: 'section' | 'lead' | 'paragraph' | 'item' | 'row' | 'heading'
  /** The first sentence is the heading of a section. */
  headed: boolean
  /** Labels that say who and when for this unit, nearest last. */
  labels: Label[]
  row?: Row
  /** Stands before the first numbered unit of a document that has several: what led to it, not what it asks for. */
  preface: boolean
  /** Number of the paragraph that it stands in, to know points of one paragraph. */
  group: number
}

export interface UnitContext {
  text: string
  kind: DocumentKind
  year: number | null
  root: SectionVerdict
  /** The words that sections and sentences are told by. */
  cues: Cues
  /** Where unnumbered paragraphs turn from what was done to what comes, in text order. */
  turns: readonly Turn[]
}

/** What may be divided by lines without a number: in plans such a line may be all that is said of a task. */
const NEWS: ReadonlySet<DocumentKind> = new Set(['other', 'speech', 'report'])
/** A longer line without a number is text. */
const LONGEST_LINE = 24
const UNNUMBERED: ReadonlySet<SectionClass> = new Set([
  'review',
  'arrangement',
  'objective',
  'guidance',
  'problem',
  'situation',
])

/** 2025年工作计划: the name of a section, no part of what stands alone in it. */
const PERIOD_NAME = /^(?:20\d\d年|下一?步|下半年|明年|今后)[^，,。]{0,8}(?:计划|打算|安排|部署|思路|要点)$/

/** 附件：关于…的通知（…号）: the name of a document, however long. */
const ATTACHED =
  /^[^。；;]*(?:通知|方案|意见|办法|计划|要点|清单|台账|名单|样表|[一-龥]表)(?:[（(][^（()）]*[）)])?\s*$/

/** What is to be done, and a day by which. */
const UNTIL = /^[^，,]{4,}[，,].*(?:[月日年周度][底末]?|节|汛|底|末)前[^，,]*$/

/** 请各支部…, 以上工作…: said to all, behind the points. */
const CALLS_ON_ALL = /^\s*(?:请(?:各|有关|相关|全)|以上|上述|各[^，,。；;]{1,10}(?:要|须|应|务必|必须))/

const RUN_ON =
  /^(?:指导思想|(?:工作|基本)原则|总体要求|总体思路|(重要意义))(?=[以为按坚结遵全深认紧围高][^，,。；;]{4})/

/** 结论：, 遗留问题：: what stands under such a line in minutes is decided, or left for somebody to do. */
const PART_OF_MINUTES =
  /^[*＊]*(?:会议)?(?:结论|决议|决定|遗留(?:问题|事项|任务)|待办(?:事项)?|行动(?:项|计划)|后续(?:行动|工作|计划|安排)|跟进事项)[*＊]*[：:]?[*＊]*$/

/** What is to be talked about, line by line, and where the talk itself begins. */
const AGENDA_OF_MINUTES = /^(?:会议)?(?:议题|议程)(?:列表)?(?:\s?[(（]Agenda[)）])?[：:]?$/i
const BODY_OF_MINUTES = /^(?:会议纪要|会议内容|会议情况|(?:本次)?会议主要内容)(?:\s?[(（][A-Za-z ]+[)）])?[：:]?$/

/** A line that is nothing but a day. */
const DAY =
  /^[（(]?(?:[\d〇○零ＯOo一二三四五六七八九]{4}|20(?:xx|XX|\*\*|××))\s?年\s?[\d一二三四五六七八九十xX*]{1,3}\s?月\s?(?:[\d一二三四五六七八九十xX*]{1,3}\s?日)?[）)]?$/

const TELLS: ReadonlySet<SectionClass> = new Set(['appeal', 'situation', 'significance'])
const NEVER_ASKED: ReadonlySet<SectionClass> = new Set(['review', 'problem', 'background', 'people'])

/** Lists the units of a tree in text order, with what their sections and labels say of them. */
export function listUnits(root: Root, context: UnitContext): Unit[] {
  const units: Unit[] = []
  const walker = new Walker(root, context, units)
  walker.block(root.children, [], context.root, [], [], null)
  return units
}

class Walker {
  private readonly prefaceEnds = new Map<Root | Section, number>()
  private group = 0

  constructor(
    private readonly root: Root,
    private readonly context: UnitContext,
    private readonly units: Unit[],
  ) {}

  /** Walks the children of one section. `outer` are labels that hold for all of it. */
  block(
    children: Block[],
    path: Section[],
    verdict: SectionVerdict,
    outline: number[],
    outer: Label[],
    outerField: Unit['field'],
  ): void {
    const segments = labelSegments(children)
    const subsections = children.filter((child): child is Section => child.type === 'section')
    const paragraphs = this.withoutSignature(
      children.filter(
        (child): child is Paragraph =>
          child.type === 'paragraph' && child.children.length > 0 && !this.partOfMinutes(child),
      ),
    )
    const section = path.at(-1)
    const leaf = subsections.length === 0
    let sectionNumber = 0
    let paragraphNumber = 0
    // in a block of labels the text before them tells the problem
    const contentLabel = children.find(
      (child) =>
        child.type === 'label' && (child.hit.meaning.field === 'measures' || child.hit.meaning.field === 'objective'),
    )
    let field: Unit['field'] = contentLabel ? 'problem' : outerField
    const headParagraph =
      section && paragraphs[0] && paragraphs[0].start <= section.heading.start ? paragraphs[0] : null
    const second = paragraphs[1]
    const ordered =
      section !== undefined &&
      headParagraph !== null &&
      (this.isOrder(section) || (second !== undefined && this.closesList(section, path.at(-2) ?? this.root, second)))
    const merged =
      leaf &&
      headParagraph &&
      !ordered &&
      second &&
      paragraphs.length === 2 &&
      !second.item &&
      !contentLabel &&
      !(section && PERIOD_NAME.test(this.context.text.slice(section.heading.start, section.heading.end).trim())) &&
      (section?.bare || isDateOnly(this.text(second)))
        ? second
        : null
    let outerVerdict = verdict
    let turned: Turn | undefined
    const announced = announcedList(this.context.text, children, this.context.cues)
    let segment: LabelSegment | undefined
    let labels: Label[] = outer
    for (const [i, child] of children.entries()) {
      if (segments[i] !== segment) {
        segment = segments[i]
        labels = [...outer, ...(segment?.labels ?? [])]
      }
      const turn = this.turnAt(child.start, section)
      if (turn !== undefined && turn !== turned) {
        turned = turn
        verdict = turn.verdict
        outerVerdict = turn.verdict
      }
      if (child.type === 'paragraph' && path.every(({ enumerator }) => enumerator.scheme === 'piece')) {
        const unnumbered = this.unnumberedHeading(child, children[i + 1])
        if (unnumbered) {
          verdict = unnumbered
          continue
        }
      }
      const part = this.partOfMinutes(child)
      if (part) {
        verdict = part
        field = part.class === 'arrangement' ? 'measures' : outerField
        continue
      }
      if (child.type === 'paragraph' && this.isSubhead(child, children[i - 1], children[i + 1])) continue
      if (child.type === 'label') {
        if (CONTENT_FIELDS.has(child.hit.meaning.field)) field = child.hit.meaning.field
        continue
      }
      if (child.type === 'section') {
        sectionNumber++
        // without a number a line is a weaker heading: it holds for numbered sections only where it tells of time
        const told =
          announced?.points.has(child) && verdict.class !== 'review'
            ? { class: announced.class, evidence: announced.evidence, own: false }
            : verdict.class === 'review' || verdict.class === 'arrangement'
              ? verdict
              : outerVerdict
        const own = this.beforeTroubles(child, subsections, this.verdictOf(child, told))
        this.block(child.children, [...path, child], own, [...outline, sectionNumber], labels, field)
        continue
      }
      if (child.type === 'row') {
        paragraphNumber++
        this.units.push(this.rowUnit(child, path, verdict, [...outline, paragraphNumber], labels))
        continue
      }
      if (child.type !== 'paragraph' || child.children.length === 0) continue
      const isHead = child === headParagraph
      // 附件：…分解表: the name of a document
      if (isHead && section?.enumerator.scheme === 'attachment' && (section.bare || ATTACHED.test(this.text(child))))
        continue
      if (isHead && !ordered && (section?.bare || merged)) {
        // nothing but the heading: a task only where nothing else stands in the section
        // …；四、抓好落实。 is a point of its paragraph, whatever lines come behind it
        const point = section?.inline === true && leaf && /[。；;]\s*$/.test(this.text(child))
        if (!merged && !point && (!leaf || paragraphs.length > 1)) continue
        const all = merged ? [...child.children, ...merged.children] : child.children
        this.push(
          child,
          merged ?? child,
          all,
          path,
          outline,
          verdict,
          field,
          merged ? 'section' : 'heading',
          true,
          labels,
        )
        continue
      }
      if (child === merged) continue
      if (!leaf) {
        const before = subsections[0] ? child.start < subsections[0].start : false
        const toldWithList =
          announced?.lead === child ? { class: announced.class, evidence: announced.evidence, own: false } : verdict
        const number = [...outline, 0, ++paragraphNumber]
        this.push(
          child,
          child,
          child.children,
          path,
          number,
          toldWithList,
          field,
          child.item ? 'item' : before ? 'lead' : 'paragraph',
          isHead,
          labels,
        )
        continue
      }
      paragraphNumber++
      // a bare heading is no unit of its own: what stands alone below it has its number
      const alone = isHead
        ? paragraphs.length === 1
        : paragraphs.length === 2 && headParagraph !== null && section?.bare
      this.push(
        child,
        child,
        child.children,
        path,
        alone ? outline : [...outline, paragraphNumber],
        verdict,
        field,
        isHead ? 'section' : child.item ? 'item' : 'paragraph',
        isHead,
        labels,
      )
    }
  }

  /** The last turn at or before a place, unless the section began behind it and has its own verdict. */
  private turnAt(offset: number, section: Section | undefined): Turn | undefined {
    const turn = this.context.turns.findLast(({ at }) => at <= offset)
    return turn !== undefined && (section === undefined || section.start < turn.at) ? turn : undefined
  }

  /** “十四五”时期工作回顾, 下一步工作打算 on a line of its own: what comes next is about that. */
  private unnumberedHeading(node: Paragraph, next: Block | undefined): SectionVerdict | null {
    const text = this.text(node).trim()
    if (node.item || text.length > LONGEST_LINE || /[。；;，,：:！？!?]/.test(text)) return null
    if (next?.type !== 'paragraph' && next?.type !== 'section') return null
    const verdict = classifyHeading(text, this.context.year, this.context.cues)
    return verdict && UNNUMBERED.has(verdict.class) ? verdict : null
  }

  /** 行贿企业，两年不得投标: a short line without a stop between paragraphs that end with one, as news are divided. */
  private isSubhead(node: Paragraph, before: Block | undefined, next: Block | undefined): boolean {
    if (node.item || !NEWS.has(this.context.kind) || this.context.root.class !== 'open') return false
    const text = this.text(node).trim()
    if (text.length > LONGEST_LINE || !/[\u4e00-\u9fff0-9”]$/.test(text)) return false
    const told = (block: Block | undefined): boolean => {
      const words = block?.type === 'paragraph' && !block.item ? this.text(block).trim() : ''
      return words.length > LONGEST_LINE && /[。！？!?”]$/.test(words)
    }
    return told(before) && told(next)
  }

  private partOfMinutes(node: Block): SectionVerdict | null {
    if (this.context.kind !== 'minutes' || node.type !== 'paragraph') return null
    const text = this.text(node).trim()
    if (PART_OF_MINUTES.test(text)) return { class: 'arrangement', evidence: text, own: true }
    if (AGENDA_OF_MINUTES.test(text)) return { class: 'people', evidence: text, own: true }
    return BODY_OF_MINUTES.test(text) ? this.context.root : null
  }

  /** Paragraphs without what closes a notice: 特此通知。 the office, the day. */
  private withoutSignature(paragraphs: Paragraph[]): Paragraph[] {
    let end = paragraphs.length
    while (end > 1) {
      const last = paragraphs[end - 1]
      const text = last ? this.text(last).trim() : ''
      const signed = paragraphs.length > end && text.length <= 24 && /^[\u4e00-\u9fff（）()、 ]+$/.test(text)
      if (!/^特此/.test(text) && !DAY.test(text) && !signed) break
      end--
    }
    return paragraphs.slice(0, end)
  }

  private preface(node: Paragraph, path: Section[]): boolean {
    const section = path.at(-1)
    if (section && section.enumerator.scheme !== 'piece') return false
    return node.start < this.prefaceEnd(section ?? this.root)
  }

  /** Where the first of several numbered units of a document or piece begins; 0 where it has none. */
  private prefaceEnd(parent: Root | Section): number {
    const known = this.prefaceEnds.get(parent)
    if (known !== undefined) return known
    const siblings = parent.children.filter((child): child is Section => child.type === 'section')
    const several = siblings.length >= 2 && !siblings.some((s) => s.enumerator.scheme === 'piece')
    const topic = parent.children.find(
      (child) => child.type === 'paragraph' && SPOKEN_TOPIC.test(this.text(child).trimStart().slice(0, 24)),
    )
    // 有三种毛病：一是…，二是… inside a late paragraph lists something there
    const late =
      siblings[0]?.inline === true
        ? parent.children.filter((child) => child.type === 'paragraph')[MOST_BEFORE_POINTS]?.start
        : undefined
    const first = Math.min(siblings[0]?.start ?? 0, late ?? Number.POSITIVE_INFINITY)
    const end = several ? Math.min(first, topic?.start ?? first) : 0
    this.prefaceEnds.set(parent, end)
    return end
  }

  private text = (node: { start: number; end: number }): string => this.context.text.slice(node.start, node.end)

  private verdictOf(section: Section, outer: SectionVerdict): SectionVerdict {
    const heading = this.context.text.slice(section.heading.start, section.heading.end).trim()
    if (section.enumerator.scheme === 'piece') {
      return classifyPiece(heading) ?? { class: 'open', evidence: heading, own: false }
    }
    // 隐患1：…县水利局5日内复查。: trouble and what is done about it, whatever was told before
    if (section.enumerator.scheme === 'named' && TELLS.has(outer.class))
      return { class: 'open', evidence: heading, own: false }
    // a point of a paragraph names its own content, which is what the paragraph is about; so does a long sentence
    const point = ['is', 'must', 'grasp', 'sequence'].includes(section.enumerator.scheme)
    const named = point
      ? null
      : heading.length > LONGEST_NAME
        ? opensAsAppeal(heading)
        : classifyHeading(heading, this.context.year, this.context.cues)
    // 1.各部门要于6月底前将完成情况报督查组。: a whole instruction is no title
    const own = named && NEVER_ASKED.has(named.class) && this.isInstruction(heading) ? null : named
    // 一、指导思想以…为主线，: the name of the section runs on into its text
    const runOn = named === null && !point ? RUN_ON.exec(heading) : null
    if (runOn) return { class: runOn[1] === undefined ? 'guidance' : 'significance', evidence: runOn[0], own: true }
    // 主要目标：（一）…取得显著成效: what is to be reached
    if (own?.class === 'review' && outer.class !== 'review' && /目标/.test(outer.evidence))
      return { class: 'objective', evidence: own.evidence, own: true }
    // inside a look back only a plain word for plans looks forward again
    if (own && outer.class === 'review' && outer.own && own.class === 'arrangement' && !FORWARD.test(heading))
      return { ...outer, own: true }
    // 会议议程：2.研究讨论整治工作安排; what was on the agenda
    if (own?.class === 'arrangement' && outer.class === 'people' && outer.own && ON_AGENDA.test(heading))
      return { ...outer, own: true }
    if (
      own &&
      !(
        outer.class === 'arrangement' &&
        section.level > 1 &&
        own.class !== 'objective' &&
        weakInside(own.class, heading, this.context.cues)
      )
    )
      return own
    if (
      (outer.class === 'guidance' || outer.class === 'appeal') &&
      !point &&
      section.level > 1 &&
      asksForAction(heading, this.context.cues) &&
      outer.own === false
    ) {
      return { class: 'open', evidence: heading, own: false }
    }
    return outer.class === 'review' ? outer : { ...outer, own: false }
  }

  /** 一、主要工作 二、存在问题 三、下一步打算: what stands before the troubles is what was done. */
  private beforeTroubles(section: Section, siblings: readonly Section[], verdict: SectionVerdict): SectionVerdict {
    if (!verdict.own || verdict.class !== 'arrangement' || !/^(?:主要|重点)工作$/.test(verdict.evidence)) return verdict
    const classes = siblings.slice(siblings.indexOf(section) + 1).map((sibling) => {
      const heading = this.context.text.slice(sibling.heading.start, sibling.heading.end).trim()
      return classifyHeading(heading, this.context.year, this.context.cues)?.class
    })
    const troubles = classes.indexOf('problem')
    return troubles >= 0 && classes.indexOf('arrangement') > troubles ? { ...verdict, class: 'review' } : verdict
  }

  /** 2、修复水毁工程，4月底前通水。: an item that says until when is whole, though lines without a number come below it. */
  private isOrder(section: Section): boolean {
    const { start, end } = section.heading
    return (
      rankOf(section.enumerator.scheme) >= rankOf('arabic') &&
      this.context.text.charAt(end) === '。' &&
      UNTIL.test(this.context.text.slice(start, end))
    )
  }

  /** 请各支部对照整改。 below the last of points that are whole sentences, none of which has a line below it. */
  private closesList(section: Section, parent: Root | Section, second: Paragraph): boolean {
    if (this.context.text.charAt(section.heading.end) !== '。') return false
    const all = parent.children.filter((child): child is Section => child.type === 'section')
    // several lists may follow each other without a heading between them
    const siblings = all.slice(
      Math.max(
        0,
        all.findLastIndex(({ enumerator }) => enumerator.ordinal === 1),
      ),
    )
    // 1.…； 2.…； 3.…。 is one sentence, and what comes behind its stop is outside
    const listed = siblings.length > 2 && siblings.every((one) => one === section || this.endsWithSemicolon(one))
    if (!listed && !CALLS_ON_ALL.test(this.text(second))) return false
    return (
      rankOf(section.enumerator.scheme) >= rankOf('arabic') &&
      siblings.length > 1 &&
      siblings.at(-1) === section &&
      siblings.every(
        (one) => one === section || one.children.every((child, i) => i === 0 && child.type === 'paragraph'),
      )
    )
  }

  private endsWithSemicolon = ({ heading: { start, end } }: Section): boolean =>
    /[；;]\s*$/.test(this.context.text.slice(start, end + 1))

  private isInstruction = (heading: string): boolean =>
    /要|应|须|请|前/.test(heading) && classifySentence(heading, this.context.cues).class === 'demand'

  private rowUnit(row: Row, path: Section[], verdict: SectionVerdict, outline: number[], labels: Label[]): Unit {
    return {
      start: row.start,
      end: row.end,
      textStart: row.start,
      sentences: [{ type: 'sentence', start: row.start, end: row.end }],
      path,
      outline,
      verdict,
      field: null,
      form: 'row',
      headed: false,
      labels,
      row,
      preface: false,
      group: this.group++,
    }
  }

  private push(
    first: Paragraph,
    last: Paragraph,
    sentences: Sentence[],
    path: Section[],
    outline: number[],
    verdict: SectionVerdict,
    field: Unit['field'],
    form: Unit['form'],
    headed: boolean,
    labels: Label[],
  ): void {
    this.units.push({
      start: first.start,
      end: last.end,
      textStart: first.textStart,
      sentences,
      path,
      outline,
      verdict,
      field,
      form,
      headed,
      labels,
      preface: this.preface(first, path),
      group: this.group++,
    })
  }
}

/** What is done with an item of an agenda. */
const ON_AGENDA = /^(?:研究|审议|听取|传达|通报|学习|讨论|介绍|宣读)/

/** So many paragraphs may lead to points that stand inside one. */
const MOST_BEFORE_POINTS = 6

/** A longer heading is a whole sentence. */
const LONGEST_NAME = 60

/** 一、统一思想，提高认识，切实增强责任感城市是…: the heading runs on into its text without a stop. */
function opensAsAppeal(heading: string): SectionVerdict | null {
  const opening =
    /^(?:统一思想|提高(?:思想)?认识|充分认识|深刻认识|认清形势|切实增强)[^。]{0,24}(?:感|意义|性|觉悟)/.exec(heading)
  return opening ? { class: 'appeal', evidence: opening[0].slice(0, 4), own: true } : null
}

/** A line that is nothing but a time: 2021/01 ~ 2021/12. */
export const isDateOnly = (text: string): boolean => /^[\d\s/~.\-—–至到年月日底前]+$/.test(text)

const FORWARD = /下一步|下步|下阶段|打算|安排|部署|计划|今后|明年|下半年|要点|要求/

/** Inside arrangements, headings such as 提高认识 or 加强组织领导 are points of the arrangement. */
const weakInside = (name: SectionClass, heading: string, cues: Cues): boolean =>
  name === 'appeal' ||
  (name !== 'review' && name !== 'problem' && name !== 'background' && asksForAction(heading, cues))

/** A piece's title tells what it is as the title of a document does. */
function classifyPiece(title: string): SectionVerdict | null {
  if (/总结|汇报|述职/.test(title) && !/方案|计划|讲话/.test(title))
    return { class: 'review', evidence: title, own: false }
  return null
}
