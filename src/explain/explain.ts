import type { TracedMention } from '../assemble/draft.ts'
import { type Lexicons, shippedLexicons } from '../assemble/lexicons.ts'
import { classifyHeading, type SectionVerdict } from '../assemble/section-class.ts'
import type { UnitTrace } from '../assemble/tasks.ts'
import type { Position } from '../model/position.ts'
import type { RegisterDocument, Task } from '../model/register.ts'
import type { Extraction } from '../pipeline/extract.ts'
import { recogniseDeadlineMentions } from '../recognise/deadline/index.ts'
import { recogniseResponsibilities } from '../recognise/department/index.ts'
import { recogniseTargetMentions } from '../recognise/target/index.ts'
import type { Root } from '../structure/tree.ts'
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

/** A name, a date or a number, and where it came from. */
export interface ExplainedMention {
  field: TracedMention['field']
  /** Id of the rule that made it. */
  rule: string
  text: string
  task: string
  position: Position
  /** It comes from a label, a heading or a note elsewhere: `position` is there. */
  inherited: boolean
  /** The text does not say it: the user's own dictionary does (members of groups, the responsibility map). */
  inferred: boolean
}

/** A heading: where the class of the section under it comes from. */
export interface ExplainedHeading {
  position: Position
  level: number
  text: string
  /** What the heading itself says its section is; null where it says nothing. */
  class: string | null
  evidence: string
}

