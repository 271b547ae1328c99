import { allMatches } from '../../text/matches.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { actionPattern, adverbPattern, modalPattern, rolePattern } from './words.ts'

const PARTNER_END = new RegExp(
  `(?:逐|于(?=[\\d今明本每年下上一二三四])|在(?=[\\d今明本每年])|[\\d]{1,4}[年月]|每[年月季半周旬日天]|${actionPattern}|${modalPattern}|${rolePattern}|${adverbPattern})`,
  'gu',
)

/** The names behind 会同, up to the verb of what they do together. */
export function readPartners(
  text: string,
  from: number,
  clauseEnd: number,
  lexicon: DepartmentLexicon,
): { names: ListedName[]; end: number } | null {
  let best: { names: ListedName[]; end: number } | null = null
  const stop = Math.min(clauseEnd, from + 60)
  for (const match of allMatches(PARTNER_END, text.slice(from, stop))) {
    if (match.index === 0) continue
    const list = readNameList(text, from, from + match.index, 'strict', lexicon)
    if (list !== null) best = { names: list.names, end: from + match.index }
  }
  const whole = readNameList(text, from, stop, 'strict', lexicon)
  return whole === null ? best : { names: whole.names, end: stop }
}
