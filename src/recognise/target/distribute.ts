import type { Candidate } from './candidate.ts'
import { splitIndicator } from './indicator.ts'
import type { Quantity, QuantityGroup } from './quantity.ts'

/** Numbers are dealt out to the listed indicators where 分别 says so, or where they share one unit. */
export const isDistribution = (before: string, group: QuantityGroup): boolean =>
  group.length > 1 && (before.includes('分别') || group.some((member) => member.borrowed))

/** A、B分别达到30%、35%: one target for each number, each with its own indicator, all with the whole phrase. */
export const distribute = (
  text: string,
  whole: Candidate,
  group: QuantityGroup,
  relationOf: (quantity: Quantity) => Candidate['relation'],
): Candidate[] => {
  const parts = splitIndicator(text, whole.indicator.start, whole.indicator.end)
  const last = group[group.length - 1] ?? group[0]
  const seen = new Set<string>()
  return group.map((member, index): Candidate => {
    const { value: _value, max: _max, unit: _unit, ...shared } = whole
    const key = `${member.value ?? ''}|${member.unit}`
    // two equal values would read as one target written twice: the earlier keeps the phrase up to its own number
    const again = group.findIndex((other, at) => at > index && `${other.value ?? ''}|${other.unit}` === key) >= 0
    seen.add(key)
    return {
      ...shared,
      end: again ? member.end : Math.max(whole.end, last.end),
      indicator: parts.length === group.length ? (parts[index] ?? whole.indicator) : whole.indicator,
      relation: relationOf(
        member.bound === undefined && last.bound !== undefined ? { ...member, bound: last.bound } : member,
      ),
      ...(member.value === undefined ? {} : { value: member.value }),
      ...(member.max === undefined ? {} : { max: member.max }),
      ...(member.unit === '' ? {} : { unit: member.unit }),
      group: whole.start,
    }
  })
}
