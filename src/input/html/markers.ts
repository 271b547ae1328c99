const DIGITS = '零一二三四五六七八九'

const chinese = (n: number): string => {
  if (n < 10) return DIGITS[n] ?? ''
  if (n < 100) {
    const tens = Math.floor(n / 10)
    return `${tens > 1 ? DIGITS[tens] : ''}十${n % 10 > 0 ? DIGITS[n % 10] : ''}`
  }
  return String(n)
}

const letters = (n: number): string => {
  let text = ''
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  return text
}

const ROMAN: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const roman = (n: number): string => {
  let text = ''
  let rest = n
  for (const [value, sign] of ROMAN)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}

/** What a browser puts before an item of a numbered list. */
export const listMarker = (n: number, style: string): string => {
  if (n < 1 || n > 3999) return `${n}. `
  if (/cjk|chinese|japanese/.test(style)) return `${chinese(n)}、`
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
      return `${roman(n)}. `
    case 'I':
    case 'upper-roman':
      return `${roman(n).toUpperCase()}. `
    case 'none':
      return ''
    default:
      return `${n}. `
  }
}

/** Items that carry their number in their own text need no other. */
export const NUMBERED =
  /^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）.．、]|[①-⒛㈠-㈩]|第[\d一二三四五六七八九十]{1,4}[条章节项]|[一二三四五六七八九十]{1,3}是)/
