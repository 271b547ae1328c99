import { allMatches } from '../../../text/matches.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

/** “十四五”末, “十五五”时期. The bare name of a plan is no time. */
export const parsePlanPeriod: DeadlineParser = ({ text, lexicon }) => {
  const candidates: Candidate[] = []
  for (const match of allMatches(lexicon.patterns.planPeriod, text)) {
    const { plan, tail } = match.groups ?? {}
    const entry = plan === undefined ? undefined : lexicon.planByWord.get(plan)
    if (entry === undefined || tail === undefined) continue
    const end = match.index + match[0].length
    if (/^(?:[，,]?是|的(?:成就|成绩|发展成就))/.test(text.slice(end, end + 5))) continue
    // 较“十三五”末 is a baseline.
    if (/[较比与同]$/.test(text.slice(Math.max(0, match.index - 1), match.index))) continue
    const closing = tail.endsWith('末') || tail.endsWith('末期')
    candidates.push({
      rule: closing ? 'plan-end' : 'plan-period',
      start: match.index,
      end,
      kind: closing ? 'by' : 'within',
      when: {
        how: 'fixed',
        ...(closing ? {} : { start: `${entry.from}-01-01` }),
        end: `${entry.to}-12-31`,
      },
    })
  }
  return candidates
}
