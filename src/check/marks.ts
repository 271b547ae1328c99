import { readEnumerator } from '../structure/enumerators.ts'
import type { Scheme } from '../structure/schemes.ts'
import type { Section } from '../structure/tree.ts'
import { formatChineseNumber } from '../text/numerals.ts'

/** What has a number: a unit of the tree, or a mark inside a paragraph that opens none since its number came before. */
export type Numbered = Pick<Section, 'enumerator' | 'inline' | 'start'>

/** Where a mark of the scheme may open a point inside a paragraph, by form. */
const INLINE_MARKS: Partial<Record<Scheme, RegExp>> = {
  han: /[一二三四五六七八九十]{1,3}[、.．]/g,
  'han-paren': /[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]/g,
  arabic: /(?<!\d)\d{1,2}[、.．]/g,
  'arabic-paren': /(?<!\d)[（(]?\s*\d{1,2}\s*[)）]/g,
  circled: /[①-⑳⑴-⒇]/g,
}
const AFTER_STOP = /[。；;：:！？!?”）)]\s*$/

/** （2）…。（2）…: marks of the same row on the line of a unit whose numbers go back, so that the tree has no place for them. */
export function repeatsIn(text: string, { enumerator, end }: Section): { section: Numbered; value: number }[] {
  const { scheme, ordinal } = enumerator
  const candidate = INLINE_MARKS[scheme]
  if (!candidate || ordinal === null || ordinal < 2) return []
  const lineEnd = text.indexOf('\n', enumerator.end)
  const key = keyOf({ enumerator })
  const items: { section: Numbered; value: number }[] = []
  for (const match of text.slice(enumerator.end, lineEnd < 0 ? end : Math.min(end, lineEnd)).matchAll(candidate)) {
    const at = enumerator.end + match.index
    if (!AFTER_STOP.test(text.slice(Math.max(0, at - 3), at))) continue
    const mark = readEnumerator(text, at, false)
    if (!mark || mark.ordinal === null || mark.ordinal < 2 || mark.ordinal > ordinal) continue
    if (keyOf({ enumerator: mark }) !== key || !/[\u4e00-\u9fff“《]/.test(text.charAt(mark.end))) continue
    items.push({ section: { enumerator: mark, inline: true, start: at }, value: mark.ordinal })
  }
  return items
}

/** Rows are told apart by scheme, and within one by what is before the number: 任务一 and 议题一, 1.1 and 2.1. */
export function keyOf({ enumerator }: Pick<Section, 'enumerator'>): string {
  const { scheme, marker } = enumerator
  if (scheme === 'named') return `named:${marker.slice(0, 2)}`
  if (scheme === 'arabic-pair') return `pair:${marker.split('.')[0] ?? ''}`
  if (scheme === 'arabic-paren' && !/^[(（]/.test(marker)) return 'arabic-paren:open'
  if (scheme === 'circled') return `circled:${(marker.codePointAt(0) ?? 0) >= 0x2474 ? 'paren' : 'ring'}`
  return scheme
}

/** The marker with another number in it, in the same spelling. */
export function markerWith({ enumerator }: Pick<Section, 'enumerator'>, value: number): string {
  const { marker, scheme } = enumerator
  const circled = /[①-⒛㈠-㈩]/.exec(marker)?.[0]
  if (circled !== undefined) {
    const now = enumerator.ordinal ?? 1
    return marker.replace(circled, String.fromCodePoint((circled.codePointAt(0) ?? 0) - now + value))
  }
  if (scheme === 'arabic-pair') return marker.replace(/(\.)\d+/, `$1${value}`)
  if (/\d/.test(marker)) return marker.replace(/\d+/, String(value))
  return marker.replace(/[一二三四五六七八九十百零〇]+/, formatChineseNumber(value))
}

/** Where the marker of a section stands. */
export const markerRange = ({ enumerator }: Pick<Section, 'enumerator'>): { start: number; end: number } => ({
  start: enumerator.start,
  end: Math.max(enumerator.start + enumerator.marker.length, enumerator.start + 1),
})
