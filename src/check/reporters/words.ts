import type { Language } from '../../register/language.ts'
import type { Finding, Severity } from '../types.ts'

/** What reporters say beside the findings. */
export const words = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    expected: (what: string) => `应为：${what}`,
    note: (what: string) => `说明：${what}`,
    related: (line: number, what: string) => `相关：第 ${line} 行，${what}`,
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'info' },
    expected: (what: string) => `expected: ${what}`,
    note: (what: string) => `note: ${what}`,
    related: (line: number, what: string) => `see line ${line}: ${what}`,
  },
} as const satisfies Record<
  Language,
  {
    severity: Record<Severity, string>
    expected(what: string): string
    note(what: string): string
    related(line: number, what: string): string
  }
>

/** All that is to be said of a finding, in one line: for formats that know nothing but a message. */
export function sentenceOf({ message, expected, note }: Finding, language: Language): string {
  const { expected: wanted, note: noted } = words[language]
  const rest = [...(expected === undefined ? [] : [wanted(expected)]), ...(note === undefined ? [] : [noted(note)])]
  return [message, ...rest].join(language === 'zh' ? '；' : '; ')
}
