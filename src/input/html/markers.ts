import { formatNumber } from '../number-formats.ts'

/** a … z, aa, ab: browsers count on, where Word doubles the letter. */
const letters = (n: number): string => {
  let text = ''
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

/** What a browser puts before an item of a numbered list. */
export const listMarker = (n: number, style: string): string => {
  if (n < 1 || n > 3999) return `${n}. `
  if (/cjk|chinese|japanese/.test(style)) return `${formatNumber(n, 'chineseCountingThousand')}、`
  switch (style) {
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return `${letters(n)}. `
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return `${letters(n).toUpperCase()}. `
    case 'i':
    case 'lower-roman':
      return `${formatNumber(n, 'lowerRoman')}. `
    case 'I':
    case 'upper-roman':
      return `${formatNumber(n, 'upperRoman')}. `
    case 'none':
      return ''
    default:
      return `${n}. `
  }
}

/** Items that carry their number in their own text need no other. */
export const NUMBERED =
  /^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⒛㈠-㈩]|第[\d一二三四五六七八九十]{1,4}[条章节项]|[一二三四五六七八九十]{1,3}是)/
