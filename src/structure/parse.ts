import { closingOf } from '../text/brackets.ts'
import { rowNumbers } from '../text/lines/row-numbers.ts'
import type { View } from '../text/view.ts'
import { findBodyLines } from './body-lines.ts'
import { readEnumerator, readLostNumber, readPieceTitle } from './enumerators.ts'
import { findInlineEnumerators, type InlineContext } from './inline.ts'
import type { LabelHit } from './label-types.ts'
import { findLabels, findNoteLine, type OwnLabels } from './labels.ts'
import { LevelStack } from './levels.ts'
import { findMonthLines } from './month-lines.ts'
import { type Enumerator, rankOf, type Scheme } from './schemes.ts'
import { splitSentences } from './sentences.ts'
import { readTables, type TableLine } from './tables.ts'
import { findTitle } from './title.ts'
import type { Block, Label, Line, Root, Section } from './tree.ts'

/** A label at the start of a line opens the block that it names; these fields hold what is to be done. */
const CONTENT_FIELDS: ReadonlySet<LabelHit['meaning']['field']> = new Set([
  'measures',
  'objective',
  'problem',
  'task',
  'progress',
])

/** A longer line is the text of its unit, not a heading for what follows. */
const LONGEST_HEADING = 45

/** A list without numbers; ——2026年1月26日在…会议上 is a dateline. */
const ITEM = /^\s*(?:[-•·●◆■►▪*]\s?\S|(?:——|--)(?!\s?(?:(?:19|20)\d\d年|在|来自))\S[^。]*[。；;：:])/
/** The mark in front of such a line, and the space behind it. */
const ITEM_MARK = /^\s*(?:[-•·●◆■►▪*]|——|--)\s?/

/** What a line is, before depths are known. */
type Read =
  | { kind: 'furniture'; line: Line; reason: string }
  | { kind: 'title'; line: Line }
  | { kind: 'row'; line: Line; row: TableLine }
  | { kind: 'label'; line: Line; hits: LabelHit[] }
  | { kind: 'section'; line: Line; enumerator: Enumerator }
  | { kind: 'paragraph'; line: Line; item: boolean }

type SectionRead = Extract<Read, { kind: 'section' }>

/**
 * Reads the structure of a document: numbered headings and enumerators (inline ones included), labelled lines,
 * tables, sentences. Total: any text gives a tree that covers it, what can't be placed is a paragraph.
 */
export function parseStructure(view: View, labels?: OwnLabels): Root {
  const lines = readLines(view, labels)
  return new TreeBuilder(view, lines).build()
}

