import type { Language } from '../register/language.ts'

/** The language of a value of --lang or TAIZHANG_LANG: zh, zh-CN, zh_CN.UTF-8, en … */
export function languageOf(value: string): Language | undefined {
  const [name] = value.toLowerCase().split(/[-_.]/)
  return name === 'zh' || name === 'en' ? name : undefined
}

/**
 * The language to speak, known before the command line is parsed, as its faults are to be told in it. What --lang says
 * goes before the environment; without both, Chinese. Whether the value is valid is checked with the other options.
 */
export function chooseLanguage(argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language {
  const end = argv.indexOf('--')
  const options = end < 0 ? argv : argv.slice(0, end)
  for (const [index, argument] of options.entries()) {
    const value = argument === '--lang' ? options[index + 1] : /^--lang=(.*)$/.exec(argument)?.[1]
    if (value !== undefined) return languageOf(value) ?? 'zh'
  }
  return languageOf(env.TAIZHANG_LANG ?? '') ?? 'zh'
}
