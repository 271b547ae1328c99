import type { DeadlineMention, DepartmentMention, PersonMention, TargetMention } from '../model/mention.ts'
import { LineIndex, type Position } from '../model/position.ts'
import type { Deadline, Department, Person, RegisterDocument, Target, Task } from '../model/register.ts'
import { type DeadlineContext, recogniseDeadlineMentions } from '../recognise/deadline/index.ts'
import {
  type DepartmentContext,
  type Responsibility,
  readDepartmentList,
  readNamesAlone,
  recogniseConventions,
  recogniseResponsibilities,
} from '../recognise/department/index.ts'
import { recogniseTargetMentions } from '../recognise/target/index.ts'
import type { Label, Root, Section } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import { dueOf, tidy, titleOf } from './derive.ts'
import { type Part, positionOf } from './document.ts'
import { type Dates, datesBelow, NOTED_TIME, periodOf } from './heading-time.ts'
import { Keys, OutlineIds } from './identity.ts'
import { type Lexicons, shippedLexicons } from './lexicons.ts'
import { modalityOf } from './modality.ts'
import { type RowTask, readRows } from './rows.ts'
import { defaultClass } from './section-class.ts'
import { type Judged, judgeSentences, type Selection, selectSentences } from './select.ts'
import { shareLabels } from './shared-labels.ts'
import { splitByResponsibility } from './split.ts'
import { isDateOnly, listUnits, type Unit } from './units.ts'

export interface AssembleOptions {
  /** item: one task for the smallest numbered unit (default). sentence: one for each sentence that asks for something. */
  granularity?: 'item' | 'sentence'
  /** The words to go by; those that the program ships with unless given. */
  lexicons?: Lexicons
}

/** What became of a unit, for `explain` and the coverage report. */
export interface UnitTrace {
  unit: Unit
  selection: Selection
  /** What every sentence was taken for, those left out as well. */
  sentences: Judged[]
  tasks: string[]
  mentions: TracedMention[]
}

/** A mention of a task with the rule that made it; offsets are those of the clean view. */
export interface TracedMention {
  task: string
  field: 'department' | 'person' | 'deadline' | 'target'
  rule: string
  text: string
  start: number
  end: number
  inherited: boolean
}

export interface Assembly {
  tasks: Task[]
  trace: UnitTrace[]
}

interface Chosen {
  sentences: Judged[]
  selection: Selection
}

/** 燃气领域。（县住建局、县商务局）; 水利领域　责任单位：县水利局: what the line says behind the heading proper. */
const NOTE_BEHIND_HEADING = /^(?:[。.；;]\s*[（(〔【[][^\n]*[)）〕】\]][。.]?|[：:][^。；;\n]{2,60})\s*$/

const NOTHING: Selection = { sentences: [], kind: 'measure', reason: '' }

/** A point without a word that asks, whose words tell nothing else either: a list of tasks makes it one. */
const standsInList = ({ sentences, selection }: Chosen): boolean =>
  (selection.reason === 'plain' || selection.reason === 'situation') &&
  sentences.length <= 2 &&
  sentences.some((s) => s.verdict.class === 'plain')

interface Found<M> {
  mention: M
  /** Where offset 0 of the recognised string stands in the view. */
  base: number
  inherited: boolean
  /** Comes from a heading that names a period. */
  period?: boolean
}

/** What was read once for tasks that count from the same dates. */
interface Dated<T> {
  dates: Dates
  said: T
}

/** What a heading says of time. */
interface HeadingTimes {
  /** Days by which what is under it is due. */
  by: DeadlineMention[]
  /** The time in brackets at its end, and where in the heading that begins. */
  noted: DeadlineMention[]
  notedAt: number
  /** The period that it opens with. */
  period: DeadlineMention[]
}

const NO_TIMES: HeadingTimes = { by: [], noted: [], notedAt: 0, period: [] }

/** Everything that is known of one task before it is written down. */
interface Draft {
  unit: Unit
  start: number
  end: number
  textStart: number
  kind: Task['kind']
  outline: number[]
  part: number | null
  departments: Found<DepartmentMention>[]
  people: Found<PersonMention>[]
  deadlines: Found<DeadlineMention>[]
  targets: Found<TargetMention>[]
  extraSection: string[]
  /** What bare dates in it mean. */
  dates: Dates
  /** Cells of a row that make up the task, with those of other columns between them. */
  parts?: { start: number; end: number }[]
}

