/**
 * Scalars as YAML. Written by hand rather than by the yaml package: a ledger has a hundred thousand of them, and the
 * bytes must not change with the version of a library. The rule is careful: plain only where no YAML reader, 1.1 or
 * 1.2, could see anything but this very string. tests/output/yaml-scalar.test.ts holds it against the yaml package.
 */

/** Nearly every scalar. The patterns of all of Unicode, below, take milliseconds to be made, so they are kept for the rest. */
const commonStart = /^[0-9A-Za-z\u4e00-\u9fff/（(《“]/
const commonText = /^[ -~\u4e00-\u9fff，。、；：！？（）“”‘’《》〔〕【】—…·％]*$/
const startsPlain = (text: string): boolean => commonStart.test(text) || /^[\p{L}\p{N}/（(《〈“‘【「『〔]/u.test(text)
const isPrintable = (text: string): boolean => commonText.test(text) || /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]*$/u.test(text)

const otherMeaning = /^(?:null|true|false|yes|no|on|off|y|n|nan|inf|(?:e[+-]?)?[0-9][0-9A-Za-z.,:_+\-/ ]*)$/i
const separators = /: |:$| #| $/
const flowMarks = /[,[\]{}]/
/** What JSON leaves as it is and YAML, or an editor, does not. */
const unsafeInQuotes = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

/** A string between double quotes, on one line. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    unsafeInQuotes,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function isPlain(text: string): boolean {
  return startsPlain(text) && !otherMeaning.test(text) && !separators.test(text) && isPrintable(text)
}

/** A string inside `[…]` or `{…}`. */
export function flowScalar(text: string): string {
  return isPlain(text) && !flowMarks.test(text) ? text : quoted(text)
}

/** A string on its own; several lines stand as they are, each behind `indent`. */
export function blockScalar(text: string, indent: string): string {
  if (isPlain(text)) return text
  return text.includes('\n') && isLiteral(text)
    ? `|-\n${indent}${text.replace(/\n(?=[^\n])/g, `\n${indent}`)}`
    : quoted(text)
}

/** Whether the lines can stand as they are, and would survive an editor that strips spaces at their ends. */
function isLiteral(text: string): boolean {
  return (
    text.split('\n').every((line) => isPrintable(line) && !line.endsWith(' ')) &&
    /^[^\s]/.test(text) &&
    !text.endsWith('\n')
  )
}
