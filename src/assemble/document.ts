import { LineIndex } from '../model/position.ts'
import type { DocumentKind, RegisterDocument } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import type { Block, Root, Section } from '../structure/tree.ts'
import type { View } from '../text/view.ts'

/** What the user may say of a document that does not say it itself; a document that does is not overruled. */
export interface DocumentOptions {
  /** ISO date of the document. */
  date?: string
  /** The year that a bare 6月底前 means. */
  year?: number
}

/** The part of a file that one document takes up: all of it, or one 篇 of several. */
export interface Part {
  start: number
  end: number
  year: number | null
  date: string | null
  section: Section | null
}

const FULL_DATE = /((?:19|20)\d{2})\s?[年./-]\s?(\d{1,2})\s?[月./-]\s?(\d{1,2})\s?日?/
/** A line that is a date, or a date in brackets at the end of a title, or the opening line of a report (——2026年1月26日在…会议上). */
const DATELINE = new RegExp(
  `^[\\s（(—-]*${FULL_DATE.source}(?:\\s+\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?(?:[\\s）)]*$|在[^。]{2,60}(?:会议|大会|全会)上)`,
)
/** 时间：2025年4月8日 at the head of minutes. */
const MEETING_TIME = new RegExp(
  `^\\s*(?:[-*]\\s*)?(?:\\*\\*)?(?:会议|开会)?时\\s*间(?:\\*\\*)?[：:]\\s*(?:\\*\\*)?\\s*${FULL_DATE.source}`,
)
const DATE_IN_TITLE = new RegExp(`[（(]${FULL_DATE.source}[）)]\\s*$`)
const PUBLISHED = new RegExp(`(?:发布时间|发布日期|时间|日期|成文日期|印发日期)?[:：]?\\s*${FULL_DATE.source}`)
const TITLE_YEAR = /(?<![\d—\-～~至])((?:19|20)\d{2})\s?(?:年(?!版|以来)|学年)(?!\s?[—\-～~至])/
/** 二○○七年四月十三日: a dateline in Chinese numerals, whatever the zero is written with. */
const CHINESE_DATELINE =
  /^[\s（(]*([一二][〇○◯零ＯOo0一二九][〇○◯零ＯOo0一二三四五六七八九]{2})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日[\s）)]*$/
const CHINESE_YEAR = /二[〇○零Ｏo0]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年/

const pad = (n: number): string => String(n).padStart(2, '0')

function isoOf(match: RegExpExecArray): string | null {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

const DIGITS = '〇一二三四五六七八九'
const numberOf = (text: string): number => {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['〇', text]
  return (tens === '' ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones))
}

/** ISO date of 二○○七年四月十三日; null for a day that no month has. */
function isoOfChinese([, year = '', month = '', day = '']: RegExpExecArray): string | null {
  const digits = [...year].map((char) => ('〇○◯零ＯOo0'.includes(char) ? 0 : DIGITS.indexOf(char))).join('')
  const [m, d] = [numberOf(month), numberOf(day)]
  return m < 1 || m > 12 || d < 1 || d > 31 ? null : `${digits}-${pad(m)}-${pad(d)}`
}
const digit = (char: string): number => ('○零'.includes(char) ? 0 : DIGITS.indexOf(char))

function yearIn(text: string): { year: number; at: number; text: string } | null {
  const match = TITLE_YEAR.exec(text)
  if (match) return { year: Number(match[1]), at: match.index, text: match[0] }
  const chinese = CHINESE_YEAR.exec(text)
  if (chinese)
    return { year: 2000 + digit(chinese[1] ?? '') * 10 + digit(chinese[2] ?? ''), at: chinese.index, text: chinese[0] }
  return null
}

/** A stretch of the view that told something, to be mapped to the original. */
interface Evidence {
  how: RegisterDocument['yearFrom']['how']
  text: string
  start: number
  end: number
}

interface Dated {
  date: string | null
  year: number | null
  from: Evidence | null
}

