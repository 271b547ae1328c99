import { LABELS } from '../lexicon.ts'
import type { BlankStyle } from './blank-style.ts'
import { isLinkWord } from './link.ts'
import {
  isLabelAlone,
  isMarkerAlone,
  isOwnLine,
  isSalutation,
  isTitle,
  startsEnumerator,
  startsUnitOfMeasure,
} from './openers.ts'
import { opens } from './opens.ts'
import type { Paragraph } from './paragraph.ts'
import { COLON, type Gap, isFilled, NEARLY, type Seam, SOFT, TERMINAL } from './seam.ts'
import { type LineTable, lineText } from './table.ts'
import type { Wrapping } from './wrap.ts'

/** ??? 张某某主持会议: the indent of a paragraph, its characters lost. */
const LOST_INDENT = /^[?？]{2,6}[ \u00a0\u3000]?(?=[\u4e00-\u9fff])/
const CLOSING_FIRST = /^[。，；！？）)”’》〉】〕」』,;!?…]/
const OPENING_LAST = /[（(《〈“‘【〔「『]$/
/** (牵头单位：…) or （……负责） at the end: what is owned ends here, whatever the line's length. */
const ENDS_WITH_OWNERS = new RegExp(`(?:[（(](?:${LABELS})[:：][^。]*|负责)[）)]$`)

/** Whether a line goes on with the paragraph before it. */
export const continues = (
  table: LineTable,
  paragraph: Paragraph,
  index: number,
  before: Gap,
  wrappings: readonly (Wrapping | null)[],
  style: BlankStyle,
): boolean => {
  const hint = table.hints[paragraph.last]?.kind
  if (hint === 'heading' || hint === 'table-row' || hint === 'code' || table.hints[index] != null) return false
  const previous = lineText(table, paragraph.last)
  const next = lineText(table, index)
  if (previous.includes('\t') || next.includes('\t')) return false
  const wrapping = wrappings[paragraph.last] != null ? (wrappings[index] ?? null) : null
  // A blank line behind every line says nothing.
  const gap = wrapping !== null && style.everywhere ? { ...before, blank: false } : before
  const filled = wrapping !== null && isFilled(table, paragraph, index, gap, wrapping)
  const seam: Seam = { table, paragraph, index, previous, next, gap, wrapping, filled }
  return continuesByMarks(seam, before) ?? continuesByForm(seam, style)
}

/** What the characters on both sides decide alone; null where they do not. */
const continuesByMarks = (seam: Seam, before: Gap): boolean | null => {
  const { table, paragraph, index, previous, next } = seam
  if (LOST_INDENT.test(next)) return false
  if (CLOSING_FIRST.test(next)) return true
  if (isLinkWord(table, index)) return true
  if (isLinkWord(table, paragraph.last))
    return !opens({ ...seam, gap: { ...before, blank: false }, wrapping: null, filled: false })
  if (/^[、：:]/.test(next))
    return !before.blank && !TERMINAL.test(previous) && !SOFT.test(previous) && !COLON.test(previous)
  if (OPENING_LAST.test(previous)) return true
  if (paragraph.lines === 1 && isMarkerAlone(previous)) return !startsEnumerator(next) && !isMarkerAlone(next)
  return /[A-Za-z]$/.test(previous) &&
    /^\d+(?:\.\d+)?(?:$|[\u4e00-\u9fff])/.test(next) &&
    (paragraph.running || paragraph.lines > 1)
    ? true
    : null
}

/** What the forms of the paragraph and of the line say: an opening, a title, an open bracket, the widths. */
const continuesByForm = (seam: Seam, style: BlankStyle): boolean => {
  const { table, paragraph, index, previous, next, wrapping, filled } = seam
  if (opens(seam)) return false
  if (wrapping !== null && filled)
    return !(TERMINAL.test(previous) && isTitle(next) && (table.widths[index] ?? 0) < wrapping.width - 2.5)
  if (paragraph.lines === 1 && isOwnLine(previous)) return false
  if ((paragraph.lines === 1 || paragraph.open === 0) && COLON.test(previous) && isSalutation(previous)) return false

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
  return wrapping === null ? continuesPlain(seam, style) : continuesWrapped(seam, wrapping)
}

/** Whether a closing bracket comes soon after, before any other bracket opens. */
const closesSoon = (table: LineTable, index: number, within: number): boolean => {
  const stretch = table.text.slice(table.starts[index] ?? 0, (table.starts[index] ?? 0) + within)
  return /^[^（(《【〔）)》】〕]*[）)》】〕]/.test(stretch)
}

/** Where each paragraph is one line, only what is certain is joined. */
const continuesPlain = ({ paragraph, previous, next, gap }: Seam, style: BlankStyle): boolean => {
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

/** Where lines are broken at a width, a line that is full goes on below. */
const continuesWrapped = (
  { table, paragraph, index, previous, next, gap }: Seam,
  { width, fragmented, indented, strictly, spaced }: Wrapping,
): boolean => {
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
