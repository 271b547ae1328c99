import { closingOf } from '../text/brackets.ts'
import type { View } from '../text/view.ts'
import { findInlineEnumerators, type InlineContext } from './inline.ts'
import { CONTENT_FIELDS, type LabelHit } from './label-types.ts'
import { endOfList } from './list-end.ts'
import { OpenSections } from './open-sections.ts'
import { OpeningLines } from './opening-lines.ts'
import type { Read } from './read-lines.ts'
import type { Enumerator } from './schemes.ts'
import { headingOf, isBare } from './section-heading.ts'
import { splitSentences } from './sentences.ts'
import type { Block, Line, Root, Section } from './tree.ts'

/** The mark in front of an item of a list without numbers, and the space behind it. */
const ITEM_MARK = /^\s*(?:[-•·●◆■►▪*]|——|--)\s?/

/** Builds the tree of a document line by line. */
export class TreeBuilder {
  private readonly root: Root
  private readonly open = new OpenSections()
  private readonly opening: OpeningLines

  constructor(
    private readonly view: View,
    private readonly lines: readonly Read[],
  ) {
    this.root = { type: 'root', start: 0, end: view.text.length, children: [] }
    this.opening = new OpeningLines(lines)
  }

  build(): Root {
    for (const read of this.lines) this.add(read)
    closeSections(this.root)
    return this.root
  }

  private append(block: Block): void {
    const parent = this.open.innermost ?? this.root
    parent.children.push(block)
  }

  private add(read: Read): void {
    const { line } = read
    switch (read.kind) {
      case 'furniture':
        this.append({ type: 'furniture', start: line.start, end: line.end, reason: read.reason })
        return
      case 'title':
        this.append({ type: 'title', start: line.start, end: line.end })
        return
      case 'row':
        this.append({ type: 'row', start: line.start, end: line.end, ...read.row })
        return
      case 'label':
        this.addLabels(line, read.hits)
        return
      case 'section':
        this.addLineSection(line, read.enumerator)
        return
      case 'paragraph': {
        this.open.closePoints()
        this.open.closeBody()
        if (this.endsSpeech(line)) this.open.closeToPiece()
        // a sentence is told by how it begins, and the mark of its line is no part of it
        const mark = read.item ? (ITEM_MARK.exec(line.text)?.[0].length ?? 0) : 0
        this.addParagraph(line.start, line.start + mark, line.end, read.item, line.index)
      }
    }
  }

  /** 同志们，… and 今天，我们召开… stand outside all numbered units: the one ends a speech, the other opens the next. */
  private endsSpeech(line: Line): boolean {
    if (this.open.depth === 0) return false
    if (/^(?:今天|这次|此次)[，,]?[^。]{0,30}召开/.test(line.text)) return true
    if (!/^(?:同志们|各位代表|各位委员|各位领导)/.test(line.text)) return false
    const next = this.opening.nextAfter(line.index)
    return next === undefined || next.enumerator.scheme === 'piece'
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
      this.open.closePoints()
      this.addParagraph(line.start, line.start, line.end, false, line.index)
      return
    }
    this.openSection(enumerator, true, line.index, line.start, line.end)
    if (enumerator.scheme === 'piece') return
    this.addRunning(line.start, enumerator.end, line.end, enumerator, line.index)
  }

  private sequenceHolds(line: Line, enumerator: Enumerator): boolean {
    if (enumerator.ordinal !== 1) return this.open.lastOrdinal('sequence') !== null
    const rest = this.view.text.slice(enumerator.end, line.end)
    return /[。；;]\s*(?:其次|再次|再者|最后)/.test(rest) || this.opening.goesOnInSequence(line.index)
  }

  /** Whether the next lines with 第一, 第二 … begin with 第二, before a heading comes. */
  private goesOnWithSecond(line: Line): boolean {
    const next = this.opening.nextAfter(line.index)
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
    const level = this.open.makeRoom(enumerator, lineStart, lineIndex, announced)
    const heading = headingOf(text, enumerator, headingEnd)
    const section: Section = {
      type: 'section',
      level,
      enumerator,
      heading,
      inline: !lineStart,
      bare: isBare(text, heading, lineEnd),
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
    let depth = this.open.depth
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
      this.open.closeTo(depth)
      this.paragraph(listEnd, listEnd, end)
    }
    this.open.endParagraph(lineIndex)
  }

  /** 1、更换灯管；2、调整课表。: the heading of the first ends where the second begins. */
  private endHeadingAt(limit: number): void {
    const section = this.open.innermost
    if (section === undefined || section.heading.end <= limit) return
    section.heading = headingOf(this.view.text, section.enumerator, limit)
    section.end = Math.max(section.heading.end, section.enumerator.end)
  }

  private inlineContext(lineIndex: number): InlineContext {
    return {
      open: (scheme) => this.open.lastOrdinal(scheme),
      follows: (scheme, ordinal) => this.opening.follows(lineIndex, scheme, ordinal),
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
    this.open.closePoints()
    this.open.closeToLabelled()
    const bracket = closingBracket(line.text)
    for (const [i, hit] of hits.entries()) {
      const end = hits[i + 1]?.start ?? line.end
      const valueEnd =
        i === hits.length - 1 && bracket !== null && hit.meaning.field !== 'note' ? line.start + bracket : end
      const start = i === 0 ? line.start : hit.start
      this.append({ type: 'label', hit, start, end, value: { start: hit.end, end: Math.max(hit.end, valueEnd) } })
      if (!CONTENT_FIELDS.has(hit.meaning.field)) continue
      this.open.markLabelled()
      if (/\S/.test(this.view.text.slice(hit.end, end))) this.addParagraph(start, hit.end, end, false, line.index)
    }
  }
}

/** The bracket that ends a line. */
const LAST_CLOSING = /[）)〕】\]][。；;\s*]*$/

/**
 * Where the bracket around a whole line closes: in （责任单位：…） it is no part of a name. The one of
 * 【责任单位】…部门（单位） is closed before. Null where there is none.
 */
function closingBracket(line: string): number | null {
  const opened = /^[\s*]*(?=[（(〔【[])/.exec(line)
  if (opened === null) return null
  const close = closingOf(line, opened[0].length)
  const last = LAST_CLOSING.exec(line)?.index
  return last !== undefined && (close < 0 || close === last) ? last : null
}

/** Ends of sections: where the last thing in them ends. */
function closeSections(node: Root | Section): void {
  for (const child of node.children) {
    if (child.type === 'section') closeSections(child)
    if (node.type === 'section') node.end = Math.max(node.end, child.end)
  }
}
