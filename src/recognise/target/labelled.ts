import type { Candidate } from './candidate.ts'
import { endsAt, type Parser } from './context.ts'
import { readIndicator } from './indicator.ts'
import { METRIC_NOUN } from './metric.ts'

/** 林木覆盖率：45%. Points of an assessment are no measure. */
const MEASURED = /(?:率|比例|比重|占比|覆盖面|满意度|增速|增幅)$/
/** 采购降本（目标值：4500万元）: the label only says that it is a target. */
const SAYS_TARGET = /^(?:(?:年度|全年|本年|计划)?(?:目标|指标|任务)(?:值|数|任务)?)$/
const LONGEST_LABEL = 24

/** Where the words of a label begin, of what ends at a place. */
const labelStart = (scan: string, end: number): number => {
  let start = end
  while (start > 0 && end - start < LONGEST_LABEL && !/[，。；：！？、（）\n:;()]/.test(scan.charAt(start - 1))) start--
  return start
}

/** 固定资产投资：30亿元: a measure, a colon and its number. */
export const parseLabelled: Parser = ({ scan, group, clause }): Candidate[] => {
  const [first] = group
  const colon = clause.start - 1
  if (group.length > 1 || first.start !== clause.start || !/[:：]/.test(scan.charAt(colon))) return []
  if (first.kind === 'time' || first.kind === 'score' || first.borrowed || !endsAt(scan, first.end)) return []
  const label = scan.slice(labelStart(scan, colon), colon)
  const bracket = SAYS_TARGET.test(label) ? labelStart(scan, colon) - 1 : colon
  if (bracket < colon && !/[（(]/.test(scan.charAt(bracket))) return []
  if (bracket === colon && !MEASURED.test(label) && !METRIC_NOUN.test(label)) return []
  const place = readIndicator(scan, labelStart(scan, bracket), bracket)
  if (place.end - place.start < 2) return []
  return [
    {
      rule: 'labelled',
      start: place.start,
      end: bracket < colon && /[）)]/.test(scan.charAt(first.end)) ? first.end + 1 : first.end,
      indicator: { start: place.start, end: place.end },
      relation: first.bound ?? '=',
      ...(first.value === undefined ? {} : { value: first.value }),
      ...(first.max === undefined ? {} : { max: first.max }),
      ...(first.unit === '' ? {} : { unit: first.unit }),
    },
  ]
}
