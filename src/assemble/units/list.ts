import { CONTENT_FIELDS } from '../../structure/label-types.ts'
import type { Block, Label, Paragraph, Root, Row, Section } from '../../structure/tree.ts'
import { type Announcement, announcedList } from '../announced.ts'
import { type LabelSegment, labelSegments } from '../label-segments.ts'
import type { SectionVerdict } from '../section-class.ts'
import type { Turn } from '../turns.ts'
import { isSubhead, partOfMinutes, unnumberedHeading } from './plain-lines.ts'
import { prefaceEnd } from './preface.ts'
import { beforeTroubles, verdictOf } from './section-verdict.ts'
import { type Shape, shapeOf } from './shape.ts'
import { textOf, type Unit, type UnitContext } from './unit.ts'

/** 附件：关于…的通知（…号）: the name of a document, however long. */
const ATTACHED =
  /^[^。；;]*(?:通知|方案|意见|办法|计划|要点|清单|台账|名单|样表|[一-龥]表)(?:[（(][^（()）]*[）)])?\s*$/

/** Lists the units of a tree in text order, with what their sections and labels say of them. */
export function listUnits(root: Root, context: UnitContext): Unit[] {
  const units: Unit[] = []
  const place: Place = { path: [], verdict: context.root, outline: [], labels: [], field: null }
  new BlockWalk(root, root, place, context, units).walk()
  return units
}

/** What holds where a section begins. */
interface Place extends Pick<Unit, 'path' | 'verdict' | 'outline' | 'field'> {
  /** Labels that hold for all of it. */
  labels: Label[]
}

/** What tells the units of one section apart. */
type Part = Pick<Unit, 'outline' | 'form' | 'headed'> & { verdict?: SectionVerdict }

/** The way through the children of one section, or of the document, and what has been met on it. */
class BlockWalk {
  private readonly children: readonly Block[]
  private readonly section: Section | undefined
  private readonly shape: Shape
  private readonly announced: Announcement | null
  private readonly prefaceEnd: number
  private sectionNumber = 0
  private paragraphNumber = 0
  /** What the text is about here, and what it is about but for lines without a number. */
  private verdict: SectionVerdict
  private outerVerdict: SectionVerdict
  private turned: Turn | undefined
  private field: Unit['field']
  private labels: Label[]

  constructor(
    private readonly root: Root,
    node: Root | Section,
    private readonly place: Place,
    private readonly context: UnitContext,
    private readonly units: Unit[],
  ) {
    this.children = node.children
    this.section = node.type === 'section' ? node : undefined
    this.shape = shapeOf(node, place.path.at(-2) ?? root, context)
    this.announced = announcedList(context.text, node.children, context.cues)
    this.prefaceEnd = prefaceEnd(node, context)
    this.verdict = place.verdict
    this.outerVerdict = place.verdict
    // in a block of labels the text before them tells the problem
    this.field = this.shape.labelled ? 'problem' : place.field
    this.labels = place.labels
  }

  walk(): void {
    const segments = labelSegments(this.children)
    let segment: LabelSegment | undefined
    for (const [i, child] of this.children.entries()) {
      if (segments[i] !== segment) {
        segment = segments[i]
        this.labels = [...this.place.labels, ...(segment?.labels ?? [])]
      }
      this.turnAt(child.start)
      if (child.type === 'section') this.addSection(child)
      else if (child.type === 'row') this.addRow(child)
      else if (child.type === 'label') {
        if (CONTENT_FIELDS.has(child.hit.meaning.field)) this.field = child.hit.meaning.field
      } else if (child.type === 'paragraph' && !this.divides(child, i) && child.children.length > 0)
        this.addParagraph(child)
    }
  }

  /** Follows the last turn at or before a place, unless the section began behind it and has its own verdict. */
  private turnAt(offset: number): void {
    const turn = this.context.turns.findLast(({ at }) => at <= offset)
    if (turn === undefined || turn === this.turned || (this.section && this.section.start >= turn.at)) return
    this.turned = turn
    this.verdict = turn.verdict
    this.outerVerdict = turn.verdict
  }

