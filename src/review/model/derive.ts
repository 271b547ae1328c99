import type { Deadline, Task } from '../../model/register.ts'

const dated: ReadonlySet<Deadline['kind']> = new Set(['by', 'within', 'from'])

/**
 * The notes of a task whose departments or deadlines were changed: those that the change settled go, those that it
 * brings come, whatever else a reader was told stays.
 */
export function notesAfter(task: Task, before: Task, year: number | null): string[] {
  const settled = new Set<string>()
  const added: string[] = []
  if (task.departments !== before.departments) {
    settled.add('owner-missing')
    if (task.departments.length === 0) added.push('owner-missing')
  }
  if (task.deadlines !== before.deadlines || task.due !== before.due) {
    for (const { note } of before.deadlines) if (note !== undefined) settled.add(note)
    settled.add('deadline-missing').add('year-unknown')
    if (task.deadlines.length === 0 && task.due === null) added.push('deadline-missing')
    const undated = task.deadlines.some(({ kind, start, end }) => dated.has(kind) && !start && !end)
    if (year === null && undated && task.due === null) added.push('year-unknown')
    for (const { note } of task.deadlines) if (note !== undefined) added.push(note)
  }
  return [...new Set([...task.notes.filter((note) => !settled.has(note)), ...added])]
}
