import type { Deadline, Department, Person, Register, RegisterDocument, Target, Task } from '../model/register.ts'
import type { Language } from '../register/language.ts'
import { type RegisterPosition, writePosition } from '../register/position.ts'
import {
  canonicalMark,
  dateParts,
  deadlineKinds,
  deadlineWords,
  departmentFields,
  departmentRoles,
  documentKinds,
  documentWords,
  generatorWords,
  modalities,
  originMarks,
  personFields,
  personRoles,
  registerWords,
  relations,
  targetWords,
  taskKinds,
  taskWords,
  type Values,
  type Word,
  writeNote,
  yearFromWords,
  yearOrigins,
} from '../register/words.ts'
import { blockScalar, flowScalar, quoted } from './yaml-scalar.ts'

/**
 * The ledger to keep under version control and to edit by hand: one block a task, one line a field. Everything that
 * the register holds is in it; `src/register/read-ledger.ts` reads it back.
 */
export function writeYaml(register: Register, language: Language = 'zh'): string {
  return new LedgerWriter(register, language).write()
}

const header: Readonly<Record<Language, string>> = {
  zh: `# 任务台账，由 taizhang 从原文提取。每项任务一段，可以直接修改；说明见 docs/ledger.md。
# 完成状态、进展情况、备注：留给办理人填写；截止日期写成 "2025-12-31"，留空即没有。
# 单位和人员：在 [ ] 里增删改，用半角逗号隔开。
# 原文位置 43:1-43:66@1820-1885：第 43 行第 1 字起，到第 43 行第 66 字之前；@ 后是全文字符序号。
# 标识、单位出处、人员出处供程序核对和合并，请勿改动。
`,
  en: `# Task ledger, extracted by taizhang. One block a task, made to be edited; see docs/ledger.md.
# status, progress, remark: yours to fill in; due is written "2025-12-31", empty means none.
# Departments and people: add, remove or correct names between [ ], separated by commas.
# source 43:1-43:66@1820-1885: from line 43 column 1 up to before line 43 column 66; after @ the character offsets.
# key, department-sources, people-sources serve checking and merging: leave them alone.
`,
}

class LedgerWriter {
  private readonly lines: string[] = []

  constructor(
    private readonly register: Register,
    private readonly language: Language,
  ) {}

  write(): string {
    const { schema, generator, documents, tasks } = this.register
    this.line('', registerWords.schema, flowScalar(schema))
    this.line(
      '',
      registerWords.generator,
      this.flowMap([
        [generatorWords.name, flowScalar(generator.name)],
        [generatorWords.version, quoted(generator.version)],
      ]),
    )
    this.list(registerWords.documents, documents, (document) => this.document(document))
    const [only, ...others] = documents
    const single = only && others.length === 0 ? only.id : undefined
    this.list(registerWords.tasks, tasks, (task) => this.task(task, single))
    return `${header[this.language]}${this.lines.join('\n')}\n`
  }

  private document(document: RegisterDocument): void {
    const { yearFrom } = document
    this.first(documentWords.id, quoted(document.id))
    this.field(documentWords.path, blockScalar(document.path, deep))
    this.field(documentWords.title, document.title === null ? '' : blockScalar(document.title, deep))
    this.field(documentWords.date, document.date === null ? '' : quoted(document.date))
    this.field(documentWords.year, document.year === null ? '' : String(document.year))
    this.field(
      documentWords.yearFrom,
      this.flowMap([
        [yearFromWords.how, this.value(yearOrigins, yearFrom.how)],
        [yearFromWords.text, optional(yearFrom.text, flowScalar)],
        [yearFromWords.position, optional(yearFrom.position, writePosition)],
      ]),
    )
    this.field(documentWords.kind, this.value(documentKinds, document.kind))
    this.field(documentWords.sha256, quoted(document.sha256))
  }

  private task(task: Task, single: string | undefined): void {
    this.first(taskWords.id, quoted(task.id))
    if (task.document !== single) this.field(taskWords.document, quoted(task.document))
    this.field(taskWords.title, blockScalar(task.title, deep))
    this.field(taskWords.content, blockScalar(task.content, deep))
    this.field(taskWords.kind, this.value(taskKinds, task.kind))
    this.flowList(taskWords.section, task.section.map(flowScalar))
    for (const { role, key } of departmentFields) this.names(taskWords[key], task.departments, role)
    for (const { role, key } of personFields) this.names(taskWords[key], task.people, role)
    this.entries(taskWords.deadlines, task.deadlines, (deadline) => this.deadline(deadline))
    this.field(taskWords.due, task.due === null ? '' : quoted(task.due))
    this.entries(taskWords.targets, task.targets, (target) => this.target(target))
    if (task.modality !== null) this.field(taskWords.modality, this.value(modalities, task.modality))
    this.places(task.source)
    this.flowList(
      taskWords.notes,
      task.notes.map((note) => flowScalar(writeNote(note, this.language))),
    )
    this.field(taskWords.status, optional(task.status, (text) => blockScalar(text, deep)) ?? '')
    this.field(taskWords.progress, optional(task.progress, (text) => blockScalar(text, deep)) ?? '')
    this.field(taskWords.remark, optional(task.remark, (text) => blockScalar(text, deep)) ?? '')
    this.field(taskWords.key, quoted(task.key))
    this.entries(taskWords.departmentOrigins, task.departments, (department) =>
      this.origin(this.value(departmentRoles, department.role), department),
    )
    this.entries(taskWords.personOrigins, task.people, (person) =>
      this.origin(this.value(personRoles, person.role), person),
    )
  }

