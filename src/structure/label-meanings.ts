import type { LabelMeaning } from './label-types.ts'

const role = (name: LabelMeaning['roles'][number]): LabelMeaning => ({ field: 'departments', roles: [name] })

/** Names of what a label may mean. */
export const LABEL_NAMES = [
  '牵头单位',
  '责任单位',
  '配合单位',
  '督导单位',
  '责任领导',
  '责任人',
  '完成时限',
  '工作任务',
  '措施',
  '目标',
  '问题',
  '进展',
  '备注',
] as const

/** What a label may mean, by the names that lexicon and configuration have for it. */
export const LABEL_MEANINGS: Readonly<Record<(typeof LABEL_NAMES)[number], LabelMeaning>> = {
  牵头单位: role('lead'),
  责任单位: role('responsible'),
  配合单位: role('support'),
  督导单位: role('supervise'),
  责任领导: { field: 'people', roles: [], personRole: 'leader' },
  责任人: { field: 'people', roles: [], personRole: 'responsible' },
  完成时限: { field: 'deadline', roles: [] },
  工作任务: { field: 'task', roles: [] },
  措施: { field: 'measures', roles: [] },
  目标: { field: 'objective', roles: [] },
  问题: { field: 'problem', roles: [] },
  进展: { field: 'progress', roles: [] },
  备注: { field: 'remark', roles: [] },
}
