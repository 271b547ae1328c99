import type { DeadlineMention } from '../../model/mention.ts'
import { compact, toOriginal } from './compact.ts'
import { builtinDeadlineLexicon, type DeadlineLexicon } from './lexicon.ts'
import { parseCalendar } from './parsers/calendar.ts'
import { parseDuration } from './parsers/duration.ts'
import { parseEvent } from './parsers/event.ts'
import { parseFixedWord } from './parsers/fixed-word.ts'
import { parseFromNow } from './parsers/from-now.ts'
import { parseNextMonth } from './parsers/next-month.ts'
import { parsePlanPeriod } from './parsers/plan-period.ts'
import { parseQuarters } from './parsers/quarters.ts'
import { parseRange } from './parsers/range.ts'
import { parseRecurring } from './parsers/recurring.ts'
import { parseSeason } from './parsers/season.ts'
import { parseThisYear } from './parsers/this-year.ts'
import { parseWeek } from './parsers/week.ts'
import { dropNames } from './refiners/drop-names.ts'
import { dropOverlaps } from './refiners/drop-overlaps.ts'
import { dropPast } from './refiners/drop-past.ts'
import { type DatedCandidate, resolveCandidates } from './resolve.ts'
import { scan } from './scan.ts'
import { anchorsOf } from './time.ts'
import type { DeadlineContext, DeadlineInput, DeadlineParser, DeadlineRefiner } from './types.ts'

export type { DeadlineLexicon } from './lexicon.ts'
export { builtinDeadlineLexicon, compileDeadlineLexicon } from './lexicon.ts'
export type { DeadlineContext } from './types.ts'

const PARSERS: readonly DeadlineParser[] = [
  parseRange,
  parseFromNow,
  parseRecurring,
  parsePlanPeriod,
  parseDuration,
  parseEvent,
  parseWeek,
  parseQuarters,
  parseNextMonth,
  parseSeason,
  parseCalendar,
  parseThisYear,
  parseFixedWord,
]

const REFINERS: readonly DeadlineRefiner[] = [dropNames, dropOverlaps, dropPast]

/** A goal, and nothing that was counted up. */
const STEP = /^[，,](?![^。；;]{0,59}(?:已|了|累计|共))[^。；;]{0,50}?(?:全面|基本|显著|明显|力争|确保|初步)/

/** A year before the one that the document is about cannot be a limit, unless a label says that it is. */
const isOver = ({ candidate, dates }: DatedCandidate, input: DeadlineInput): boolean => {
  if (input.label || dates.lastYear === null) return false
  const current = input.anchors.year ?? input.anchors.date?.year ?? null
  // A plan for 2022-2024 is known by its last year: 到2023年底，… is one of its steps.
  if (candidate.rule === 'reaching' && input.anchors.date === null && current !== null) {
    const step = STEP.test(input.text.slice(candidate.end, candidate.end + 60))
    if (step && current - dates.lastYear <= 2) return false
  }
  return current !== null && dates.lastYear < current
}

/**
 * Finds the deadlines in a sentence, unit or paragraph of clean text.
 *
 * Pure: no clock is read, so a bare 6月底前 has dates only when the context tells the year. Offsets are those of
 * the given text; mentions come in order and do not overlap. With `label: true` the text is the value of a
 * 完成时限：label, a cell of a time column, or a heading that names a period.
 */
export const recogniseDeadlineMentions = (
  text: string,
  context: DeadlineContext,
  lexicon: DeadlineLexicon = builtinDeadlineLexicon(),
): DeadlineMention[] => {
  if (!lexicon.patterns.trigger.test(text)) return []
  const compacted = compact(text)
  const input: DeadlineInput = {
    text: compacted.text,
    label: context.label ?? false,
    anchors: anchorsOf(context),
    lexicon,
    scanned: scan(compacted.text),
  }
  let candidates = PARSERS.flatMap((parse) => parse(input))
  for (const refine of REFINERS) candidates = refine(candidates, input)
  return resolveCandidates(candidates, input)
    .filter((dated) => !isOver(dated, input))
    .map(({ candidate, dates }) => {
      const { lastYear: _, kind, ...rest } = dates
      return {
        rule: candidate.rule,
        ...toOriginal(compacted, candidate.start, candidate.end),
        text: compacted.text.slice(candidate.start, candidate.end),
        kind,
        ...rest,
        ...(candidate.recurrence === undefined ? {} : { recurrence: candidate.recurrence }),
      }
    })
}
