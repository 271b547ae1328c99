import type { DeadlineMention } from '../model/mention.ts'
import type { RegisterDocument } from '../model/register.ts'
import { type Responsibility, readNamesAlone, recogniseResponsibilities } from '../recognise/department/index.ts'
import { rankOf } from '../structure/schemes.ts'
import type { Section } from '../structure/tree.ts'
import { tidy } from './derive.ts'
import type { Part } from './document.ts'
import type { Draft } from './draft.ts'
import { type Dates, datesBelow, NOTED_TIME, periodOf } from './heading-time.ts'
import type { Reading } from './reading.ts'
import type { Turn } from './turns.ts'

/** 燃气领域。（县住建局、县商务局）; 水利领域　责任单位：县水利局: what the line says behind the heading proper. */
const NOTE_BEHIND_HEADING = /^(?:[。.；;]\s*[（(〔【[][^\n]*[)）〕】\]][。.]?|[：:][^。；;\n]{2,60})\s*$/

const STAGE = /阶段|环节|步骤/
const TIME_BEHIND_STAGE =
  /^[。；;：:，,\s]*((?:20\d\d年)?\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬|[底初末])?\s?[-—–~～至到]+\s?(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}[日号]|[上中下]旬|[底初末])?)[。；;]/

/** What was read once for tasks that count from the same dates. */
interface Dated<T> {
  dates: Dates
  said: T
}

/** What a heading says of time. */
interface HeadingTimes {
  /** Days by which what is under it is due. */
  by: DeadlineMention[]
  /** The time in brackets at its end, and where in the heading that begins. */
  noted: DeadlineMention[]
  notedAt: number
  /** The period that it opens with. */
  period: DeadlineMention[]
}

const NO_TIMES: HeadingTimes = { by: [], noted: [], notedAt: 0, period: [] }

/** What the headings of a document say for the tasks under them; each is read once, however many tasks ask. */
export class Headings {
  private readonly times = new Map<Section, Dated<HeadingTimes>>()
  private readonly notes = new Map<Section, Responsibility[]>()
  private readonly texts = new Map<Section, string>()
  private readonly datesOfParts = new Map<Part | undefined, Dates>()
  private readonly below = new Map<Section, Dated<Dates>>()
  private readonly behind = new Map<Turn, Dates>()

  constructor(
    private readonly reading: Reading,
    private readonly document: RegisterDocument,
    private readonly parts: readonly Part[],
    /** Where unnumbered paragraphs turn to another time, in text order. */
    private readonly turns: readonly Turn[],
  ) {}

  /** What a bare date means at this place, under these headings; the same object for every task of a section. */
  datesUnder(path: readonly Section[], offset: number): Dates {
    let dates = this.datesBehindTurn(offset, this.dates(offset))
    for (const section of path) {
      if (section.inline || section.enumerator.scheme === 'piece') continue
      const known = this.below.get(section)
      const said = known?.dates === dates ? known.said : datesBelow(this.wordsOf(section), dates)
      this.below.set(section, { dates, said })
      dates = said
    }
    return dates
  }

  /** Adds the time that the heading of the task itself is noted with: 1、动员阶段（4月1日至4月20日）。… */
  addOwnTime(draft: Draft): void {
    const section = draft.unit.path.at(-1)
    if (!section || section.heading.start < draft.start || section.heading.start >= draft.end) return
    const noted = NOTED_TIME.exec(this.wordsOf(section))
    if (!noted) return
    const base = section.heading.start + noted.index + 1
    const known = draft.deadlines.map((d) => d.base + d.mention.start)
    for (const mention of this.reading.deadlines(noted[1] ?? '', { ...draft.dates, label: true }))
      if (!known.includes(base + mention.start)) draft.deadlines.push({ mention, base, inherited: false })
  }

  /** Adds what the headings above say: their notes (二、重点任务（牵头单位：…）) and periods (三、2026年重点工作). */
  inherit(draft: Draft): void {
    for (const [i, section] of draft.unit.path.entries()) {
      const base = section.heading.start
      const own = base >= draft.start && base < draft.end
      // 县交通局：改建桥梁两座: the body in front is whose it is
      if ((own && section.enumerator.scheme !== 'body') || section.enumerator.scheme === 'piece') continue
      for (const r of this.notesOf(section)) {
        for (const mention of r.departments) draft.departments.push({ mention, base, inherited: !own })
        for (const mention of r.people) draft.people.push({ mention, base, inherited: !own })
      }
      if (own || section.inline) continue
      const dates = this.datesUnder(draft.unit.path.slice(0, i), draft.start)
      const { by, notedAt, noted, period } = this.timesOf(section, dates)
      for (const mention of by) draft.deadlines.push({ mention, base, inherited: true })
      for (const mention of noted)
        if (mention.kind !== 'by' || !draft.deadlines.some((d) => d.inherited && d.mention.text === mention.text))
          draft.deadlines.push({ mention, base: base + notedAt, inherited: true })
      // the innermost period holds; that of a look back is nobody's limit
      if (period.length === 0 || draft.unit.verdict.class === 'review') continue
      draft.deadlines = draft.deadlines.filter((d) => !d.period)
      for (const mention of period)
        draft.deadlines.push({
          mention: { ...mention, kind: 'within', ...periodStart(mention) },
          base,
          inherited: true,
          period: true,
        })
    }
  }