/** Turns the tree of a document into tasks. */
export function assembleTasks(
  view: View,
  root: Root,
  document: RegisterDocument,
  parts: readonly Part[],
  options: AssembleOptions = {},
): Assembly {
  return new Assembler(view, root, document, parts, options).run()
}

class Assembler {
  private readonly text: string
  private readonly index: LineIndex
  private readonly keys = new Keys()
  private readonly ids = new OutlineIds()
  private readonly lexicons: Lexicons
  private readonly context: DepartmentContext
  private readonly carried: { from: number; departments: DepartmentMention[]; base: number }[] = []
  private readonly unitsOfLabel = new Map<Label, number>()
  // What headings and labels say is asked by every task that they hold for.
  private readonly headingTimes = new Map<Section, Dated<HeadingTimes>>()
  private readonly headingNotes = new Map<Section, Responsibility[]>()
  private readonly headingTexts = new Map<Section, string>()
  private readonly labelDeadlines = new Map<Label, Dated<DeadlineMention[]>>()
  private readonly labelNotes = new Map<Label, Responsibility[]>()
  private readonly labelLists = new Map<Label, ReturnType<typeof readDepartmentList>>()
  private readonly datesOfParts = new Map<Part | undefined, Dates>()
  private readonly datesBelow = new Map<Section, Dated<Dates>>()

  constructor(
    private readonly view: View,
    private readonly root: Root,
    private readonly document: RegisterDocument,
    private readonly parts: readonly Part[],
    private readonly options: AssembleOptions,
  ) {
    this.text = view.text
    this.index = new LineIndex(view.original, view.pages)
    this.lexicons = options.lexicons ?? shippedLexicons()
    const { departments: lexicon, leadRule } = this.lexicons
    const conventions = recogniseConventions(view.text, { lexicon })
    const rule = leadRule ?? conventions.find((c) => c.kind === 'lead-rule')?.leadRule
    this.context = { lexicon, ...(rule ? { leadRule: rule } : {}) }
    for (const c of conventions)
      if (c.kind === 'carry-forward') this.carried.push({ from: c.end, departments: c.departments, base: 0 })
  }

  run(): Assembly {
    const { document } = this
    const listed = listUnits(this.root, {
      text: this.text,
      year: document.year,
      root: defaultClass(document.kind, document.title),
      cues: this.lexicons.cues,
    })
    const units = shareLabels(listed, (unit) =>
      recogniseResponsibilities(this.text.slice(unit.textStart, unit.end), this.context).some(
        ({ form }) => form === 'note' || form === 'label',
      ),
    )
    for (const unit of units)
      if (unit.field !== 'problem' && unit.field !== 'progress')
        for (const label of unit.labels) this.unitsOfLabel.set(label, (this.unitsOfLabel.get(label) ?? 0) + 1)
    const documentLabels = this.labelsBeforeText(units)
    const rows = readRows(this.text, units, this.lexicons.labels)
    const drafts: Draft[] = []
    const trace: UnitTrace[] = []
    const chosen = this.select(units)
    const draftsOf = new Map<Unit, Draft[]>()
    for (const unit of units) {
      if (unit.form === 'row') {
        const own = (rows.get(unit) ?? []).map((row) => this.draftRow(unit, row))
        drafts.push(...own)
        draftsOf.set(unit, own)
        trace.push({
          unit,
          selection: { ...NOTHING, reason: own.length > 0 ? '' : 'row' },
          sentences: [],
          tasks: [],
          mentions: [],
        })
        continue
      }
      const { sentences, selection } = chosen.get(unit) ?? { sentences: [], selection: NOTHING }
      const own = selection.sentences.length > 0 ? this.draftUnit(unit, selection, documentLabels) : []
      drafts.push(...own)
      draftsOf.set(unit, own)
      trace.push({ unit, selection, sentences, tasks: [], mentions: [] })
    }
    this.shareNotes(units, draftsOf)
    const tasks = drafts.map((draft) => this.task(draft))
    let i = 0
    for (const entry of trace) {
      for (const draft of draftsOf.get(entry.unit) ?? []) {
        const id = tasks[i++]?.id ?? ''
        entry.tasks.push(id)
        entry.mentions.push(...tracedMentions(draft, id))
      }
    }
    return { tasks, trace }
  }

