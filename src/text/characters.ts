/** Regular-expression classes and tests for the characters of Chinese prose. No \b and no \W: both mean ASCII words. */

/** Inside [ ]: unified ideographs with the usual extensions, 〇 and 々. */
export const HAN = '\\u3007\\u3005\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff'

/** Inside [ ]: the numerals that enumerators are written with. */
export const CHINESE_DIGITS = '〇零一二三四五六七八九十百'

/** UTF-16 code of a Han character; a surrogate counts, since outside the BMP there is little else in such texts. */
export const isHan = (code: number): boolean =>
  (code >= 0x4e00 && code <= 0x9fff) ||
  (code >= 0x3400 && code <= 0x4dbf) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xd840 && code <= 0xdfff) ||
  code === 0x3007 ||
  code === 0x3005

export const isDigit = (code: number): boolean => code >= 48 && code <= 57

export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)

/** Width in columns of Han characters: ASCII counts a half. */
export const displayWidth = (text: string, start: number, end: number): number => {
  let width = 0
  for (let i = start; i < end; i++) width += text.charCodeAt(i) < 0x100 ? 0.5 : 1
  return width
}
