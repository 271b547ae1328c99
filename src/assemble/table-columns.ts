import type { LabelMeaning } from '../structure/label-types.ts'
import { type OwnLabels, readLabel } from '../structure/labels.ts'
import type { TableCell } from '../structure/tables.ts'

/** What the cells of a column are for. */
export type ColumnUse =
  | 'number'
  /** Says what to do. */
  | 'task'
  /** What is to be reached: its figures are the targets of the row. */
  | 'target'
  | 'units'
  | 'deadline'
  /** What the row belongs to. */
  | 'category'
  /** Problems, progress, remarks and whatever else is no task. */
  | 'other'

export interface Column {
  name: string
  use: ColumnUse
  meaning: LabelMeaning | null
}

/** The head of a table. */
export interface TableHead {
  columns: Column[]
  /** Of the first row below it. */
  body: number
}

/** Column names that say what is to be done, beside those that labels know. */
const TASK_COLUMN = /任务|事项|工作内容|内容|措施|举措|项目|要求|目标|分解|进度|安排/
const NOT_TASK = /考核|要点|依据|来源|标准|备注|说明|序号|编号|得分|分值|名称$|类别|类型|级别/
const NAMED_TASK = /^[\u4e00-\u9fff]{2,6}(?:项目|事项|任务|实事)名称$/
const CATEGORY = /类别|分类|领域|方面|板块|类型|专项|篇章|部分|一级|二级|^(?:类|大类|项目)$/
const TARGET = /指标|目标|量化|预期成[效果]|预期效果/
const LONGEST_NAME = 16
/** The head stands among the first rows. */
const SEARCHED = 8

type Rows = readonly (readonly TableCell[])[]

const nameOf = (text: string, cell: TableCell | undefined): string =>
  cell === undefined ? '' : text.slice(cell.start, cell.end).replace(/[\s；]/g, '')

/** Finds the row that names the columns; null where none does, or none of them says what to do. */
export function readHead(text: string, rows: Rows, labels?: OwnLabels): TableHead | null {
  for (const [index, cells] of rows.slice(0, SEARCHED).entries()) {
    if (cells.length < 2) continue
    const names = cells.map((cell) => nameOf(text, cell))
    const two = subHead(text, cells, rows[index + 1])
    const columns = settle(names.map((name, i) => columnOf(name, two?.[i] ?? '', labels)))
    if (isHead(columns, index === 0)) return { columns, body: index + (two === null ? 1 : 2) }
  }
  return null
}

const isHead = (columns: readonly Column[], first: boolean): boolean => {
  const known = columns.filter((column) => column.meaning !== null).length
  const named = columns.filter((column) => column.name !== '').length
  // Below the first row only words that are known for it make a head.
  if (named < 2 || (!first && known < 2) || columns.some((column) => column.name.length > LONGEST_NAME * 2))
    return false
  // One word may stand in any row; sentences name nothing.
  if (columns.some((column) => /[。；，！？]/.test(column.name) || column.name.length > LONGEST_NAME + 10)) return false
  return (
    columns.some((column) => column.use === 'task') &&
    (known >= 2 || columns.every((column) => column.name.length <= LONGEST_NAME))
  )
}

/**
 * Names on a second row, below a name that spans several columns: 责任单位 above 主办 and 协办. Null where the next row
 * is none of the head.
 */
function subHead(text: string, head: readonly TableCell[], next: readonly TableCell[] | undefined): string[] | null {
  if (next === undefined || next.length !== head.length) return null
  let split = false
  const names: string[] = []
  for (const [i, cell] of next.entries()) {
    const name = nameOf(text, cell)
    const spanned = head[i]?.merged === true || head[i + 1]?.merged === true
    if (name === '') {
      if (cell.merged !== true && nameOf(text, head[i]) !== '') return null
    } else if (!spanned || name.length > LONGEST_NAME) return null
    else split = true
    names.push(name)
  }
  if (!split) return null
  // Joined with the name above, which stands at the first of its columns.
  let above = ''
  return names.map((name, i) => {
    const own = nameOf(text, head[i])
    if (own !== '') above = own
    return name === '' ? '' : `${above}-${name}`
  })
}

function columnOf(name: string, joined: string, labels?: OwnLabels): Column {
  if (joined === '') return { name, use: 'other', meaning: readLabel(name, labels) }
  const dash = joined.indexOf('-')
  const [above, below] = [joined.slice(0, dash), joined.slice(dash + 1)]
  // 主办 below 责任单位 is 主办单位.
  const meaning =
    readLabel(below, labels) ?? readLabel(below + above.replace(/^责任/, ''), labels) ?? readLabel(above, labels)
  return { name: joined, use: 'other', meaning }
}

/** What each column is for, seen beside the others. */
function settle(columns: Column[]): Column[] {
  for (const column of columns) column.use = useOf(column)
  // What is to be reached is the task where nothing else says what to do.
  if (!columns.some((column) => column.use === 'task'))
    for (const column of columns) if (column.use === 'target' && isGoal(column)) column.use = 'task'
  const has = (use: ColumnUse): boolean => columns.some((column) => column.use === use)
  // 整治行业, 时间安排, 责任单位: where who and when are told, the first of the rest says what
  if (!has('task') && has('units') && has('deadline')) {
    const rest = columns.find(({ use, meaning, name }) => meaning === null && use !== 'number' && name !== '')
    if (rest !== undefined) rest.use = 'task'
  }
  return columns
}

const isGoal = ({ meaning, name }: Column): boolean =>
  meaning?.field === 'objective' || (meaning === null && TASK_COLUMN.test(name) && !NOT_TASK.test(name))

function useOf({ name, meaning }: Column): ColumnUse {
  switch (meaning?.field) {
    case 'task':
    case 'measures':
      return 'task'
    case 'objective':
      return 'target'
    case 'departments':
    case 'people':
      return 'units'
    case 'deadline':
      return 'deadline'
    case 'number':
      return 'number'
    case 'start':
    case 'problem':
    case 'progress':
    case 'remark':
      return 'other'
  }
  if (name === '') return 'other'
  // 民生实事项目名称: the name says what is to be done, as 项目名称 does
  if (NAMED_TASK.test(name)) return 'task'
  if (CATEGORY.test(name)) return 'category'
  if (TARGET.test(name) && !/任务|措施|内容/.test(name)) return 'target'
  return TASK_COLUMN.test(name) && !NOT_TASK.test(name) ? 'task' : 'other'
}