/** A label (责任单位：) and what it means. */
export interface ExplainedLabel {
  position: Position
  label: string
  field: string
  roles: string[]
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
  /** Where the evidence stands: a heading above, the title, or nothing but the kind of document. */
  sectionFrom: 'heading' | 'title' | 'document-kind'
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

/** What every sentence of a document was taken for. */
export interface Explanation {
  document: RegisterDocument
  headings: ExplainedHeading[]
  labels: ExplainedLabel[]
  units: ExplainedUnit[]
  /** Lines that are no text of the document: page numbers, navigation …. */
  furniture: { reason: string; text: string; position: Position }[]
}

/**
 * Says of every sentence of a document what it was taken for and why.
 *
 * @param lexicons those that the document was extracted with
 */
export function explain(extraction: Extraction, lexicons: Lexicons = shippedLexicons()): Explanation {
  const { view, register, trace, tree } = extraction
  const document = register.documents[0]
  if (!document) throw new Error('a register without a document')
  const tasks = new Map(register.tasks.map((task) => [task.id, task]))
  const explaining: Explaining = { view, document, lexicons, tasks }
  const { headings, labels } = structureOf(tree, new Set(trace.map(({ unit }) => unit.start)), explaining)
  return {
    document,
    headings,
    labels,
    units: trace.map((entry) => explainUnit(entry, explaining)),
    furniture: view.lines
      .filter((line) => line.kind === 'furniture')
      .map((line) => ({
        reason: line.furniture ?? '',
        text: view.text.slice(line.start, line.end).trim(),
        position: view.positionOf(line.start, line.end),
      })),
  }
}

interface Explaining {
  view: View
  document: RegisterDocument
  lexicons: Lexicons
  tasks: ReadonlyMap<string, Task>
}

/** Headings and labels in the order of the text; a heading that is a unit itself is explained as such. */
function structureOf(tree: Root, units: ReadonlySet<number>, { view, document, lexicons }: Explaining) {
  const headings: ExplainedHeading[] = []
  const labels: ExplainedLabel[] = []
  const walk = (blocks: Root['children']) => {
    for (const block of blocks) {
      if (block.type === 'label') {
        const { label, meaning } = block.hit
        labels.push({
          position: view.positionOf(block.start, block.end),
          label,
          field: meaning.field,
          roles: meaning.roles,
        })
      }
      if (block.type !== 'section') continue
      const { heading, enumerator } = block
      if (block.bare && !block.inline && !units.has(block.start)) {
        const words = view.text.slice(heading.start, heading.end)
        const verdict = classifyHeading(words, document.year, lexicons.cues)
        headings.push({
          position: view.positionOf(enumerator.start, heading.end),
          level: block.level,
          text: view.text.slice(Math.min(enumerator.start, heading.start), heading.end).trim(),
          class: verdict?.class ?? null,
          evidence: verdict?.evidence ?? '',
        })
      }
      walk(block.children)
    }
  }
  walk(tree.children)
  return { headings, labels }
}

function explainUnit(entry: UnitTrace, explaining: Explaining): ExplainedUnit {
  const { view, document, tasks } = explaining
  const { unit, selection } = entry
  const used = new Set(selection.sentences.map((sentence) => sentence.start))
  return {
    position: view.positionOf(unit.start, unit.end),
    section: unit.path.map((section) =>
      view.text.slice(section.enumerator.start, Math.min(section.heading.end, section.enumerator.start + 60)).trim(),
    ),
    form: unit.form,
    sectionClass: unit.verdict.class,
    sectionEvidence: plain(unit.verdict.evidence),
    sectionFrom: evidenceFrom(unit.verdict, document),
    label: unit.field,
    tasks: entry.tasks,
    reason: entry.tasks.length > 0 ? '' : selection.reason,
    sentences: entry.sentences.map((sentence) => ({
      class: sentence.verdict.class,
      evidence: plain(sentence.verdict.evidence),
      addressed: sentence.verdict.addressed,
      used: used.has(sentence.start),
      text: view.text.slice(sentence.start, sentence.end),
      position: view.positionOf(sentence.start, sentence.end),
    })),
    mentions: [
      ...entry.mentions.map((mention) => ({
        field: mention.field,
        rule: mention.rule,
        text: mention.text,
        task: mention.task,
        position: view.positionOf(mention.start, mention.end),
        inherited: mention.inherited,
        inferred: false,
      })),
      ...entry.tasks.flatMap((id) => inferredIn(tasks.get(id))),
    ],
    rejected: rejectedIn(entry, explaining),
  }
}

/** A section takes over what a heading above says; without one, the title or the kind of document tells. */
function evidenceFrom({ own, evidence }: SectionVerdict, { kind, title }: RegisterDocument) {
  if (!own && evidence === kind) return 'document-kind'
  return !own && evidence === title ? 'title' : 'heading'
}

/** Evidence without the comma that a clause opens with. */
const plain = (evidence: string): string => evidence.replace(/^[，,；;：:。\s]+/, '')

/** Departments that the text does not name: the position is that of the group, or of the keyword. */
function inferredIn(task: Task | undefined): ExplainedMention[] {
  return (task?.departments ?? [])
    .filter((one) => one.inferred)
    .map(({ name, source }) => ({
      field: 'department',
      rule: task?.departments.some((other) => !other.inferred && other.source === source)
        ? 'group-member'
        : 'responsibility-map',
      text: name,
      task: task?.id ?? '',
      position: source,
      inherited: false,
      inferred: true,
    }))
}

/** A number with something counted, to see which of them are no targets. */
const COUNTED = /\d[\d.,]*\s*(?:%|％|个百分点|[\u4e00-\u9fff]{1,3})/g

function rejectedIn({ unit, tasks, mentions }: UnitTrace, explaining: Explaining): Rejected[] {
  const { view, document, lexicons } = explaining
  // behind the number of the unit: 1.5 of “1.5月底前” is none
  const base = unit.textStart
  const text = view.text.slice(base, unit.end)
  const rejected: Rejected[] = []
  const add = (
    field: Rejected['field'],
    rule: string,
    name: string,
    start: number,
    end: number,
    why: Rejected['why'],
  ) => rejected.push({ field, rule, text: name, position: view.positionOf(base + start, base + end), why })
  const context = { year: document.year, date: document.date }
  if (tasks.length === 0) {
    for (const r of recogniseResponsibilities(text, { lexicon: lexicons.departments }))
      for (const d of r.departments) add('department', d.rule, d.name, d.start, d.end, 'not-a-task')
    for (const d of recogniseDeadlineMentions(text, context, lexicons.deadlines))
      add('deadline', d.rule, d.text, d.start, d.end, 'not-a-task')
    for (const t of recogniseTargetMentions(text, lexicons.targets))
      add('target', t.rule, t.text, t.start, t.end, 'not-a-task')
    return rejected
  }
  const taken = (field: Rejected['field'], start: number, end: number) =>
    mentions.some((m) => m.field === field && m.start < base + end && m.end > base + start)
  for (const d of recogniseDeadlineMentions(text, { ...context, label: true }, lexicons.deadlines)) {
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
