import { parseChineseNumber } from './numerals.ts'

const YEAR = /(?<![一二三四五六七八九十百])(?:一九|二[〇○◯零])[〇○◯零一二三四五六七八九]{2}(?=年)/g

/** 二〇二六年 as 2026年, character for character, for patterns that look for years; offsets hold. */
export const withArabicYears = (text: string): string =>
  text.includes('年') ? text.replace(YEAR, (year) => String(parseChineseNumber(year))) : text
