/** Separators that people put between names; a full stop or a space may be part of one. */
const between = /[、，,；;\n\t]/
const opening = /[（([〔【{]/
const closing = /[）)\]〕】}]/

/**
 * The names in a cell, without doubles. A separator inside brackets is part of the name: 各乡镇(区、办) is one.
 */
export function splitNames(cell: string): string[] {
  const names: string[] = []
  let name = ''
  let depth = 0
  // A bracket that is never closed opens nothing.
  const balanced = count(cell, opening) === count(cell, closing)
  for (const character of cell) {
    if (balanced && opening.test(character)) depth++
    if (balanced && closing.test(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && between.test(character)) {
      names.push(name)
      name = ''
    } else name += character
  }
  return unique([...names, name])
}

/** The clauses in a cell (deadlines, targets), which may hold 、 and commas themselves. */
export function splitClauses(cell: string): string[] {
  return unique(cell.split(/[；;\n]/))
}

const unique = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
]

const count = (text: string, pattern: RegExp): number => [...text].filter((character) => pattern.test(character)).length
