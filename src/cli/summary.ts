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

/** Counts the tasks of a register, and those that somebody must still give a department or a deadline. */
function countTasks({ tasks }: Register): Counts {
  return {
    tasks: tasks.length,
    ownerless: tasks.filter(({ departments }) => departments.length === 0).length,
    openEnded: tasks.filter(({ deadlines }) => deadlines.length === 0).length,
  }
}

/** The year that dates were computed with, and where it is from. */
function describeYear({ year, yearFrom }: RegisterDocument, { notice }: Messages): string {
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

  add(register: Register): void {
    const { messages, output } = this.context
    for (const document of register.documents) {
      const counts = countTasks({ ...register, tasks: register.tasks.filter((task) => task.document === document.id) })
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
