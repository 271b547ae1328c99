const LONGEST_WORD = 40
const LONGEST_PARAMETER = 11

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** Whether a control word may begin with that byte; any other is a symbol. */
export const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)

/** \outlinelevel2: a word and its number, as far as the space behind them. */
export interface ControlWord {
  word: string
  parameter: number | undefined
  end: number
}

/** Reads the control word that starts behind the backslash at a place. */
export function readControlWord(bytes: Uint8Array, backslash: number): ControlWord {
  let end = backslash + 1
  while (end < bytes.length && isLetter(bytes[end] ?? 0) && end - backslash <= LONGEST_WORD) end++
  const word = String.fromCharCode(...bytes.subarray(backslash + 1, end))
  const start = end
  if (bytes[end] === 0x2d && isDigit(bytes[end + 1] ?? 0)) end++
  while (end < bytes.length && isDigit(bytes[end] ?? 0) && end - start < LONGEST_PARAMETER) end++
  const parameter = end === start ? undefined : Number(String.fromCharCode(...bytes.subarray(start, end)))
  return { word, parameter, end: bytes[end] === 0x20 ? end + 1 : end }
}

/** The word that comes next, where one does. */
export function nextWord(bytes: Uint8Array, at: number): string {
  const next = /^\s*\\([a-zA-Z]+)/.exec(String.fromCharCode(...bytes.subarray(at, at + LONGEST_WORD)))
  return next?.[1] ?? ''
}