  /** What of every unit is a task: by its own words first, then by the company it keeps. */
  private select(units: readonly Unit[]): ReadonlyMap<Unit, Chosen> {
    const chosen = new Map<Unit, Chosen>()
    const lists = new Map<Section | Root, Unit[]>()
    for (const unit of units) {
      if (unit.form === 'row') continue
      const sentences = judgeSentences(this.text, unit, this.lexicons.cues)
      chosen.set(unit, { sentences, selection: selectSentences(this.text, unit, sentences) })
      if (unit.form !== 'section') continue
      const parent = unit.path.at(-2) ?? this.root
      const list = lists.get(parent) ?? []
      lists.set(parent, list)
      list.push(unit)
    }
    for (const list of lists.values()) {
      const taken = list.filter((unit) => (chosen.get(unit)?.selection.sentences.length ?? 0) > 0)
      if (taken.length < 3 || taken.length * 2 <= list.length) continue
      for (const unit of list) {
        const one = chosen.get(unit)
        if (one && standsInList(one)) one.selection = { sentences: one.sentences, kind: 'measure', reason: '' }
      }
    }
    return chosen
  }

  /** Labels that stand before the first unit of the text hold for the whole document. */
  private labelsBeforeText(units: readonly Unit[]): Label[] {
    const found: Label[] = []
    const first = units.find((unit) => unit.form !== 'row')?.start ?? 0
    const walk = (blocks: readonly (Root | Section)['children'][number][]) => {
      for (const block of blocks) {
        if (
          block.type === 'label' &&
          block.end <= first &&
          ['departments', 'people', 'deadline'].includes(block.hit.meaning.field) &&
          !this.isOccasion(block)
        )
          found.push(block)
        if (block.type === 'section') walk(block.children)
      }
    }
    walk(this.root.children)
    return found
  }

  /** 时间：2025年4月8日 at the head of minutes is when they met. */
  private isOccasion = (label: Label): boolean =>
    label.hit.meaning.field === 'deadline' &&
    /^\s*(?:会议|活动|开会)?时\s*间/.test(this.text.slice(label.start, label.end))

  private readDeadlines = (text: string, context: DeadlineContext): DeadlineMention[] =>
    recogniseDeadlineMentions(text, context, this.lexicons.deadlines)

  private readTargets = (text: string): TargetMention[] => recogniseTargetMentions(text, this.lexicons.targets)

  private partAt(offset: number): Part | undefined {
    return this.parts.find((part) => offset >= part.start && offset < part.end)
  }

  /** The same object for every place of a part. */
  private dates(offset: number): Dates {
    const part = this.partAt(offset)
    const known = this.datesOfParts.get(part)
    if (known !== undefined) return known
    const { year, date } = part ?? this.document
    const dates = { year, date, ...(part?.period ? { period: part.period } : {}) }
    this.datesOfParts.set(part, dates)
    return dates
  }

  /** What a bare date means at this place, under these headings; the same object for every task of a section. */
  private datesUnder(path: readonly Section[], offset: number): Dates {
    let dates = this.dates(offset)
    for (const section of path) {
      if (section.inline || section.enumerator.scheme === 'piece') continue
      const known = this.datesBelow.get(section)
      const said = known?.dates === dates ? known.said : datesBelow(this.headingOf(section), dates)
      this.datesBelow.set(section, { dates, said })
      dates = said
    }
    return dates
  }

  private draftUnit(unit: Unit, selection: Selection, documentLabels: readonly Label[]): Draft[] {
    const first = selection.sentences[0]
    const last = selection.sentences.at(-1)
    if (!first || !last) return []
    const base = first.start
    const responsibilities = recogniseResponsibilities(this.text.slice(base, last.end), this.context).map((r) =>
      shift(r, base),
    )
    const groups = this.groups(selection, responsibilities)
    const labels = [...documentLabels.filter((label) => !unit.labels.includes(label)), ...unit.labels]
    const drafts = groups.map(({ sentences }, i): Draft => {
      const head = sentences[0] ?? first
      const tail = sentences.at(-1) ?? last
      // the marker or label in front of a unit belongs to it
      const start = head.start <= Math.max(unit.textStart, unit.sentences[0]?.start ?? 0) ? unit.start : head.start
      const draft: Draft = {
        unit,
        start: trimStart(this.text, start),
        end: tail.end,
        textStart: behindCopula(this.text, Math.max(head.start, start === unit.start ? unit.textStart : head.start)),
        kind: groups.length > 1 ? kindOf(sentences) : selection.kind,
        outline: unit.outline,
        part: groups.length > 1 ? i + 1 : null,
        departments: [],
        people: [],
        deadlines: [],
        targets: [],
        extraSection: [],
        dates: this.datesUnder(unit.path, trimStart(this.text, start)),
      }
      this.fill(draft, responsibilities)
      this.fillNotedTime(draft)
      this.inheritLabels(draft, labels, new Set(documentLabels))
      this.inheritSections(draft)
      return draft
    })
    for (const [i, group] of groups.entries()) {
      const behind = drafts[i + 1]
      if (!group.noteAhead || !behind) continue
      const notes = responsibilities.filter(
        (r) => (r.form === 'note' || r.form === 'label') && r.start >= behind.start && r.end <= behind.end,
      )
      for (const r of notes) {
        for (const mention of r.departments) drafts[i]?.departments.push({ mention, base: 0, inherited: true })
        for (const mention of r.people) drafts[i]?.people.push({ mention, base: 0, inherited: true })
      }
    }
    return drafts
  }

