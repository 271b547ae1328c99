import { taskWithout } from '../tasks.ts'

export const taskWithoutDepartment = taskWithout({
  id: 'task-without-department',
  level: 'warning',
  name: { zh: '责任单位', en: 'a department' },
  lacks: { zh: '没有写明责任单位', en: 'names no department' },
  has: ({ departments }) => departments.length > 0,
  sentence: '由市农业农村局牵头。',
})
