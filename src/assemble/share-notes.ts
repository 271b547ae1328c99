import type { Section } from '../structure/tree.ts'
import type { Draft } from './draft.ts'
import type { Unit } from './units/unit.ts'

/**
 * A note at the very end of a paragraph of enumerated points, none of which has one of its own,
 * is read as the note of all of them.
 */
export function shareNotes(text: string, units: readonly Unit[], draftsOf: ReadonlyMap<Unit, Draft[]>): void {
  const byParent = new Map<Section | undefined, Unit[]>()
  for (const unit of units) {
    const own = unit.path.at(-1)
    if (
      !own ||
      unit.form !== 'section' ||
      !['is', 'must', 'ordinal', 'sequence', 'circled', 'arabic-paren'].includes(own.enumerator.scheme)
    )
      continue
    const line = text.lastIndexOf('\n', unit.start)
    const parent = unit.path.at(-2)
    const group = byParent.get(parent) ?? []
    const previous = group.at(-1)
    if (previous && text.lastIndexOf('\n', previous.start) !== line) group.length = 0
    group.push(unit)
    byParent.set(parent, group)
    const next = text.indexOf('\n', unit.end)
    const lineEnd = next < 0 ? text.length : next
    if (group.length < 2 || text.slice(unit.end, lineEnd).trim() !== '') continue
    const drafts = draftsOf.get(unit) ?? []
    const last = drafts.at(-1)
    if (!last || !/[）)】\]][。；;]?\s*$/.test(text.slice(last.start, last.end))) continue
    const others = group.slice(0, -1).flatMap((u) => draftsOf.get(u) ?? [])
    if (others.some((draft) => draft.departments.some((d) => !d.inherited))) continue
    const noteStart = Math.max(text.lastIndexOf('（', last.end), text.lastIndexOf('(', last.end))
    const shared = last.departments.filter((d) => !d.inherited && d.mention.start + d.base >= noteStart)
    for (const draft of others) draft.departments.push(...shared.map((d) => ({ ...d, inherited: true })))
  }
}
