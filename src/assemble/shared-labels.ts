import type { Scheme } from '../structure/schemes.ts'
import type { Label, Root, Section } from '../structure/tree.ts'
import type { Unit } from './units/unit.ts'

const SAYS_WHO_OR_WHEN: ReadonlySet<string> = new Set(['departments', 'people', 'deadline', 'note'])
/** Points on lines of their own, of which one list is made up. */
const POINTS: ReadonlySet<string> = new Set(['han-paren', 'arabic', 'arabic-paren', 'circled'])

interface Point {
  section: Section
  units: Unit[]
  labels: Label[]
}

/**
 * 1.… 2.… 3.… （牵头领导：甲；责任单位：乙）: label lines behind the last point of a list hold for all of its points
 * where no point of the document's lists with the same marks has any of its own.
 *
 * @param saysWho whether a unit says itself who does it
 */
export function shareLabels(units: readonly Unit[], saysWho: (unit: Unit) => boolean): Unit[] {
  const lists = listsOf(units)
  const perPoint = new Set(
    lists.flatMap((points) => (points.slice(0, -1).some(({ labels }) => labels.length > 0) ? schemeOf(points) : [])),
  )
  const shared = new Map<Unit, Label[]>()
  for (const points of lists) {
    const labels = points.at(-1)?.labels ?? []
    const others = points.slice(0, -1).flatMap((point) => point.units)
    if (labels.length === 0 || schemeOf(points).some((scheme) => perPoint.has(scheme))) continue
    if (points.some((point) => point.units.some(saysWho))) continue
    for (const unit of others) shared.set(unit, labels)
  }
  return units.map((unit) => {
    const labels = shared.get(unit)
    return labels ? { ...unit, labels: [...unit.labels, ...labels] } : unit
  })
}

const schemeOf = (points: readonly Point[]): Scheme[] =>
  points.slice(0, 1).map(({ section }) => section.enumerator.scheme)

/** The points of every list of two or more, with the labels that stand behind each. */
function listsOf(units: readonly Unit[]): Point[][] {
  const lists = new Map<Section | Root | undefined, Point[]>()
  for (const unit of units) {
    const section = unit.path.at(-1)
    if (!section || section.inline || unit.form === 'row' || !POINTS.has(section.enumerator.scheme)) continue
    const parent = unit.path.at(-2)
    const points = lists.get(parent) ?? []
    lists.set(parent, points)
    const last = points.at(-1)
    const labels = unit.labels.filter(
      (label) => label.start >= unit.end && label.end <= section.end && SAYS_WHO_OR_WHEN.has(label.hit.meaning.field),
    )
    if (last?.section === section) {
      last.units.push(unit)
      // behind 整改进展：… at its end no label comes any more
      last.labels = [...new Set([...last.labels, ...labels])]
    } else points.push({ section, units: [unit], labels })
  }
  return [...lists.values()].filter((points) => points.length > 1)
}