function readLines(view: View, labels?: OwnLabels): Read[] {
  const { text } = view
  const tables = readTables(view)
  const lines: Line[] = []
  for (const [index, line] of view.lines.entries()) {
    if (line.kind === 'blank') continue
    lines.push({
      index,
      start: line.start,
      end: line.end,
      text: text.slice(line.start, line.end),
      ...(line.hint ? { hint: line.hint } : {}),
    })
  }
  const pieces = new Map<number, Enumerator>()
  for (const line of lines) {
    if (view.lines[line.index]?.kind !== 'text' || tables.has(line.index)) continue
    const piece = readPieceTitle(line.text, line.start)
    if (piece) pieces.set(line.index, piece)
  }
  // a single 篇一 is a word of the title, several are the titles of several documents
  if (pieces.size < 2) pieces.clear()
  const lost = lines.filter((line) => readLostNumber(line.text, 0) !== null).length
  const title = pieces.size > 0 ? null : findTitle(view, lines)
  const numbers = rowNumbers(lines.map((line) => line.text))

  const reads = lines.map((line, place): Read => {
    const viewLine = view.lines[line.index]
    if (viewLine?.kind === 'furniture') return { kind: 'furniture', line, reason: viewLine.furniture ?? 'toolbar' }
    const row = tables.get(line.index)
    if (row) return { kind: 'row', line, row }
    const piece = pieces.get(line.index)
    if (piece) return { kind: 'section', line, enumerator: piece }
    if (title?.has(line.index)) return { kind: 'title', line }
    const at = line.start + (/^\s*/.exec(line.text)?.[0].length ?? 0)
    // the mark of a line must not see the next one: 二、 alone before 三、 is no list of numbers
    const own = text.slice(0, line.end)
    const numbered = numbers.get(place)
    const enumerator =
      (numbered === undefined ? null : numberAt(text, at, line.start + numbered)) ??
      readEnumerator(own, at, true) ??
      (lost >= 2 ? readLostNumber(own.slice(at, at + 3), 0) : null)
    if (enumerator && enumerator.end <= line.end) {
      const moved = enumerator.scheme === 'lost' ? { ...enumerator, start: at, end: at + enumerator.end } : enumerator
      return { kind: 'section', line, enumerator: moved }
    }
    if (line.hint?.kind === 'heading') {
      const depth = line.hint.depth ?? 1
      const marker = '#'.repeat(depth)
      return {
        kind: 'section',
        line,
        enumerator: { scheme: 'markdown', ordinal: null, marker, start: line.start, end: at, depth },
      }
    }
    const hits = labelsOfLine(line, labels)
    const note = hits.length > 0 ? null : findNoteLine(line.text)
    if (note)
      return { kind: 'label', line, hits: [{ ...note, start: note.start + line.start, end: note.end + line.start }] }
    if (hits.length > 0) return { kind: 'label', line, hits }
    return { kind: 'paragraph', line, item: line.hint?.kind === 'list-item' || ITEM.test(line.text) }
  })
  return withBodies(reads)
}

/** Opens a section for each body that a list is of, and for each month of a calendar. */
function withBodies(reads: Read[]): Read[] {
  const lines = reads.map((read) => ({
    text: read.line.text,
    plain: read.kind === 'paragraph' && !read.item,
    number:
      read.kind === 'section' && rankOf(read.enumerator.scheme) >= rankOf('arabic') ? read.enumerator.ordinal : null,
  }))
  const bodies = findBodyLines(lines)
  const months = findMonthLines(lines)
  if (bodies.size + months.size === 0) return reads
  return reads.map((read, i): Read => {
    if (!bodies.has(i) && !months.has(i)) return read
    const { line } = read
    const scheme = bodies.has(i) ? 'body' : 'month'
    return {
      kind: 'section',
      line,
      enumerator: { scheme, ordinal: null, marker: '', start: line.start, end: line.start },
    }
  })
}

/** The number that stands from `start` to `end`, known by its neighbours in spite of the digit behind it. */
function numberAt(text: string, start: number, end: number): Enumerator {
  const marker = text.slice(start, end)
  return { scheme: 'arabic', ordinal: Number.parseInt(marker, 10), marker: marker.trimEnd(), start, end }
}

