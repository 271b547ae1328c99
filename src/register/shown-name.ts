import type { Language } from './language.ts'

/** Behind a name that the text does not say, in ledgers that show names only. */
const mark: Readonly<Record<Language, string>> = { zh: '（推定）', en: ' (inferred)' }
const MARKED = /\s*[（(](?:推定|inferred)[)）]$/

/** A name as tables, calendars and pages show it: one that was inferred says so. */
export const shownName = (one: { name: string; inferred?: boolean | undefined }, language: Language): string =>
  one.inferred ? one.name + mark[language] : one.name

/** A name as it stands in a table: whoever takes the mark off has confirmed it. */
export function readShownName(text: string): { name: string; inferred: boolean } {
  const name = text.replace(MARKED, '')
  return name === '' ? { name: text, inferred: false } : { name, inferred: name !== text }
}
