import { allMatches } from '../../../text/matches.ts'
import { opensClause, textAfter, textBefore } from '../surroundings.ts'
import type { Candidate, DeadlineParser } from '../types.ts'

const SEASON =
  /(?:今年|明年)?(?:今冬明春|今秋明春|去冬今春|(?:寒|暑)(?:假|期)(?:期间)?|(?:春|秋)季学期(?:内|期间)?|(?:[今明][春夏秋冬]|(?:今年|明年|20\d\d年)[春夏秋冬][天季])(?![春夏秋冬季])|本学期内?|下学期|(?:[春秋]季)?开学(?:第[一二]周|当[天日]|首日)|年中(?:[、和]年终)?|年终(?![总奖述考决结工]))(?!前|之前|以前|开学|开始|末|结束)/gu
const USES = /(?:利用|在|于|拟在|计划在)$/
/** 暑期学校, 寒假作业: part of a name. */
const NAMES = /^(?:学校|夏令营|作业|生活|工作|社会实践|托管|安全|培训班|档|的|是|来临|将至|临近)/
/** 寒假期间, 开学当天: said of nothing but a time in which something is done. */
const IS_TIME = /(?:期间|周|当[天日]|首日)$/
const DOES = /^[\u4e00-\u9fff]/
const TOLD = /^(?:各|兑现|对|[，,：:]|要|将|拟|应|须|计划|集中|统一|分批|全面|深入)/

/** 暑期, 今冬明春: a season to work in, without dates. */
export const parseSeason: DeadlineParser = ({ text, lexicon, label }) => {
  const candidates: Candidate[] = []
  if (!/[春夏冬秋假期]|开学|年[中终]/u.test(text)) return candidates
  for (const match of allMatches(SEASON, text)) {
    const [written] = match
    if (written.startsWith('去')) continue
    const end = match.index + written.length
    const before = textBefore(text, match.index)
    const after = textAfter(text, end)
    const led = USES.test(before)
    const term = /^[本下]学期/.test(written) && /^(?:要|将|须|必须|务必)/.test(after)
    const used =
      led ||
      term ||
      (opensClause(before) &&
        (TOLD.test(after) || (IS_TIME.test(written) && DOES.test(after)) || lexicon.patterns.adverbial.test(after)))
    if (!label && (!used || (NAMES.test(after) && !led))) continue
    candidates.push({ rule: 'season', start: match.index, end, kind: 'within', when: { how: 'none' } })
  }
  return candidates
}
