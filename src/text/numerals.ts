/** Digits as written in prose, in years (〇 ○) and on cheques (壹 贰). */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...'零一二三四五六七八九'].map((char, value): [string, number] => [char, value]),
  ...[...'零壹贰叁肆伍陆柒捌玖'].map((char, value): [string, number] => [char, value]),
  ...[...'〇弌弍弎'].map((char, value): [string, number] => [char, value]),
  ['○', 0],
  ['◯', 0],
  ['两', 2],
  ['兩', 2],
  ['貳', 2],
  ['叄', 3],
  ['參', 3],
  ['陸', 6],
  ['幺', 1],
])

const SMALL_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
])

const LARGE_UNITS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
])

/** 廿五 is 二十五. */
const CONTRACTED: ReadonlyMap<string, string> = new Map([
  ['廿', '二十'],
  ['卄', '二十'],
  ['卅', '三十'],
  ['卌', '四十'],
])

const ARABIC = /^(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.\d+)?/

/** Full-width ０–９ ． ， to half width, spaces out, contracted tens written out. */
const normalise = (text: string): string =>
  text
    .replace(/[\s\u3000]+/g, '')
    .replace(/[０-９．]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[廿卄卅卌]/g, (char) => CONTRACTED.get(char) ?? char)

/** 二〇二五 and 二五: digits in place-value notation; null when another character occurs. */
const parseDigitRow = (text: string): number | null => {
  if (text === '') return null
  let value = 0
  for (const char of text) {
    const digit = DIGITS.get(char)
    if (digit === undefined) return null
    value = value * 10 + digit
  }
  return value
}

/** A number below 万: 三百五, 一百零五, 十二. `unitAbove` is what a bare last digit is a tenth of (一万二: 万). */
const parseSection = (text: string, unitAbove: number): number | null => {
  if (text === '') return null
  const arabic = ARABIC.exec(text)?.[0]
  if (arabic !== undefined) {
    let value = Number(arabic.replace(/[,，]/g, ''))
    let scale = Number.POSITIVE_INFINITY
    let rest = text.slice(arabic.length)
    // 3千2百: digits in front of Chinese units.
    while (rest !== '') {
      const unit = SMALL_UNITS.get(rest.charAt(0))
      if (unit === undefined || unit >= scale) return null
      value = scale === Number.POSITIVE_INFINITY ? value * unit : value
      scale = unit
      rest = rest.slice(1)
      if (rest === '') return value
      const next = /^\d+/.exec(rest)?.[0]
      if (next === undefined) {
        const tail = parseSection(rest, unit)
        return tail === null || tail >= unit ? null : value + tail
      }
      rest = rest.slice(next.length)
      const nextUnit = SMALL_UNITS.get(rest.charAt(0))
      if (nextUnit === undefined) {
        return rest === '' ? value + Number(next) * (next.length === 1 ? unit / 10 : 1) : null
      }
      if (nextUnit >= scale) return null
      value += Number(next) * nextUnit
    }
    return value
  }
  const row = parseDigitRow(text)
  if (row !== null) {
    if (text.length > 1 && !/^[零〇]/.test(text)) return unitAbove === 0 ? row : null
    if (unitAbove === 0 || unitAbove === 1) return row
    // 一万二 is 12000, 一万零二 is 10002.
    return /^[零〇]/.test(text) ? row : (row * unitAbove) / 10
  }
  let value = 0
  let digit: number | null = null
  let lowest = Number.POSITIVE_INFINITY
  let afterZero = false
  for (const [index, char] of [...text].entries()) {
    const unit = SMALL_UNITS.get(char)
    if (unit !== undefined) {
      if (unit >= lowest) return null
      if (digit === null) {
        // 十二, 百万; but not 二百百.
        if (index > 0 && !(afterZero && unit === 10)) return null
        digit = 1
      }
      if (digit === 0) return null
      value += digit * unit
      lowest = unit
      digit = null
      afterZero = false
      continue
    }
    const next = DIGITS.get(char)
    if (next === undefined) return null
    if (digit !== null && digit !== 0) return null
    if (next === 0) {
      afterZero = true
      digit = null
      continue
    }
    digit = next
  }
  if (digit !== null) {
    // 三百五 is 350, 三百零五 is 305.
    const shorthand = !afterZero && Number.isFinite(lowest) && lowest > 10
    value += shorthand ? (digit * lowest) / 10 : digit
  }
  return value
}

