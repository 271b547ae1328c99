import type { Language } from '../../register/language.ts'
import { documentKinds } from '../../register/words.ts'

/** What `explain` and `--coverage` say. */
export interface ExplainWords {
  description: string
  usage: string
  file: string
  examples: readonly (readonly [command: string, what?: string])[]
  coverageOption: string
  task: (ids: string) => string
  left: (reason: string) => string
  section: (name: string, from: 'heading' | 'title' | 'document-kind', evidence: string) => string
  heading: (level: number) => string
  /** What a heading says its section is. */
  says: (name: string, evidence: string) => string
  saysNothing: string
  labelLine: string
  roles: Readonly<Record<string, string>>
  kinds: Readonly<Record<string, string>>
  quote: (text: string) => string
  colon: string
  comma: string
  inferred: (line: number) => string
  label: (name: string) => string
  inherited: (line: number) => string
  rejected: string
  why: Readonly<Record<string, string>>
  fields: Readonly<Record<string, string>>
  classes: Readonly<Record<string, string>>
  forms: Readonly<Record<string, string>>
  noSuchLine: (line: string, last: number) => string
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
  section: (name, from, evidence) =>
    `所在部分：${name}（${{ heading: `依据标题中的“${evidence}”`, title: `依据文件标题“${evidence}”`, 'document-kind': `没有标题说明，按文种：${evidence}` }[from]}）`,
  heading: (level) => `第 ${level} 级标题`,
  says: (name, evidence) => `说明这一部分是：${name}（依据“${evidence}”）`,
  saysNothing: '标题没有说明这一部分是什么',
  labelLine: '标签',
  roles: { lead: '牵头', responsible: '责任', support: '配合', supervise: '督导' },
  kinds: documentKinds,
  quote: (text) => `“${text}”`,
  colon: '：',
  comma: '，',
  inferred: (line) => `推定，依据第 ${line} 行`,
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
    people: '人员、出席、议程',
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
    departments: '单位',
    deadline: '时限',
    start: '开始时间',
    number: '序号',
    remark: '备注',
    note: '括号里的分工说明',
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
  nothingThere: '这一行没有正文。',
  addressed: '对有关单位提出',
  coverage: {
    title: (path) => `覆盖情况：${path}`,
    tasks: '成为任务',
    structure: '标题、标签等',
    furniture: '页码、网页导航等',
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
  section: (name, from, evidence) =>
    `its part: ${name} (${{ heading: `by “${evidence}” in a heading`, title: `by the title “${evidence}”`, 'document-kind': `no heading says so; kind of document: ${evidence}` }[from]})`,
  heading: (level) => `heading of level ${level}`,
  says: (name, evidence) => `says that its part is: ${name} (by “${evidence}”)`,
  saysNothing: 'does not say what its part is',
  labelLine: 'label',
  roles: { lead: 'lead', responsible: 'responsible', support: 'support', supervise: 'supervision' },
  kinds: {
    speech: 'speech',
    report: 'work report',
    plan: 'plan',
    assignment: 'assignment of tasks',
    rectification: 'rectification',
    minutes: 'minutes',
    other: 'other',
  },
  quote: (text) => `“${text}”`,
  colon: ': ',
  comma: ', ',
  inferred: (line) => `inferred from line ${line}`,
  label: (name) => `label: ${name}`,
  inherited: (line) => `inherited from line ${line}`,
  rejected: 'considered and not taken',
  why: {
    'not-a-task': 'its part is no task',
    'not-a-limit': 'a time that limits nothing',
    'not-a-target': 'a number that is no target',
  },
  fields: { department: 'department', person: 'person', deadline: 'deadline', target: 'target' },
  classes: {
    arrangement: 'work to be done',
    objective: 'objectives',
    review: 'review of past work',
    situation: 'situation',
    problem: 'problems',
    guidance: 'guiding thought, principles',
    significance: 'significance',
    appeal: 'appeal',
    background: 'background, grounds',
    people: 'people, attendance, agenda',
    open: 'not said; each sentence tells',
    demand: 'demand',
    imperative: 'instruction by its verb',
    past: 'work already done',
    announce: 'announces what follows',
    greeting: 'greeting',
    closing: 'closing appeal',
    meta: 'formula of official papers',
    plain: 'no telling words',
    preface: 'words before the text proper',
    lead: 'announces what follows',
    heading: 'a heading only',
    row: 'a table row that is no task',
    progress: 'progress',
    measures: 'measures',
    task: 'task',
    departments: 'departments',
    deadline: 'deadline',
    start: 'start',
    number: 'number',
    remark: 'remark',
    note: 'note in brackets of who does what',
    'page-number': 'page number',
    'page-marker': 'page marker',
    breadcrumb: 'navigation of a web page',
    publication: 'publication data',
    share: 'share buttons',
    related: 'related articles',
    disclaimer: 'disclaimer',
    toolbar: 'toolbar of a web page',
    legal: 'legal notice of a web site',
    signature: 'signature',
  },
  forms: {
    section: 'numbered unit',
    lead: 'before its items',
    paragraph: 'paragraph',
    item: 'list item',
    row: 'table row',
    heading: 'heading',
  },
  noSuchLine: (line, last) => `There is no line ${line}; the file has ${last}.`,
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

/** The words of `taizhang explain`. */
export const explainWords = (language: Language): ExplainWords => (language === 'en' ? en : zh)
