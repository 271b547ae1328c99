import type { Register, RegisterDocument } from '../model/register.ts'
import type { Messages } from './messages/index.ts'

/** What the summary counts. */
export interface Counts {
  tasks: number
  ownerless: number
  openEnded: number
}

/** Counts the tasks of a register, and those that somebody must still give a department or a deadline. */
export function countTasks({ tasks }: Register): Counts {
  return {
    tasks: tasks.length,
    ownerless: tasks.filter(({ departments }) => departments.length === 0).length,
    openEnded: tasks.filter(({ deadlines }) => deadlines.length === 0).length,
  }
}

/** The year that dates were computed with, and where it is from. */
export function describeYear({ year, yearFrom }: RegisterDocument, { notice }: Messages): string {
  if (year === null) return notice.yearUnknown
  const text = yearFrom.text === undefined ? '' : notice.quote(yearFrom.text)
  const line = yearFrom.position ? notice.atLine(yearFrom.position.start.line) : ''
  return notice.year(year, notice.yearFrom[yearFrom.how](text, line))
}
