import actionVerbs from '../lexicon/action-verbs.yaml'
import deadlines from '../lexicon/deadline.yaml'
import departments from '../lexicon/departments.yaml'
import labels from '../lexicon/labels.yaml'
import { isRecord } from '../lexicon/read.ts'
import sectionCues from '../lexicon/section-cues.yaml'
import units from '../lexicon/units.yaml'
import type { OwnEntry } from './examples.ts'

/** A word that the program ships with. */
export interface ShippedEntry {
  kind: OwnEntry['kind']
  words: string[]
  detail: string
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : []
const records = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.filter(isRecord) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The words that the program ships with, as its lexicon files have them. */
export function shippedEntries(): ShippedEntry[] {
  const entries: ShippedEntry[] = []
  const add = (kind: ShippedEntry['kind'], words: string[], detail: string) => {
    if (words.length > 0) entries.push({ kind, words, detail })
  }
  for (const d of records(isRecord(departments) ? departments.机构 : []))
    add('department', [...new Set([text(d.名), ...strings(d.根), ...strings(d.全), ...strings(d.同类)])], text(d.名))
  if (isRecord(labels)) {
    for (const [group, value] of Object.entries(labels)) {
      if (isRecord(value))
        for (const [name, words] of Object.entries(value)) add('label', strings(words), `${group} ${name}`)
      else add('label', strings(value), group)
      for (const entry of records(value)) add('label', strings(entry.词), text(entry.意思))
    }
  }
  if (isRecord(actionVerbs)) add('verb', strings(actionVerbs.verbs), '')
  for (const u of records(isRecord(units) ? units.units : [])) add('unit', [text(u.unit)], text(u.kind))
  if (isRecord(deadlines)) {
    for (const [list, items] of Object.entries(deadlines)) {
      for (const item of Array.isArray(items) ? items : [])
        add(
          'deadline',
          typeof item === 'string' ? [item] : isRecord(item) ? [text(item.词), ...strings(item.别名)] : [],
          list,
        )
    }
  }
  for (const s of records(sectionCues)) add('section', strings(s.words), text(s.class))
  return entries
}