/** Labels of a line that starts with one; offsets made absolute. */
function labelsOfLine(line: Line, labels?: OwnLabels): LabelHit[] {
  const hits = findLabels(line.text, labels)
  const first = hits[0]
  if (
    !first ||
    line.text
      .slice(0, first.start)
      .trim()
      .replace(/^[（(【[*★☆▲※—-]+/, '') !== ''
  )
    return []
  return hits.map((hit) => ({ ...hit, start: hit.start + line.start, end: hit.end + line.start }))
}

class TreeBuilder {
  private readonly root: Root
  private readonly stack = new LevelStack()
  /** Open sections, outermost first; as many as the level stack is deep. */
  private readonly open: Section[] = []
  /** By scheme and number: the last line that starts with it. */
  private readonly lastLine = new Map<Scheme, Map<number, number>>()
  /** Lines that open a unit, and of those the ones that end a list of 首先 and 其次. */
  private readonly sectionLines: SectionRead[] = []
  private readonly headingLines: number[] = []
  private readonly sequenceLines: number[] = []
  /** Sections that hold labelled content. */
  private readonly labelled = new Set<Root | Section>()

  constructor(
    private readonly view: View,
    private readonly lines: readonly Read[],
  ) {
    this.root = { type: 'root', start: 0, end: view.text.length, children: [] }
    for (const read of lines) {
      if (read.kind !== 'section') continue
      const { scheme, ordinal } = read.enumerator
      this.sectionLines.push(read)
      if (rankOf(scheme) <= rankOf('han-paren')) this.headingLines.push(read.line.index)
      if (ordinal === null) continue
      if (scheme === 'sequence' && ordinal > 1) this.sequenceLines.push(read.line.index)
      const byOrdinal = this.lastLine.get(scheme) ?? new Map<number, number>()
      this.lastLine.set(scheme, byOrdinal.set(ordinal, read.line.index))
    }
  }

  build(): Root {
    for (const read of this.lines) this.add(read)
    closeSections(this.root)
    return this.root
  }

  private get top(): Root | Section {
    return this.open.at(-1) ?? this.root
  }

  private append(block: Block): void {
    this.top.children.push(block)
    if (block.type === 'label' && CONTENT_FIELDS.has(block.hit.meaning.field)) this.labelled.add(this.top)
  }

  private add(read: Read): void {
    const { line } = read
    switch (read.kind) {
      case 'furniture':
        this.append({ type: 'furniture', start: line.start, end: line.end, reason: toReason(read.reason) })
        return
      case 'title':
        this.append({ type: 'title', start: line.start, end: line.end })
        return
      case 'row':
        this.append({ type: 'row', start: line.start, end: line.end, ...read.row })
        return
      case 'label':
        this.addLabels(read.line, read.hits)
        return
      case 'section':
        this.addLineSection(read.line, read.enumerator)
        return
      case 'paragraph':
        this.closePoints()
        this.closeBody()
        if (this.endsSpeech(line)) this.closeToPiece()
        this.addParagraph(
          line.start,
          line.start + (read.item ? markLength(line.text) : 0),
          line.end,
          read.item,
          line.index,
        )
    }
  }

  /** 同志们，… and 今天，我们召开… stand outside all numbered units: the one ends a speech, the other opens the next. */
  private endsSpeech(line: Line): boolean {
    if (this.open.length === 0) return false
    if (/^(?:今天|这次|此次)[，,]?[^。]{0,30}召开/.test(line.text)) return true
    if (!/^(?:同志们|各位代表|各位委员|各位领导)/.test(line.text)) return false
    const next = firstAfter(this.sectionLines, line.index, (read) => read.line.index)
    return next === undefined || next.enumerator.scheme === 'piece'
  }

  /** A plain line is no part of the list of one body. */
  private closeBody(): void {
    for (let depth = 0; depth < this.open.length; depth++) {
      if (this.open[depth]?.enumerator.scheme !== 'body') continue
      this.stack.closeTo(depth)
      this.open.length = depth
      return
    }
  }

  private closeToPiece(): void {
    const depth = this.open[0]?.enumerator.scheme === 'piece' ? 1 : 0
    this.stack.closeTo(depth)
    this.open.length = depth
  }

  /** A line that opens a unit: its heading, and what runs on behind it. */
  private addLineSection(line: Line, enumerator: Enumerator): void {
    // 首先 opens a list only where 其次 or 最后 comes; 最后 alone closes a speech
    if (enumerator.scheme === 'sequence' && !this.sequenceHolds(line, enumerator)) {
      // 首先，… 第二，… 第三，…
      if (enumerator.ordinal === 1 && this.goesOnWithSecond(line)) {
        this.addLineSection(line, { ...enumerator, scheme: 'ordinal' })
        return
      }
      this.closePoints()
      this.addParagraph(line.start, line.start, line.end, false, line.index)
      return
    }
    this.openSection(enumerator, true, line.index, line.start, line.end)
    if (enumerator.scheme === 'piece') return
    this.addRunning(line.start, enumerator.end, line.end, enumerator, line.index)
  }

  private sequenceHolds(line: Line, enumerator: Enumerator): boolean {
    const rest = this.view.text.slice(enumerator.end, line.end)
    if (enumerator.ordinal === 1) {
      if (/[。；;]\s*(?:其次|再次|再者|最后)/.test(rest)) return true
      // 首先，… 一、… 最后，…: what comes behind a numbered heading is no part of the list
      const limit = firstAfter(this.headingLines, line.index, (at) => at) ?? Number.POSITIVE_INFINITY
      const next = firstAfter(this.sequenceLines, line.index, (at) => at)
      return next !== undefined && next < limit
    }
    return this.stack.lastOrdinal('sequence') !== null
  }

  /** Whether the next lines with 第一, 第二 … begin with 第二, before a heading comes. */
  private goesOnWithSecond(line: Line): boolean {
    const next = firstAfter(this.sectionLines, line.index, (read) => read.line.index)
    return next?.enumerator.scheme === 'ordinal' && next.enumerator.ordinal === 2
  }

  /** @param headingEnd where the heading ends at the latest: the end of the line, or the next point in it */
  private openSection(
    enumerator: Enumerator,
    lineStart: boolean,
    lineIndex: number,
    start: number,
    lineEnd: number,
    headingEnd = lineEnd,
  ): Section {
    const { text } = this.view
    const before = text.slice(Math.max(0, enumerator.start - 40), enumerator.start)
    const announced = /[:：]\s*$/.test(before)
    // a plain line has closed the points before it: a list that begins there is none of theirs
    if (enumerator.ordinal === 1 && isPoint(enumerator.scheme)) this.stack.closeTo(this.open.length)
    const level = this.stack.open(enumerator, lineStart, lineIndex, announced)
    this.open.length = Math.min(this.open.length, level - 1)
    const heading = headingOf(text, enumerator, headingEnd)
    const section: Section = {
      type: 'section',
      level,
      enumerator,
      heading,
      inline: !lineStart,
      bare: heading.end - heading.start <= LONGEST_HEADING && /^[\s。：:；;.]*$/.test(text.slice(heading.end, lineEnd)),
      start: lineStart ? start : enumerator.start,
      // what it holds stretches it later; points of one line follow one another
      end: Math.max(heading.end, enumerator.end),
      children: [],
    }
    this.append(section)
    this.open.push(section)
    return section
  }

  /**
   * The text of a line behind its marker, with the points enumerated inside it.
   * `from` is where the first unit's text starts; the paragraph of a section starts at its marker.
   */
  private addRunning(start: number, from: number, end: number, first: Enumerator | null, lineIndex: number): void {
    const labelled = !first && from > start
    const points = findInlineEnumerators(this.view.text, from, end, first, this.inlineContext(lineIndex), labelled)
    if (first) this.endHeadingAt(points[0]?.start ?? end)
    const listEnd = endOfList(this.view.text, points, end)
    let depth = this.open.length
    let unitStart = start
    let textStart = from
    for (const [i, point] of points.entries()) {
      this.paragraph(unitStart, textStart, point.start)
      const { level } = this.openSection(point, false, lineIndex, point.start, listEnd, points[i + 1]?.start ?? listEnd)
      if (i === 0) depth = level - 1
      unitStart = point.start
      textStart = point.end
    }
    this.paragraph(unitStart, textStart, listEnd)
    if (listEnd < end) {
      // behind the sentence of the last point the list is over, or what comes later would stand before it in the tree
      this.stack.closeTo(depth)
      this.open.length = depth
      this.paragraph(listEnd, listEnd, end)
    }
    this.stack.endParagraph(lineIndex)
    this.open.length = Math.min(this.open.length, this.stack.depth)
  }

  /** 1、更换灯管；2、调整课表。: the heading of the first ends where the second begins. */
  private endHeadingAt(limit: number): void {
    const section = this.open.at(-1)
    if (section === undefined || section.heading.end <= limit) return
    section.heading = headingOf(this.view.text, section.enumerator, limit)
    section.end = Math.max(section.heading.end, section.enumerator.end)
  }

  private inlineContext(lineIndex: number): InlineContext {
    return {
      open: (scheme) => this.stack.lastOrdinal(scheme),
      follows: (scheme, ordinal) => (this.lastLine.get(scheme)?.get(ordinal) ?? -1) > lineIndex,
    }
  }

  private addParagraph(start: number, textStart: number, end: number, item: boolean, lineIndex: number): void {
    const points = findInlineEnumerators(
      this.view.text,
      textStart,
      end,
      null,
      this.inlineContext(lineIndex),
      textStart > start,
    )
    if (points.length === 0) this.paragraph(start, textStart, end, item)
    else this.addRunning(start, textStart, end, null, lineIndex)
  }

  private paragraph(start: number, textStart: number, end: number, item = false): void {
    const sentences = splitSentences(this.view.text, textStart, end)
    if (sentences.length === 0 && !/\S/.test(this.view.text.slice(start, end))) return
    this.append({ type: 'paragraph', start, textStart, end, item, children: sentences })
  }

  /** Labels go to the block that they describe: the one that has labelled content of its own, else the innermost unit. */
  private addLabels(line: Line, hits: readonly LabelHit[]): void {
    this.closePoints()
    for (let depth = this.open.length; depth > 0; depth--) {
      const holder = this.open[depth - 1]
      if (holder && this.labelled.has(holder)) {
        this.stack.closeTo(depth)
        this.open.length = depth
        break
      }
    }
    const enclosed = isEnclosed(line.text) ? LAST_CLOSING.exec(line.text) : null
    for (const [i, hit] of hits.entries()) {
      const end = hits[i + 1]?.start ?? line.end
      const valueEnd =
        i === hits.length - 1 && enclosed && hit.meaning.field !== 'note' ? line.start + enclosed.index : end
      const label: Label = {
        type: 'label',
        hit,
        start: i === 0 ? line.start : hit.start,
        end,
        value: { start: hit.end, end: Math.max(hit.end, valueEnd) },
      }
      this.append(label)
      if (CONTENT_FIELDS.has(hit.meaning.field) && /\S/.test(this.view.text.slice(hit.end, end))) {
        this.addParagraph(label.start, hit.end, end, false, line.index)
      }
    }
  }

  /** A plain line after a point (一是…) is the text of the unit above, unless the point is nothing but a heading. */
  private closePoints(): void {
    for (let top = this.open.at(-1); top; top = this.open.at(-1)) {
      if (!isPoint(top.enumerator.scheme) || (top.bare && !top.inline)) return
      this.open.pop()
    }
  }
}

/** The first of a list in the order of the text that stands behind a line. */
function firstAfter<Item>(items: readonly Item[], line: number, lineOf: (item: Item) => number): Item | undefined {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && lineOf(item) <= line) low = middle + 1
    else high = middle
  }
  return items[low]
}

