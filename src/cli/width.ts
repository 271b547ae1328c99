/** Wide (two columns) in a terminal: East Asian wide and full-width characters, emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u
/** “ ” … ① and their like: two columns wherever a Chinese font is used, so better counted as two. */
const ambiguous = /[\u2014\u2018-\u201d\u2026\u2460-\u24ff\u2160-\u217f\u00b7\u00d7]/u

/** Nearly all characters of what is shown: printed ASCII, one column, and the Han characters in use, two. */
function widthOfCommon(code: number): number | undefined {
  if (code >= 0x20 && code <= 0x7e) return 1
  return code >= 0x4e00 && code <= 0x9fff ? 2 : undefined
}

function widthOfCharacter(character: string): number {
  const common = widthOfCommon(character.charCodeAt(0))
  if (common !== undefined) return common
  // Here and not above: properties of Unicode are looked up when such a pattern is made, which takes a start a millisecond.
  if (/[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/u.test(character)) return 0
  return wide.test(character) || ambiguous.test(character) ? 2 : 1
}

/** Columns that a text takes in a terminal. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

/** Cuts a text to so many columns, … at its end where something is missing. */
export function fitWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let width = 0
  let fitted = ''
  for (const character of text) {
    width += widthOfCharacter(character)
    if (width > columns - 2) break
    fitted += character
  }
  return `${fitted}…`
}
