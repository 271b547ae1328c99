import type { Department, PersonRole, Register, RegisterDocument, Task } from '../model/register.ts'
import type { Language } from '../register/language.ts'
import { placeOf } from '../register/position.ts'
import { clearedLabel, takeLine } from '../register/remark.ts'
import { shownName } from '../register/shown-name.ts'
import { documentKinds, noteForPeople, taskKinds } from '../register/words.ts'

/** What a column's cells need to know beside their task. */
interface Row {
  task: Task
  /** Counts from 1 through the whole table. */
  seq: number
  document: RegisterDocument | undefined
  language: Language
  /** Keys of all the columns that are shown. */
  shown: ReadonlySet<string>
}

/** A column of the flat ledger: CSV now, other table formats alike. */
export interface Column {
  key: string
  zh: string
  en: string
  /** How a spreadsheet is to take the cells: what is `text` must not become a number or a date, a `place` never does. */
  type: 'number' | 'date' | 'text' | 'place'
  cell(row: Row): string
}

/** Several units in one cell, as Chinese ledgers have them. */
export const unitSeparator = '、'
/** Several clauses in one cell: they may hold 、 themselves. */
const clauseSeparator = '；'

function text(key: string, zh: string, en: string, cell: Column['cell']): Column {
  return { key, zh, en, type: 'text', cell }
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

const units =
  (role: Department['role']): Column['cell'] =>
  ({ task, language }) =>
    unique(task.departments.flatMap((one) => (one.role === role ? [shownName(one, language)] : []))).join(unitSeparator)

function people(task: Task, belongs: (role: PersonRole) => boolean): string {
  return unique(task.people.flatMap((one) => (belongs(one.role) ? [one.name] : []))).join(unitSeparator)
}

/** All columns there are. */
export const columns: readonly Column[] = [
  { key: 'seq', zh: '序号', en: 'No.', type: 'number', cell: ({ seq }) => String(seq) },
  // The mark of the document makes the number unique in a merged ledger, and keeps Excel from reading a date in it.
  text('id', '编号', 'ID', ({ task }) => `${task.document}-${task.id}`),
  text('section', '来源章节', 'Section', ({ task }) => task.section.join(' > ')),
  text('task', '工作任务', 'Task', ({ task }) => task.title),
  text('content', '具体内容', 'Details', ({ task }) => task.content),
  text('kind', '类型', 'Kind', ({ task, language }) => (language === 'zh' ? taskKinds[task.kind] : task.kind)),
  text('targets', '目标指标', 'Targets', ({ task }) =>
    unique(task.targets.map((one) => one.text)).join(clauseSeparator),
  ),
  text('lead', '牵头单位', 'Lead', units('lead')),
  text('responsible', '责任单位', 'Responsible', units('responsible')),
  text('support', '配合单位', 'Support', units('support')),
  text('supervise', '督导单位', 'Supervision', units('supervise')),
  text('leader', '责任领导', 'Leader in charge', ({ task }) => people(task, (role) => role === 'leader')),
  // A leader is not lost where the table has no column of their own for leaders.
  text('person', '责任人', 'Person in charge', ({ task, shown }) =>
    people(task, (role) => role !== 'leader' || !shown.has('leader')),
  ),
  text('deadline', '完成时限', 'Deadline', ({ task }) =>
    unique(task.deadlines.map((one) => one.text)).join(clauseSeparator),
  ),
  { key: 'due', zh: '截止日期', en: 'Due date', type: 'date', cell: ({ task }) => task.due ?? '' },
  text('progress', '进展情况', 'Progress', ({ task }) => task.progress ?? ''),
  text('status', '完成状态', 'Status', ({ task }) => task.status ?? ''),
  // 销号 is confirmed after checking, by hand: the register keeps what people write here as a line of the remark.
  text('cleared', '销号情况', 'Cleared', ({ task }) => takeLine(task.remark, clearedLabel).value),
  text('remark', '备注', 'Remarks', ({ task, shown }) =>
    shown.has('cleared') ? takeLine(task.remark, clearedLabel).rest : (task.remark ?? ''),
  ),
  {
    key: 'source',
    zh: '原文位置',
    en: 'Source',
    type: 'place',
    cell: ({ task }) => task.source.map(placeOf).join(clauseSeparator),
  },
  text('document', '来源文件', 'Document', ({ document }) => document?.path ?? ''),
  text('document-title', '文件标题', 'Document title', ({ document }) => document?.title ?? ''),
  text('document-kind', '文种', 'Document kind', ({ document, language }) => {
    if (!document) return ''
    return language === 'zh' ? documentKinds[document.kind] : document.kind
  }),
  text('notes', '提示', 'Notes', ({ task, language }) =>
    task.notes.map((note) => noteForPeople(note, language)).join(clauseSeparator),
  ),
]

/** A set of columns under one name. */
export interface Preset {
  zh: string
  en: string
  keys: readonly string[]
}

const standard: readonly string[] = [
  'seq',
  'section',
  'task',
  'content',
  'targets',
  'lead',
  'responsible',
  'support',
  'person',
  'deadline',
  'due',
  'progress',
  'status',
  'remark',
  'source',
]

/** Ledgers that offices keep. 无牵头单位的，责任单位即为牵头单位: so each shows the responsible bodies too. */
export const presets: readonly Preset[] = [
  {
    zh: '督办',
    en: 'supervision',
    keys: [
      'id',
      'task',
      'content',
      'document',
      'lead',
      'responsible',
      'support',
      'leader',
      'deadline',
      'due',
      'progress',
      'status',
      'cleared',
      'remark',
    ],
  },
  {
    zh: '分解',
    en: 'breakdown',
    keys: [
      'seq',
      'section',
      'task',
      'content',
      'targets',
      'lead',
      'responsible',
      'support',
      'leader',
      'deadline',
      'due',
      'remark',
    ],
  },
  {
    zh: '整改',
    en: 'rectification',
    keys: [
      'seq',
      'section',
      'task',
      'content',
      'targets',
      'lead',
      'responsible',
      'supervise',
      'leader',
      'person',
      'deadline',
      'due',
      'progress',
      'cleared',
      'remark',
    ],
  },
  {
    zh: '会议',
    en: 'minutes',
    keys: [
      'seq',
      'task',
      'content',
      'lead',
      'responsible',
      'support',
      'person',
      'deadline',
      'due',
      'progress',
      'status',
    ],
  },
]

/** Thrown where a chosen column does not exist. */
export class UnknownColumnError extends Error {
  override readonly name = 'UnknownColumnError'

  constructor(readonly column: string) {
    super(`unknown column or preset: ${column}`)
  }
}

/**
 * The columns that a list names, in its order: Chinese or English names, keys and presets, separated by commas of
 * either width or 、. A column that comes twice is shown once.
 */
export function chooseColumns(list?: string): Column[] {
  if (list === undefined) return pick(standard)
  const keys = list
    .split(/[,，、;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap(keysOf)
  if (keys.length === 0) throw new UnknownColumnError(list)
  return pick(keys)
}

function keysOf(name: string): readonly string[] {
  const wanted = name.toLowerCase()
  const preset = presets.find(({ zh, en }) => zh === name || en === wanted)
  if (preset) return preset.keys
  const column = columnOfName(name)
  if (!column) throw new UnknownColumnError(name)
  return [column.key]
}

function pick(keys: readonly string[]): Column[] {
  return unique(keys).flatMap((key) => columns.filter((column) => column.key === key))
}

/** The whole table as strings, header row first. */
export function tableOf(register: Register, chosen: readonly Column[], language: Language): string[][] {
  return [chosen.map((column) => column[language]), ...rowsOf(register, chosen, language)]
}

/** The rows of the table, one for each task. */
export function rowsOf(register: Register, chosen: readonly Column[], language: Language): string[][] {
  const documents = new Map(register.documents.map((document) => [document.id, document]))
  const shown = new Set(chosen.map(({ key }) => key))
  return register.tasks.map((task, index) => {
    const row: Row = { task, seq: index + 1, document: documents.get(task.document), language, shown }
    return chosen.map((column) => column.cell(row))
  })
}

/** The column that a header cell means, in either language or by its key. */
export function columnOfName(name: string): Column | undefined {
  const wanted = name.trim().toLowerCase()
  return columns.find(({ key, zh, en }) => key === wanted || zh === wanted || en.toLowerCase() === wanted)
}
