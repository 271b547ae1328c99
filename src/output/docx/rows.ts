import type { Register, Task } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { type Column, chooseColumns, rowsOf } from '../columns.ts'
import { headingOf, sectionRuns, withoutSection } from '../sections.ts'
import type { WordCell, WordColumn, WordRow } from './table.ts'

/** Shares of the width by column. */
const weights: Readonly<Record<string, number>> = {
  seq: 5,
  id: 9,
  section: 16,
  task: 22,
  content: 40,
  kind: 6,
  targets: 18,
  lead: 12,
  responsible: 13,
  support: 14,
  supervise: 12,
  leader: 9,
  person: 9,
  deadline: 12,
  due: 10,
  progress: 14,
  status: 9,
  cleared: 9,
  remark: 9,
  source: 10,
  document: 14,
  'document-title': 18,
  'document-kind': 8,
  notes: 12,
}

const centred: ReadonlySet<string> = new Set(['seq', 'id', 'kind', 'due', 'status', 'source', 'deadline', 'lead'])

/** What an attachment shows unless columns are chosen; where nobody fills a column of roles, it is left out. */
const usual = 'task,lead,responsible,support,supervise,leader,person,deadline,remark'
const always: ReadonlySet<string> = new Set(['seq', 'task', 'deadline', 'remark'])

/** Columns and rows of the ledger as an attachment. */
export function attachmentTable(
  register: Register,
  language: Language,
  list: string | undefined,
): { columns: WordColumn[]; rows: WordRow[] } {
  const chosen = list === undefined ? usedColumns(register, language) : withoutSection(chooseColumns(list))
  const texts = rowsOf(register, chosen, language)
  const merged = list === undefined
  const rows: WordRow[] = []
  let next = 0
  let above: readonly string[] = []
  for (const run of sectionRuns(register.tasks)) {
    const headings = headingOf(run, register) === '' ? [] : headingsOf(run.section, run.document, register)
    rows.push(...newHeadings(above, headings))
    above = headings
    for (const task of run.tasks) {
      const cells = (texts[next++] ?? []).map(
        (text, at): WordCell => (merged && chosen[at]?.key === 'task' ? taskCell(task) : { text }),
      )
      rows.push({ cells })
    }
  }
  return { columns: chosen.map((column) => wordColumn(column, language, merged)), rows }
}

/** The whole text of a task, its opening words set off: a column of its own for them would say them twice. */
export function taskCell(task: Task): WordCell {
  return task.content.startsWith(task.title) && task.content !== task.title
    ? { lead: task.title, text: task.content }
    : { text: task.content === task.title ? task.title : `${task.title}\n${task.content}` }
}

function usedColumns(register: Register, language: Language): Column[] {
  const candidates = chooseColumns(`seq,${usual}`)
  const texts = rowsOf(register, candidates, language)
  return candidates.filter(({ key }, at) => always.has(key) || texts.some((row) => row[at] !== ''))
}

/** Column of a Word table for one of the ledger; the task's takes the room of its text where both are one. */
function wordColumn(column: Column, language: Language, merged: boolean): WordColumn {
  const weight = merged && column.key === 'task' ? 52 : (weights[column.key] ?? 12)
  return { name: column[language], weight, centred: centred.has(column.key) }
}

function headingsOf(section: readonly string[], document: string, register: Register): string[] {
  if (register.documents.length < 2) return [...section]
  const one = register.documents.find(({ id }) => id === document)
  return [one?.title ?? one?.path ?? document, ...section]
}

/** Rows for the headings that were not above the rows before. */
function newHeadings(above: readonly string[], headings: readonly string[]): WordRow[] {
  const same = headings.findIndex((heading, level) => heading !== above[level])
  // Back to the heading above: said again, or its tasks would seem to belong to the last part.
  const from = same < 0 ? (headings.length < above.length ? headings.length - 1 : headings.length) : same
  return headings.slice(Math.max(0, from)).map((heading, index) => ({ heading, level: Math.max(0, from) + index }))
}