  private names(name: Word, all: readonly (Department | Person)[], role: string): void {
    this.flowList(
      name,
      all.filter((one) => one.role === role).map((one) => flowScalar(one.name)),
    )
  }

  private places(source: readonly RegisterPosition[]): void {
    const [only, ...others] = source
    if (only && others.length === 0) this.field(taskWords.source, writePosition(only))
    else this.flowList(taskWords.source, source.map(writePosition))
  }

  private deadline(deadline: Deadline): string {
    return this.flowMap([
      [deadlineWords.text, flowScalar(deadline.text)],
      [deadlineWords.kind, this.value(deadlineKinds, deadline.kind)],
      [deadlineWords.start, optional(deadline.start, quoted)],
      [deadlineWords.end, optional(deadline.end, quoted)],
      [deadlineWords.recurrence, optional(deadline.recurrence, flowScalar)],
      [deadlineWords.inherited, optional(deadline.inherited, (flag) => this.flag(flag))],
      [
        deadlineWords.implied,
        optional(deadline.implied, (parts) => `[${parts.map((part) => this.value(dateParts, part)).join(', ')}]`),
      ],
      [deadlineWords.note, optional(deadline.note, (note) => flowScalar(writeNote(note, this.language)))],
      [deadlineWords.source, writePosition(deadline.source)],
    ])
  }

  private target(target: Target): string {
    return this.flowMap([
      [targetWords.text, flowScalar(target.text)],
      [targetWords.indicator, flowScalar(target.indicator)],
      [targetWords.relation, flowScalar(this.value(relations, target.relation))],
      [targetWords.value, optional(target.value, String)],
      [targetWords.max, optional(target.max, String)],
      [targetWords.unit, optional(target.unit, flowScalar)],
      [targetWords.baseline, optional(target.baseline, flowScalar)],
      [targetWords.source, writePosition(target.source)],
    ])
  }

  /** `[role, name, position, marks…]`: where a name of the lists above comes from. */
  private origin(role: string, mention: Department | Person): string {
    const parts = [role, flowScalar(mention.name), writePosition(mention.source)]
    const mark = (flag: boolean | undefined, yes: Word, no: Word): void => {
      if (flag !== undefined) parts.push((flag ? yes : no)[this.language])
    }
    mark(mention.inherited, originMarks.inherited, originMarks.notInherited)
    if ('collective' in mention) mark(mention.collective, originMarks.collective, originMarks.notCollective)
    if ('inferred' in mention) mark(mention.inferred, originMarks.inferred, originMarks.notInferred)
    if ('canonical' in mention && mention.canonical !== undefined) {
      parts.push(flowScalar(`${canonicalMark[this.language]}${mention.canonical}`))
    }
    return `[${parts.join(', ')}]`
  }

  private value<T extends string>(words: Values<T>, value: T): string {
    return this.language === 'zh' ? words[value] : value
  }

  private flag(flag: boolean): string {
    if (this.language === 'zh') return flag ? '是' : '否'
    return String(flag)
  }

  private flowMap(pairs: readonly (readonly [Word, string | undefined])[]): string {
    const present = pairs.flatMap(([name, value]) => (value === undefined ? [] : [`${name[this.language]}: ${value}`]))
    return `{${present.join(', ')}}`
  }

  private list<T>(name: Word, items: readonly T[], write: (item: T) => void): void {
    this.line('', name, items.length === 0 ? '[]' : '')
    for (const [index, item] of items.entries()) {
      if (index > 0) this.lines.push('')
      write(item)
    }
  }

  /** The field that opens a block. */
  private first(name: Word, value: string): void {
    this.line('- ', name, value)
  }

  private field(name: Word, value: string): void {
    this.line('  ', name, value)
  }

  /** Left out where there is nothing to list. */
  private flowList(name: Word, items: readonly string[]): void {
    if (items.length > 0) this.field(name, `[${items.join(', ')}]`)
  }

  /** One line an entry; left out where there is none. */
  private entries<T>(name: Word, items: readonly T[], write: (item: T) => string): void {
    if (items.length === 0) return
    this.field(name, '')
    for (const item of items) this.lines.push(`    - ${write(item)}`)
  }

  private line(before: string, name: Word, value: string): void {
    this.lines.push(value === '' ? `${before}${name[this.language]}:` : `${before}${name[this.language]}: ${value}`)
  }
}

/** Indentation of the lines of a text that has several. */
const deep = '    '

function optional<T>(value: T | undefined, write: (value: T) => string): string | undefined {
  return value === undefined ? undefined : write(value)
}
