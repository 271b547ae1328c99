/** Reading lexicon files: what is wrong in them is said with the file and the entry. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The entries of a lexicon file that is a list of maps. */
export function readEntries(file: string, data: unknown): Record<string, unknown>[] {
  if (!Array.isArray(data)) throw new Error(`${file}.yaml: a list of entries was expected`)
  return data.map((entry: unknown, i) => {
    if (!isRecord(entry)) throw new Error(`${file}.yaml: entry ${i + 1} is not a map`)
    return entry
  })
}

/** A list of words in an entry. */
export function fieldStrings(file: string, entry: Record<string, unknown>, field: string): string[] {
  const value = entry[field]
  if (!Array.isArray(value)) throw new Error(`${file}.yaml: "${field}" should be a list of words`)
  return value.map((word: unknown) => {
    if (typeof word !== 'string' || word === '')
      throw new Error(`${file}.yaml: "${field}" holds something that is no word: ${String(word)}`)
    return word
  })
}

/** The strings of a list in a lexicon file; a missing list is empty, anything else is a fault of the file. */
export function stringsOf(value: unknown, where: string): string[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw new Error(`${where}: 应为列表`)
  return value.map((item: unknown) => {
    if (typeof item !== 'string' && typeof item !== 'number') throw new Error(`${where}: 应为文字`)
    return String(item)
  })
}

/** A mapping of a lexicon file. */
export function recordOf(value: unknown, where: string): Record<string, unknown> {
  if (!isRecord(value)) throw new Error(`${where}: 应为“名: 值”`)
  return value
}

/** A word as a pattern that finds nothing else. */
export const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

/** Alternatives of a pattern, longest first, so that 委员会 is not read as 委; without words it finds nothing. */
export const anyOf = (words: Iterable<string>): string => {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  return longestFirst.length === 0 ? '(?!)' : longestFirst.map(escaped).join('|')
}