/** A sentence is told by how it begins, and the mark of its line is no part of it. */
const markLength = (line: string): number => ITEM_MARK.exec(line)?.[0].length ?? 0

const isPoint = (scheme: Scheme): boolean => ['is', 'must', 'grasp', 'ordinal', 'sequence'].includes(scheme)

function headingOf(text: string, enumerator: Enumerator, limit: number): { start: number; end: number } {
  if (enumerator.scheme === 'piece') {
    const lineStart = text.lastIndexOf('\n', enumerator.start - 1) + 1
    return { start: lineStart, end: limit }
  }
  const start = enumerator.end
  const stop = headingStop(text, start, limit)
  if (stop >= 0) return { start, end: stop }
  // …；二要…: the mark between two points belongs to neither
  const end =
    limit < text.length && text.charAt(limit) !== '\n'
      ? start + text.slice(start, limit).replace(/[；;，,、\s]+$/, '').length
      : limit
  return { start, end }
}

/**
 * Where a list inside a paragraph ends: 一是…；二是…。各校要…: the points before the last are parted by ；, so that the
 * last ends as well where its sentence does.
 */
function endOfList(text: string, all: readonly Enumerator[], end: number): number {
  const points = all.slice(
    Math.max(
      0,
      all.findLastIndex(({ ordinal }) => ordinal === 1),
    ),
  )
  const last = points.at(-1)
  if (last === undefined || points.length < 2) return end
  const parted = points.every((point, i) => {
    const next = points[i + 1]
    return (
      point.scheme === last.scheme && (next === undefined || /^[^。]*[；;]\s*$/.test(text.slice(point.end, next.start)))
    )
  })
  const stop = parted ? text.indexOf('。', last.end) : -1
  if (stop < 0 || stop >= end - 1) return end
  const rest = text.slice(stop + 1, Math.min(end, stop + 1 + LONGEST_NOTE))
  return BEHIND_LIST.test(rest) && !WHOSE_LIST.test(rest) ? stop + 1 : end
}

