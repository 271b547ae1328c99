import type { Language } from '../../register/language.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Everything that the program says, in one language. Every language has the same entries: the Chinese are the model. */
export type Messages = typeof zh

const catalogues: Readonly<Record<Language, Messages>> = { zh, en }

/** The sentences of a language. */
export function messagesIn(language: Language): Messages {
  return catalogues[language]
}