  private groups(
    selection: Selection,
    responsibilities: readonly Responsibility[],
  ): { sentences: Judged[]; noteAhead: boolean }[] {
    if (this.options.granularity === 'sentence') {
      const asking = selection.sentences.filter(
        (s) => !s.heading && ['demand', 'imperative', 'objective'].includes(s.verdict.class),
      )
      return (asking.length > 0 ? asking.map((s) => [s]) : [selection.sentences]).map((sentences) => ({
        sentences,
        noteAhead: false,
      }))
    }
    return splitByResponsibility(this.text, selection.sentences, responsibilities)
  }

  /** What the text of the task itself says. */
  private fill(draft: Draft, responsibilities: readonly Responsibility[]): void {
    for (const r of responsibilities) {
      if (r.start < draft.start || r.end > draft.end) continue
      for (const mention of r.departments) draft.departments.push({ mention, base: 0, inherited: false })
      for (const mention of r.people) draft.people.push({ mention, base: 0, inherited: false })
    }
    // behind the enumerator (1.4月15日前 is no decimal), and line by line: a heading and its text are two
    for (let base = draft.textStart; base < draft.end; ) {
      const newline = this.text.indexOf('\n', base)
      const end = newline < 0 || newline > draft.end ? draft.end : newline
      const line = this.text.slice(base, end)
      // a line that is nothing but a time is the time of the unit that it stands in
      const label = end - base < draft.end - draft.textStart && isDateOnly(line)
      for (const mention of this.readDeadlines(line, {
        ...draft.dates,
        ...(label ? { label } : {}),
      }))
        draft.deadlines.push({ mention, base, inherited: false })
      for (const mention of this.readTargets(line)) draft.targets.push({ mention, base, inherited: false })
      base = end + 1
    }
    for (const note of this.carried) {
      if (draft.start < note.from) continue
      for (const mention of note.departments) draft.departments.push({ mention, base: note.base, inherited: true })
    }
  }

  /** 1、动员阶段（4月1日至4月20日）。…: a stage is its own time. */
  private fillNotedTime(draft: Draft): void {
    const section = draft.unit.path.at(-1)
    if (!section || section.heading.start < draft.start || section.heading.start >= draft.end) return
    const noted = NOTED_TIME.exec(this.text.slice(section.heading.start, section.heading.end))
    if (!noted) return
    const base = section.heading.start + noted.index + 1
    const known = draft.deadlines.map((d) => d.base + d.mention.start)
    for (const mention of this.readDeadlines(noted[1] ?? '', { ...draft.dates, label: true }))
      if (!known.includes(base + mention.start)) draft.deadlines.push({ mention, base, inherited: false })
  }

  private inheritLabels(draft: Draft, labels: readonly Label[], documentWide: ReadonlySet<Label> = new Set()): void {
    for (const label of labels) {
      const { meaning } = label.hit
      const value = this.text.slice(label.value.start, label.value.end)
      const inherited = (this.unitsOfLabel.get(label) ?? 2) > 1
      const base = label.value.start
      // 联系人：王五，电话：… is whom to ring up
      if (/^联[系络]/.test(label.hit.label) && /电话|\d{7}/.test(value)) continue
      if (meaning.field === 'note') {
        this.inheritNote(draft, label, value, inherited)
        continue
      }
      if (meaning.field === 'departments' || meaning.field === 'people') {
        const list = this.labelLists.get(label) ?? readDepartmentList(value, meaning, this.context)
        this.labelLists.set(label, list)
        for (const mention of list.departments) draft.departments.push({ mention, base, inherited })
        for (const mention of list.people) draft.people.push({ mention, base, inherited })
      } else if (
        meaning.field === 'deadline' &&
        !EVENT_TIME.test(label.hit.label) &&
        !(documentWide.has(label) && draft.deadlines.some((d) => !d.inherited))
      ) {
        for (const mention of this.deadlinesOf(label, value, draft.dates, true))
          draft.deadlines.push({ mention, base, inherited })
      }
    }
  }

