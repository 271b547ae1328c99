import type { Task } from '../../model/register.ts'
import type { Row } from './ledger.ts'

/** What a task can lack. */
export type Missing = 'owner' | 'deadline' | 'target' | 'note'
export type SortBy = 'text' | 'due' | 'department' | 'section'

/** Which rows are shown, and in what order. Empty strings ask for nothing. */
export interface Filter {
  query: string
  department: string
  /** YYYY-MM, or "none". */
  month: string
  section: string
  missing: Missing | ''
  /** Only rows that nobody checked yet. */
  unchecked: boolean
  sort: SortBy
}

export const noFilter: Filter = {
  query: '',
  department: '',
  month: '',
  section: '',
  missing: '',
  unchecked: false,
  sort: 'text',
}

/** Whether anything is left out by it. */
export const isFiltering = ({ sort: _, ...filter }: Filter): boolean => {
  const { sort: __, ...none } = noFilter
  return JSON.stringify(filter) !== JSON.stringify(none)
}

/** One name for all aliases of a body. */
const departmentsOf = (task: Task): string[] => [
  ...new Set(task.departments.map(({ name, canonical }) => canonical ?? name)),
]

/** How the text writes each body most often: the reader looks for it there, not for what the program calls it. */
export function writtenNames(rows: readonly Row[]): ReadonlyMap<string, string> {
  const spellings = new Map<string, Map<string, number>>()
  for (const { task } of rows) {
    for (const { name, canonical } of task.departments) {
      const counts = spellings.get(canonical ?? name) ?? new Map<string, number>()
      spellings.set(canonical ?? name, counts.set(name, (counts.get(name) ?? 0) + 1))
    }
  }
  return new Map(
    [...spellings].map(([body, counts]) => [body, [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? body]),
  )
}

/** The month in which a task is due, or none. */
export const monthOf = (task: Task): string => task.due?.slice(0, 7) ?? 'none'

const sectionOf = (task: Task): string => task.section[0] ?? ''

const lacks: Readonly<Record<Missing, (task: Task) => boolean>> = {
  owner: ({ departments, people }) => departments.length === 0 && people.length === 0,
  deadline: ({ deadlines, due }) => deadlines.length === 0 && due === null,
  target: ({ targets }) => targets.length === 0,
  note: ({ notes }) => notes.length > 0,
}

/** The rows that a filter lets through, sorted. */
export function shownRows(rows: readonly Row[], filter: Filter): readonly Row[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean)
  const kept = rows.filter(({ task, checked }) => {
    if (filter.unchecked && checked) return false
    if (filter.department !== '' && !departmentsOf(task).includes(filter.department)) return false
    if (filter.month !== '' && monthOf(task) !== filter.month) return false
    if (filter.section !== '' && sectionOf(task) !== filter.section) return false
    if (filter.missing !== '' && !lacks[filter.missing](task)) return false
    if (words.length === 0) return true
    const text = searchText(task)
    return words.every((word) => text.includes(word))
  })
  const key = sortKeys[filter.sort]
  if (!key) return kept
  return kept
    .map((row, index) => ({ row, index, key: key(row.task) }))
    .sort((a, b) => compare(a.key, b.key) || a.index - b.index)
    .map(({ row }) => row)
}

/** What is empty comes last. */
const compare = (a: string, b: string): number => {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -1 : 1
}

const sortKeys: Readonly<Record<SortBy, ((task: Task) => string) | null>> = {
  text: null,
  due: ({ due }) => due ?? '',
  department: (task) => departmentsOf(task)[0] ?? '',
  section: (task) => task.section.join('\u0000'),
}

const searchText = (task: Task): string =>
  [
    task.id,
    task.title,
    task.content,
    ...task.departments.map(({ name }) => name),
    ...task.people.map(({ name }) => name),
    ...task.deadlines.map(({ text }) => text),
    ...task.targets.map(({ text }) => text),
    task.due ?? '',
    task.status ?? '',
    task.progress ?? '',
    task.remark ?? '',
  ]
    .join('\n')
    .toLowerCase()

/** The values to choose from, each with its number of tasks. */
export interface Facets {
  departments: [string, number][]
  months: [string, number][]
  sections: [string, number][]
}

/** What there is to filter by. */
export function facetsOf(rows: readonly Row[]): Facets {
  const departments = new Map<string, number>()
  const months = new Map<string, number>()
  const sections = new Map<string, number>()
  const count = (map: Map<string, number>, value: string): void => {
    map.set(value, (map.get(value) ?? 0) + 1)
  }
  for (const { task } of rows) {
    for (const name of departmentsOf(task)) count(departments, name)
    count(months, monthOf(task))
    if (sectionOf(task) !== '') count(sections, sectionOf(task))
  }
  return {
    departments: [...departments].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    months: [...months].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    sections: [...sections],
  }
}
