import builtin from '../../lexicon/deadline.yaml'
import { anyOf } from '../../lexicon/read.ts'
import { STOP } from './pattern.ts'

/** What every word of the list may carry: examples that must, and must not, be read as deadlines. */
export interface DeadlineWord {
  word: string
  /** A deadline only after a label, alone in brackets, or right behind another deadline. */
  labelOnly: boolean
  hits: readonly string[]
  misses: readonly string[]
}

interface Festival extends DeadlineWord {
  aliases: readonly string[]
  /** `MM-DD` of every year. */
  fixed: string | null
  /** `MM-DD` by year. */
  table: ReadonlyMap<number, string>
}

interface Adverbial extends DeadlineWord {
  /** Who acts rather than what is done: counts only behind a year that opens the clause. */
  subject: boolean
}

interface PlanPeriod extends DeadlineWord {
  from: number
  to: number
}

interface Recurrence extends DeadlineWord {
  recurrence: string
}

/** The word list, checked and with its patterns compiled once. */
export interface DeadlineLexicon {
  events: readonly DeadlineWord[]
  anchors: readonly DeadlineWord[]
  festivals: readonly Festival[]
  planPeriods: readonly PlanPeriod[]
  ongoing: readonly DeadlineWord[]
  immediate: readonly DeadlineWord[]
  done: readonly DeadlineWord[]
  fromNow: readonly DeadlineWord[]
  recurring: readonly Recurrence[]
  adverbial: readonly Adverbial[]
  patterns: {
    /** No deadline is without one of these; most sentences of prose have none. */
    trigger: RegExp
    event: RegExp
    /** 国庆假期期间, 元旦前后 */
    feastTime: RegExp
    anchor: RegExp
    planPeriod: RegExp
    fixedWord: RegExp
    fromNow: RegExp
    recurring: RegExp
    frequency: RegExp
    /** 周调度、月通报; 月月清零 */
    chain: RegExp
    /** Behind 每周: 一通报 at the end of its clause is once a week. */
    once: RegExp
    /** At the start of what follows a year: shows that the year says when something is done. */
    adverbial: RegExp
    /** The same for whoever acts, where the year opens the clause. */
    subject: RegExp
    /** At the start of what follows a number of days: a processing time. */
    processing: RegExp
  }
  festivalByName: ReadonlyMap<string, Festival>
  wordKind: ReadonlyMap<string, { kind: 'ongoing' | 'immediate' | 'done'; labelOnly: boolean }>
  recurrenceByWord: ReadonlyMap<string, Recurrence>
  planByWord: ReadonlyMap<string, PlanPeriod>
}

type Entry = Record<string, unknown>

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

const fail = (where: string, problem: string): never => {
  throw new Error(`deadline lexicon, ${where}: ${problem}`)
}

const strings = (entry: Entry, key: string, where: string): string[] => {
  const value = entry[key]
  if (value === undefined) return []
  if (!Array.isArray(value)) return fail(where, `${key} must be a list of strings`)
  return value.map((item: unknown) => (typeof item === 'string' ? item : fail(where, `${key} must hold strings only`)))
}

const readWord = (entry: Entry, section: string): DeadlineWord => {
  const word = entry.词
  if (typeof word !== 'string' || word === '') return fail(section, `an entry has no 词: ${JSON.stringify(entry)}`)
  const where = `${section} ${word}`
  return {
    word,
    labelOnly: entry.仅标签 === true,
    hits: strings(entry, '命中', where),
    misses: strings(entry, '不命中', where),
  }
}

const readYear = (entry: Entry, key: string, where: string): number => {
  const value = entry[key]
  return typeof value === 'number' && Number.isInteger(value) ? value : fail(where, `${key} must be a year`)
}

const monthDay = (value: unknown, where: string): string =>
  typeof value === 'string' && /^\d{2}-\d{2}$/.test(value) ? value : fail(where, 'a date must look like 02-14')

const readFestival = (entry: Entry, section: string): Festival => {
  const base = readWord(entry, section)
  const where = `${section} ${base.word}`
  const years = entry.年表 ?? {}
  if (!isEntry(years)) return fail(where, '年表 must map years to dates')
  return {
    ...base,
    aliases: strings(entry, '别名', where),
    fixed: entry.日 === undefined ? null : monthDay(entry.日, where),
    table: new Map(Object.entries(years).map(([year, date]) => [Number(year), monthDay(date, where)])),
  }
}

const readRecurrence = (entry: Entry, section: string): Recurrence => {
  const base = readWord(entry, section)
  const recurrence = entry.周期
  return typeof recurrence === 'string' ? { ...base, recurrence } : fail(`${section} ${base.word}`, '周期 is missing')
}

/** Entries of one section from all layers; a later layer replaces an entry of the same 词. */
const section = <T extends DeadlineWord>(
  layers: readonly Entry[],
  name: string,
  read: (entry: Entry, name: string) => T,
): T[] => {
  const byWord = new Map<string, T>()
  for (const layer of layers) {
    const list = layer[name] ?? []
    if (!Array.isArray(list)) return fail(name, 'must be a list')
    for (const item of list) {
      const entry: unknown = typeof item === 'string' ? { 词: item } : item
      if (!isEntry(entry)) return fail(name, `not an entry: ${JSON.stringify(item)}`)
      const word = read(entry, name)
      byWord.set(word.word, word)
    }
  }
  return [...byWord.values()]
}

const words = (entries: readonly DeadlineWord[]): string => anyOf(entries.map((entry) => entry.word))

/**
 * Checks word lists (the built-in one first, then a user's own laid over it by 词) and compiles them.
 * Throws an Error that names the entry when one is malformed.
 */