  private deadlinesOf(label: Label, value: string, dates: Dates, alone: boolean): DeadlineMention[] {
    const known = this.labelDeadlines.get(label)
    if (known?.dates === dates) return known.said
    const said = this.readDeadlines(value, alone ? { ...dates, label: true } : dates)
    this.labelDeadlines.set(label, { dates, said })
    return said
  }

  /** （市住建局牵头，各区配合，9月底前完成） on a line of its own. */
  private inheritNote(draft: Draft, label: Label, note: string, inherited: boolean): void {
    const base = label.value.start
    const responsibilities = this.labelNotes.get(label) ?? recogniseResponsibilities(note, this.context)
    this.labelNotes.set(label, responsibilities)
    for (const r of responsibilities) {
      for (const mention of r.departments) draft.departments.push({ mention, base, inherited })
      for (const mention of r.people) draft.people.push({ mention, base, inherited })
    }
    for (const mention of this.deadlinesOf(label, note, draft.dates, false))
      draft.deadlines.push({ mention, base, inherited })
  }

  private headingOf = (section: Section): string => this.text.slice(section.heading.start, section.heading.end)

  private notesOf(section: Section): Responsibility[] {
    const known = this.headingNotes.get(section) ?? this.readNotesOf(section)
    this.headingNotes.set(section, known)
    return known
  }

  /** Notes of a heading, those behind its stop included; or the bodies that it is the name of. */
  private readNotesOf(section: Section): Responsibility[] {
    const heading = this.headingOf(section)
    const departments = readNamesAlone(heading, this.lexicons.departments)
    if (departments) {
      const range = { start: 0, end: heading.length }
      return [{ ...range, form: 'note', rule: 'heading-names', departments, people: [] }]
    }
    const newline = this.text.indexOf('\n', section.heading.end)
    const rest = this.text.slice(section.heading.end, newline < 0 ? this.text.length : newline)
    const noted = section.inline || !NOTE_BEHIND_HEADING.test(rest) ? heading : heading + rest
    return recogniseResponsibilities(noted, this.context).filter((r) => r.form === 'note' || r.form === 'label')
  }

  private timesOf(section: Section, dates: Dates): HeadingTimes {
    const known = this.headingTimes.get(section)
    if (known?.dates === dates) return known.said
    const said = this.readTimes(this.headingOf(section), dates)
    this.headingTimes.set(section, { dates, said })
    return said
  }

  private readTimes(heading: string, dates: Dates): HeadingTimes {
    if (heading.length > 60) return NO_TIMES
    const noted = NOTED_TIME.exec(heading)
    const by = this.readDeadlines(heading, dates).filter(({ kind }) => kind === 'by')
    // 2024年 of 2024年10月底前完成的任务 is no period of its own
    const period = by.some(({ start }) => start === 0) ? null : periodOf(heading)
    return {
      by,
      notedAt: (noted?.index ?? 0) + 1,
      noted: noted ? this.readDeadlines(noted[1] ?? '', { ...dates, label: true }) : [],
      period:
        period !== null
          ? this.readDeadlines(period, { ...dates, label: true }).filter(
              ({ kind }) => kind === 'within' || kind === 'by',
            )
          : [],
    }
  }

  /** Notes in headings (二、重点任务（牵头单位：…）) and periods in them (三、2026年重点工作) hold for what is under them. */
  private inheritSections(draft: Draft): void {
    for (const [i, section] of draft.unit.path.entries()) {
      const base = section.heading.start
      if (base >= draft.start && base < draft.end) continue
      if (section.enumerator.scheme === 'piece') continue
      for (const r of this.notesOf(section)) {
        for (const mention of r.departments) draft.departments.push({ mention, base, inherited: true })
        for (const mention of r.people) draft.people.push({ mention, base, inherited: true })
      }
      if (section.inline) continue
      const dates = this.datesUnder(draft.unit.path.slice(0, i), draft.start)
      const { by, notedAt, noted, period } = this.timesOf(section, dates)
      for (const mention of by) draft.deadlines.push({ mention, base, inherited: true })
      for (const mention of noted)
        if (mention.kind !== 'by' || !draft.deadlines.some((d) => d.inherited && d.mention.text === mention.text))
          draft.deadlines.push({ mention, base: base + notedAt, inherited: true })
      // the innermost period holds; that of a look back is nobody's limit
      if (period.length === 0 || draft.unit.verdict.class === 'review') continue
      draft.deadlines = draft.deadlines.filter((d) => !d.period)
      for (const mention of period)
        draft.deadlines.push({
          mention: { ...mention, kind: 'within', ...periodStart(mention) },
          base,
          inherited: true,
          period: true,
        })
    }
  }

