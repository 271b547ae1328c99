import { recogniseResponsibilities } from '../recognise/department/index.ts'
import type { Block, Paragraph, Root, Section } from '../structure/tree.ts'
import type { Draft } from './draft.ts'
import type { Reading } from './reading.ts'
import { LISTS_FOR } from './sentence-patterns.ts'
import type { Unit } from './units/unit.ts'

/** 各镇要做好三件事： what comes behind it is told to them; a sentence that is longer says more than that. */
const LONGEST_LEAD = 120

/** 市教育局将开展检查，现将有关事项通知如下： what somebody else is going to do led to the notice. */
const ANNOUNCES = /(?:通知|通报|公告|报告|汇报|总结|说明)如下[：:]$/

/**
 * Gives the points of a list to the bodies that the sentence in front of it tells to see to them (各镇要做到：一是…，二是…).
 * A point that has bodies of its own, or has them from a note or label, keeps those alone.
 */
export function shareLeads(reading: Reading, root: Root, draftsOf: ReadonlyMap<Unit, Draft[]>): void {
  const told = new Map<Section, Pick<Draft, 'departments' | 'people'>>()
  const walk = (children: readonly Block[]): void => {
    let lead: Paragraph | null = null
    let list: Pick<Draft, 'departments' | 'people'> | null = null
    for (const child of children) {
      if (child.type === 'paragraph') [lead, list] = [child, null]
      else if (child.type === 'section') {
        if (lead !== null) list = toldIn(reading, lead)
        lead = null
        if (list !== null) told.set(child, list)
        walk(child.children)
      } else if (child.type !== 'furniture') [lead, list] = [null, null]
    }
  }
  walk(root.children)
  if (told.size === 0) return
  for (const [unit, drafts] of draftsOf) {
    const list = unit.path.map((section) => told.get(section)).findLast((one) => one !== undefined)
    if (list === undefined) continue
    for (const draft of drafts) {
      if (draft.departments.length + draft.people.length > 0) continue
      draft.departments.push(...list.departments)
      draft.people.push(...list.people)
    }
  }
}

/** Who is told in the last sentence of a paragraph, where it announces a list. */
function toldIn(reading: Reading, { children, textStart }: Paragraph): Pick<Draft, 'departments' | 'people'> | null {
  const last = children.at(-1)
  if (last === undefined || last.end - last.start > LONGEST_LEAD) return null
  const base = Math.max(last.start, textStart)
  const sentence = reading.text.slice(base, last.end).trim()
  if (!/[：:]$/.test(sentence) && !LISTS_FOR.test(sentence)) return null
  if (ANNOUNCES.test(sentence)) return null
  const subjects = recogniseResponsibilities(sentence, reading.departments).filter(({ form }) => form === 'subject')
  const departments = subjects.flatMap((r) => r.departments.filter(({ role }) => role === 'responsible'))
  if (departments.length === 0) return null
  const people = subjects.flatMap((r) => r.people)
  return {
    departments: departments.map((mention) => ({ mention, base, inherited: true })),
    people: people.map((mention) => ({ mention, base, inherited: true })),
  }
}