/** An integer with 万 and 亿: split at the largest unit, the part before it may itself have units (一万亿). */
const parseInteger = (text: string, unitAbove: number): number | null => {
  for (const scale of [1e12, 1e8, 1e4]) {
    let at = -1
    for (let i = text.length - 1; i > 0 && at < 0; i--) if (LARGE_UNITS.get(text.charAt(i)) === scale) at = i
    if (at < 0) continue
    const head = parseInteger(text.slice(0, at), 1)
    if (head === null) return null
    const rest = text.slice(at + 1)
    if (rest === '') return head * scale
    const tail = parseInteger(rest, scale)
    if (tail === null || tail >= scale) return null
    return head * scale + tail
  }
  return parseSection(text, unitAbove)
}

/**
 * Reads a number written in Chinese, Arabic or mixed notation: 二〇二五 → 2025, 十二 → 12, 两千三百 → 2300,
 * 三百五 → 350, 一亿二千万, 三点五 → 3.5, 廿五 → 25, 拾贰 → 12, 2万 → 20000, 1.2亿 → 120000000.
 * Full-width digits and spaces inside are allowed.
 *
 * @returns the value, or null when the whole string is not one number.
 */
export const parseChineseNumber = (text: string): number | null => {
  let rest = normalise(text)
  if (rest === '') return null
  let sign = 1
  if (/^[负負-]/.test(rest)) {
    sign = -1
    rest = rest.slice(1)
  }
  const point = /^(.+)[点點](.+?)([万萬亿億]*)$/.exec(rest)
  if (point !== null) {
    const whole = parseInteger(point[1] ?? '', 0)
    const row = parseDigitRow(point[2] ?? '')
    if (whole === null || row === null) return null
    let value = Number(`${whole}.${String(row).padStart([...(point[2] ?? '')].length, '0')}`)
    for (const unit of point[3] ?? '') value *= LARGE_UNITS.get(unit) ?? 1
    return sign * tidy(value)
  }
  const value = parseInteger(rest, 0)
  return value === null || !Number.isFinite(value) ? null : sign * tidy(value)
}

/** 1.2 × 1e8 must not become 119999999.99999999. */
const tidy = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(15)))

const PLAIN_DIGITS = '零一二三四五六七八九'
const digitName = (digit: number): string => PLAIN_DIGITS.charAt(digit)

/** 0–9999 without the 一 of 十二 taken away. */
const formatSection = (value: number): string => {
  let out = ''
  let gap = false
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      gap = out !== ''
      continue
    }
    out += (gap ? '零' : '') + digitName(digit) + name
    gap = false
  }
  return out
}

const formatInteger = (value: number): string => {
  if (value === 0) return '零'
  for (const [scale, name] of [
    [1e8, '亿'],
    [1e4, '万'],
  ] as const) {
    if (value < scale) continue
    const rest = value % scale
    const gap = rest > 0 && rest < scale / 10 ? '零' : ''
    return formatInteger(Math.floor(value / scale)) + name + gap + (rest === 0 ? '' : formatInteger(rest))
  }
  return formatSection(value)
}

/**
 * Writes a number in Chinese characters as headings do: 12 → 十二, 105 → 一百零五, 2300 → 二千三百, 3.5 → 三点五.
 *
 * @param value any finite number below 1e16 in size.
 * @throws RangeError when it is not finite or too large to be exact.
 */
export const formatChineseNumber = (value: number): string => {
  if (!Number.isFinite(value) || Math.abs(value) >= 1e16)
    throw new RangeError(`Not a number to be written out: ${value}`)
  if (value < 0) return `负${formatChineseNumber(-value)}`
  const whole = Math.floor(value)
  const [, fraction] = String(value).split('.')
  const integer = formatInteger(whole).replace(/^一十/, '十')
  if (fraction === undefined || !/^\d+$/.test(fraction)) return integer
  return `${integer}点${[...fraction].map((digit) => digitName(Number(digit))).join('')}`
}
