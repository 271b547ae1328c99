import type { DeadlineMention } from '../model/mention.ts'
import {
  isToRingUp,
  type Responsibility,
  readDepartmentList,
  recogniseResponsibilities,
} from '../recognise/department/index.ts'
import type { Label, Root, Section } from '../structure/tree.ts'
import type { Draft } from './draft.ts'
import type { Dates } from './heading-time.ts'
import type { Reading } from './reading.ts'
import type { Unit } from './units/unit.ts'

/** 时间：… says when something takes place, not until when a task is due. */
const EVENT_TIME = /^(?:会议|活动|召开|举办)?时间$/

/** What labelled lines (责任单位：…) say for the tasks that they cover; each is read once, however many tasks ask. */
export class LabelledLines {
  /** Those before the first unit of the text: they hold for the whole document. */
  private readonly documentWide: readonly Label[]
  private readonly unitsOf = new Map<Label, number>()
  private readonly times = new Map<Label, { dates: Dates; said: DeadlineMention[] }>()
  private readonly notes = new Map<Label, Responsibility[]>()
  private readonly lists = new Map<Label, ReturnType<typeof readDepartmentList>>()

  constructor(
    private readonly reading: Reading,
    root: Root,
    units: readonly Unit[],
  ) {
    for (const unit of units)
      if (unit.field !== 'problem' && unit.field !== 'progress')
        for (const label of unit.labels) this.unitsOf.set(label, (this.unitsOf.get(label) ?? 0) + 1)
    this.documentWide = labelsBefore(root, units.find((unit) => unit.form !== 'row')?.start ?? 0, reading.text)
  }

  /** Adds what the labels of a task say. */
  inherit(draft: Draft): void {
    const own = draft.unit.labels
    // what heads the document holds for prose; a row says in its cells what holds for it
    const above = draft.unit.form === 'row' ? [] : this.documentWide.filter((label) => !own.includes(label))
    this.add(draft, above, true)
    this.add(draft, own, false)
  }

  private add(draft: Draft, labels: readonly Label[], documentWide: boolean): void {
    for (const label of labels) {
      const { meaning } = label.hit
      const value = this.reading.text.slice(label.value.start, label.value.end)
      const inherited = (this.unitsOf.get(label) ?? 2) > 1
      const base = label.value.start
      if (isToRingUp(label.hit.label, value)) continue
      if (meaning.field === 'note') {
        this.inheritNote(draft, label, value, inherited)
        continue
      }
      if (meaning.field === 'departments' || meaning.field === 'people') {
        const list = this.lists.get(label) ?? readDepartmentList(value, meaning, this.reading.departments)
        this.lists.set(label, list)
        for (const mention of list.departments) draft.departments.push({ mention, base, inherited })
        for (const mention of list.people) draft.people.push({ mention, base, inherited })
      } else if (
        meaning.field === 'deadline' &&
        !EVENT_TIME.test(label.hit.label) &&
        !(documentWide && draft.deadlines.some((d) => !d.inherited))
      ) {
        for (const mention of this.deadlinesOf(label, value, draft.dates, true))
          draft.deadlines.push({ mention, base, inherited })
      }
    }
  }

  private deadlinesOf(label: Label, value: string, dates: Dates, alone: boolean): DeadlineMention[] {
    const known = this.times.get(label)
    if (known?.dates === dates) return known.said
    const said = this.reading.deadlines(value, alone ? { ...dates, label: true } : dates)
    this.times.set(label, { dates, said })
    return said
  }

  /** （市住建局牵头，各区配合，9月底前完成） on a line of its own. */
  private inheritNote(draft: Draft, label: Label, note: string, inherited: boolean): void {
    const base = label.value.start
    const responsibilities = this.notes.get(label) ?? recogniseResponsibilities(note, this.reading.departments)
    this.notes.set(label, responsibilities)
    for (const r of responsibilities) {
      for (const mention of r.departments) draft.departments.push({ mention, base, inherited })
      for (const mention of r.people) draft.people.push({ mention, base, inherited })
    }
    for (const mention of this.deadlinesOf(label, note, draft.dates, false))
      draft.deadlines.push({ mention, base, inherited })
  }
}

/** Labels about bodies and days that stand before a place. */
function labelsBefore(root: Root, place: number, text: string): Label[] {
  const found: Label[] = []
  const walk = (blocks: readonly (Root | Section)['children'][number][]): void => {
    for (const block of blocks) {
      if (
        block.type === 'label' &&
        block.end <= place &&
        ['departments', 'people', 'deadline'].includes(block.hit.meaning.field) &&
        !isOccasion(block, text)
      )
        found.push(block)
      if (block.type === 'section') walk(block.children)
    }
  }
  walk(root.children)
  return found
}

/** 时间：2025年4月8日 at the head of minutes is when they met. */
const isOccasion = (label: Label, text: string): boolean =>
  label.hit.meaning.field === 'deadline' && /^\s*(?:会议|活动|开会)?时\s*间/.test(text.slice(label.start, label.end))
