import { taskWithout } from '../tasks.ts'

export const taskWithoutTarget = taskWithout({
  id: 'task-without-target',
  level: 'info',
  name: { zh: '可衡量的目标', en: 'a target' },
  lacks: { zh: '没有可衡量的目标', en: 'names no measurable target' },
  has: ({ targets }) => targets.length > 0,
  sentence: '改造管网30公里。',
})
