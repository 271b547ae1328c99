import { allMatches } from '../../../text/matches.ts'
import { STOP } from '../pattern.ts'
import { behindLabel, textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const OPENS = new RegExp(`(?:^|[${STOP}])$`)
const CLOSES = new RegExp(`^(?:到位|完成)?(?:$|[${STOP}])`)
const OPEN_BRACKET = /[（(【[〔][^（(【[〔]{0,12}$/
const CLOSE_BRACKET = /^(?:$|[^（(]{0,12}[）)】\]〕])/
/** （…负责，持续推进）: the last words of a note, however long it is. */
const IN_NOTE = /[（(][^（()）]{0,80}[，,；;、]$/
const ENDS_NOTE = /^[。.]?[）)]/
/** 6月底前并长期坚持, 立行立改，持续推进 */
const AFTER_DEADLINE = /(?:[前底末内日月年]|立行立改|立即整改|长期坚持|已完成)[，,、；;]?(?:并|且|同时)?$/
/** 坚持立行立改, 能够立即整改的: the word names a manner or a kind. */
const NAMED = /(?:坚持|能|能够|可以?|需要?|要求|做到|推动|突出|强化|注重|对|应)$/

/** 长期坚持, 立行立改 and their like: words of the list that are limits by themselves or in the place of one. */
export const parseFixedWord: DeadlineParser = ({ text, lexicon, label }) => {
  const candidates: Candidate[] = []
  for (const match of allMatches(lexicon.patterns.fixedWord, text)) {
    const entry = lexicon.wordKind.get(match[0])
    if (entry === undefined) continue
    const end = match.index + match[0].length
    const before = textBefore(text, match.index, 32)
    const after = textAfter(text, end)
    const opens = OPENS.test(before)
    const closes = CLOSES.test(after)
    const placed =
      label ||
      behindLabel(before) ||
      (opens && closes && OPEN_BRACKET.test(before) && CLOSE_BRACKET.test(after)) ||
      (ENDS_NOTE.test(after) && IN_NOTE.test(textBefore(text, match.index, 82))) ||
      (closes && entry.kind !== 'done' && AFTER_DEADLINE.test(before) && !(opens && before === ''))
    if (label && !closes && !/^[并且、]/.test(after)) continue
    if (!placed) {
      if (entry.labelOnly || /^[的地]/.test(after) || NAMED.test(before)) continue
      // In running text a word is a limit at the end of what it limits.
      if (!closes) continue
    }
    candidates.push({
      rule: entry.kind === 'done' ? 'done' : entry.kind,
      start: match.index,
      end,
      kind: entry.kind === 'done' ? 'by' : entry.kind,
      when: { how: 'none' },
      ...(entry.kind === 'done' ? { note: 'already-done' } : {}),
    })
  }
  return candidates
}
