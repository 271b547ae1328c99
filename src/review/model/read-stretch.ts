import { dueOf, tidy, titleOf } from '../../assemble/derive.ts'
import { modalityOf } from '../../assemble/modality.ts'
import type { Range } from '../../model/position.ts'
import type { Deadline, Department, Person, RegisterDocument, Target, Task } from '../../model/register.ts'
import { recogniseDeadlineMentions } from '../../recognise/deadline/index.ts'
import { recogniseResponsibilities } from '../../recognise/department/index.ts'
import { recogniseTargetMentions } from '../../recognise/target/index.ts'
import type { SourceText } from './source-text.ts'

/** A task as the recognisers read it from a stretch of the original that somebody marked. Key and id are the caller's. */
export function readStretch(source: SourceText, range: Range, document: RegisterDocument): Omit<Task, 'id' | 'key'> {
  const clean = source.toClean(range)
  const text = source.clean.slice(clean.start, clean.end)
  const content = tidy(text)
  const place = (start: number, end: number) =>
    source.position(source.toOriginal({ start: clean.start + start, end: clean.start + end }))
  const departments: Department[] = []
  const people: Person[] = []
  for (const responsibility of recogniseResponsibilities(text)) {
    for (const { name, role, collective, canonical, start, end } of responsibility.departments) {
      if (departments.some((one) => one.name === name && one.role === role)) continue
      departments.push({
        name,
        role,
        ...(collective ? { collective } : {}),
        ...(canonical === undefined ? {} : { canonical }),
        source: place(start, end),
      })
    }
    for (const { name, role, start, end } of responsibility.people) {
      if (!people.some((one) => one.name === name && one.role === role)) {
        people.push({ name, role, source: place(start, end) })
      }
    }
  }
  const deadlines: Deadline[] = []
  const targets: Target[] = []
  for (const { line, base } of linesOf(text)) {
    for (const mention of recogniseDeadlineMentions(line, document)) {
      deadlines.push(deadlineOf(mention, place(base + mention.start, base + mention.end)))
    }
    for (const mention of recogniseTargetMentions(line)) {
      targets.push(targetOf(mention, place(base + mention.start, base + mention.end)))
    }
  }
  return {
    document: document.id,
    section: source.sectionsAt(range.start),
    kind: 'measure',
    title: titleOf(content),
    content,
    departments,
    people,
    deadlines,
    due: dueOf(deadlines),
    targets,
    modality: modalityOf(content),
    source: [source.position(range)],
    notes: [],
  }
}

function linesOf(text: string): { line: string; base: number }[] {
  let base = 0
  return text.split('\n').map((line) => {
    const here = { line, base }
    base += line.length + 1
    return here
  })
}

/** A deadline that somebody typed, dated as the document would date it. Words that tell no date are kept as they are. */
export function readDeadline(
  text: string,
  document: RegisterDocument | undefined,
  source: Deadline['source'],
): Deadline {
  const anchors = { year: document?.year ?? null, date: document?.date ?? null }
  const [mention] = recogniseDeadlineMentions(text, { ...anchors, label: true })
  return mention ? { ...deadlineOf(mention, source), text } : { text, kind: 'by', source }
}

/** A target that somebody typed. */
export function readTarget(text: string, source: Target['source']): Target {
  const [mention] = recogniseTargetMentions(text)
  return mention ? { ...targetOf(mention, source), text } : { text, indicator: text, relation: '=', source }
}

type DeadlineMention = ReturnType<typeof recogniseDeadlineMentions>[number]
type TargetMention = ReturnType<typeof recogniseTargetMentions>[number]

const deadlineOf = (mention: DeadlineMention, source: Deadline['source']): Deadline => ({
  text: mention.text,
  kind: mention.kind,
  ...(mention.startDate === undefined ? {} : { start: mention.startDate }),
  ...(mention.endDate === undefined ? {} : { end: mention.endDate }),
  ...(mention.recurrence === undefined ? {} : { recurrence: mention.recurrence }),
  ...(mention.implied && mention.implied.length > 0 ? { implied: mention.implied } : {}),
  ...(mention.note === undefined ? {} : { note: mention.note }),
  source,
})

const targetOf = (mention: TargetMention, source: Target['source']): Target => ({
  text: mention.text,
  indicator: mention.indicator,
  relation: mention.relation,
  ...(mention.value === undefined ? {} : { value: mention.value }),
  ...(mention.max === undefined ? {} : { max: mention.max }),
  ...(mention.unit === undefined ? {} : { unit: mention.unit }),
  ...(mention.baseline === undefined ? {} : { baseline: mention.baseline }),
  source,
})
