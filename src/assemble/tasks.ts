import type { DeadlineMention } from '../model/mention.ts'
import type { RegisterDocument, Task } from '../model/register.ts'
import { type Responsibility, readDepartmentList, recogniseResponsibilities } from '../recognise/department/index.ts'
import type { Root } from '../structure/tree.ts'
import type { View } from '../text/view.ts'
import { chooseTasks } from './choose.ts'
import type { Part } from './document.ts'
import { type Draft, type TracedMention, tracedMentions } from './draft.ts'
import { Headings } from './headings.ts'
import { LabelledLines } from './labelled-lines.ts'
import { type Lexicons, shippedLexicons } from './lexicons.ts'
import { Reading } from './reading.ts'
import { type RowTask, readRows } from './rows.ts'
import { defaultClass } from './section-class.ts'
import type { Judged, Selection } from './select/selection.ts'
import { shareLeads } from './share-leads.ts'
import { shareNotes } from './share-notes.ts'
import { shareLabels } from './shared-labels.ts'
import { splitByResponsibility } from './split.ts'
import { TaskWriter } from './task-writer.ts'
import { type Turn, turnsOf } from './turns.ts'
import { listUnits } from './units/list.ts'
import { isDateOnly } from './units/plain-lines.ts'
import type { Unit } from './units/unit.ts'

/** How tasks are made of a tree. */
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

/** The tasks of a document, and what became of each of its units. */
export interface Assembly {
  tasks: Task[]
  trace: UnitTrace[]
}

