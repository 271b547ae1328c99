import type { Range } from '../../model/position.ts'
import type { ReviewSource, Zone } from '../data.ts'
import type { Row } from './ledger.ts'

export type MarkKind = 'task' | 'department' | 'person' | 'deadline' | 'target'

interface Mark extends Range {
  kind: MarkKind
  uid: string
}

/** A stretch of one line in which nothing changes. */
export interface Segment extends Range {
  text: string
  kinds: readonly MarkKind[]
  /** Row that a click leads to. */
  uid: string | null
  /** All rows that have something here. */
  uids: readonly string[]
  zone: Zone | null
  /** Number of the task that starts here. */
  opens: string | null
  heading: boolean
}

/** A line of the original. */
export interface TextLine extends Range {
  number: number
  /** Level of the heading that opens it, or 0. */
  level: number
  segments: readonly Segment[]
  uids: ReadonlySet<string>
  /** Equal where the line looks the same. */
  key: string
}

/** Lays marks over the text, line by line; where they overlap the text is cut at their ends. */
export function layOut(source: ReviewSource, rows: readonly Row[], seen: ReadonlySet<string>): TextLine[] {
  const marks = marksOf(source.document, rows)
  const opens = new Map<number, string>()
  for (const { task } of rows) {
    const start = task.source[0]?.start.offset
    if (task.document === source.document && start !== undefined) opens.set(start, task.id)
  }
  const lines: TextLine[] = []
  let from = 0
  let zoneAt = 0
  let headingAt = 0
  for (const [index, range] of [...linesOf(source.text)].entries()) {
    while ((source.zones[zoneAt]?.end ?? Number.POSITIVE_INFINITY) <= range.start) zoneAt++
    while ((source.headings[headingAt]?.end ?? Number.POSITIVE_INFINITY) <= range.start) headingAt++
    // Marks are sorted by start, yet a long one may still run where shorter ones behind it have ended.
    while (from < marks.length && (marks[from]?.end ?? 0) <= range.start) from++
    const here: Mark[] = []
    for (let i = from; i < marks.length; i++) {
      const mark = marks[i]
      if (!mark || mark.start >= range.end) break
      if (mark.end > range.start) here.push(mark)
    }
    const zones: Zone[] = []
    for (let i = zoneAt; i < source.zones.length; i++) {
      const zone = source.zones[i]
      if (!zone || zone.start >= range.end) break
      zones.push(zone)
    }
    const heading = source.headings[headingAt]
    const opening = heading && heading.start < range.end && heading.end > range.start ? heading : null
    const segments = segmentsOf(source.text, range, here, zones, opening, opens)
    lines.push({
      ...range,
      number: index + 1,
      level: opening && opening.start >= range.start ? opening.level : 0,
      segments,
      uids: new Set(here.map(({ uid }) => uid)),
      key: keyOf(segments, source.document, seen),
    })
  }
  return lines
}

const keyOf = (segments: readonly Segment[], document: string, seen: ReadonlySet<string>): string =>
  segments
    .map(({ start, kinds, uid, uids, opens, zone }) => {
      const looked = zone && seen.has(`${document}:${zone.start}-${zone.end}`) ? '!' : ''
      return `${start}${kinds.join()}${uid}${uids.length}${opens}${looked}`
    })
    .join('|')

function* linesOf(text: string): Generator<Range> {
  let start = 0
  for (const match of text.matchAll(/\r\n|\r|\n/g)) {
    yield { start, end: match.index }
    start = match.index + match[0].length
  }
  yield { start, end: text.length }
}

function marksOf(document: string, rows: readonly Row[]): Mark[] {
  const marks: Mark[] = []
  for (const { uid, task } of rows) {
    if (task.document !== document) continue
    const push = (kind: MarkKind, places: readonly { start: { offset: number }; end: { offset: number } }[]): void => {
      for (const { start, end } of places) marks.push({ kind, uid, start: start.offset, end: end.offset })
    }
    push('task', task.source)
    const own = (list: readonly { source: (typeof task.source)[number] }[]) =>
      // What was typed by hand stands nowhere: its place is that of the whole task.
      list.flatMap(({ source }) => (task.source.some((place) => samePlace(place, source)) ? [] : [source]))
    push('department', own(task.departments))
    push('person', own(task.people))
    push('deadline', own(task.deadlines))
    push('target', own(task.targets))
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

type Place = { start: { offset: number }; end: { offset: number } }
const samePlace = (a: Place, b: Place): boolean => a.start.offset === b.start.offset && a.end.offset === b.end.offset

function segmentsOf(
  text: string,
  line: Range,
  marks: readonly Mark[],
  zones: readonly Zone[],
  heading: Range | null,
  opens: ReadonlyMap<number, string>,
): Segment[] {
  const cuts = new Set([line.start, line.end])
  const cutAt = ({ start, end }: Range): void => {
    if (start > line.start && start < line.end) cuts.add(start)
    if (end > line.start && end < line.end) cuts.add(end)
  }
  for (const mark of marks) cutAt(mark)
  for (const zone of zones) cutAt(zone)
  if (heading) cutAt(heading)
  const points = [...cuts].sort((a, b) => a - b)
  return points.slice(0, -1).map((start, i) => {
    const end = points[i + 1] ?? line.end
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end)
    const covers = (range: Range | null): boolean => range !== null && range.start <= start && range.end >= end
    const task = over.find(({ kind }) => kind === 'task')
    return {
      start,
      end,
      text: text.slice(start, end),
      kinds: [...new Set(over.map(({ kind }) => kind))],
      uid: task?.uid ?? over[0]?.uid ?? null,
      uids: [...new Set(over.map(({ uid }) => uid))],
      zone: zones.find((zone) => covers(zone)) ?? null,
      opens: task ? (opens.get(start) ?? null) : null,
      heading: covers(heading),
    }
  })
}