  /** A heading with its number, as the register shows it. */
  textOf(section: Section): string {
    const known = this.texts.get(section)
    if (known !== undefined) return known
    const from = section.enumerator.scheme === 'piece' ? section.heading.start : section.enumerator.start
    const text = tidy(this.reading.text.slice(from, Math.min(section.heading.end, from + 120))).replace(/^#+\s*/, '')
    this.texts.set(section, text)
    return text
  }

  /** The same object for every place of a part. */
  private dates(offset: number): Dates {
    const part = this.parts.find(({ start, end }) => offset >= start && offset < end)
    const known = this.datesOfParts.get(part)
    if (known !== undefined) return known
    const { year, date } = part ?? this.document
    const dates = { year, date, ...(part?.period ? { period: part.period } : {}) }
    this.datesOfParts.set(part, dates)
    return dates
  }

  /** Behind 2026年，… of a summary that is also a plan; the same object for every task. */
  private datesBehindTurn(offset: number, dates: Dates): Dates {
    const turn = this.turns.findLast(({ at }) => at <= offset)
    if (turn === undefined || turn.year === null || (dates.year !== null && turn.year <= dates.year)) return dates
    const known = this.behind.get(turn) ?? { year: turn.year, date: dates.date }
    this.behind.set(turn, known)
    return known
  }

  private wordsOf(section: Section): string {
    return this.reading.text.slice(section.heading.start, section.heading.end)
  }

  private notesOf(section: Section): Responsibility[] {
    const known = this.notes.get(section) ?? this.readNotesOf(section)
    this.notes.set(section, known)
    return known
  }

  /** Notes of a heading, those behind its stop included; or the bodies that it is the name of. */
  private readNotesOf(section: Section): Responsibility[] {
    const heading = this.wordsOf(section)
    const departments = readNamesAlone(heading, this.reading.lexicons.departments)
    if (departments) {
      const range = { start: 0, end: heading.length }
      return [{ ...range, form: 'note', rule: 'heading-names', departments, people: [] }]
    }
    const newline = this.reading.text.indexOf('\n', section.heading.end)
    const rest = this.reading.text.slice(section.heading.end, newline < 0 ? this.reading.text.length : newline)
    const noted = section.inline || !NOTE_BEHIND_HEADING.test(rest) ? heading : heading + rest
    return recogniseResponsibilities(noted, this.reading.departments).filter(
      (r) => r.form === 'note' || r.form === 'label',
    )
  }

  private timesOf(section: Section, dates: Dates): HeadingTimes {
    const known = this.times.get(section)
    if (known?.dates === dates) return known.said
    const said = this.isInstruction(section) ? NO_TIMES : this.withTimeBehind(section, dates)
    this.times.set(section, { dates, said })
    return said
  }

  /** 2、修复水毁工程，4月底前通水。: an item that is a sentence has its day to itself, whatever lines come below it. */
  private isInstruction({ enumerator, heading }: Section): boolean {
    return rankOf(enumerator.scheme) >= rankOf('arabic') && this.reading.text.charAt(heading.end) === '。'
  }

  /** （三）整改阶段。9月13日至10月16日。主要有三个环节：… the time of a stage may be a sentence of its own. */
  private withTimeBehind(section: Section, dates: Dates): HeadingTimes {
    const heading = this.wordsOf(section)
    const times = this.readTimes(heading, dates)
    const behind = STAGE.test(heading) ? this.reading.text.slice(section.heading.end, section.heading.end + 60) : ''
    const time = times.noted.length === 0 ? TIME_BEHIND_STAGE.exec(behind) : null
    if (time?.[1] === undefined) return times
    const notedAt = section.heading.end - section.heading.start + time.index + time[0].indexOf(time[1])
    return { ...times, notedAt, noted: this.reading.deadlines(time[1], { ...dates, label: true }) }
  }

  private readTimes(heading: string, dates: Dates): HeadingTimes {
    if (heading.length > 60) return NO_TIMES
    const noted = NOTED_TIME.exec(heading)
    const by = this.reading.deadlines(heading, dates).filter(({ kind }) => kind === 'by')
    // 2024年 of 2024年10月底前完成的任务 is no period of its own
    const period = by.some(({ start }) => start === 0) ? null : periodOf(heading)
    return {
      by,
      notedAt: (noted?.index ?? 0) + 1,
      noted: noted ? this.reading.deadlines(noted[1] ?? '', { ...dates, label: true }) : [],
      period:
        period !== null
          ? this.reading
              .deadlines(period, { ...dates, label: true })
              .filter(({ kind }) => kind === 'within' || kind === 'by')
          : [],
    }
  }
}

function periodStart(mention: DeadlineMention): { startDate?: string } {
  if (mention.startDate !== undefined) return { startDate: mention.startDate }
  const month = /月份?$/.test(mention.text) ? /^\d{4}-\d{2}/.exec(mention.endDate ?? '')?.[0] : undefined
  if (month !== undefined) return { startDate: `${month}-01` }
  const year = /^\d{4}/.exec(mention.endDate ?? '')?.[0]
  return year && /^\d{4}年$/.test(mention.text) ? { startDate: `${year}-01-01` } : {}
}
