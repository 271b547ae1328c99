import type { Candidate } from '../candidate.ts'
import { readIndicator } from '../indicator.ts'
import { type Reading, spokenOf, targetOf } from './reading.ts'

/** 压减法人户数20%以上: the change stands before what changes. */
const CHANGED = /(压减|削减|减少|降低|压缩|压降|缩减|增加|提高|提升)([\u4e00-\u9fff“”]{2,20})$/
/** 提高覆盖率至75%: the verb stands before what it changes, and 至 before the number. */
const CHANGED_TO =
  /(压减|削减|减少|降低|压缩|压降|缩减|缩短|增加|提高|提升|扩大)([\u4e00-\u9fff“”（）、]{2,30})([至到])$/
/** 高于全省平均2个百分点: against what it is compared. */
export const GAP = /(?<![不得])(?:高于|低于|快于|超过|优于|领先|跑赢)([^，、]{2,16})$/

/** Two percentage points above the average of the province. */
export const gapToAverage = (reading: Reading): Candidate | undefined => {
  const { context, quantity, left, closed } = reading
  const gap = closed && (quantity.kind === 'percent' || quantity.kind === 'point') ? GAP.exec(left) : null
  if (gap === null) return undefined
  const at = quantity.start
  const own = readIndicator(context.scan, context.segment, at - gap[0].length)
  const name = own.end > own.start ? own : spokenOf(context)
  if (name.end <= name.start) return undefined
  return targetOf(reading, 'gap-to-average', {
    start: own.end > own.start ? own.start : at - gap[0].length,
    indicator: { start: name.start, end: name.end },
    relation: gap[0].startsWith('低于') ? '-' : '+',
    baseline: { start: at - (gap[1] ?? '').length, end: at },
  })
}

/** What is changed to the number. */
export const changedTo = (reading: Reading): Candidate | undefined => {
  const { context, quantity, left, closed } = reading
  const to = closed && !/[，。；：]$/.test(left) ? CHANGED_TO.exec(left) : null
  if (to === null) return undefined
  const [whole, word = '', what = ''] = to
  const at = quantity.start
  const name = readIndicator(context.scan, at - what.length - 1, at - 1)
  if (name.end - name.start < 2) return undefined
  return targetOf(reading, 'level', {
    start: at - whole.length,
    indicator: { start: name.start, end: name.end },
    relation: quantity.bound ?? context.lexicon.relations.get(`${word}至`)?.relation ?? '=',
    ...(name.baseline === undefined ? {} : { baseline: name.baseline }),
  })
}

/** What is changed by the number. */
export const changedBy = (reading: Reading): Candidate | undefined => {
  const { context, quantity, left, closed } = reading
  const changed = closed ? CHANGED.exec(left) : null
  if (changed === null) return undefined
  const [whole, word = '', what = ''] = changed
  const at = quantity.start
  const name = readIndicator(context.scan, at - what.length, at)
  if (name.end - name.start < 2) return undefined
  return targetOf(reading, 'changed-by', {
    start: at - whole.length,
    indicator: { start: name.start, end: name.end },
    relation: /[降减缩]/.test(word) ? '-' : '+',
    ...(name.baseline === undefined ? {} : { baseline: name.baseline }),
  })
}
