import type { Candidate } from './candidate.ts'
import type { Parser } from './context.ts'
import { nounThenNumber } from './count/after-noun.ts'
import { verbThenNumber } from './count/after-verb.ts'
import { capacityThenDone } from './count/capacity.ts'
import { vetoed } from './count/veto.ts'
import { isDistribution } from './distribute.ts'
import { splitIndicator } from './indicator.ts'

/** Counts of work to be done, before or after the noun. */
export const parseCount: Parser = (context) => {
  const { group, scan, segment } = context
  const found: Candidate[] = []
  let current = context
  const dealt = isDistribution(scan.slice(segment, group[0].start), group)
  for (const quantity of group) {
    if (vetoed(current, quantity)) continue
    const candidate =
      verbThenNumber(current, quantity) ?? nounThenNumber(current, quantity) ?? capacityThenDone(current, quantity)
    if (candidate === undefined) continue
    found.push(candidate)
    current = { ...current, before: candidate, segment: candidate.end }
  }
  const [first] = found
  // 供热、燃气管网800公里、600公里: as many names as numbers, and no other name between
  if (!dealt && first !== undefined && first.rule === 'count-after-noun' && found.length === group.length) {
    const names = splitIndicator(scan, first.indicator.start, first.indicator.end)
    const shared = found.every((one) => one.indicator.start === first.indicator.start && one.unit === first.unit)
    if (group.length > 1 && shared && names.length === group.length)
      return found.map((candidate, index) => ({ ...candidate, indicator: names[index] ?? candidate.indicator }))
  }
  if (!dealt || first === undefined || found.length !== group.length) return found
  const parts = splitIndicator(scan, first.indicator.start, first.indicator.end)
  return found.map((candidate, index) => ({ ...candidate, indicator: parts[index] ?? candidate.indicator }))
}
