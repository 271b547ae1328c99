const DIGITS = '〇一二三四五六七八九'
const ZEROS = '〇○◯零Ｏ'
const YEAR = /(?<![一二三四五六七八九十百])(?:一九|二[〇○◯零Ｏ])[〇○◯零Ｏ一二三四五六七八九]{2}(?=年)/g

const digitOf = (char: string): string => String(ZEROS.includes(char) ? 0 : DIGITS.indexOf(char))

/** 二〇二六年 as 2026年, character for character, for patterns that look for years; offsets hold. */
export const withArabicYears = (text: string): string =>
  text.includes('年') ? text.replace(YEAR, (year) => Array.from(year, digitOf).join('')) : text
