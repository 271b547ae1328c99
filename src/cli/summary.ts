import type { Register, RegisterDocument } from '../model/register.ts'
import type { Context } from './context.ts'
import { nameOf } from './load.ts'
import type { Messages } from './messages/index.ts'

/** What the counts of a ledger are. */
export interface Counts {
  tasks: number
  ownerless: number
  openEnded: number
}

/** What the summary tells of one document. */
export interface DocumentCounts extends Counts {
  document: Pick<RegisterDocument, 'path' | 'year' | 'yearFrom'>
}

/** Counts the tasks of each document, and those that somebody must still give a department or a deadline. */
export function countDocuments({ documents, tasks }: Register): DocumentCounts[] {
  return documents.map(({ id, path, year, yearFrom }) => {
    const own = documents.length === 1 ? tasks : tasks.filter((task) => task.document === id)
    return {
      document: { path, year, yearFrom },
      tasks: own.length,
      ownerless: own.filter(({ departments }) => departments.length === 0).length,
      openEnded: own.filter(({ deadlines }) => deadlines.length === 0).length,
    }
  })
}

/** The year that dates were computed with, and where it is from. */
function describeYear({ year, yearFrom }: DocumentCounts['document'], { notice }: Messages): string {
  if (year === null) return notice.yearUnknown
  const text = yearFrom.text === undefined ? '' : notice.quote(yearFrom.text)
  const line = yearFrom.position ? notice.atLine(yearFrom.position.start.line) : ''
  return notice.year(year, notice.yearFrom[yearFrom.how](text, line))
}

/** Tells what came of each document, and of all of them together where there are several. */
export class Summary {
  /** Documents that could not be read or written. */
  failed = 0
  private files = 0
  private readonly total: Counts = { tasks: 0, ownerless: 0, openEnded: 0 }

  constructor(private readonly context: Context) {}

  add(documents: readonly DocumentCounts[]): void {
    const { messages, output } = this.context
    for (const { document, ...counts } of documents) {
      const line = messages.notice.document(counts, describeYear(document, messages))
      output.notice(messages.notice.prefix(nameOf(document.path, messages.notice.standardInput), line))
      this.files++
      this.total.tasks += counts.tasks
      this.total.ownerless += counts.ownerless
      this.total.openEnded += counts.openEnded
    }
  }

  end(): void {
    const { files, failed, total } = this
    if (files > 0 && files + failed > 1)
      this.context.output.notice(this.context.messages.notice.total({ ...total, files, failed }))
  }
}
