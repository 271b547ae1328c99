import type { Cell, Row, Sheet } from 'write-excel-file/universal'
import type { Register, Task } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { columnLetters, columnRange, formulaText } from '../address.ts'
import { classOfStatus, statusesThatMean } from '../status.ts'
import { heightOf, indexOf, type Layout } from './layout.ts'
import { formulaCell, headCell, numberCell, textCell } from './style.ts'
import { workbookWords } from './words.ts'

/** What the formulas of the sheet come to when it is written: viewers that do not compute show it. */
export type Computed = ReadonlyMap<string, number>

/** A count: the formula that follows later edits, and its value now (none where it depends on the day). */
interface Count {
  formula: string | undefined
  value: number | undefined
}

/**
 * The second sheet: tasks by department and by month. Formulas, so that it follows what people change in the ledger;
 * where a column that they need is not shown, plain numbers.
 */
export function statisticsSheet(
  register: Register,
  layout: Layout,
  language: Language,
): { sheet: Sheet<Blob>; computed: Computed } {
  const words = workbookWords[language]
  const formulas = new Formulas(layout)
  const departments = departmentBlock(register.tasks, formulas, language)
  const months = monthBlock(register.tasks, formulas, language)
  const width = { departments: 6, gap: 1, months: 3 }
  const data: Row[] = [
    [
      { value: words.byDepartment, type: String, fontWeight: 'bold', columnSpan: width.departments, height: 22 },
      ...empty(width.departments - 1),
      null,
      { value: words.byMonth, type: String, fontWeight: 'bold', columnSpan: width.months },
      ...empty(width.months - 1),
    ],
  ]
  const computed = new Map<string, number>()
  for (let row = 0; row < Math.max(departments.length, months.length); row++) {
    const blocks = [departments[row] ?? empty(width.departments), [null], months[row] ?? empty(width.months)].flat()
    const name = blocks[0]
    data.push(
      blocks.map((cell, at) => {
        // a long name takes two lines, and they would lie over the row above
        if (at === 0 && row > 0 && isText(name)) return { ...name, height: heightOf([name.value], columnWidths) }
        if (!isCount(cell)) return cell
        if (cell.formula === undefined) return cell.value === undefined ? null : numberCell(cell.value)
        if (cell.value !== undefined) computed.set(`${columnLetters(at)}${row + 2}`, cell.value)
        return formulaCell(cell.formula)
      }),
    )
  }
  const sheet: Sheet<Blob> = {
    sheet: words.statistics,
    data,
    columns: columnWidths.map((one) => ({ width: one })),
    stickyRowsCount: 2,
    orientation: 'landscape',
  }
  return { sheet, computed }
}

const columnWidths = [28, 9, 9, 9, 9, 9, 4, 16, 9, 9]

const empty = (length: number): null[] => Array.from({ length }, () => null)

type Part = Cell | Count

function isCount(part: Part): part is Count {
  return typeof part === 'object' && part !== null && 'formula' in part
}

const isText = (part: Part | undefined): part is Cell & { value: string } =>
  typeof part === 'object' && part !== null && 'value' in part && typeof part.value === 'string'

/** Formulas over the columns of the ledger. */
class Formulas {
  constructor(private readonly layout: Layout) {}

  private range(key: string): string | undefined {
    const index = indexOf(this.layout, key)
    if (index < 0) return undefined
    return `'${this.layout.sheet}'!${columnRange(index, 2, this.layout.lastCovered)}`
  }

  /** Rows in which a body is named in one of these columns; FIND knows no wildcards, 、 around both keeps 市委 out of 市委办. */
  named(name: string, keys: readonly string[]): string | undefined {
    const hits = keys.flatMap((key) => {
      const range = this.range(key)
      return range ? [`ISNUMBER(FIND("、"&${name}&"、","、"&${range}&"、"))`] : []
    })
    return hits.length === 0 ? undefined : `((${hits.join('+')})>0)`
  }

  /** Rows in which nobody is named. */
  ownerless(): string | undefined {
    const ranges = ['lead', 'responsible', 'support', 'supervise'].map((key) => this.range(key))
    const task = this.range('task') ?? this.range('content')
    const known = ranges.filter((range) => range !== undefined)
    // Without the columns of roles that tasks have, rows would seem to have nobody.
    if (!task || known.length < 3) return undefined
    return [`(${task}<>"")`, ...known.map((range) => `(${range}="")`)].join('*')
  }

  due(condition: (range: string) => string): string | undefined {
    const range = this.range('due')
    return range && condition(range)
  }

  withTask(): string | undefined {
    const task = this.range('task') ?? this.range('content')
    return task && `(${task}<>"")`
  }

  done(): string | undefined {
    return this.statusIs(statusesThatMean('done'))
  }

