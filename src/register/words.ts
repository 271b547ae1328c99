import type {
  Deadline,
  DepartmentRole,
  DocumentKind,
  PersonRole,
  RegisterDocument,
  Relation,
  Task,
} from '../model/register.ts'
import type { Language } from './language.ts'

/**
 * The words of the ledger as people see it. Each entry maps a name of the data model to Chinese; the English word is
 * the model's own unless another is given. Writers and the reader share them, so what is written can be read back.
 */
export interface Word {
  zh: string
  en: string
}

const word = (zh: string, en: string): Word => ({ zh, en })

export const registerWords = {
  schema: word('格式', 'schema'),
  generator: word('生成工具', 'generator'),
  documents: word('文件清单', 'documents'),
  tasks: word('任务清单', 'tasks'),
} as const

export const generatorWords = {
  name: word('名称', 'name'),
  version: word('版本', 'version'),
} as const

export const documentWords = {
  id: word('编号', 'id'),
  path: word('路径', 'path'),
  title: word('标题', 'title'),
  date: word('日期', 'date'),
  year: word('年份', 'year'),
  yearFrom: word('年份依据', 'year-from'),
  kind: word('文种', 'kind'),
  sha256: word('指纹', 'sha256'),
} as const

export const yearFromWords = {
  how: word('来自', 'how'),
  text: word('原文', 'text'),
  position: word('位置', 'source'),
} as const

export const taskWords = {
  id: word('编号', 'id'),
  document: word('文件', 'document'),
  title: word('任务', 'task'),
  content: word('内容', 'content'),
  kind: word('类型', 'kind'),
  section: word('章节', 'section'),
  lead: word('牵头单位', 'lead'),
  responsible: word('责任单位', 'responsible'),
  support: word('配合单位', 'support'),
  supervise: word('督导单位', 'supervise'),
  personLeader: word('责任领导', 'leader'),
  personLead: word('牵头人', 'lead-person'),
  personResponsible: word('责任人', 'person'),
  personSupport: word('配合人', 'support-person'),
  personSupervise: word('督导人', 'supervise-person'),
  deadlines: word('完成时限', 'deadlines'),
  due: word('截止日期', 'due'),
  targets: word('目标指标', 'targets'),
  modality: word('语气', 'modality'),
  source: word('原文位置', 'source'),
  notes: word('提示', 'notes'),
  status: word('完成状态', 'status'),
  progress: word('进展情况', 'progress'),
  remark: word('备注', 'remark'),
  key: word('标识', 'key'),
  departmentOrigins: word('单位出处', 'department-sources'),
  personOrigins: word('人员出处', 'people-sources'),
} as const

export const deadlineWords = {
  text: word('原文', 'text'),
  kind: word('类型', 'kind'),
  start: word('开始', 'start'),
  end: word('截止', 'end'),
  recurrence: word('周期', 'recurrence'),
  inherited: word('沿用', 'inherited'),
  implied: word('推定', 'implied'),
  note: word('说明', 'note'),
  source: word('位置', 'source'),
} as const

export const targetWords = {
  text: word('原文', 'text'),
  indicator: word('指标', 'indicator'),
  relation: word('关系', 'relation'),
  value: word('数值', 'value'),
  max: word('上限', 'max'),
  unit: word('单位', 'unit'),
  baseline: word('基数', 'baseline'),
  source: word('位置', 'source'),
} as const

/** Keys under which a task lists its departments and people, in the order in which they are written. */
export const departmentFields: readonly { role: DepartmentRole; key: keyof typeof taskWords }[] = [
  { role: 'lead', key: 'lead' },
  { role: 'responsible', key: 'responsible' },
  { role: 'support', key: 'support' },
  { role: 'supervise', key: 'supervise' },
]

export const personFields: readonly { role: PersonRole; key: keyof typeof taskWords }[] = [
  { role: 'leader', key: 'personLeader' },
  { role: 'lead', key: 'personLead' },
  { role: 'responsible', key: 'personResponsible' },
  { role: 'support', key: 'personSupport' },
  { role: 'supervise', key: 'personSupervise' },
]

/** A closed set of values of the model, with their Chinese words. */
export type Values<T extends string> = Readonly<Record<T, string>>

export const documentKinds: Values<DocumentKind> = {
  speech: '讲话',
  report: '工作报告',
  plan: '方案',
  assignment: '任务分工',
  rectification: '整改',
  minutes: '会议纪要',
  other: '其他',
}

export const yearOrigins: Values<RegisterDocument['yearFrom']['how']> = {
  option: '选项',
  title: '标题',
  dateline: '落款',
  text: '正文',
  none: '无',
}

export const taskKinds: Values<Task['kind']> = { measure: '措施', objective: '目标' }

export const modalities: Values<NonNullable<Task['modality']>> = {
  must: '必须',
  should: '要',
  strive: '力争',
  ensure: '确保',
  plan: '计划',
  encourage: '鼓励',
}

export const departmentRoles: Values<DepartmentRole> = {
  lead: '牵头',
  responsible: '责任',
  support: '配合',
  supervise: '督导',
}

export const personRoles: Values<PersonRole> = { ...departmentRoles, leader: '领导' }

export const deadlineKinds: Values<Deadline['kind']> = {
  by: '之前',
  within: '期间',
  from: '起始',
  recurring: '定期',
  ongoing: '持续',
  immediate: '立即',
  event: '事件',
}

/** Signs are the same in every language. */
export const relations: Values<Relation> = {
  '>=': '>=',
  '<=': '<=',
  '>': '>',
  '<': '<',
  '=': '=',
  '~': '~',
  '+': '+',
  '-': '-',
  all: '全部',
}

export const dateParts: Values<'year' | 'month' | 'day'> = { year: '年', month: '月', day: '日' }

/** Words that mark an entry of the origin lists. */
export const originMarks = {
  inherited: word('沿用', 'inherited'),
  notInherited: word('非沿用', 'not-inherited'),
  collective: word('集体', 'collective'),
  notCollective: word('非集体', 'not-collective'),
  inferred: word('推定', 'inferred'),
  notInferred: word('非推定', 'not-inferred'),
} as const

/** Stands before the name that all aliases of a department share. */
export const canonicalMark = { zh: '规范名=', en: 'canonical=' } as const

/** What a reader should look at. The list is open: a code that is not here is written as it is. */
const noteWords: Readonly<Record<string, string>> = {
  'owner-missing': '缺责任单位',
  'owner-inferred': '责任单位为推定',
  'deadline-missing': '缺完成时限',
  'year-unknown': '年份不明',
  'impossible-date': '日期不存在',
  'already-done': '原文写明已完成',
}

const noteCodes: ReadonlyMap<string, string> = new Map(Object.entries(noteWords).map(([code, zh]) => [zh, code]))

/** A note for people: Chinese where there is a word for it. */
export function noteForPeople(code: string, language: Language): string {
  return language === 'zh' ? (noteWords[code] ?? code) : code
}

/** A note for the ledger file: as for people, and marked where the reader would take it for another one. */
export function writeNote(code: string, language: Language): string {
  if (language === 'zh' && Object.hasOwn(noteWords, code)) return noteForPeople(code, language)
  return code.startsWith('=') || noteCodes.has(code) ? `=${code}` : code
}

/** Undoes `writeNote`, whatever the language was. */
export function readNote(text: string): string {
  return text.startsWith('=') ? text.slice(1) : (noteCodes.get(text) ?? text)
}