  /**
   * A note at the very end of a paragraph of enumerated points, none of which has one of its own,
   * is read as the note of all of them.
   */
  private shareNotes(units: readonly Unit[], draftsOf: ReadonlyMap<Unit, Draft[]>): void {
    const byParent = new Map<Section | undefined, Unit[]>()
    for (const unit of units) {
      const own = unit.path.at(-1)
      if (
        !own ||
        unit.form !== 'section' ||
        !['is', 'must', 'ordinal', 'sequence', 'circled', 'arabic-paren'].includes(own.enumerator.scheme)
      )
        continue
      const line = this.text.lastIndexOf('\n', unit.start)
      const parent = unit.path.at(-2)
      const group = byParent.get(parent) ?? []
      const previous = group.at(-1)
      if (previous && this.text.lastIndexOf('\n', previous.start) !== line) group.length = 0
      group.push(unit)
      byParent.set(parent, group)
      const next = this.text.indexOf('\n', unit.end)
      const lineEnd = next < 0 ? this.text.length : next
      if (group.length < 2 || this.text.slice(unit.end, lineEnd).trim() !== '') continue
      const drafts = draftsOf.get(unit) ?? []
      const last = drafts.at(-1)
      if (!last || !/[）)】\]][。；;]?\s*$/.test(this.text.slice(last.start, last.end))) continue
      const others = group.slice(0, -1).flatMap((u) => draftsOf.get(u) ?? [])
      if (others.some((draft) => draft.departments.some((d) => !d.inherited))) continue
      const noteStart = Math.max(this.text.lastIndexOf('（', last.end), this.text.lastIndexOf('(', last.end))
      const shared = last.departments.filter((d) => !d.inherited && d.mention.start + d.base >= noteStart)
      for (const draft of others) draft.departments.push(...shared.map((d) => ({ ...d, inherited: true })))
    }
  }

  private draftRow(unit: Unit, row: RowTask): Draft {
    const draft: Draft = {
      unit,
      start: row.start,
      end: row.end,
      textStart: row.start,
      kind: row.kind,
      outline: unit.outline,
      part: null,
      departments: [],
      people: [],
      deadlines: [],
      targets: [],
      extraSection: row.section,
      dates: this.datesUnder(unit.path, row.start),
    }
    // What stands between two cells of the task is another column's.
    for (const part of row.parts) {
      const text = this.text.slice(part.start, part.end)
      this.fill(
        { ...draft, ...part, textStart: part.start },
        recogniseResponsibilities(text, this.context).map((r) => shift(r, part.start)),
      )
    }
    if (row.parts.length > 1) draft.parts = row.parts
    for (const cell of row.units) {
      const list = readDepartmentList(this.text.slice(cell.start, cell.end), cell.meaning, this.context)
      for (const mention of list.departments)
        draft.departments.push({ mention, base: cell.start, inherited: cell.inherited })
      for (const mention of list.people) draft.people.push({ mention, base: cell.start, inherited: cell.inherited })
    }
    for (const cell of row.dates) {
      for (const mention of this.readDeadlines(this.text.slice(cell.start, cell.end), {
        ...draft.dates,
        label: true,
      })) {
        draft.deadlines.push({
          mention: row.scheduled ? within(mention) : mention,
          base: cell.start,
          inherited: cell.inherited,
        })
      }
    }
    for (const cell of row.targets) {
      for (const mention of this.readTargets(this.text.slice(cell.start, cell.end)))
        draft.targets.push({ mention, base: cell.start, inherited: false })
    }
    this.inheritLabels(draft, unit.labels)
    this.inheritSections(draft)
    return draft
  }

  // ----- writing down -----

  private task(draft: Draft): Task {
    const parts = draft.parts ?? [{ start: draft.textStart, end: draft.end }]
    const content = parts.map((part) => tidy(this.text.slice(part.start, part.end))).reduce(joinCells)
    const departments = this.departments(draft)
    const deadlines = this.deadlines(draft)
    const id = this.ids.next(draft.outline, draft.part)
    const notes: string[] = []
    if (departments.length === 0) notes.push('owner-missing')
    else if (departments.every((d) => d.inferred)) notes.push('owner-inferred')
    if (deadlines.length === 0) notes.push('deadline-missing')
    if (draft.dates.year === null && deadlines.some((d) => DATED.has(d.kind) && !d.end && !d.start))
      notes.push('year-unknown')
    for (const d of deadlines) if (d.note) notes.push(d.note)
    return {
      id,
      key: this.keys.next(content),
      document: this.document.id,
      section: [...this.sectionTexts(draft), ...draft.extraSection],
      kind: draft.kind,
      title: titleOf(content),
      content,
      departments,
      people: this.people(draft),
      deadlines,
      due: dueOf(deadlines),
      targets: this.targets(draft),
      modality: modalityOf(content),
      source: this.stretches(draft).map((part) => this.position(part.start, part.end)),
      notes: [...new Set(notes)],
    }
  }

  /** Where the text of a task stands; cells side by side are one stretch. */
  private stretches(draft: Draft): { start: number; end: number }[] {
    const result: { start: number; end: number }[] = []
    for (const { start, end } of draft.parts ?? [draft]) {
      const last = result.at(-1)
      if (last !== undefined && this.text.slice(last.end, start).trim() === '') last.end = end
      else result.push({ start, end })
    }
    return result
  }

  private sectionTexts(draft: Draft): string[] {
    return draft.unit.path
      .filter((section) => !(section.heading.start >= draft.start && section.heading.start < draft.end))
      .map(this.sectionText)
  }

  private sectionText = (section: Section): string => {
    const known = this.headingTexts.get(section)
    if (known !== undefined) return known
    const from = section.enumerator.scheme === 'piece' ? section.heading.start : section.enumerator.start
    const text = tidy(this.text.slice(from, Math.min(section.heading.end, from + 120))).replace(/^#+\s*/, '')
    this.headingTexts.set(section, text)
    return text
  }

  private position = (start: number, end: number): Position => positionOf(this.view, this.index, start, end)

  private departments(draft: Draft): Department[] {
    const seen = new Set<string>()
    const result: Department[] = []
    for (const { mention, base, inherited } of draft.departments) {
      const key = `${mention.name}|${mention.role}`
      if (seen.has(key)) continue
      seen.add(key)
      result.push({
        name: mention.name,
        role: mention.role,
        ...(mention.collective ? { collective: true } : {}),
        ...(mention.canonical !== undefined ? { canonical: mention.canonical } : {}),
        ...(inherited ? { inherited: true } : {}),
        source: this.position(base + mention.start, base + mention.end),
      })
    }
    this.expandGroups(result)
    if (result.length === 0) result.push(...this.inferred(draft))
    // told to act and named as lead: the statement says more
    return result.filter(
      (d) => d.role !== 'responsible' || !result.some((o) => o.role === 'lead' && o.name === d.name && !o.inherited),
    )
  }

  /** Members of the user's own groups, beside the group that the text names. */
  private expandGroups(departments: Department[]): void {
    for (const group of [...departments]) {
      for (const name of this.lexicons.groups.get(group.name) ?? []) {
        if (departments.some((d) => d.name === name)) continue
        departments.push({ name, role: group.role, inferred: true, source: group.source })
      }
    }
  }

  /** Who does such work by the user's own map, where the text names nobody. */
  private inferred(draft: Draft): Department[] {
    const text = this.text.slice(draft.start, draft.end)
    const found: Department[] = []
    for (const rule of this.lexicons.responsibilities) {
      const word = rule.words.find((candidate) => text.includes(candidate))
      if (word === undefined || found.some((d) => d.name === rule.department)) continue
      const at = draft.start + text.indexOf(word)
      found.push({
        name: rule.department,
        role: rule.role,
        inferred: true,
        source: this.position(at, at + word.length),
      })
    }
    return found
  }

  private people(draft: Draft): Person[] {
    const seen = new Set<string>()
    const result: Person[] = []
    for (const { mention, base, inherited } of draft.people) {
      const key = `${mention.name}|${mention.role}`
      if (seen.has(key)) continue
      seen.add(key)
      result.push({
        name: mention.name,
        role: mention.role,
        ...(inherited ? { inherited: true } : {}),
        source: this.position(base + mention.start, base + mention.end),
      })
    }
    return result
  }

  private deadlines(draft: Draft): Deadline[] {
    const seen = new Set<string>()
    const result: Deadline[] = []
    for (const { mention, base, inherited } of draft.deadlines) {
      const key = `${mention.text}|${mention.kind}|${mention.startDate ?? ''}|${mention.endDate ?? ''}`
      if (seen.has(key)) continue
      seen.add(key)
      result.push({
        text: mention.text,
        kind: mention.kind,
        ...(mention.startDate !== undefined ? { start: mention.startDate } : {}),
        ...(mention.endDate !== undefined ? { end: mention.endDate } : {}),
        ...(mention.recurrence !== undefined ? { recurrence: mention.recurrence } : {}),
        ...(inherited ? { inherited: true } : {}),
        ...(mention.implied && mention.implied.length > 0 ? { implied: mention.implied } : {}),
        ...(mention.note !== undefined ? { note: mention.note } : {}),
        source: this.position(base + mention.start, base + mention.end),
      })
    }
    return result
  }

  private targets(draft: Draft): Target[] {
    return draft.targets.map(({ mention, base }) => ({
      text: mention.text,
      indicator: mention.indicator,
      relation: mention.relation,
      ...(mention.value !== undefined ? { value: mention.value } : {}),
      ...(mention.max !== undefined ? { max: mention.max } : {}),
      ...(mention.unit !== undefined ? { unit: mention.unit } : {}),
      ...(mention.baseline !== undefined ? { baseline: mention.baseline } : {}),
      source: this.position(base + mention.start, base + mention.end),
    }))
  }
}

