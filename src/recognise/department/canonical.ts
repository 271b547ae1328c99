import { type DepartmentLexicon, defaultLexicon } from './lexicon.ts'

/**
 * The name that all aliases of a body share: 市发改委, 市发展和改革委员会 → 市发展改革委.
 * `previous` is the name before it in the same list, whose level an elided name takes over (市发改委、财政局 → 市财政局).
 */
export function canonicalDepartment(
  name: string,
  _previous?: string,
  _lexicon: DepartmentLexicon = defaultLexicon,
): string {
  return name
}
