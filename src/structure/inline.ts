import { allMatches } from '../text/matches.ts'
import { COUNTED, readEnumerator } from './enumerators.ts'
import type { Enumerator, Scheme } from './schemes.ts'

/** Where an enumerator may start inside a paragraph, by form alone. */
const CANDIDATE = new RegExp(
  `[第其][一二三四五六七八九十]{1,3}(?:${COUNTED})?[，,、：:]|${/第[一二三四五六]阶段(?=[，,：:（(])|第?[一二三四五六七八九十]{1,3}(?:是|要|抓|、|，|,|[.．])|[(（]\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]|\d{1,2}(?:[.．、)）])|[①-⑳⑴-⒇]|首先|其次|再次|再者|再就是|最后/.source}`,
  'g',
)

/** So much further than the paragraph a mark at its end is read. */
const LONGEST_MARK = 8

/** What may stand before it: a point opens after a stop, or after the colon that announces it. */
const AFTER_STOP = /[。；;：:！!？?”"）)\s]/
const AFTER_COMMA = /[，,]/

const INLINE: ReadonlySet<Scheme> = new Set<Scheme>([
  'han',
  'han-paren',
  'arabic',
  'arabic-paren',
  'circled',
  'is',
  'must',
  'grasp',
  'ordinal',
  'sequence',
])

/** What the rest of the document tells: which points have been opened before, and which line starts follow. */
export interface InlineContext {
  /** Last number of the scheme that is still open where the paragraph starts, or null. */
  open(scheme: Scheme): number | null
  /** Whether a later line starts with this number of the scheme. */
  follows(scheme: Scheme, ordinal: number): boolean
}

/**
 * Finds the enumerators inside a paragraph: 一是…。二是…; 1.…2.…; first by form, then by sequence,
 * since 一要 in 统一要素, 第一 in 全国第一 and 2.5 in PM2.5 look like them.
 *
 * @param first the enumerator that opens the paragraph, if one does
 * @param labelled whether the stretch is the text of a label
 */
export function findInlineEnumerators(
  text: string,
  start: number,
  end: number,
  first: Enumerator | null,
  context: InlineContext,
  labelled = false,
): Enumerator[] {
  const found: Enumerator[] = []
  let last: Enumerator | null = null
  // not all of the text that follows: it may hold no further candidate for megabytes
  const from = first ? first.end : start
  for (const match of allMatches(CANDIDATE, text.slice(from, end + LONGEST_MARK))) {
    const at = from + match.index
    if (at >= end) break
    // a point may open the text of a label (整改措施：一是…), not that of a line, which has been looked at already
    if (at < start || (at === start && !labelled)) continue
    const before = text.charAt(at - 1)
    const stopped = AFTER_STOP.test(before) && !(before === '）' && /\d/.test(text.charAt(at)))
    const comma = AFTER_COMMA.test(before)
    const named = isNamedList(text, at, end)
    const below = opensBelow(text, first, at)
    if (!stopped && !comma && !named && !below && at !== first?.end) continue
    const enumerator = readEnumerator(text, at, false)
    if (!enumerator || !INLINE.has(enumerator.scheme)) continue
    if (comma && !['is', 'must', 'grasp'].includes(enumerator.scheme)) continue
    if (
      /[\s]/.test(before) &&
      /[^\s。；;：:！!？?”"）)]\s+$/.test(text.slice(Math.max(start, at - 3), at)) &&
      !strong(enumerator.scheme)
    )
      continue
    if (below && enumerator.scheme === 'han-paren') last = enumerator
    found.push(enumerator)
  }
  return inSequence(found, first, context, last)
}

/** 十大工程一是…。二是…: what is listed stands right before the first number. */
const isNamedList = (text: string, at: number, end: number): boolean =>
  text.startsWith('一是', at) &&
  /(?:工程|任务|工作|方面|措施|重点|目标|实事|要求|行动)$/.test(text.slice(Math.max(0, at - 4), at)) &&
  /[。；;，,]二是/.test(text.slice(at, Math.min(end, at + 400)))

/** Schemes whose form is enough after mere white space. */
const strong = (scheme: Scheme): boolean =>
  scheme === 'han' || scheme === 'han-paren' || scheme === 'is' || scheme === 'must'

/** 一要…。二要…。三是…: one list, however its numbers go on. */
const POINTS: readonly Scheme[] = ['is', 'must', 'grasp']

/** 一、夯实工作基础（十四）落实值班制度: a heading, and the first one below it, on one line. */
const opensBelow = (text: string, first: Enumerator | null, at: number): boolean =>
  first?.scheme === 'han' &&
  /^[（(]/.test(text.charAt(at)) &&
  /^[\u4e00-\u9fff“”]{4,24}$/.test(text.slice(first.end, at)) &&
  /^[（(][一二三四五六七八九十]{1,3}[）)](?![期级类批号区标]|[，,。；;、])/.test(text.slice(at, at + 7))

/** @param below the heading that stands right behind another one, whatever its number */
function inSequence(
  found: Enumerator[],
  first: Enumerator | null,
  context: InlineContext,
  below: Enumerator | null,
): Enumerator[] {
  const kept: Enumerator[] = []
  const last = new Map<Scheme, number>()
  if (first && first.ordinal !== null) last.set(first.scheme, first.ordinal)
  /** By scheme: the last of those that can come after a first. */
  const seconds = new Map<Scheme, number>()
  for (const [i, e] of found.entries()) if (follows(e.scheme, 1, e.ordinal)) seconds.set(e.scheme, i)
  for (const [i, e] of found.entries()) {
    const n = e.ordinal
    if (n === null) continue
    const before = last.get(e.scheme) ?? context.open(e.scheme)
    const other = n > 1 && before === null ? POINTS.find((scheme) => last.get(scheme) === n - 1) : undefined
    if (other !== undefined && POINTS.includes(e.scheme)) {
      last.set(other, n)
      kept.push({ ...e, scheme: other })
      continue
    }
    const ok =
      (e === below && n > 1) ||
      (n === 1
        ? (seconds.get(e.scheme) ?? -1) > i || context.follows(e.scheme, 2) || (e.scheme === 'is' && !last.has('is'))
        : before !== null && follows(e.scheme, before, n))
    if (!ok) continue
    last.set(e.scheme, n)
    kept.push(e)
  }
  return kept
}

/** Whether `next` can come after `n`; one number may be missing, 最后 may follow any. */
function follows(scheme: Scheme, n: number, next: number | null): boolean {
  if (next === null) return false
  return scheme === 'sequence' ? next > n || next === 3 : next === n + 1 || next === n + 2
}
