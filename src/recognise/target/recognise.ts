import type { TargetMention } from '../../model/mention.ts'
import { findAbsolutes } from './absolute.ts'
import type { Candidate } from './candidate.ts'
import { clauseAt } from './clause.ts'
import type { Context, Parser } from './context.ts'
import { parseCount } from './count.ts'
import { type Folded, fold } from './fold.ts'
import { closeGoals } from './goal-tail.ts'
import { parseLabelled } from './labelled.ts'
import { parseLevel } from './level.ts'
import { type TargetLexicon, targetLexicon } from './lexicon.ts'
import { maskNames } from './names.ts'
import { parseNorm } from './norm.ts'
import { dropOverlaps } from './overlap.ts'
import { tellsOfThePast } from './past.ts'
import { findQuantities, MAY_HOLD_QUANTITY } from './quantity.ts'
import { findRanks } from './rank.ts'
import { shareNoun } from './share-noun.ts'
import { parseTied } from './tied.ts'
import { findNoneLeft, findZeros } from './zero.ts'

/** In this order: the first that recognises a number has it. */
const PARSERS: readonly Parser[] = [parseNorm, parseLabelled, parseTied, parseLevel, parseCount]

/** Cheap test before anything is built. */
const MAY_HOLD_TARGET =
  /[0-9０-９%％‰*＊×○〇]|xx|XX|[二三四五六七八九十百千两][^\n]{0,3}[\u4e00-\u9fff]|半以上|半数以|不[留落漏欠少剩]|全覆盖|清零|全部|番|[为在到至持]零|前[一二三]/

/** 首次突破1亿元、5亿元的，分别给予…: what has to be met, not what is aimed at. */
const IS_CONDITION = /^的[，,；;]/

/** 小微企业（指从业人员不超过300人）: what a word means. */
const DEFINED = /[（(]指[^（()）]*$/
/** 单家企业补助金额不超过50万元: the most that is paid, not what is aimed at. */
const PAID_OUT =
  /(?:补助|奖励|补贴|奖补|资助|扶持|奖金)(?:金额|资金|总额|额度|标准|金)?(?:合计|累计|总计|均|各|最高|最多)?(?:不得?超过|不高于|上限为?|封顶为?)$/

const parseQuantities = (text: string, scan: string, lexicon: TargetLexicon): Candidate[] => {
  const found: Candidate[] = []
  for (const group of findQuantities(scan, lexicon)) {
    const [first] = group
    const last = group[group.length - 1] ?? first
    const ahead = text.slice(Math.max(0, first.start - 40), first.start)
    if (DEFINED.test(ahead) || (first.kind === 'money' && PAID_OUT.test(ahead))) continue
    if (group.length > 1 && IS_CONDITION.test(text.slice(last.end, last.end + 2))) continue
    const swallowed = found.at(-1)
    // 6台35蒸吨锅炉: the size is part of what is counted
    if (swallowed !== undefined && swallowed.rule === 'count-after-verb' && swallowed.end > first.end) continue
    const clause = clauseAt(text, first.start, last.end)
    const previous = found.at(-1)
    const before = previous !== undefined && previous.end > clause.sentenceStart ? previous : undefined
    const sameClause = before !== undefined && before.end > clause.start
    const context: Context = {
      text,
      scan,
      lexicon,
      group,
      clause,
      segment: sameClause ? Math.min(before.end, first.start) : clause.start,
      before,
    }
    for (const parse of PARSERS) {
      const candidates = parse(context)
      if (candidates.length === 0) continue
      if (!tellsOfThePast(scan.slice(clause.sentenceStart, first.start))) found.push(...candidates)
      break
    }
  }
  return shareNoun(scan, found)
}

const toMention = (candidate: Candidate, folded: Folded): TargetMention => {
  const { written, offset } = folded
  const { indicator, baseline } = candidate
  return {
    rule: candidate.rule,
    start: offset(candidate.start),
    end: offset(candidate.end - 1) + 1,
    text: written.slice(candidate.start, candidate.end),
    indicator: written.slice(indicator.start, indicator.end),
    relation: candidate.relation,
    ...(candidate.value === undefined ? {} : { value: candidate.value }),
    ...(candidate.max === undefined ? {} : { max: candidate.max }),
    ...(candidate.unit === undefined ? {} : { unit: candidate.unit }),
    ...(baseline === undefined ? {} : { baseline: written.slice(baseline.start, baseline.end) }),
  }
}

/**
 * Finds the measurable results that a text asks for: numbers with an indicator (污水处理率达到95%以上),
 * counts of work to be done (培育企业50家), times that a service may take, and absolutes (全覆盖, 清零).
 * Pure: the same text and lexicon always give the same mentions, in order of their place.
 */
export const recogniseTargetMentions = (text: string, lexicon: TargetLexicon = targetLexicon()): TargetMention[] => {
  const folded = fold(text)
  if (!MAY_HOLD_TARGET.test(folded.text)) return []
  const scan = maskNames(folded.text)
  const candidates: Candidate[] = []
  if (MAY_HOLD_QUANTITY.test(scan))
    candidates.push(...parseQuantities(closeGoals(folded.text), closeGoals(scan), lexicon))
  const others = [
    ...findRanks(folded.text, scan),
    ...findZeros(folded.text, scan),
    ...findNoneLeft(folded.text, scan),
    ...findAbsolutes(folded.text, scan, lexicon),
  ]
  for (const candidate of others) {
    const { sentenceStart } = clauseAt(folded.text, candidate.start, candidate.end)
    if (!tellsOfThePast(scan.slice(sentenceStart, candidate.end))) candidates.push(candidate)
  }
  return dropOverlaps(candidates)
    .filter((candidate) => candidate.end > candidate.start)
    .map((candidate) => toMention(candidate, folded))
}