export const compileDeadlineLexicon = (...data: unknown[]): DeadlineLexicon => {
  const layers = data.map((layer) => (isEntry(layer) ? layer : fail('file', 'must be a mapping of sections')))
  const events = section(layers, '事件', readWord)
  const anchors = section(layers, '起算', readWord)
  const festivals = section(layers, '节日', readFestival)
  const planPeriods = section(layers, '规划期', (entry, name): PlanPeriod => {
    const base = readWord(entry, name)
    const where = `${name} ${base.word}`
    return { ...base, from: readYear(entry, '起', where), to: readYear(entry, '止', where) }
  })
  const ongoing = section(layers, '长期', readWord)
  const immediate = section(layers, '立即', readWord)
  const done = section(layers, '完结', readWord)
  const fromNow = section(layers, '即日', readWord)
  const recurring = section(layers, '周期', readRecurrence)
  const matters = section(layers, '频次事项', readWord)
  const processing = section(layers, '办理', readWord)
  const adverbial = section(
    layers,
    '状语',
    (entry, name): Adverbial => ({ ...readWord(entry, name), subject: entry.主语 === true }),
  )

  const festivalByName = new Map(
    festivals.flatMap((festival) =>
      [festival.word, ...festival.aliases].map((name): [string, Festival] => [name, festival]),
    ),
  )
  const tag = (list: readonly DeadlineWord[], kind: 'ongoing' | 'immediate' | 'done') =>
    list.map((entry): [string, { kind: typeof kind; labelOnly: boolean }] => [
      entry.word,
      { kind, labelOnly: entry.labelOnly },
    ])
  const arrival = '(?:来临|到来|开始|来到|工作|生产)?'
  const feast = '节?(?:假期|假日|放假|长假)?'
  return {
    events,
    anchors,
    festivals,
    planPeriods,
    ongoing,
    immediate,
    done,
    fromNow,
    recurring,
    adverbial,
    patterns: {
      trigger: new RegExp(
        `[年月周季旬前底末内日]|[今明]晚|[明后]天|星期|\\d天|暑[假期]|寒假|学期|开学|[今明][春夏秋冬]|[春秋冬夏][天季]|一次|限期|期间|从?(?:今|明|现)[天日在]|\\d[-/.]\\d|时间|[今未接][后来下]|[qQ][1-4]|${words([...ongoing, ...immediate, ...done, ...fromNow, ...recurring, ...planPeriods])}`,
      ),
      event: new RegExp(
        `(?:(?<festival>${anyOf([...festivalByName.keys()])})${feast}|(?:[“"](?<quoted>${words(events)})[”"]|(?<event>${words(events)}))${arrival})(?:之前|以前|前)(?![后期景述列沿置言瞻者往来夕台任]|所[未述]|提(?![交供升高出前醒请报]))`,
        'g',
      ),
      feastTime: new RegExp(`(?<festival>${anyOf([...festivalByName.keys()])})${feast}(?:期间|前后)`, 'g'),
      // 节后一周内, not 环节后三日内
      anchor: new RegExp(`(?:${words(anchors)}|(?<![\\u4e00-\\u9fff])节)(?:之日起|之日|之后|以后|后|起)的?$`),
      planPeriod: new RegExp(
        `(?<open>[“"「‘]?)(?<plan>${words(planPeriods)})[”"」’]?(?<tail>规划期末|规划期内|规划期间|期末|末期|末|期间|时期)`,
        'g',
      ),
      fixedWord: new RegExp(words([...ongoing, ...immediate, ...done]), 'g'),
      fromNow: new RegExp(`[自从]?(?<word>${words(fromNow)})(?:开始)?`, 'g'),
      recurring: new RegExp(`(?<word>${words(recurring)})`, 'g'),
      frequency: new RegExp(`(?<unit>半年|半月|日|天|周|旬|月|季度|季|年)一(?:次)?(?:${words(matters)})`, 'g'),
      chain: new RegExp(
        `(?<=^|[${STOP}]|实行|施行|建立|落实|坚持|健全|完善|执行|推行|按照|采取|做到|抓好|以)(?:(?<doubled>日日|天天|周周|旬旬|月月|季季)|(?<unit>半年|半月|日|周|旬|月|季度|季|年))(?:${words(matters)})(?=[、，,。；;”"’）)和]|$|[\\u4e00-\\u9fff]{0,4}(?:制度|机制|工作法))`,
        'g',
      ),
      once: new RegExp(
        `^一(?:次)?(?:${words(matters)}|[巡查报评会晒比考测检练访讲学清])(?=[${STOP}]|$|等|制度|机制|的)`,
      ),
      adverbial: new RegExp(`^(?:${words(adverbial.filter((entry) => !entry.subject))})`),
      subject: new RegExp(`^(?:${words(adverbial.filter((entry) => entry.subject))})`),
      processing: new RegExp(`^[^，,。；;、：:]{0,8}?(?:${words(processing)})`),
    },
    festivalByName,
    wordKind: new Map([...tag(ongoing, 'ongoing'), ...tag(immediate, 'immediate'), ...tag(done, 'done')]),
    recurrenceByWord: new Map(recurring.map((entry) => [entry.word, entry])),
    planByWord: new Map(planPeriods.map((entry) => [entry.word, entry])),
  }
}

let compiled: DeadlineLexicon | null = null

/** The lexicon that the program ships with, compiled when first asked for. */
export const builtinDeadlineLexicon = (): DeadlineLexicon => {
  compiled ??= compileDeadlineLexicon(builtin)
  return compiled
}
