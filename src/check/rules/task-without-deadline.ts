import { taskWithout } from '../tasks.ts'

export const taskWithoutDeadline = taskWithout({
  id: 'task-without-deadline',
  level: 'warning',
  name: { zh: '完成时限', en: 'a deadline' },
  lacks: { zh: '没有写明完成时限', en: 'names no deadline' },
  has: ({ deadlines }) => deadlines.length > 0,
  sentence: '2025年6月底前完成。',
})