/** The date and year that a stretch of the text says it has. */
function datesOf(view: View, start: number, end: number, title: { start: number; end: number } | null): Dated {
  let date: string | null = null
  let dateFrom: Evidence | null = null
  let published: { iso: string; from: Evidence } | null = null
  for (const line of view.lines) {
    if (line.end < start || line.start >= end || line.kind === 'blank') continue
    const text = view.text.slice(line.start, line.end)
    const spelt = line.kind === 'text' && text.length <= 20 ? CHINESE_DATELINE.exec(text) : null
    const speltIso = spelt && isoOfChinese(spelt)
    if (speltIso) {
      date = date ?? speltIso
      dateFrom = dateFrom ?? { how: 'dateline', text: text.trim(), start: line.start, end: line.end }
      continue
    }
    if (text.length > 160 || !/\d/.test(text)) continue
    const match = DATELINE.exec(text) ?? DATE_IN_TITLE.exec(text) ?? MEETING_TIME.exec(text)
    const iso = match && isoOf(match)
    if (iso && line.kind === 'text') {
      // the last dateline is the signature; the one under the title stands first and usually agrees
      date = date ?? iso
      dateFrom = dateFrom ?? { how: 'dateline', text: match[0].trim(), start: line.start, end: line.end }
      continue
    }
    const told = line.kind === 'furniture' && line.furniture === 'publication' ? PUBLISHED.exec(text) : null
    const toldIso = told && isoOf(told)
    if (toldIso && !published)
      published = { iso: toldIso, from: { how: 'dateline', text: told[0].trim(), start: line.start, end: line.end } }
  }
  const titleText = title ? view.text.slice(title.start, title.end) : ''
  const titled = yearIn(titleText.replace(DATE_IN_TITLE, ''))
  if (titled && title) {
    const from: Evidence = {
      how: 'title',
      text: titled.text,
      start: title.start + titled.at,
      end: title.start + titled.at + titled.text.length,
    }
    return { date: date ?? published?.iso ?? null, year: titled.year, from }
  }
  if (date) return { date, year: Number(date.slice(0, 4)), from: dateFrom }
  const told = yearOfText(view.text, start, end)
  if (published) return { date: published.iso, year: Number(published.iso.slice(0, 4)), from: published.from }
  return {
    date: null,
    year: told?.year ?? null,
    from: told ? { how: 'text', text: told.text, start: told.start, end: told.end } : null,
  }
}

/**
 * The year that the text itself lives in: 今年（2025年）, 2025年是…之年, or the one year that it keeps naming in what it asks for.
 * Nothing is told where years are masked or disagree.
 */
