import type { TracedMention, UnitTrace } from '../assemble/tasks.ts'
import { LineIndex, type Position } from '../model/position.ts'
import type { RegisterDocument } from '../model/register.ts'
import type { Extraction } from '../pipeline/extract.ts'
import { recogniseDeadlineMentions } from '../recognise/deadline/index.ts'
import { recogniseResponsibilities } from '../recognise/department/index.ts'
import { recogniseTargetMentions } from '../recognise/target/index.ts'
import type { View } from '../text/view.ts'

/** A sentence with what its words say. */
export interface ExplainedSentence {
  class: string
  /** The words that decided; empty where none did. */
  evidence: string
  /** A subject is told to act. */
  addressed: boolean
  /** It is part of a task. */
  used: boolean
  text: string
  position: Position
}

export interface ExplainedMention {
  field: TracedMention['field']
  /** Id of the rule that made it. */
  rule: string
  text: string
  task: string
  position: Position
  /** It comes from a label, a heading or a note elsewhere: `position` is there. */
  inherited: boolean
}

/** What was looked at and not taken. */
export interface Rejected {
  field: TracedMention['field']
  rule: string
  text: string
  position: Position
  /** not-a-task: the whole unit was left out; not-a-limit: a time that limits nothing; not-a-target: a number that is no aim. */
  why: 'not-a-task' | 'not-a-limit' | 'not-a-target'
}

/** One unit of the text: what it was taken for, and why. */
export interface ExplainedUnit {
  position: Position
  section: string[]
  form: string
  /** Class of the section around it, with the words of its heading that decided. */
  sectionClass: string
  sectionEvidence: string
  /** The label that it stands under (measures, objective, problem …). */
  label: string | null
  /** Ids of its tasks; none where it was left out. */
  tasks: string[]
  /** Why it was left out; empty for a task. */
  reason: string
  sentences: ExplainedSentence[]
  mentions: ExplainedMention[]
  rejected: Rejected[]
}

export interface Explanation {
  document: RegisterDocument
  units: ExplainedUnit[]
  /** Lines that are no text of the document: page numbers, navigation …. */
  furniture: { reason: string; text: string; position: Position }[]
}

/** Says of every sentence of a document what it was taken for and why. */
export function explain(extraction: Extraction): Explanation {
  const { view, register, trace } = extraction
  const index = new LineIndex(view.original, view.pages)
  const place = (start: number, end: number): Position => {
    const original = view.toOriginal(start, end)
    return index.position(original.start, original.end)
  }
  const document = register.documents[0]
  if (!document) throw new Error('a register without a document')
  return {
    document,
    units: trace.map((entry) => explainUnit(entry, view, place, document)),
    furniture: view.lines
      .filter((line) => line.kind === 'furniture')
      .map((line) => ({
        reason: line.furniture ?? '',
        text: view.text.slice(line.start, line.end).trim(),
        position: place(line.start, line.end),
      })),
  }
}

type Place = (start: number, end: number) => Position

function explainUnit(entry: UnitTrace, view: View, place: Place, document: RegisterDocument): ExplainedUnit {
  const { unit, selection } = entry
  const used = new Set(selection.sentences.map((sentence) => sentence.start))
  return {
    position: place(unit.start, unit.end),
    section: unit.path.map((section) =>
      view.text.slice(section.enumerator.start, Math.min(section.heading.end, section.enumerator.start + 60)).trim(),
    ),
    form: unit.form,
    sectionClass: unit.verdict.class,
    sectionEvidence: unit.verdict.evidence,
    label: unit.field,
    tasks: entry.tasks,
    reason: entry.tasks.length > 0 ? '' : selection.reason,
    sentences: entry.sentences.map((sentence) => ({
      class: sentence.verdict.class,
      evidence: sentence.verdict.evidence,
      addressed: sentence.verdict.addressed,
      used: used.has(sentence.start),
      text: view.text.slice(sentence.start, sentence.end),
      position: place(sentence.start, sentence.end),
    })),
    mentions: entry.mentions.map((mention) => ({
      field: mention.field,
      rule: mention.rule,
      text: mention.text,
      task: mention.task,
      position: place(mention.start, mention.end),
      inherited: mention.inherited,
    })),
    rejected: rejectedIn(entry, view, place, document),
  }
}

/** A number with something counted, to see which of them are no targets. */
const COUNTED = /\d[\d.,]*\s*(?:%|％|个百分点|[\u4e00-\u9fff]{1,3})/g

function rejectedIn(
  { unit, tasks, mentions }: UnitTrace,
  view: View,
  place: Place,
  document: RegisterDocument,
): Rejected[] {
  const text = view.text.slice(unit.start, unit.end)
  const rejected: Rejected[] = []
  const add = (
    field: Rejected['field'],
    rule: string,
    name: string,
    start: number,
    end: number,
    why: Rejected['why'],
  ) => rejected.push({ field, rule, text: name, position: place(unit.start + start, unit.start + end), why })
  const context = { year: document.year, date: document.date }
  if (tasks.length === 0) {
    for (const r of recogniseResponsibilities(text))
      for (const d of r.departments) add('department', d.rule, d.name, d.start, d.end, 'not-a-task')
    for (const d of recogniseDeadlineMentions(text, context))
      add('deadline', d.rule, d.text, d.start, d.end, 'not-a-task')
    for (const t of recogniseTargetMentions(text)) add('target', t.rule, t.text, t.start, t.end, 'not-a-task')
    return rejected
  }
  const taken = (field: Rejected['field'], start: number, end: number) =>
    mentions.some((m) => m.field === field && m.start < unit.start + end && m.end > unit.start + start)
  for (const d of recogniseDeadlineMentions(text, { ...context, label: true })) {
    if (!taken('deadline', d.start, d.end)) add('deadline', d.rule, d.text, d.start, d.end, 'not-a-limit')
  }
  for (const match of text.matchAll(COUNTED)) {
    const end = match.index + match[0].length
    if (/^\d{4}\s*年|^[\d.]+\s*[月日号]/.test(match[0])) continue
    if (!taken('target', match.index, end) && !taken('deadline', match.index, end))
      add('target', '', match[0], match.index, end, 'not-a-target')
  }
  return rejected
}
