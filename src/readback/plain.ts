import type { Register, RegisterDocument, Task } from '../model/register.ts'
import {
  cellsOf,
  editContext,
  type Header,
  isTaskRow,
  type ReadBack,
  type ReadNotice,
  readDates,
  taskOfRow,
} from './rows.ts'

/** What no table of columns holds: said once to whoever reads one back. */
const lost = 'positions, keys, origins'

/**
 * Makes a register of a bare table: a CSV, or a workbook without its hidden sheet. It holds what the columns hold;
 * places in the original, keys and origins are gone.
 */
export function readPlainTable(rows: readonly string[][], header: Header, path: string): ReadBack {
  const documents = new Documents(path)
  const shown = new Set(header.columns.flatMap(({ key }) => (key === undefined ? [] : [key])))
  const entries = rows.slice(header.row + 1).flatMap((row, index) => {
    const { known, extra } = cellsOf(row, header)
    return isTaskRow(known) ? [{ known, extra, line: header.row + index + 2 }] : []
  })
  const places = entries.map(({ known }) => documents.of(known))
  const context = editContext(documents.list, shown)
  const extraNames = new Set<string>()
  const tasks: Task[] = entries.map(({ known, extra, line }, index) => {
    for (const name of extra.keys()) extraNames.add(name)
    const place = { id: String(index + 1), document: places[index] ?? 'd1' }
    return taskOfRow(readDates(known, line, header), extra, place, context)
  })
  const register: Register = {
    schema: 'taizhang/1',
    generator: { name: 'taizhang', version: __VERSION__ },
    documents: documents.list,
    tasks: distinct(tasks),
  }
  const notices: ReadNotice[] = [{ code: 'base-missing', detail: lost }]
  if (extraNames.size > 0) notices.push({ code: 'extra-columns', detail: [...extraNames].join('、') })
  return { register, notices }
}

/** The documents that the rows name, or one for the table itself. */
class Documents {
  readonly list: RegisterDocument[] = []

  constructor(private readonly path: string) {}

  /** The id of the document of a row: by its path, else by the mark before its number, else the table's own. */
  of(cells: ReadonlyMap<string, string>): string {
    const path = cells.get('document') ?? ''
    const mark = /^(d\d+)-/.exec(cells.get('id') ?? '')?.[1]
    const known = this.list.find((one) => (path === '' ? one.id === (mark ?? 'd1') : one.path === path))
    if (known) return known.id
    const isFree = mark !== undefined && !this.list.some(({ id }) => id === mark)
    const id = isFree ? mark : this.freeId()
    this.list.push({
      id,
      path: path === '' ? this.path : path,
      title: cells.get('document-title') || null,
      date: null,
      year: null,
      kind: 'other',
      sha256: '',
      yearFrom: { how: 'none' },
    })
    return id
  }

  private freeId(): string {
    let number = 1
    while (this.list.some(({ id }) => id === `d${number}`)) number++
    return `d${number}`
  }
}

/** Keys must tell tasks apart; rows without numbers of their own have the same by-hand key in several documents. */
function distinct(tasks: readonly Task[]): Task[] {
  const taken = new Set<string>()
  return tasks.map((task) => {
    let key = task.key
    for (let count = 2; taken.has(key); count++) key = `${task.key}:${count}`
    taken.add(key)
    return key === task.key ? task : { ...task, key }
  })
}