function yearOfText(
  text: string,
  start: number,
  end: number,
): { year: number; text: string; start: number; end: number } | null {
  const slice = text.slice(start, end)
  const now =
    /今年[（(]((?:19|20)\d{2})年[)）]|((?:19|20)\d{2})年[^。，,]{0,4}是[^。，,]{0,30}(?:之年|一年|关键年|开局年|收官年)/.exec(
      slice,
    )
  if (now)
    return {
      year: Number(now[1] ?? now[2]),
      text: now[0],
      start: start + now.index,
      end: start + now.index + now[0].length,
    }
  if (/20(?:xx|XX|\*\*|××)年/.test(slice)) return null
  const counts = new Map<number, { n: number; at: number; text: string }>()
  let total = 0
  for (const match of slice.matchAll(/(?<![\d《〔[（(])((?:19|20)\d{2})年(?!版|以来|至|—|-|期间)/g)) {
    const year = Number(match[1])
    // years in titles and document numbers are those of other documents
    const before = slice.slice(Math.max(0, match.index - 40), match.index)
    if (/《[^》]*$|〔[^〕]*$/.test(before)) continue
    const entry = counts.get(year) ?? { n: 0, at: match.index, text: match[0] }
    entry.n++
    total++
    counts.set(year, entry)
  }
  const ranked = [...counts].sort((a, b) => b[1].n - a[1].n || b[0] - a[0])
  const best = ranked[0]
  if (!best || best[1].n < 2 || best[1].n * 2 <= total) return null
  return { year: best[0], text: best[1].text, start: start + best[1].at, end: start + best[1].at + best[1].text.length }
}

const KINDS: readonly { kind: DocumentKind; title: RegExp }[] = [
  { kind: 'minutes', title: /会议纪要|会议记录|纪要/ },
  {
    kind: 'assignment',
    title: /任务分工|责任分工|分工方案|任务清单|责任清单|任务分解|重点任务|分解表|任务表|台账|工作清单/,
  },
  { kind: 'rectification', title: /整改/ },
  { kind: 'speech', title: /讲话|发言|致辞|主持词|强调|要求$/ },
  { kind: 'report', title: /工作报告|总结|汇报|述职|情况报告|小结/ },
  { kind: 'plan', title: /方案|计划|要点|意见|措施|办法|规划|安排|通知|行动|预案|部署|决定|任务/ },
]

function kindOf(whole: string, text: string): DocumentKind {
  // 关于分解落实《政府工作报告》的通知 is no report
  const outside = whole.replace(/《[^》]*》/g, '')
  const title = /[\u4e00-\u9fff]{2}/.test(outside) ? outside : whole
  for (const { kind, title: pattern } of KINDS) if (pattern.test(title)) return kind
  const has = (pattern: RegExp) => pattern.test(text)
  if (has(/Action items|Attendees|参会人员|与会人员|会议议定|会议决定|^#+\s*议题/m)) return 'minutes'
  if (has(/整改措施[:：]|整改目标[:：]/)) return 'rectification'
  if (has(/^同志们[:：，,]/m)) return 'speech'
  if (has(/牵头单位[:：]|责任单位[:：]/)) return 'assignment'
  return 'other'
}

/** The title, with the lines right below it that go on with it (——在…上的讲话) and not again with it. */
function titleOf(text: string, blocks: readonly Block[]): { start: number; end: number } | null {
  const [first, ...others] = blocks.filter((block) => block.type === 'title')
  if (!first) return null
  let { end } = first
  for (const other of others) {
    const own = text.slice(other.start, other.end).trim()
    if (text.slice(end, other.start).trim() !== '' || text.slice(first.start, end).includes(own)) break
    if (own.includes(text.slice(first.start, end).trim())) break
    end = other.end
  }
  return { start: first.start, end }
}

export interface Described {
  document: RegisterDocument
  parts: Part[]
}

/** What the register says of the document itself, and the parts of the file that have a year of their own. */
export function describeDocument(source: Source, view: View, root: Root, options: DocumentOptions = {}): Described {
  const index = new LineIndex(view.original, view.pages)
  const pieces = root.children.filter(
    (child): child is Section => child.type === 'section' && child.enumerator.scheme === 'piece',
  )
  const title = titleOf(view.text, root.children)
  const firstLine = view.lines.find((line) => line.kind === 'text')
  const titleText = (
    title
      ? view.text.slice(title.start, title.end)
      : pieces.length > 0 && firstLine
        ? view.text.slice(firstLine.start, firstLine.end)
        : ''
  ).trim()
  const dated = pieces.length > 0 ? { date: null, year: null, from: null } : datesOf(view, 0, view.text.length, title)
  // what the document says of itself comes first; the options fill in what it does not tell
  const toldYear = options.year ?? (options.date ? Number(options.date.slice(0, 4)) : null)
  const date = dated.date ?? options.date ?? null
  const year = dated.year ?? toldYear
  const evidence = dated.from
  const yearFrom: RegisterDocument['yearFrom'] =
    evidence && dated.year !== null
      ? { how: evidence.how, text: evidence.text, position: positionOf(view, index, evidence.start, evidence.end) }
      : { how: toldYear === null ? 'none' : 'option' }
  const document: RegisterDocument = {
    id: 'd1',
    path: source.path,
    title:
      titleText === '' || titleText.length > 120 ? null : titleText.replace(/^[#\s]+/, '').replace(/\s*\n\s*/g, ''),
    date,
    year,
    kind: kindOf(titleText, view.text.slice(0, 20_000)),
    sha256: source.sha256,
    yearFrom,
  }
  const parts: Part[] =
    pieces.length === 0
      ? [{ start: 0, end: view.text.length, year, date, section: null }]
      : pieces.map((piece, i) => {
          const end = pieces[i + 1]?.start ?? view.text.length
          const own = datesOf(view, piece.start, end, piece.heading)
          return {
            start: piece.start,
            end,
            year: own.year ?? toldYear,
            date: own.date ?? options.date ?? null,
            section: piece,
          }
        })
  return { document, parts }
}

/** A stretch of the view as a position in the original. */
export function positionOf(view: View, index: LineIndex, start: number, end: number) {
  const original = view.toOriginal(start, end)
  return index.position(original.start, original.end)
}
