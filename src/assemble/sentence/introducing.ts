import { addressIn, LISTED, LISTS_FOR, PERFECTIVE, TO_BE_SAID } from '../sentence-patterns.ts'
import { type SentenceVerdict, verdict } from './verdict.ts'
import { count, firstMatch, type SentenceWords } from './words.ts'

/** Longer sentences do more than greet, announce a list, or take leave. */
export const LONGEST = { greeting: 60, list: 60, announced: 70, colon: 40, said: 120, farewell: 160, announcement: 200 }

/** Who is told to act, and by what words; null: nobody. */
export function addressed({ text, may }: SentenceWords): string | null {
  const told = may('addressed') ? addressIn(text) : null
  // 由办公室宣读了方案: who did it, not who is to
  return told?.startsWith('由') && may('perfective') && count(PERFECTIVE, text) > 0 ? null : told
}

/** Greetings and farewells, and what only says that something follows. */
export function introducing(words: SentenceWords, told: string | null): SentenceVerdict | null {
  const { text, spokenTo, may, cues } = words
  // 同志们，…各部门要迅速行动起来，谱写新篇章！ appeals to everybody at the end
  const appeals = spokenTo && may('closing') && text.length < LONGEST.farewell && !/^(?:希望|请)/.test(told ?? '')
  const farewell = appeals ? firstMatch(cues.sentence.closing, text) : null
  if (farewell) return verdict('closing', farewell)
  const greeting = may('greeting') ? firstMatch(cues.sentence.greeting, text) : null
  if (greeting && !told && text.length < LONGEST.greeting) return verdict('greeting', greeting)
  const announce = may('announce') ? firstMatch(cues.sentence.announce, text) : null
  if (announce && text.length < LONGEST.announcement) return verdict('announce', announce)
  const said = may('said') && text.length < LONGEST.said ? TO_BE_SAID.exec(text) : null
  if (said) return verdict('announce', said[0])
  const lists = may('listed') && text.length < LONGEST.list ? LISTS_FOR.exec(text.trim()) : null
  if (lists) return verdict('announce', lists[0].slice(-16))
  const listed = may('listed') && text.length < LONGEST.announced && !told ? LISTED.exec(text) : null
  if (listed) return verdict('announce', listed[0])
  if (text.length < LONGEST.colon && !told && /[：:]$/.test(text)) return verdict('announce', text.slice(-8))
  const meta = may('meta') ? firstMatch(cues.sentence.meta, text) : null
  return meta === null ? null : verdict('meta', meta)
}
