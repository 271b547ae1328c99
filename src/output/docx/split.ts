import type { Department, Register, Task } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { shownName } from '../../register/shown-name.ts'
import { departmentRoles } from '../../register/words.ts'
import { unitSeparator } from '../columns.ts'
import { taskCell } from './rows.ts'
import type { WordColumn, WordRow } from './table.ts'

/** What one department has to do. */
export interface DepartmentTable {
  /** Null: tasks that nobody is named for. */
  department: string | null
  columns: WordColumn[]
  rows: WordRow[]
}

const words = {
  zh: {
    seq: '序号',
    task: '工作任务',
    role: '分工',
    others: '其他单位',
    deadline: '完成时限',
    progress: '进展情况',
    remark: '备注',
  },
  en: {
    seq: 'No.',
    task: 'Task',
    role: 'Role',
    others: 'With',
    deadline: 'Deadline',
    progress: 'Progress',
    remark: 'Remarks',
  },
} as const

const roles: readonly Department['role'][] = ['lead', 'responsible', 'support', 'supervise']

/**
 * A table for each department that leads or is responsible for something, in the order of the text: first what it
 * answers for, then what it helps with. Tasks that name nobody come last.
 */
export function departmentTables(register: Register, language: Language): DepartmentTable[] {
  const owners = [
    ...new Set(
      register.tasks.flatMap((task) =>
        task.departments.flatMap(({ name, role }) => (role === 'lead' || role === 'responsible' ? [name] : [])),
      ),
    ),
  ]
  const tables = owners.map((name) => tableOf(name, tasksOf(name, register.tasks), language))
  const ownerless = register.tasks.filter((task) => !task.departments.some(({ name }) => owners.includes(name)))
  if (ownerless.length > 0 || tables.length === 0) tables.push(tableOf(null, ownerless, language))
  return tables
}

function tasksOf(name: string, tasks: readonly Task[]): Task[] {
  const own = tasks.filter((task) => task.departments.some((one) => one.name === name))
  const answers = (task: Task): boolean =>
    task.departments.some((one) => one.name === name && (one.role === 'lead' || one.role === 'responsible'))
  return [...own.filter(answers), ...own.filter((task) => !answers(task))]
}

function tableOf(name: string | null, tasks: readonly Task[], language: Language): DepartmentTable {
  const names = words[language]
  const roleName = (role: Department['role']): string => (language === 'zh' ? departmentRoles[role] : role)
  const columns: WordColumn[] = [
    { name: names.seq, weight: 5, centred: true },
    { name: names.task, weight: 50 },
    ...(name === null ? [] : [{ name: names.role, weight: 8, centred: true }]),
    { name: names.others, weight: 17 },
    { name: names.deadline, weight: 12, centred: true },
    { name: names.progress, weight: 14 },
    { name: names.remark, weight: 8 },
  ]
  const rows = tasks.map((task, index): WordRow => {
    const own = roles.filter((role) => task.departments.some((one) => one.name === name && one.role === role))
    const ownRole = (role: Department['role']): string =>
      shownName(
        { ...task.departments.find((one) => one.name === name && one.role === role), name: roleName(role) },
        language,
      )
    const others = roles.flatMap((role) => {
      const list = new Set(
        task.departments.flatMap((one) => (one.role === role && one.name !== name ? [shownName(one, language)] : [])),
      )
      return list.size === 0 ? [] : [`${roleName(role)}：${[...list].join(unitSeparator)}`]
    })
    return {
      cells: [
        { text: String(index + 1) },
        taskCell(task),
        ...(name === null ? [] : [{ text: own.map(ownRole).join(unitSeparator) }]),
        { text: others.join('\n') },
        { text: [...new Set(task.deadlines.map(({ text }) => text))].join('；') },
        { text: task.progress ?? '' },
        { text: task.remark ?? '' },
      ],
    }
  })
  return { department: name, columns, rows }
}
