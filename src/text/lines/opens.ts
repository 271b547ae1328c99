import {
  isMonth,
  isOwnLine,
  isTitle,
  startsBullet,
  startsEnumerator,
  startsLabel,
  startsMarkup,
  startsOrdinalWord,
} from './openers.ts'
import { COLON, type Seam, SOFT, TERMINAL } from './seam.ts'
import { isBlank, type LineTable, lineText } from './table.ts'

const SIGNATURE = /^[\u4e00-\u9fff（）() ]{4,30}$/

/** Whether a line opens a unit of its own after what stands before it. */
export const opens = ({ table, paragraph, index, previous, next, gap, wrapping, filled }: Seam): boolean => {
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
      !filled &&
      (TERMINAL.test(previous) ||
        SOFT.test(previous) ||
        COLON.test(previous) ||
        (/[，,]$/.test(previous) && (wrapping === null || gap.blank)))
    )
  return isSignature(table, index) && !/[，、,]$/.test(previous)
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

/** An office alone on its line, with a date on the next. */
const isSignature = (table: LineTable, index: number): boolean => {
  if (!SIGNATURE.test(lineText(table, index))) return false
  let next = index + 1
  while (next < table.starts.length && isBlank(table, next)) next++
  return (
    next < table.starts.length && /^[\d二〇○零]{4}\s?年/.test(lineText(table, next)) && isOwnLine(lineText(table, next))
  )
}
