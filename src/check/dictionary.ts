import { type DepartmentLexicon, defaultLexicon } from '../recognise/department/index.ts'
import type { Dictionary } from './types.ts'

/** The bodies that a user listed, with the words by which their other spellings are known. */
export const dictionaryOf = (names: readonly string[], lexicon: DepartmentLexicon = defaultLexicon): Dictionary => ({
  names: [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))],
  lexicon,
})