function tracedMentions(draft: Draft, task: string): TracedMention[] {
  const of = (
    field: TracedMention['field'],
    found: Found<{ rule: string; start: number; end: number }>[],
    name: (i: number) => string,
  ) =>
    found.map(
      ({ mention, base, inherited }, i): TracedMention => ({
        task,
        field,
        rule: mention.rule,
        text: name(i),
        start: base + mention.start,
        end: base + mention.end,
        inherited,
      }),
    )
  return [
    ...of('department', draft.departments, (i) => draft.departments[i]?.mention.name ?? ''),
    ...of('person', draft.people, (i) => draft.people[i]?.mention.name ?? ''),
    ...of('deadline', draft.deadlines, (i) => draft.deadlines[i]?.mention.text ?? ''),
    ...of('target', draft.targets, (i) => draft.targets[i]?.mention.text ?? ''),
  ]
}

/** 时间：… says when something takes place, not until when a task is due. */
const EVENT_TIME = /^(?:会议|活动|召开|举办)?时间$/

/** A part of a unit is an objective where it asks for nothing but results. */
const kindOf = (sentences: readonly Judged[]): Task['kind'] =>
  sentences.some((s) => s.verdict.class === 'objective') &&
  !sentences.some((s) => s.verdict.class === 'demand' || s.verdict.class === 'imperative')
    ? 'objective'
    : 'measure'

