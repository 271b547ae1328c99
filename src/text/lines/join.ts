import { LABELS } from '../lexicon.ts'
import { isLinkWord } from './link.ts'
import {
  isLabelAlone,
  isMarkerAlone,
  isMonth,
  isOwnLine,
  isSalutation,
  isTitle,
  startsBullet,
  startsEnumerator,
  startsLabel,
  startsMarkup,
  startsOrdinalWord,
  startsUnitOfMeasure,
} from './openers.ts'
import { rowNumbers } from './row-numbers.ts'
import { isBlank, type LineTable, lineText } from './table.ts'
import { detectWrapping, type Wrapping } from './wrap.ts'

/** Line index → index of the line that it is joined to, or -1 where it begins a line of the view. */
export type Joins = Int32Array

/** What is known of the paragraph that is being put together. */
interface Paragraph {
  /** Index of its last line so far. */
  last: number
  lines: number
  /** First line, and text so far as long as it is short. */
  head: string
  /** Its last characters. */
  tail: string
  /** Has a comma, semicolon or full stop: it is prose, not a heading or a title. */
  running: boolean
  /** Has a full stop or semicolon. */
  sentence: boolean
  label: boolean
  width: number
  /** Width of the typeset line so far; fragments of one typeset line add up. */
  column: number
  /** Brackets that are still open, and how many lines ago the first was opened. */
  open: number
  openLines: number
}

/** Between two lines with text. */
interface Gap {
  blank: boolean
  /** A page ends here: a page number or marker stands between. */
  page: boolean
}

