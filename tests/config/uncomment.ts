/** Commented example lines of a starter file: two spaces behind the mark. */
const EXAMPLE = /^#(?= {2})/

/** The file with all of its examples put into force. */
export const inForce = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(EXAMPLE, ''))
    .join('\n')

/** The file once for each example, with that one alone in force. */
export const oneByOne = (text: string): { line: string; text: string }[] => {
  const lines = text.split('\n')
  return lines.flatMap((line, i) =>
    EXAMPLE.test(line)
      ? [{ line, text: lines.map((other, j) => (i === j ? other.replace(EXAMPLE, '') : other)).join('\n') }]
      : [],
  )
}
