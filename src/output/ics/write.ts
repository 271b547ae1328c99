import type { Register, RegisterDocument, Task } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { placeOf } from '../../register/position.ts'
import { shownName } from '../../register/shown-name.ts'
import type { Alarm, RenderOptions } from '../options.ts'
import { classOfStatus, type StatusClass } from '../status.ts'
import { dateValue, foldLine, isDay, nextDay, textValue } from './line.ts'
import { type Rule, ruleOf } from './recurrence.ts'

const labels: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    lead: '牵头单位',
    responsible: '责任单位',
    support: '配合单位',
    supervise: '督导单位',
    people: '责任人',
    deadline: '完成时限',
    targets: '目标指标',
    section: '章节',
    source: '原文',
    progress: '进展情况',
    remark: '备注',
    separator: '：',
  },
  en: {
    lead: 'Lead',
    responsible: 'Responsible',
    support: 'Support',
    supervise: 'Supervision',
    people: 'People',
    deadline: 'Deadline',
    targets: 'Targets',
    section: 'Section',
    source: 'Source',
    progress: 'Progress',
    remark: 'Remarks',
    separator: ': ',
  },
}

const todoStatus: Readonly<Record<StatusClass, string>> = {
  waiting: 'NEEDS-ACTION',
  active: 'IN-PROCESS',
  ongoing: 'IN-PROCESS',
  done: 'COMPLETED',
  stopped: 'CANCELLED',
}

/**
 * A calendar (RFC 5545): a to-do for each task, with `events` an all-day event beside each that has a date. The same
 * task of the same document has the same UID whenever it is written, so importing again updates instead of doubling.
 * No clock is read: DTSTAMP is the day of the document, or the epoch.
 */
export function writeIcs(register: Register, options: RenderOptions = {}): string {
  return new CalendarWriter(register, options).write()
}

class CalendarWriter {
  private readonly lines: string[] = []
  private readonly uids = new Set<string>()
  private readonly documents: ReadonlyMap<string, RegisterDocument>
  private readonly language: Language

  constructor(
    private readonly register: Register,
    private readonly options: RenderOptions,
  ) {
    this.language = options.language ?? 'zh'
    this.documents = new Map(register.documents.map((document) => [document.id, document]))
  }

  write(): string {
    const { generator, documents, tasks } = this.register
    const [only] = documents
    this.add('BEGIN', 'VCALENDAR')
    this.add('VERSION', '2.0')
    this.text('PRODID', `-//${generator.name}//${generator.name} ${generator.version}//ZH`)
    this.add('CALSCALE', 'GREGORIAN')
    this.add('METHOD', 'PUBLISH')
    if (documents.length === 1 && only?.title) this.text('X-WR-CALNAME', only.title)
    for (const task of tasks) this.task(task)
    this.add('END', 'VCALENDAR')
    return `${this.lines.join('\r\n')}\r\n`
  }

  private task(task: Task): void {
    const document = this.documents.get(task.document)
    const uid = this.uid(task, document)
    const rule = this.ruleOf(task, document)
    const stamp = `${dateValue(isDay(document?.date) ? document.date : '1970-01-01')}T000000Z`
    const due = isDay(task.due) ? task.due : null
    this.todo(task, { uid, stamp, due, rule })
    const day = due ?? rule?.first
    if (this.options.events && day !== undefined) this.event(task, { uid: `event-${uid}`, stamp, day, due, rule })
  }

  private todo(task: Task, facts: { uid: string; stamp: string; due: string | null; rule: Rule | null }): void {
    const { uid, stamp, due, rule } = facts
    this.add('BEGIN', 'VTODO')
    this.text('UID', uid)
    this.add('DTSTAMP', stamp)
    if (due !== null) {
      const start = task.deadlines.find((one) => one.end === due)?.start
      // A to-do that is due on its first day has no room for a start: DUE must come after it.
      if (isDay(start) && start < due) this.add('DTSTART;VALUE=DATE', dateValue(start))
      this.add('DUE;VALUE=DATE', dateValue(due))
    } else if (rule) {
      this.add('DTSTART;VALUE=DATE', dateValue(rule.first))
      this.add('RRULE', rule.rule)
    }
    const status = todoStatus[classOfStatus(task.status) ?? (task.progress ? 'active' : 'waiting')]
    this.add('STATUS', status)
    if (status === 'COMPLETED') this.add('PERCENT-COMPLETE', '100')
    this.common(task)
    // A reminder needs a time to come before.
    if (this.options.alarm && (due !== null || rule))
      this.alarm(this.options.alarm, task, due === null ? 'START' : 'END')
    this.add('END', 'VTODO')
  }

