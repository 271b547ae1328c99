import type { DeadlineMention } from '../model/mention.ts'
import type { Position } from '../model/position.ts'
import type { Deadline, Department, Person, RegisterDocument, Target, Task } from '../model/register.ts'
import type { View } from '../text/view.ts'
import { dueOf, tidy, titleOf } from './derive.ts'
import type { Draft, Found } from './draft.ts'
import type { Headings } from './headings.ts'
import { Keys, OutlineIds } from './identity.ts'
import type { Lexicons } from './lexicons.ts'
import { modalityOf } from './modality.ts'

const DATED: ReadonlySet<string> = new Set(['by', 'within', 'from'])

/** Writes down what is known of each task, in the order of the text: ids and keys count on. */
export class TaskWriter {
  private readonly text: string
  private readonly keys = new Keys()
  private readonly ids = new OutlineIds()

  constructor(
    private readonly view: View,
    private readonly document: RegisterDocument,
    private readonly lexicons: Lexicons,
    private readonly headings: Headings,
  ) {
    this.text = view.text
  }

  write(draft: Draft): Task {
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
      .map((section) => this.headings.textOf(section))
  }

  private position = (start: number, end: number): Position => this.view.positionOf(start, end)

  private departments(draft: Draft): Department[] {
    const result = distinct(draft.departments, nameAndRole).map(
      ({ mention, base, inherited }): Department => ({
        name: mention.name,
        role: mention.role,
        ...(mention.collective ? { collective: true } : {}),
        ...(mention.canonical !== undefined ? { canonical: mention.canonical } : {}),
        ...(inherited ? { inherited: true } : {}),
        source: this.position(base + mention.start, base + mention.end),
      }),
    )
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
    return distinct(draft.people, nameAndRole).map(({ mention, base, inherited }) => ({
      name: mention.name,
      role: mention.role,
      ...(inherited ? { inherited: true } : {}),
      source: this.position(base + mention.start, base + mention.end),
    }))
  }

  private deadlines(draft: Draft): Deadline[] {
    const said = ({ text, kind, startDate, endDate }: DeadlineMention): string =>
      `${text}|${kind}|${startDate ?? ''}|${endDate ?? ''}`
    return distinct(draft.deadlines, said).map(({ mention, base, inherited }) => ({
      text: mention.text,
      kind: mention.kind,
      ...(mention.startDate !== undefined ? { start: mention.startDate } : {}),
      ...(mention.endDate !== undefined ? { end: mention.endDate } : {}),
      ...(mention.recurrence !== undefined ? { recurrence: mention.recurrence } : {}),
      ...(inherited ? { inherited: true } : {}),
      ...(mention.implied && mention.implied.length > 0 ? { implied: mention.implied } : {}),
      ...(mention.note !== undefined ? { note: mention.note } : {}),
      source: this.position(base + mention.start, base + mention.end),
    }))
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

/** Two cells that say together what to do. */
const joinCells = (before: string, after: string): string =>
  `${before}${/[，。；：！？]$/.test(before) ? '' : '；'}${after}`

const nameAndRole = ({ name, role }: { name: string; role: string }): string => `${name}|${role}`

/** The first of those that say the same. */
function distinct<M>(found: readonly Found<M>[], said: (mention: M) => string): Found<M>[] {
  const seen = new Set<string>()
  return found.filter(({ mention }) => {
    const key = said(mention)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
