import { findLabels } from '../../structure/labels.ts'
import { conventionIn } from './conventions.ts'
import { readNamesAlone } from './headings.ts'
import { type DepartmentLexicon, defaultLexicon } from './lexicon.ts'
import { withLead } from './mentions.ts'
import { readLabelled, readNotes } from './notes.ts'
import { readSubjects } from './subjects.ts'
import type { DepartmentContext, Responsibility } from './types.ts'

/** Every responsibility statement of a unit, paragraph or sentence, in text order. */
export function recogniseResponsibilities(text: string, context: DepartmentContext = {}): Responsibility[] {
  const lexicon = context.lexicon ?? defaultLexicon
  const notes = readNotes(text, context, lexicon)
  const afterNotes = blank(text, notes)
  const labels = readLabels(afterNotes, context)
  const subjects = readSubjects(blank(afterNotes, labels), lexicon)
  return [...readHead(text, lexicon), ...notes, ...labels.filter(says), ...subjects].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  )
}

/** （一）县教育局⏎加强…: the heading of the unit names whose it is. */
function readHead(text: string, lexicon: DepartmentLexicon): Responsibility[] {
  const end = text.indexOf('\n')
  const departments = end < 0 ? null : readNamesAlone(text.slice(0, end), lexicon)
  if (departments === null) return []
  return [{ start: 0, end, form: 'subject', rule: 'heading-names', departments, people: [] }]
}

const says = (statement: Responsibility): boolean => statement.departments.length + statement.people.length > 0

/** What was read already is covered with full stops, so that lengths stay and nothing reads across it. */
function blank(text: string, ranges: readonly { start: number; end: number }[]): string {
  if (ranges.length === 0) return text
  let out = ''
  let from = 0
  for (const { start, end } of ranges) {
    out += text.slice(from, start) + '。'.repeat(end - start)
    from = end
  }
  return out + text.slice(from)
}

/** Labels in running text or on a line of their own, with their values. */
function readLabels(text: string, context: DepartmentContext): Responsibility[] {
  const hits = findLabels(text)
  const hasLead = hits.some((hit) => hit.meaning.roles.includes('lead'))
  const out: Responsibility[] = []
  for (const [index, hit] of hits.entries()) {
    if (hit.meaning.roles.length === 0 && hit.meaning.personRole === undefined) continue
    const next = hits[index + 1]?.start ?? text.length
    const stop = text.slice(hit.end, next).search(/[。\n]/u)
    const end = stop < 0 ? next : hit.end + stop
    const read = readLabelled(text, hit.start, end, [{ ...hit, start: 0, end: hit.end - hit.start }], context)
    out.push({
      start: hit.start,
      end,
      form: 'label',
      rule: 'label',
      departments: hasLead
        ? read.departments
        : withLead(read.departments, conventionIn(text.slice(hit.start, end))?.leadRule ?? context.leadRule, text),
      people: read.people,
    })
  }
  return out
}
