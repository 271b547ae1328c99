import { allMatches } from '../../../text/matches.ts'
import { addDays, fromIso, toIso } from '../calendar.ts'
import { opensClause, textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineInput, DeadlineParser, When } from '../types.ts'

/** The first such feast after the document's date, or the one of the year that the document is about. */
const eveOf = (name: string, stated: number | null, { anchors, lexicon }: DeadlineInput): When => {
  const festival = lexicon.festivalByName.get(name)
  const year = stated ?? anchors.year ?? anchors.date?.year ?? null
  if (festival === undefined || year === null) return { how: 'none' }
  const on = (y: number): string | null => {
    const day = festival.fixed ?? festival.table.get(y)
    return day === undefined ? null : `${y}-${day}`
  }
  const written = anchors.date === null ? null : toIso(anchors.date)
  const first = on(year)
  // 春节前 in a paper of November is the coming spring, not the past one.
  const day =
    stated === null && written !== null && first !== null && first <= written
      ? on(Number(written.slice(0, 4)) + (first.slice(5) <= written.slice(5) ? 1 : 0))
      : first
  const date = day === null ? null : fromIso(day)
  return date === null
    ? { how: 'none' }
    : {
        how: 'fixed',
        end: toIso(addDays(date, -1)),
        implied: stated === null ? ['year', 'month', 'day'] : ['month', 'day'],
      }
}

const YEAR = /(?:(?<year>20\d\d)年|(?<relative>今年|明年))$/
/** Longer words in which the one-character events 会 and 汛 are only a part. */
const INSIDE_WORD = /[社机委省市县区区协学商工党大国开集例都才不散]$/
/** 第十一前移: a number. */
const NUMBERED = /[\d一二三四五六七八九十百第月]$/
const USED = /^(?:[，,](?![^，,。；;]{0,12}(?:迎来|接待|已|共|累计))|要|须|应)/
/** 会前准备, 会前学习: a thing, not a limit. */
const PREPARATION = /^(?:准备|学习|酝酿|沟通|审查|活动)/
/** 本学期放假前, 下学年开学前 */
const TERM = /[本这下](?:学期|学年)$/
const SEASON = /(?:今年|明年|20\d\d年)?(?:今|明|春|夏|秋|冬)?(?:[春夏秋]、)?(?:(?:春季|秋季|夏季|冬季)(?:学期)?)?$/

/** 汛期前, 春节前, 届满前, 会前: a limit set by an event. A feast of a known year gives the day before it. */
export const parseEvent: DeadlineParser = (input) => {
  const { text, lexicon, anchors, label } = input
  const candidates: Candidate[] = []
  if (text.includes('期间') || text.includes('前后')) {
    // 国庆期间，组织…: when it is done; 国庆期间客流大 tells of the time.
    for (const match of allMatches(lexicon.patterns.feastTime, text)) {
      const end = match.index + match[0].length
      const after = textAfter(text, end)
      const year = YEAR.exec(textBefore(text, match.index, 8))?.[0].length ?? 0
      const start = match.index - year
      const used = opensClause(textBefore(text, start)) && (USED.test(after) || lexicon.patterns.adverbial.test(after))
      if (label || used) candidates.push({ rule: 'at-feast', start, end, kind: 'event', when: { how: 'none' } })
    }
  }
  if (!text.includes('前')) return candidates
  for (const match of allMatches(lexicon.patterns.event, text)) {
    const end = match.index + match[0].length
    const { festival, quoted, event = quoted } = match.groups ?? {}
    const before = textBefore(text, match.index, 8)
    if (festival !== undefined) {
      if (NUMBERED.test(before)) continue
      const year = YEAR.exec(before)
      const named = year?.groups ?? {}
      const stated =
        named.year !== undefined
          ? Number(named.year)
          : named.relative === '明年' && (anchors.date?.year ?? anchors.year) !== null
            ? (anchors.date?.year ?? anchors.year ?? 0) + 1
            : null
      candidates.push({
        rule: 'before-feast',
        start: match.index - (year?.[0].length ?? 0),
        end,
        kind: 'event',
        when: eveOf(festival, stated, input),
      })
      continue
    }
    // 节前, 年前: words of one character are found in too many others
    const listed = event === '节' && before.endsWith('等')
    if ((event === '节' || event === '年') && !listed && !opensClause(textBefore(text, match.index))) continue
    if (event === '会' && (INSIDE_WORD.test(before) || PREPARATION.test(textAfter(text, end)))) continue
    const season = TERM.exec(before)?.[0].length ?? (event === '开学' ? (SEASON.exec(before)?.[0].length ?? 0) : 0)
    candidates.push({ rule: 'before-event', start: match.index - season, end, kind: 'event', when: { how: 'none' } })
  }
  return candidates
}