const NOTHING: Selection = { sentences: [], kind: 'measure', reason: '' }

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
  private readonly reading: Reading
  private readonly headings: Headings
  private readonly turns: readonly Turn[]

  constructor(
    private readonly view: View,
    private readonly root: Root,
    private readonly document: RegisterDocument,
    parts: readonly Part[],
    private readonly options: AssembleOptions,
  ) {
    this.text = view.text
    this.reading = new Reading(view.text, options.lexicons ?? shippedLexicons())
    this.turns = turnsOf(view.text, root, document.title)
    this.headings = new Headings(this.reading, document, parts, this.turns)
  }

  run(): Assembly {
    const { text, root } = this
    const { lexicons } = this.reading
    const units = this.units()
    const labels = new LabelledLines(this.reading, root, units)
    const rows = readRows(text, units, lexicons.labels)
    const chosen = chooseTasks(text, root, units, lexicons.cues, (words) => this.isNoted(words))
    const draftsOf = new Map<Unit, Draft[]>()
    for (const unit of units) {
      const selection = chosen.get(unit)?.selection
      if (unit.form === 'row')
        draftsOf.set(
          unit,
          (rows.get(unit) ?? []).map((row) => this.draftRow(unit, row, labels)),
        )
      else if (selection) draftsOf.set(unit, this.draftUnit(unit, selection, labels))
    }
    shareNotes(text, units, draftsOf)
    shareLeads(this.reading, root, draftsOf)
    const writer = new TaskWriter(this.view, this.document, lexicons, this.headings)
    const tasks: Task[] = []
    const trace = units.map((unit): UnitTrace => {
      const drafts = draftsOf.get(unit) ?? []
      const own = drafts.map((draft) => writer.write(draft))
      tasks.push(...own)
      return {
        unit,
        ...(chosen.get(unit) ?? { sentences: [], selection: { ...NOTHING, reason: drafts.length > 0 ? '' : 'row' } }),
        tasks: own.map(({ id }) => id),
        mentions: drafts.flatMap((draft, i) => tracedMentions(draft, own[i]?.id ?? '')),
      }
    })
    return { tasks, trace }
  }

  /** What the tree can make tasks of, with the labels that hold for each. */
  private units(): Unit[] {
    const { kind, title, year } = this.document
    const { cues } = this.reading.lexicons
    const { turns } = this
    const listed = listUnits(this.root, {
      text: this.text,
      kind,
      year,
      root: defaultClass(kind, title),
      cues,
      turns,
    })
    return shareLabels(listed, (unit) => this.isNoted(this.text.slice(unit.textStart, unit.end)))
  }

  private isNoted(words: string): boolean {
    return recogniseResponsibilities(words, this.reading.departments).some(
      ({ form }) => form === 'note' || form === 'label',
    )
  }

  private draftUnit(unit: Unit, selection: Selection, labels: LabelledLines): Draft[] {
    const first = selection.sentences[0]
    const last = selection.sentences.at(-1)
    if (!first || !last) return []
    const base = first.start
    const responsibilities = recogniseResponsibilities(this.text.slice(base, last.end), this.reading.departments).map(
      (r) => shift(r, base),
    )
    const groups = this.groups(selection, responsibilities)
    const drafts = groups.map(({ sentences }, i): Draft => {
      const head = sentences[0] ?? first
      const tail = sentences.at(-1) ?? last
      // the marker or label in front of a unit belongs to it
      const start = head.start <= Math.max(unit.textStart, unit.sentences[0]?.start ?? 0) ? unit.start : head.start
      const draft: Draft = {
        unit,
        start: trimStart(this.text, start),
        end: tail.end,
        textStart: behindMark(this.text, Math.max(head.start, start === unit.start ? unit.textStart : head.start)),
        kind: groups.length > 1 ? kindOf(sentences) : selection.kind,
        outline: unit.outline,
        part: groups.length > 1 ? i + 1 : null,
        departments: [],
        people: [],
        deadlines: [],
        targets: [],
        extraSection: [],
        dates: this.headings.datesUnder(unit.path, trimStart(this.text, start)),
      }
      this.fill(draft, responsibilities)
      this.headings.addOwnTime(draft)
      labels.inherit(draft)
      this.headings.inherit(draft)
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
      for (const mention of this.reading.deadlines(line, {
        ...draft.dates,
        ...(label ? { label } : {}),
      }))
        draft.deadlines.push({ mention, base, inherited: false })
      for (const mention of this.reading.targets(line)) draft.targets.push({ mention, base, inherited: false })
      base = end + 1
    }
    for (const { kind, end, departments } of this.reading.conventions) {
      if (kind !== 'carry-forward' || draft.start < end) continue
      for (const mention of departments) draft.departments.push({ mention, base: 0, inherited: true })
    }
  }

  private draftRow(unit: Unit, row: RowTask, labels: LabelledLines): Draft {
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
      dates: this.headings.datesUnder(unit.path, row.start),
    }
    // What stands between two cells of the task is another column's.
    for (const part of row.parts) {
      const text = this.text.slice(part.start, part.end)
      this.fill(
        { ...draft, ...part, textStart: part.start },
        recogniseResponsibilities(text, this.reading.departments).map((r) => shift(r, part.start)),
      )
    }
    if (row.parts.length > 1) draft.parts = row.parts
    for (const cell of row.units) {
      const list = readDepartmentList(this.text.slice(cell.start, cell.end), cell.meaning, this.reading.departments)
      for (const mention of list.departments)
        draft.departments.push({ mention, base: cell.start, inherited: cell.inherited })
      for (const mention of list.people) draft.people.push({ mention, base: cell.start, inherited: cell.inherited })
    }
    for (const cell of row.dates) {
      for (const mention of this.reading.deadlines(this.text.slice(cell.start, cell.end), {
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
      for (const mention of this.reading.targets(this.text.slice(cell.start, cell.end)))
        draft.targets.push({ mention, base: cell.start, inherited: false })
    }
    labels.inherit(draft)
    this.headings.inherit(draft)
    return draft
  }
}

/** A part of a unit is an objective where it asks for nothing but results. */
const kindOf = (sentences: readonly Judged[]): Task['kind'] =>
  sentences.some((s) => s.verdict.class === 'objective') &&
  !sentences.some((s) => s.verdict.class === 'demand' || s.verdict.class === 'imperative')
    ? 'objective'
    : 'measure'

/** 6月：…in a schedule is the month in which it is done, not a day by which. */
function within(mention: DeadlineMention): DeadlineMention {
  if (mention.kind !== 'by') return mention
  const month = /^\d{4}-\d{2}/.exec(mention.endDate ?? '')?.[0]
  return { ...mention, kind: 'within', ...(month ? { startDate: `${month}-01` } : {}) }
}

const shift = (r: Responsibility, by: number): Responsibility => ({
  ...r,
  start: r.start + by,
  end: r.end + by,
  departments: r.departments.map((d) => ({ ...d, start: d.start + by, end: d.end + by })),
  people: r.people.map((p) => ({ ...p, start: p.start + by, end: p.end + by })),
})

/**
 * (三)是四减四增工作、首先是要推进压煤: the 是 belongs to the enumerator. 4、:负责一年级: who it was is gone, and left its
 * mark.
 */
function behindMark(text: string, start: number): number {
  const at = /^\s*(?:是(?!否|非)|[、，,：:；;）)]+)/.exec(text.slice(start, start + 8))
  return at ? start + at[0].length : start
}

function trimStart(text: string, start: number): number {
  let at = start
  while (/\s/.test(text.charAt(at))) at++
  return at
}
