/** So many bytes may the name of a column have: sixteen characters in UTF-8. */
const LONGEST_NAME = 48
const FEWEST_LINES = 4

/**
 * Whether a text is a table of comma-separated values: by its name, or where it has none that tells by at least four
 * lines with the same number of cells, more than two, under short names. Prose also has commas, but never as regularly.
 *
 * @param head its first bytes, each as the character of its number; no byte of a Chinese character is a comma
 */
export const looksLikeCsv = (head: string, extension: string): boolean => {
  if (/^(?:csv|tsv|tab)$/.test(extension)) return true
  if (extension !== '' && extension !== 'txt') return false
  const lines = head.split(/\r?\n/)
  // The last one may be cut.
  const whole = lines.slice(0, -1).filter((line) => line.trim() !== '')
  const [first] = whole
  if (first === undefined || whole.length < FEWEST_LINES || head.includes('"')) return false
  const names = first.split(',')
  return (
    names.length > 2 &&
    names.every((name) => name.trim() !== '' && name.length <= LONGEST_NAME) &&
    whole.every((line) => line.split(',').length === names.length)
  )
}