  overdue(): string | undefined {
    const range = this.range('due')
    const ended = this.statusIs(statusesThatMean('done', 'ongoing', 'stopped'))
    // Texts compare as greater than every number, empty cells as 0.
    return range && ended && `(${range}<TODAY())*(${range}<>"")*(1-${ended})`
  }

  private statusIs(words: readonly string[]): string | undefined {
    const range = this.range('status')
    return range && `((${words.map((word) => `(${range}=${formulaText(word)})`).join('+')})>0)`
  }

  /** Number of rows for which all conditions hold. */
  count(...conditions: readonly (string | undefined)[]): string | undefined {
    const known = conditions.filter((condition) => condition !== undefined)
    return known.length < conditions.length ? undefined : `SUMPRODUCT(1*${known.join('*')})`
  }
}

const isMain = (task: Task, name: string): boolean =>
  task.departments.some((one) => one.name === name && (one.role === 'lead' || one.role === 'responsible'))
const isSupport = (task: Task, name: string): boolean =>
  task.departments.some((one) => one.name === name && one.role === 'support')
const isDone = (task: Task): boolean => classOfStatus(task.status) === 'done'

function departmentBlock(tasks: readonly Task[], formulas: Formulas, language: Language): Part[][] {
  const words = workbookWords[language]
  const names = departmentsByLoad(tasks)
  const head = [words.department, words.main, words.support, words.tasks, words.done, words.overdue].map(headCell)
  const rows = names.map((name, index): Part[] => {
    const cell = `$A${index + 3}`
    const count = (keys: readonly string[], ...more: (string | undefined)[]): string | undefined =>
      formulas.count(formulas.named(cell, keys), ...more)
    const own = tasks.filter((task) => isMain(task, name) || isSupport(task, name))
    const main = ['lead', 'responsible']
    const all = [...main, 'support']
    return [
      textCell(name, language),
      { formula: count(main), value: tasks.filter((task) => isMain(task, name)).length },
      { formula: count(['support']), value: tasks.filter((task) => isSupport(task, name)).length },
      { formula: count(all), value: own.length },
      { formula: count(all, formulas.done()), value: own.filter(isDone).length },
      { formula: count(all, formulas.overdue()), value: undefined },
    ]
  })
  const ownerless = tasks.filter((task) => task.departments.length === 0)
  const nobody: Part[] = [
    textCell(words.nobody, language),
    null,
    null,
    { formula: formulas.count(formulas.ownerless()), value: ownerless.length },
    { formula: formulas.count(formulas.ownerless(), formulas.done()), value: ownerless.filter(isDone).length },
    { formula: formulas.count(formulas.ownerless(), formulas.overdue()), value: undefined },
  ]
  return [head, ...rows, nobody.map((cell) => cell ?? textCell('', language))]
}

/** Names as the ledger shows them: those with the most tasks of their own first, then in the order of the text. */
function departmentsByLoad(tasks: readonly Task[]): string[] {
  const load = new Map<string, number>()
  for (const task of tasks) {
    for (const name of new Set(task.departments.map((one) => one.name))) {
      const weight = isMain(task, name) ? 1000 : 1
      load.set(name, (load.get(name) ?? 0) + weight)
    }
  }
  // Sorting is stable: equal loads keep the order in which the text names them.
  return [...load].sort((a, b) => b[1] - a[1]).map(([name]) => name)
}

function monthBlock(tasks: readonly Task[], formulas: Formulas, language: Language): Part[][] {
  const words = workbookWords[language]
  const months = [...new Set(tasks.flatMap(({ due }) => (due === null ? [] : [due.slice(0, 7)])))].sort()
  const head = [words.month, words.tasks, words.done].map(headCell)
  const rows = months.map((month): Part[] => {
    const [year = '', number = ''] = month.split('-')
    const next = `DATE(${Number(year)},${Number(number) + 1},1)`
    const first = `DATE(${Number(year)},${Number(number)},1)`
    const inMonth = Number(year) < 1901 ? undefined : formulas.due((range) => `(${range}>=${first})*(${range}<${next})`)
    const own = tasks.filter(({ due }) => due?.startsWith(month))
    return [
      textCell(month, language, 'center'),
      { formula: formulas.count(inMonth), value: own.length },
      { formula: formulas.count(inMonth, formulas.done()), value: own.filter(isDone).length },
    ]
  })
  const undated = tasks.filter(({ due }) => due === null)
  const withoutDate = formulas.due((range) => `(${range}="")`)
  const withTask = formulas.withTask()
  return [
    head,
    ...rows,
    [
      textCell(words.noDate, language, 'center'),
      { formula: formulas.count(withoutDate, withTask), value: undated.length },
      { formula: formulas.count(withoutDate, withTask, formulas.done()), value: undated.filter(isDone).length },
    ],
    [
      textCell(words.total, language, 'center'),
      { formula: formulas.count(withTask), value: tasks.length },
      { formula: formulas.count(withTask, formulas.done()), value: tasks.filter(isDone).length },
    ],
  ]
}