  /** Whether a line without a number says what comes next, or divides the text; what it says is kept. */
  private divides(node: Paragraph, i: number): boolean {
    const { children, context } = this
    if (this.place.path.every(({ enumerator }) => enumerator.scheme === 'piece')) {
      const unnumbered = unnumberedHeading(node, children[i + 1], context)
      if (unnumbered) {
        this.verdict = unnumbered
        return true
      }
    }
    const part = partOfMinutes(node, context)
    if (part) {
      this.verdict = part
      this.field = part.class === 'arrangement' ? 'measures' : this.place.field
      return true
    }
    return isSubhead(node, children[i - 1], children[i + 1], context)
  }

  private addSection(section: Section): void {
    this.sectionNumber++
    const own = verdictOf(section, this.verdictFor(section), this.context)
    const place: Place = {
      path: [...this.place.path, section],
      verdict: beforeTroubles(section, this.shape.subsections, own, this.context),
      outline: [...this.place.outline, this.sectionNumber],
      labels: this.labels,
      field: this.field,
    }
    new BlockWalk(this.root, section, place, this.context, this.units).walk()
  }

  /** What holds around a section. */
  private verdictFor(section: Section): SectionVerdict {
    const { announced, verdict } = this
    if (announced?.points.has(section) && verdict.class !== 'review') return asVerdict(announced)
    // without a number a line is a weaker heading: it holds for numbered sections only where it tells of time
    return verdict.class === 'review' || verdict.class === 'arrangement' ? verdict : this.outerVerdict
  }

  private addRow(row: Row): void {
    this.units.push({
      start: row.start,
      end: row.end,
      textStart: row.start,
      sentences: [{ type: 'sentence', start: row.start, end: row.end }],
      path: this.place.path,
      outline: [...this.place.outline, ++this.paragraphNumber],
      verdict: this.verdict,
      field: null,
      form: 'row',
      headed: false,
      labels: this.labels,
      row,
      preface: false,
      group: this.units.length,
    })
  }

  private addParagraph(paragraph: Paragraph): void {
    const { section, shape, context } = this
    const { outline } = this.place
    const headed = paragraph === shape.head
    // 附件：…分解表: the name of a document
    if (
      headed &&
      section?.enumerator.scheme === 'attachment' &&
      (section.bare || ATTACHED.test(textOf(context, paragraph)))
    )
      return
    if (headed && !shape.whole && (section?.bare || shape.merged)) this.addHeading(paragraph)
    else if (paragraph === shape.merged) return
    else if (shape.leaf) {
      this.paragraphNumber++
      // a bare heading is no unit of its own: what stands alone below it has its number
      const alone = headed
        ? shape.paragraphs.length === 1
        : shape.paragraphs.length === 2 && shape.head !== null && section?.bare
      this.push(paragraph, {
        outline: alone ? outline : [...outline, this.paragraphNumber],
        form: headed ? 'section' : paragraph.item ? 'item' : 'paragraph',
        headed,
      })
    } else {
      const first = shape.subsections[0]
      const before = first !== undefined && paragraph.start < first.start
      this.push(paragraph, {
        outline: [...outline, 0, ++this.paragraphNumber],
        form: paragraph.item ? 'item' : before ? 'lead' : 'paragraph',
        headed,
        ...(this.announced?.lead === paragraph && { verdict: asVerdict(this.announced) }),
      })
    }
  }

  /** The heading of a section with the one paragraph below it; nothing but the heading only where nothing else stands there. */
  private addHeading(head: Paragraph): void {
    const { leaf, merged, paragraphs } = this.shape
    const { outline } = this.place
    if (merged) {
      this.push(head, { outline, form: 'section', headed: true }, merged)
      return
    }
    // …；四、抓好落实。 is a point of its paragraph, whatever lines come behind it
    const point = this.section?.inline === true && leaf && /[。；;]\s*$/.test(textOf(this.context, head))
    if (point || (leaf && paragraphs.length === 1)) this.push(head, { outline, form: 'heading', headed: true })
  }

  private push(first: Paragraph, part: Part, second?: Paragraph): void {
    this.units.push({
      start: first.start,
      end: (second ?? first).end,
      textStart: first.textStart,
      sentences: second ? [...first.children, ...second.children] : first.children,
      path: this.place.path,
      verdict: this.verdict,
      field: this.field,
      labels: this.labels,
      preface: first.start < this.prefaceEnd,
      group: this.units.length,
      ...part,
    })
  }
}

/** What is announced of a list is said outside the headings of its points. */
const asVerdict = ({ class: name, evidence }: Announcement): SectionVerdict => ({ class: name, evidence, own: false })
