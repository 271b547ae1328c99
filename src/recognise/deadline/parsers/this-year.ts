import { allMatches } from '../../../text/matches.ts'
import { limitLength, opensClause, textAfter, textBefore } from '../surroundings.ts'
import type { TimePoint } from '../time.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

/** 2026年内蒙古: 年内 is a word only where neither side makes another of it. */
const INSIDE =
  /(?<![\d一二两三四五六七八九十百xX×*＊〇今本明个几数多当])(?:年内|本?年度内)(?![蒙部容控外地陆河需涵源科循生资政])/g
/** 力争全年投资、消费分别达…: what is aimed at within the year, not 确保全年目标任务完成. */
const AIMED = /(?:力争|争取|确保)$/
const RESULT =
  /^(?!的|各项|目标|任务|工作|生产|经营|预期|计划|指标|经济社会)[^，,。；;]{2,40}?(?:达到?|增长|突破|超过|不低于|不少于|控制在|稳定在|保持在|实现|完成)[^，,。；;]{0,4}[0-9]/
/** 全年为企业减负5亿元: an amount is asked for. */
const AMOUNT =
  /^(?!的|各项|目标|任务|工作|预期|计划|指标|预算|重点|都|均|共|最|无|不|平均|同比|经济社会)[^，,。；;：:、（(]{1,24}?\d/
const ALL = /(?<!贯穿)全年/g

const TWO_YEARS = /今明两年/g

/** 年内 and 全年: the year that the document is about. */
export const parseThisYear: DeadlineParser = ({ text, lexicon, label }) => {
  const candidates: Candidate[] = []
  if (!text.includes('年')) return candidates
  const add = (rule: string, start: number, end: number): void => {
    candidates.push({
      rule,
      start,
      end,
      kind: 'within',
      when: { how: 'point', point: { year: { how: 'bare' }, part: { unit: 'year' } }, bound: 'whole' },
    })
  }
  for (const match of allMatches(TWO_YEARS, text)) {
    const after = textAfter(text, match.index + match[0].length)
    const opens = opensClause(textBefore(text, match.index))
    if (!label && !(opens && (/^[，,内]/.test(after) || lexicon.patterns.adverbial.test(after)))) continue
    const of = (offset: number): TimePoint => ({ year: { how: 'relative', offset }, part: { unit: 'year' } })
    candidates.push({
      rule: 'two-years',
      start: match.index,
      end: match.index + match[0].length + (after.startsWith('内') ? 1 : 0),
      kind: 'within',
      when: { how: 'range', from: of(0), to: of(1) },
    })
  }
  for (const match of allMatches(INSIDE, text)) add('this-year', match.index, match.index + match[0].length)
  for (const match of allMatches(ALL, text)) {
    const end = match.index + 2
    const after = textAfter(text, end)
    if (limitLength(after) > 0) continue
    const before = textBefore(text, match.index)
    const aimed = AIMED.test(before) && RESULT.test(textAfter(text, end, 60))
    const used =
      opensClause(before) &&
      (/^[：:，,]/.test(after) || lexicon.patterns.adverbial.test(after) || AMOUNT.test(after) || aimed)
    if (label || used) add('whole-year', match.index, end)
  }
  return candidates
}