/** The bracket that ends a line. */
const LAST_CLOSING = /[）)〕】\]][。；;\s*]*$/

/** （责任单位：…）: the bracket around the whole line is no part of a name. The one of 【责任单位】…部门（单位） is closed before. */
const isEnclosed = (text: string): boolean => {
  const opened = /^[\s*]*(?=[（(〔【[])/.exec(text)
  if (opened === null) return false
  const close = closingOf(text, opened[0].length)
  return close < 0 || LAST_CLOSING.exec(text)?.index === close
}

/** A note in brackets is about the list, and what goes on without a subject of its own may be the last point's. */
const LONGEST_NOTE = 200
/** 责任人：赵刚。 餐饮科负责⑴项，办公室负责⑵项。 whose the points are. */
const WHOSE_LIST = /^\s*(?:[\u4e00-\u9fff]{2,8}[：:]|[^。]*(?:负责|牵头|配合)[^。]*。?\s*$)/
const BEHIND_LIST = /^\s*(?![（(【〔[要并且即如]|同时|其中|此外|通过|确保|努力|切实|真正)[^\s]/

/** First 。 or colon behind a heading; those inside its note in brackets (牵头单位：…) do not end it. */
function headingStop(text: string, start: number, limit: number): number {
  let depth = 0
  for (let i = start; i < limit; i++) {
    const char = text.charAt(i)
    if ('（(【'.includes(char)) depth++
    else if ('）)】'.includes(char)) depth = Math.max(0, depth - 1)
    else if ('。：:！!？?'.includes(char) && (depth === 0 || char === '。') && !isClock(text, i)) return i
  }
  return -1
}

/** 周四下午3:00: the colon of a time of day. */
const isClock = (text: string, at: number): boolean => /^\d[:：]\d\d(?!\d)/.test(text.slice(at - 1, at + 4))

const REASONS = {
  'page-number': true,
  'page-marker': true,
  breadcrumb: true,
  publication: true,
  share: true,
  related: true,
  disclaimer: true,
  toolbar: true,
  legal: true,
  signature: true,
} as const

const isReason = (reason: string): reason is keyof typeof REASONS => reason in REASONS
const toReason = (reason: string): keyof typeof REASONS => (isReason(reason) ? reason : 'toolbar')

/** Ends of sections: where the last thing in them ends. */
function closeSections(node: Root | Section): void {
  for (const child of node.children) {
    if (child.type === 'section') closeSections(child)
    if (node.type === 'section') node.end = Math.max(node.end, child.end)
  }
}