const TERMINAL = /[。！？!?][”’」』》）)]*$/
const SOFT = /[；;]$/
const COLON = /[：:]$/
const CLOSING_FIRST = /^[。，；！？）)”’》〉】〕」』,;!?…]/
const OPENING_LAST = /[（(《〈“‘【〔「『]$/
const LONGEST_BRACKET = 10
const TAIL = 400
/** PDF readers drop the indent of two characters, so that a full first line may look shorter. */
const NEARLY = 4.5
/** (牵头单位：…) or （……负责） at the end: what is owned ends here, whatever the line's length. */
const ENDS_WITH_OWNERS = new RegExp(`(?:[（(](?:${LABELS})[:：][^。]*|负责)[）)]$`)
const SIGNATURE = /^[\u4e00-\u9fff（）() ]{4,30}$/

/** Says which lines continue the line before: sentences broken by typesetting, copying or a page end. */
export const joinLines = (table: LineTable): Joins => {
  const count = table.starts.length
  const joins = new Int32Array(count).fill(-1)
  const wrapping = detectWrapping(table)
  const style = blankStyle(table)
  const numbers = rowNumbers(table.starts.map((_, index) => lineText(table, index)))
  let paragraph: Paragraph | null = null
  let lastCell = -1
  let gap: Gap = { blank: false, page: false }
  for (let i = 0; i < count; i++) {
    if (isBlank(table, i)) {
      gap.blank = true
      continue
    }
    const cell = table.cells[i] ?? null
    if (cell !== null) {
      if (cell !== 'first' && lastCell >= 0) joins[i] = lastCell
      lastCell = i
      paragraph = null
      continue
    }
    const furniture = table.furniture[i] ?? null
    if (furniture === 'page-number' || furniture === 'page-marker') {
      gap.page = true
      continue
    }
    if (furniture !== null) {
      paragraph = null
      gap = { blank: false, page: false }
      continue
    }
    if (paragraph !== null && !numbers.has(i) && continues(table, paragraph, i, gap, wrapping, style)) {
      joins[i] = paragraph.last
      extend(table, paragraph, i, wrapping[i]?.width ?? 0, gap.page)
    } else paragraph = begin(table, i)
    gap = { blank: false, page: false }
  }
  return joins
}

interface BlankStyle {
  /** Nearly every two lines have a blank line between them, wrapped ones as well. */
  everywhere: boolean
  /** Paragraphs are separated by blank lines. */
  paragraphs: boolean
}

const blankStyle = (table: LineTable): BlankStyle => {
  let pairs = 0
  let blanks = 0
  let previous = -1
  for (let i = 0; i < table.starts.length; i++) {
    if (isBlank(table, i)) continue
    if (previous >= 0) {
      pairs++
      if (i - previous > 1) blanks++
    }
    previous = i
  }
  return { everywhere: pairs >= 4 && blanks >= pairs * 0.9, paragraphs: pairs >= 4 && blanks >= pairs * 0.6 }
}

const begin = (table: LineTable, index: number): Paragraph => {
  const line = lineText(table, index)
  const paragraph: Paragraph = {
    last: index,
    lines: 1,
    head: line.slice(0, 200),
    tail: line.slice(-TAIL),
    running: /[，。；,;]/.test(line),
    sentence: /[。；;！？]/.test(line),
    label: startsLabel(line) && !/^[（(]/.test(line),
    width: table.widths[index] ?? 0,
    column: (table.widths[index] ?? 0) + (table.indents[index] ?? 0),
    open: 0,
    openLines: 0,
  }
  countBrackets(paragraph, line)
  return paragraph
}

const extend = (table: LineTable, paragraph: Paragraph, index: number, wrapWidth: number, page: boolean): void => {
  const line = lineText(table, index)
  const width = table.widths[index] ?? 0
  paragraph.last = index
  paragraph.lines++
  if (paragraph.head.length < 200) paragraph.head += line.slice(0, 200)
  paragraph.tail = (paragraph.tail + line.slice(-TAIL)).slice(-TAIL)
  paragraph.running ||= /[，。；,;]/.test(line)
  paragraph.sentence ||= /[。；;！？]/.test(line)
  paragraph.label ||= startsLabel(paragraph.head) && !/^[（(]/.test(paragraph.head)
  paragraph.width += width
  paragraph.column = !page && paragraph.column + width <= wrapWidth + 1.5 ? paragraph.column + width : width
  countBrackets(paragraph, line)
}

/** Quotation marks are left out: writers forget to close them. A closing bracket without an opening one is 1). */
const countBrackets = (paragraph: Paragraph, line: string): void => {
  if (paragraph.open > 0) paragraph.openLines++
  for (let i = 0; i < line.length; i++) {
    switch (line.charCodeAt(i)) {
      case 0x28: // (
      case 0xff08: // （
      case 0x300a: // 《
      case 0x3010: // 【
      case 0x3014: // 〔
        if (paragraph.open === 0) paragraph.openLines = 0
        paragraph.open++
        break
      case 0x29: // )
      case 0xff09: // ）
      case 0x300b: // 》
      case 0x3011: // 】
      case 0x3015: // 〕
        if (paragraph.open > 0) paragraph.open--
        break
    }
  }
  if (paragraph.openLines > LONGEST_BRACKET) paragraph.open = 0
}

/** Whether a closing bracket comes soon after, before any other bracket opens. */
const closesSoon = (table: LineTable, index: number, within: number): boolean => {
  const stretch = table.text.slice(table.starts[index] ?? 0, (table.starts[index] ?? 0) + within)
  return /^[^（(《【〔）)》】〕]*[）)》】〕]/.test(stretch)
}

/** An office alone on its line, with a date on the next. */
const isSignature = (table: LineTable, index: number): boolean => {
  if (!SIGNATURE.test(lineText(table, index))) return false
  let next = index + 1
  while (next < table.starts.length && isBlank(table, next)) next++
  return (
    next < table.starts.length && /^[\d二〇○零]{4}\s?年/.test(lineText(table, next)) && isOwnLine(lineText(table, next))
  )
}

const continues = (
  table: LineTable,
  paragraph: Paragraph,
  index: number,
  before: Gap,
  wrappings: (Wrapping | null)[],
  style: BlankStyle,
): boolean => {
  const hint = table.hints[paragraph.last]?.kind
  if (hint === 'heading' || hint === 'table-row' || hint === 'code' || table.hints[index] != null) return false
  const previous = lineText(table, paragraph.last)
  const next = lineText(table, index)
  if (previous.includes('\t') || next.includes('\t')) return false

  if (CLOSING_FIRST.test(next)) return true
  if (isLinkWord(table, index)) return true
  if (isLinkWord(table, paragraph.last))
    return !opens(table, paragraph, previous, index, next, { ...before, blank: false }, null)
  if (/^[、：:]/.test(next))
    return !before.blank && !TERMINAL.test(previous) && !SOFT.test(previous) && !COLON.test(previous)
  if (OPENING_LAST.test(previous)) return true
  if (paragraph.lines === 1 && isMarkerAlone(previous)) return !startsEnumerator(next) && !isMarkerAlone(next)
  if (
    /[A-Za-z]$/.test(previous) &&
    /^\d+(?:\.\d+)?(?:$|[\u4e00-\u9fff])/.test(next) &&
    (paragraph.running || paragraph.lines > 1)
  )
    return true

  const wrapping = wrappings[paragraph.last] != null ? (wrappings[index] ?? null) : null
  // A blank line behind every line says nothing.
  const gap = wrapping !== null && style.everywhere ? { ...before, blank: false } : before
  if (opens(table, paragraph, previous, index, next, gap, wrapping)) return false
  if (wrapping !== null && isFilled(table, paragraph, index, gap, wrapping))
    return !(TERMINAL.test(previous) && isTitle(next) && (table.widths[index] ?? 0) < wrapping.width - 2.5)
  if (paragraph.lines === 1 && (isOwnLine(previous) || (COLON.test(previous) && isSalutation(previous)))) return false
  if (paragraph.open === 0 && isSalutation(previous) && COLON.test(previous)) return false

  if (/[，、,]$/.test(previous)) return true
  if (paragraph.open === 0 && /[）)]$/.test(previous) && ENDS_WITH_OWNERS.test(paragraph.tail))
    return /^[（(]/.test(next)
  if (paragraph.open > 0) {
    if (wrapping !== null) return true
    if (closesSoon(table, index, TERMINAL.test(previous) ? 60 : 120)) return true
  }
  if (/\d$/.test(previous) && startsUnitOfMeasure(next) && (wrapping !== null || paragraph.running)) return true
  if (/^\d+(?:\.\d+)?$/.test(previous) && paragraph.lines > 1) return true
  // A title on two lines: 关于加强……⏎……的通知.
  if (!paragraph.running && /关于[^，。；：]{0,30}$/.test(paragraph.head) && isTitle(next) && !isTitle(paragraph.head))
    return true
  return wrapping === null
    ? continuesPlain(paragraph, previous, next, gap, style)
    : continuesWrapped(table, paragraph, previous, index, next, gap, wrapping)
}

/** 整改⏎责任人：, where both 责任人： and the whole are labels. */
const isRestOfLabel = (previous: string, next: string): boolean =>
  [2, 3, 4].some(
    (length) => /(?:^|[。；;)） ])$/.test(previous.slice(0, -length)) && startsLabel(previous.slice(-length) + next),
  )

/** （⏎三⏎）: a bracket alone on its line, with what stands on the next two. */
const brokenMarker = (table: LineTable, index: number, line: string): string =>
  /^[（(]\s?[一二三四五六七八九十\d]{0,3}$/.test(line)
    ? line + lineText(table, index + 1) + lineText(table, index + 2)
    : ''

/** Whether a line opens a unit of its own after what stands before it. */
const opens = (
  table: LineTable,
  paragraph: Paragraph,
  previous: string,
  index: number,
  next: string,
  gap: Gap,
  wrapping: Wrapping | null,
): boolean => {
  if (startsEnumerator(next) || startsEnumerator(brokenMarker(table, index, next))) return !/第$/.test(previous)
  if (startsBullet(next) || startsMarkup(next)) return true
  if (isMonth(next)) return !/[，、至自于在到和年]$/.test(previous)
  if (startsLabel(next)) {
    if (paragraph.open > 0 || (wrapping !== null && isRestOfLabel(previous, next))) return false
    // (牵头单位：…) at the end of a wrapped paragraph belongs to it.
    return !(wrapping !== null && /^[（(]/.test(next) && paragraph.running && !gap.blank)
  }
  // A number or date in brackets may also be a fragment of the sentence.
  if (isOwnLine(next))
    return (
      paragraph.open === 0 &&
      !/[，、至自于在截]$/.test(previous) &&
      ((!paragraph.running && (!/^[（(]/.test(next) || isTitle(paragraph.head))) ||
        gap.blank ||
        TERMINAL.test(previous) ||
        COLON.test(previous))
    )
  if (startsOrdinalWord(next))
    return (
      !(wrapping !== null && isFilled(table, paragraph, index, gap, wrapping)) &&
      (TERMINAL.test(previous) ||
        SOFT.test(previous) ||
        COLON.test(previous) ||
        (/[，,]$/.test(previous) && (wrapping === null || gap.blank)))
    )
  return isSignature(table, index) && !/[，、,]$/.test(previous)
}

/**
 * Whether the paragraph goes on for certain: a line without the mark that opens paragraphs here, behind one that is
 * filled. Whatever the two say; a full stop may well stand at the end of a line.
 */
const isFilled = (table: LineTable, paragraph: Paragraph, index: number, gap: Gap, wrapping: Wrapping): boolean => {
  const { width, strictly, spaced } = wrapping
  const unmarked = strictly ? (table.indents[index] ?? 0) < 1.5 && !gap.blank : spaced && !gap.blank
  return unmarked && paragraph.column >= width - NEARLY
}

/** Where each paragraph is one line, only what is certain is joined. */
const continuesPlain = (paragraph: Paragraph, previous: string, next: string, gap: Gap, style: BlankStyle): boolean => {
  const ended = TERMINAL.test(previous) || COLON.test(previous)
  const soft = SOFT.test(previous)
  if (gap.page) return !ended && !soft && paragraph.running && paragraph.width >= 20
  if (soft && !gap.blank && style.paragraphs && paragraph.running) return true
  // No heading is as long as this, and a sentence goes on below.
  return (
    !ended &&
    !soft &&
    !paragraph.label &&
    (paragraph.sentence || /[，,].*[，,]/.test(paragraph.head)) &&
    paragraph.width >= 45 &&
    /[\u4e00-\u9fffA-Za-z0-9]$/.test(previous) &&
    /[，。；,;]/.test(next) &&
    !isTitle(next)
  )
}

const continuesWrapped = (
  table: LineTable,
  paragraph: Paragraph,
  previous: string,
  index: number,
  next: string,
  gap: Gap,
  wrapping: Wrapping,
): boolean => {
  const { width, fragmented, indented, strictly, spaced } = wrapping
  const hasIndent = (table.indents[index] ?? 0) >= 1.5
  const ended = TERMINAL.test(previous)
  const soft = SOFT.test(previous)
  const colon = COLON.test(previous)
  const full = paragraph.column >= width - (paragraph.lines === 1 ? NEARLY : 2.5)
  const nextWidth = table.widths[index] ?? 0
  const sum = paragraph.column + nextWidth
  const fits = sum <= width + 1.5
  const headed = paragraph.lines === 1 && !paragraph.sentence && startsEnumerator(paragraph.head)
  if (strictly && hasIndent) return false
  if (spaced && gap.blank && !gap.page) return false
  if (gap.blank && !gap.page) return !ended && !soft && !colon && paragraph.running && full && !headed
  if (indented && hasIndent && (ended || soft || colon || headed || !full)) return false
  const touchesMark = /^[“《（〔(]/.test(next) || /[”》）〕)]$/.test(previous)
  if (paragraph.label) return isLabelAlone(previous) || (!ended && (full || (fragmented && fits && touchesMark)))
  if (colon) return isLabelAlone(previous)
  if (ended) {
    if (isTitle(next) && nextWidth < width - 2.5) return false
    return full || (fragmented && fits)
  }
  if (soft) return full || (fragmented && fits)

  const isHeading = startsEnumerator(paragraph.head) && !paragraph.sentence && paragraph.width <= width * 2
  if (full) return !(isTitle(paragraph.head) && !paragraph.running)
  if (isHeading || !paragraph.running) {
    if (isTitle(paragraph.head) && !startsEnumerator(paragraph.head)) return /^[（(](?:19|20)\d\d/.test(next)
    if (!fits || !fragmented) return false
    return touchesMark || (isHeading && sum >= width - 1.5)
  }
  return !(isTitle(next) && !fits)
}