const DATED: ReadonlySet<string> = new Set(['by', 'within', 'from'])

/** 6月：…in a schedule is the month in which it is done, not a day by which. */
function within(mention: DeadlineMention): DeadlineMention {
  if (mention.kind !== 'by') return mention
  const month = /^\d{4}-\d{2}/.exec(mention.endDate ?? '')?.[0]
  return { ...mention, kind: 'within', ...(month ? { startDate: `${month}-01` } : {}) }
}

function periodStart(mention: DeadlineMention): { startDate?: string } {
  if (mention.startDate !== undefined) return { startDate: mention.startDate }
  const year = /^\d{4}/.exec(mention.endDate ?? '')?.[0]
  return year && /^\d{4}年$/.test(mention.text) ? { startDate: `${year}-01-01` } : {}
}

const shift = (r: Responsibility, by: number): Responsibility => ({
  ...r,
  start: r.start + by,
  end: r.end + by,
  departments: r.departments.map((d) => ({ ...d, start: d.start + by, end: d.end + by })),
  people: r.people.map((p) => ({ ...p, start: p.start + by, end: p.end + by })),
})

/** (三)是四减四增工作、首先是要推进压煤: the 是 belongs to the enumerator. */
function behindCopula(text: string, start: number): number {
  const at = /^\s*是(?!否|非)/.exec(text.slice(start, start + 8))
  return at ? start + at[0].length : start
}

function trimStart(text: string, start: number): number {
  let at = start
  while (/\s/.test(text.charAt(at))) at++
  return at
}

/** Two cells that say together what to do. */
const joinCells = (before: string, after: string): string =>
  `${before}${/[，。；：！？]$/.test(before) ? '' : '；'}${after}`
