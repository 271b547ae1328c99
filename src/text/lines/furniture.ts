import {
  CARD_LABELS,
  CARD_TITLES,
  FURNITURE_CUES,
  type FurnitureCue,
  type FurnitureKind,
  RELATED_HEADS,
  SHARE_WORDS,
} from '../lexicon.ts'
import { startsEnumerator, startsLabel, startsUnitOfMeasure } from './openers.ts'
import { isBlank, type LineTable, lineText } from './table.ts'

const LONGEST = Math.max(...FURNITURE_CUES.map((cue) => cue.maxLength))
const PAGE_MARKER = /^#*\s*page\s*\d{1,5}(?:\s*of\s*\d{1,5})?\s*[:：]?$/i
const PAGE_NUMBER =
  /^(?:[-—–－―─]+\s*\d{1,4}\s*[-—–－―─]+|第\s*\d{1,4}\s*页(?:\s*[/，,、]?\s*共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页\s*第\s*\d{1,4}\s*页|\d{1,4}\s?\/\s?\d{1,4}|[·•]\s*\d{1,4}\s*[·•])$/
const LONE_NUMBER = /^\d{1,4}$/
const NAVIGATION_ARROW = /^[>＞»]$/

/**
 * Says which lines are page furniture. Only whole lines are judged, by cue words kept as data; what stands in doubt
 * stays text.
 */
export const markFurniture = (table: LineTable): void => {
  const count = table.starts.length
  const filled: number[] = []
  for (let i = 0; i < count; i++) if (!isBlank(table, i)) filled.push(i)
  for (let place = 0; place < filled.length; place++) {
    const index = filled[place] ?? 0
    const length = (table.ends[index] ?? 0) - (table.starts[index] ?? 0)
    if (
      length > LONGEST ||
      (table.hints[index] ?? table.cells[index] ?? null) !== null ||
      table.furniture[index] !== null
    )
      continue
    const line = lineText(table, index)
    const kind = PAGE_MARKER.test(line)
      ? 'page-marker'
      : PAGE_NUMBER.test(line)
        ? 'page-number'
        : cueKind(line, place, filled.length)
    if (kind === null) {
      if (RELATED_HEADS.has(bare(line))) markRelated(table, filled, place)
      continue
    }
    table.furniture[index] = kind
    if (kind === 'share') markRun(table, filled, place, 'share', (next) => SHARE_WORDS.has(bare(next)))
    // 来源： with its value on the next line.
    if (kind === 'publication' && /^[^:：]{2,6}[:：]$/.test(line)) {
      const next = filled[place + 1]
      if (next === index + 1 && /^[^，。；：:]{2,24}$/.test(lineText(table, next))) table.furniture[next] = kind
    }
  }
  markToolbarLetters(table, filled)
  markNavigation(table, filled)
  markLastCrumb(table, filled)
  markSplitPublication(table, filled)
  markCard(table, filled)
  markLoneNumbers(table, filled)
}

/** • 发布时间：…, - 设为首页, ?发布时间：…: a list of what belongs to the page, with marks or with pictures that were lost. */
const unmarked = (line: string): string => line.replace(/^(?:[•·●?？]\s*|[-*]\s+(?!\d))/, '')

/** Without the colon and the spaces at the end. */
const bare = (line: string): string => line.replace(/[\s:：>＞»]+$/, '')

/** @param words the line, bare */
const matches = (cue: FurnitureCue, line: string, words: string, place: number, total: number): boolean => {
  if (line.length > cue.maxLength) return false
  if (cue.top !== null || cue.bottom !== null) {
    const inTop = cue.top !== null && place < cue.top
    const inBottom = cue.bottom !== null && place >= total - cue.bottom
    if (!inTop && !inBottom) return false
  }
  return cue.exact.has(words) || cue.prefix.some((word) => line.startsWith(word)) || (cue.pattern?.test(line) ?? false)
}

const cueKind = (whole: string, place: number, total: number): FurnitureKind | null => {
  const line = unmarked(whole)
  const words = bare(line)
  for (const cue of FURNITURE_CUES) if (matches(cue, line, words, place, total)) return cue.kind
  return null
}

const markRun = (
  table: LineTable,
  filled: number[],
  place: number,
  kind: FurnitureKind,
  belongs: (line: string) => boolean,
): void => {
  for (let i = place + 1; i < filled.length; i++) {
    const index = filled[i] ?? 0
    if (!belongs(lineText(table, index))) return
    table.furniture[index] = kind
  }
}

/** A list of links: short lines that are no sentences. The heading alone is furniture only if nothing but links follows. */
const markRelated = (table: LineTable, filled: number[], place: number): void => {
  const isLink = (line: string): boolean =>
    line.length <= 48 && !/[。；！]$/.test(line) && !startsEnumerator(line) && !startsLabel(line)
  let end = place + 1
  const isOther = (at: number): boolean => {
    const index = filled[at] ?? 0
    const kind = table.furniture[index] ?? cueKind(lineText(table, index), at, filled.length)
    return kind !== null && kind !== 'related'
  }
  while (end < filled.length && isLink(lineText(table, filled[end] ?? 0)) && !isOther(end)) end++
  // A heading 相关内容 in the middle of a document, with sentences below it, is a heading.
  const atEnd = end === filled.length || isOther(end)
  if (!atEnd && end === place + 1) return
  for (let i = place; i < end; i++) table.furniture[filled[i] ?? 0] = 'related'
}

/** 大 中 小 and 【 】 are toolbar only beside other pieces of a toolbar. */
const markToolbarLetters = (table: LineTable, filled: number[]): void => {
  const isLetter = (place: number): boolean => {
    const index = filled[place]
    return (
      index !== undefined &&
      table.furniture[index] === 'toolbar' &&
      (table.ends[index] ?? 0) - (table.starts[index] ?? 0) === 1
    )
  }
  for (let place = 0; place < filled.length; place++) {
    if (!isLetter(place)) continue
    let first = place
    let last = place
    while (isLetter(first - 1)) first--
    while (isLetter(last + 1)) last++
    const beside = (at: number): boolean => {
      const index = filled[at]
      return index !== undefined && table.furniture[index] === 'toolbar'
    }
    if (!beside(first - 1) && !beside(last + 1))
      for (let i = first; i <= last; i++) table.furniture[filled[i] ?? 0] = null
    place = last
  }
}

/** 首页 on a line of its own near the top, with the steps of the path on the lines below it. */
const markNavigation = (table: LineTable, filled: number[]): void => {
  for (let place = 0; place < Math.min(filled.length, 30); place++) {
    const index = filled[place] ?? 0
    if (!/^(?:网站)?(?:首页|主页)$/.test(lineText(table, index))) continue
    table.furniture[index] = 'breadcrumb'
    let arrow = false
    for (let next = place + 1; next < filled.length; next++) {
      const line = filled[next] ?? 0
      if (line !== (filled[next - 1] ?? 0) + 1) break
      const text = lineText(table, line)
      const isArrow = NAVIGATION_ARROW.test(text)
      if (!isArrow && !(arrow && /^[^，。；：]{2,16}$/.test(text)) && !/^[\u4e00-\u9fff]{2,6}$/.test(text)) break
      table.furniture[line] = 'breadcrumb'
      arrow = isArrow
    }
  }
  // The name of the site stands above the path.
  const first = filled[0]
  const second = filled[1]
  if (first === undefined || second === undefined || table.furniture[second] !== 'breadcrumb') return
  if (table.furniture[first] === null && /^[^，。；：]{2,20}(?:网|网站|在线|门户|频道)$/.test(lineText(table, first)))
    table.furniture[first] = 'breadcrumb'
}

/** 当前位置：首页 > 工作动态, and 工作动态 on the line below it: the name of the page's list, no heading. */
const markLastCrumb = (table: LineTable, filled: number[]): void => {
  for (let place = 0; place + 1 < Math.min(filled.length, 30); place++) {
    const index = filled[place] ?? 0
    const next = filled[place + 1] ?? 0
    if (table.furniture[index] !== 'breadcrumb' || table.furniture[next] !== null) continue
    const crumb = /[>＞»]\s*([^>＞»\s]{2,16})\s*$/.exec(lineText(table, index))?.[1]
    if (crumb !== undefined && crumb === lineText(table, next)) table.furniture[next] = 'breadcrumb'
  }
}

/** 时间： and its value on two lines, beside 来源： on two lines. */
const markSplitPublication = (table: LineTable, filled: number[]): void => {
  for (let place = 0; place + 1 < Math.min(filled.length, 40); place++) {
    const index = filled[place] ?? 0
    const next = filled[place + 1] ?? 0
    if (table.furniture[index] !== null || !/^(?:时间|日期|发布)[:：]$/.test(lineText(table, index))) continue
    if (!/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/.test(lineText(table, next))) continue
    table.furniture[index] = 'publication'
    table.furniture[next] = 'publication'
  }
}

/** So many lines may stand above the end of a card, and so many labels make one. */
const CARD_WITHIN = 40
const CARD_LEAST = 3
const LONGEST_CARD_VALUE = 60

/** 索引号⏎000014348/2023⏎发布机构⏎县政府办: the card of a document, its labels and values on lines of their own. */
const markCard = (table: LineTable, filled: number[]): void => {
  const within = Math.min(filled.length, CARD_WITHIN)
  const labelAt = (place: number): string | null => {
    const index = place < within ? filled[place] : undefined
    if (index === undefined || table.furniture[index] !== null) return null
    const words = bare(lineText(table, index)).replace(/\s/g, '')
    return CARD_LABELS.has(words) ? words : null
  }
  const labels = [...Array(within).keys()].flatMap((place) => {
    const label = labelAt(place)
    return label === null ? [] : [{ place, label }]
  })
  if (labels.length < CARD_LEAST) return
  for (const { place, label } of labels) {
    table.furniture[filled[place] ?? 0] = 'publication'
    const next = filled[place + 1]
    if (next === undefined || CARD_TITLES.has(label) || labels.some((other) => other.place === place + 1)) continue
    const value = lineText(table, next)
    if (value.length <= LONGEST_CARD_VALUE && !/[。；;：:]$/.test(value)) table.furniture[next] ??= 'publication'
  }
}

/**
 * A number alone on its line is a page number when it belongs to a series 3, 4, 5 … or stands between blank lines or at
 * the end, and neither neighbour needs it (PM⏎2.5⏎浓度, 完成⏎25⏎项).
 */
const markLoneNumbers = (table: LineTable, filled: number[]): void => {
  const lone: { index: number; value: number; needed: boolean }[] = []
  for (let place = 0; place < filled.length; place++) {
    const index = filled[place] ?? 0
    if (table.furniture[index] !== null || (table.hints[index] ?? table.cells[index] ?? null) !== null) continue
    if ((table.ends[index] ?? 0) - (table.starts[index] ?? 0) > 4) continue
    const line = lineText(table, index)
    if (!LONE_NUMBER.test(line)) continue
    const before = place > 0 ? lineText(table, filled[place - 1] ?? 0) : ''
    const after = place + 1 < filled.length ? lineText(table, filled[place + 1] ?? 0) : ''
    const needed =
      /[A-Za-z0-9.第约达近超到至少于为长降升过]$/.test(before) ||
      startsUnitOfMeasure(after) ||
      /^[.、．)）]/.test(after)
    lone.push({ index, value: Number(line), needed })
  }
  for (const [i, { index, value, needed }] of lone.entries()) {
    const previous = lone[i - 1]
    const next = lone[i + 1]
    const inSeries =
      (previous !== undefined && value - previous.value === 1 && index - previous.index > 4) ||
      (next !== undefined && next.value - value === 1 && next.index - index > 4)
    const apart =
      (index === 0 || isBlank(table, index - 1)) && (index === table.starts.length - 1 || isBlank(table, index + 1))
    // Between blank lines, the pages before and behind it are better witnesses than the words: …管理⏎⏎3⏎⏎条例…
    if (needed ? inSeries && apart : inSeries || (apart && table.starts.length > 8))
      table.furniture[index] = 'page-number'
  }
}
