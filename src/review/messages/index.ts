import type { Language } from '../../register/language.ts'
import { en } from './en.ts'
import { type PageMessages, zh } from './zh.ts'

export type { PageMessages }

/** The words of the page. */
export const pageMessages = (language: Language): PageMessages => (language === 'zh' ? zh : en)
