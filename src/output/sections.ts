import type { Register, Task } from '../model/register.ts'
import type { Column } from './columns.ts'

/** Tasks that follow one another in one section. */
export interface SectionRun {
  /** Headings from the outermost in; what the run before has already is still among them. */
  section: readonly string[]
  document: string
  tasks: Task[]
}

/** Tasks in their order, cut wherever the section or the document changes. */
export function sectionRuns(tasks: readonly Task[]): SectionRun[] {
  const runs: SectionRun[] = []
  for (const task of tasks) {
    const last = runs.at(-1)
    if (last && last.document === task.document && sameTexts(last.section, task.section)) last.tasks.push(task)
    else runs.push({ section: task.section, document: task.document, tasks: [task] })
  }
  return runs
}

/** What is to stand above a run: its headings, the title of its document where the register has several. */
export function headingOf(run: SectionRun, register: Register): string {
  const document = register.documents.find(({ id }) => id === run.document)
  const several = register.documents.length > 1
  return [...(several && document ? [document.title ?? document.path] : []), ...run.section].join(' > ')
}

/** Columns beside section rows: the column of sections would say the same again. */
export function withoutSection(columns: readonly Column[]): Column[] {
  const others = columns.filter(({ key }) => key !== 'section')
  return others.length > 0 ? others : [...columns]
}

const sameTexts = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((text, index) => text === b[index])