  private event(
    task: Task,
    facts: { uid: string; stamp: string; day: string; due: string | null; rule: Rule | null },
  ): void {
    this.add('BEGIN', 'VEVENT')
    this.text('UID', facts.uid)
    this.add('DTSTAMP', facts.stamp)
    this.add('DTSTART;VALUE=DATE', dateValue(facts.day))
    this.add('DTEND;VALUE=DATE', dateValue(nextDay(facts.day)))
    if (facts.due === null && facts.rule) this.add('RRULE', facts.rule.rule)
    this.add('STATUS', classOfStatus(task.status) === 'stopped' ? 'CANCELLED' : 'CONFIRMED')
    // A deadline does not keep anybody from a meeting.
    this.add('TRANSP', 'TRANSPARENT')
    this.common(task)
    if (this.options.alarm) this.alarm(this.options.alarm, task, 'START')
    this.add('END', 'VEVENT')
  }

  private common(task: Task): void {
    this.text('SUMMARY', task.title)
    this.text('DESCRIPTION', this.description(task))
    const categories = [
      ...new Set(
        task.departments.flatMap(({ name, role }) => (role === 'lead' || role === 'responsible' ? [name] : [])),
      ),
    ].filter((name) => name !== '')
    if (categories.length > 0) this.add('CATEGORIES', categories.map(textValue).join(','))
  }

  private description(task: Task): string {
    const names = labels[this.language]
    const of = (role: string): string =>
      [...new Set(task.departments.flatMap((one) => (one.role === role ? [shownName(one, this.language)] : [])))].join(
        '、',
      )
    const document = this.documents.get(task.document)
    const [place] = task.source
    const origin = place ? `${document?.path ?? task.document} ${placeOf(place)}` : ''
    const parts: readonly (readonly [string, string])[] = [
      ['lead', of('lead')],
      ['responsible', of('responsible')],
      ['support', of('support')],
      ['supervise', of('supervise')],
      ['people', [...new Set(task.people.map(({ name }) => name))].join('、')],
      ['deadline', [...new Set(task.deadlines.map(({ text }) => text))].join('；')],
      ['targets', [...new Set(task.targets.map(({ text }) => text))].join('；')],
      ['progress', task.progress ?? ''],
      ['remark', task.remark ?? ''],
      ['section', task.section.join(' > ')],
      ['source', origin],
    ]
    const lines = parts.flatMap(([name, value]) =>
      value === '' ? [] : [`${names[name] ?? name}${names.separator ?? ': '}${value}`],
    )
    return [...(task.content === task.title ? [] : [task.content]), ...lines].join('\n')
  }

  private alarm({ count, unit }: Alarm, task: Task, related: 'START' | 'END'): void {
    const durations = { minutes: `PT${count}M`, hours: `PT${count}H`, days: `P${count}D`, weeks: `P${count}W` }
    this.add('BEGIN', 'VALARM')
    this.add('ACTION', 'DISPLAY')
    this.add(`TRIGGER${related === 'END' ? ';RELATED=END' : ''}`, `-${durations[unit]}`)
    this.text('DESCRIPTION', task.title)
    this.add('END', 'VALARM')
  }

  private ruleOf(task: Task, document: RegisterDocument | undefined): Rule | null {
    const from = document?.date ?? (document?.year ? `${document.year}-01-01` : null)
    for (const deadline of task.deadlines) {
      const rule = ruleOf(deadline, from)
      if (rule) return rule
    }
    return null
  }

  private uid(task: Task, document: RegisterDocument | undefined): string {
    const base = `${task.key}-${document?.sha256.slice(0, 16) || task.document}`
    let uid = `${base}@taizhang`
    for (let count = 2; this.uids.has(uid); count++) uid = `${base}-${count}@taizhang`
    this.uids.add(uid)
    return uid
  }

  private text(name: string, text: string): void {
    this.add(name, textValue(text))
  }

  private add(name: string, value: string): void {
    this.lines.push(foldLine(`${name}:${value}`))
  }
}
