import type { Language } from '../../register/language.ts'

/** What the workbook says beside the columns' names. */
interface Words {
  ledger: string
  statistics: string
  review: string
  untitled: string
  /** Header of the hidden column that tells the rows apart. */
  rowKey: string
  statusHint: string
  statusHintTitle: string
  byDepartment: string
  byMonth: string
  department: string
  month: string
  main: string
  support: string
  tasks: string
  done: string
  overdue: string
  total: string
  nobody: string
  noDate: string
  whatToCheck: string
  where: string
  nothing: string
  cut: string
}

const zh: Words = {
  ledger: '台账',
  statistics: '统计',
  review: '待核',
  untitled: '任务台账',
  rowKey: '标识（勿改）',
  statusHint: '从列表中选；也可以写别的。',
  statusHintTitle: '完成状态',
  byDepartment: '按单位（主办：牵头或责任单位）',
  byMonth: '按月份（截止日期）',
  department: '单位',
  month: '月份',
  main: '主办',
  support: '配合',
  tasks: '任务数',
  done: '已完成',
  overdue: '逾期',
  total: '合计',
  nobody: '（未写明单位）',
  noDate: '（无截止日期）',
  whatToCheck: '需要核对',
  where: '原文位置',
  nothing: '没有需要核对的事项。',
  cut: '文字过长，已截断',
}

const en: Words = {
  ledger: 'Ledger',
  statistics: 'Statistics',
  review: 'To check',
  untitled: 'Task ledger',
  rowKey: 'key (do not change)',
  statusHint: 'Choose from the list, or write something else.',
  statusHintTitle: 'Status',
  byDepartment: 'By department (main: leading or responsible)',
  byMonth: 'By month (due date)',
  department: 'Department',
  month: 'Month',
  main: 'Main',
  support: 'Support',
  tasks: 'Tasks',
  done: 'Done',
  overdue: 'Overdue',
  total: 'Total',
  nobody: '(no department)',
  noDate: '(no due date)',
  whatToCheck: 'What to check',
  where: 'Source',
  nothing: 'Nothing to check.',
  cut: 'text too long, cut',
}

export const workbookWords: Readonly<Record<Language, Words>> = { zh, en }
