import type { Language } from '../../register/language.ts'

/** What `explain` and `--coverage` say. */
export interface ExplainWords {
  description: string
  usage: string
  file: string
  examples: readonly (readonly [command: string, what?: string])[]
  coverageOption: string
  task: (ids: string) => string
  left: (reason: string) => string
  section: (name: string, evidence: string) => string
  label: (name: string) => string
  inherited: (line: number) => string
  rejected: string
  why: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
  classes: Readonly<Record<string, string>>
  forms: Readonly<Record<string, string>>
  noSuchLine: (line: string, last: number) => string
  badLine: (value: string) => string
  nothingThere: string
  addressed: string
  coverage: {
    title: (path: string) => string
    tasks: string
    structure: string
    furniture: string
    left: (reason: string) => string
    lines: (lines: string) => string
    unmatched: (count: number) => string
    none: string
  }
}

const zh: ExplainWords = {
  description: '说明每一句话为什么是（或不是）任务，每个单位、时限、指标从哪里来',
  usage: '[选项] <文件[:行号]>',
  file: '文件；加上 :行号 只看这一行',
  examples: [
    ['taizhang explain 讲话.txt:43', '第 43 行的每句话是怎么判断的'],
    ['taizhang explain 方案.txt --format json'],
  ],
  coverageOption: '另外报告：哪些文字成了任务，哪些按什么理由略去，哪些没有规则认得',
  task: (ids) => `任务 ${ids}`,
  left: (reason) => `略去：${reason}`,
  section: (name, evidence) => `所在章节：${name}${evidence === '' ? '' : `（依据“${evidence}”）`}`,
  label: (name) => `标签：${name}`,
  inherited: (line) => `沿用自第 ${line} 行`,
  rejected: '考虑过、没有采用',
  why: { 'not-a-task': '所在部分不是任务', 'not-a-limit': '这个时间不是期限', 'not-a-target': '这个数字不是指标' },
  fields: { department: '单位', person: '人员', deadline: '时限', target: '指标' },
  classes: {
    arrangement: '工作部署',
    objective: '目标',
    review: '工作回顾',
    situation: '形势',
    problem: '问题',
    guidance: '指导思想、原则',
    significance: '意义',
    appeal: '号召、提高认识',
    background: '背景、依据',
    people: '出席、议程',
    open: '未标明，按句子判断',
    demand: '提出要求',
    imperative: '祈使',
    past: '已做的工作',
    announce: '引出下文',
    greeting: '称呼、致意',
    closing: '结尾号召',
    meta: '公文套语',
    plain: '没有可依据的词',
    preface: '正文之前的引言',
    lead: '引出下文',
    heading: '只是标题',
    row: '不是任务的表格行',
    progress: '进展情况',
    measures: '措施',
    task: '任务',
    'page-number': '页码',
    'page-marker': '页标记',
    breadcrumb: '网页导航',
    publication: '发布信息',
    share: '分享按钮',
    related: '相关文章',
    disclaimer: '免责声明',
    toolbar: '网页工具栏',
    legal: '备案信息',
    signature: '落款',
  },
  forms: { section: '编号单元', lead: '分项之前', paragraph: '段落', item: '列表项', row: '表格行', heading: '标题' },
  noSuchLine: (line, last) => `没有第 ${line} 行，这份文件共 ${last} 行。`,
  badLine: (value) => `行号要写成数字，如 讲话.txt:43，现在是“${value}”。`,
  nothingThere: '这一行没有正文。',
  addressed: '对有关单位提出',
  coverage: {
    title: (path) => `覆盖情况：${path}`,
    tasks: '成为任务',
    structure: '标题、标签等',
    furniture: '网页、页码等附件内容',
    left: (reason) => `略去（${reason}）`,
    lines: (lines) => `第 ${lines} 行`,
    unmatched: (count) => `没有规则认得的句子 ${count} 句：`,
    none: '没有规则认得的句子：无',
  },
}

const en: ExplainWords = {
  description: 'say why each sentence is a task or not, and where each department, deadline and target comes from',
  usage: '[options] <file[:line]>',
  file: 'a file; with :LINE only that line',
  examples: [
    ['taizhang explain speech.txt:43', 'how each sentence of line 43 was judged'],
    ['taizhang explain plan.txt --format json'],
  ],
  coverageOption: 'report as well what became a task, what was left out as what, and what no rule knew',
  task: (ids) => `task ${ids}`,
  left: (reason) => `left out: ${reason}`,
  section: (name, evidence) => `section: ${name}${evidence === '' ? '' : ` (by “${evidence}”)`}`,
  label: (name) => `label: ${name}`,
  inherited: (line) => `inherited from line ${line}`,
  rejected: 'considered and not taken',
  why: {
    'not-a-task': 'its part is no task',
    'not-a-limit': 'a time that limits nothing',
    'not-a-target': 'a number that is no target',
  },
  fields: { department: 'department', person: 'person', deadline: 'deadline', target: 'target' },
  classes: {},
  forms: {},
  noSuchLine: (line, last) => `There is no line ${line}; the file has ${last}.`,
  badLine: (value) => `The line should be a number, as in speech.txt:43; it is “${value}”.`,
  nothingThere: 'No text of the document stands in this line.',
  addressed: 'addressed',
  coverage: {
    title: (path) => `Coverage: ${path}`,
    tasks: 'became tasks',
    structure: 'headings, labels',
    furniture: 'page furniture',
    left: (reason) => `left out (${reason})`,
    lines: (lines) => `lines ${lines}`,
    unmatched: (count) => `${count} sentences that no rule knew:`,
    none: 'sentences that no rule knew: none',
  },
}

export const explainWords = (language: Language): ExplainWords => (language === 'en' ? en : zh)
