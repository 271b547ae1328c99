import type { Lexicons } from '../assemble/lexicons.ts'
import { classifyHeading } from '../assemble/section-class.ts'
import type { SentenceVerdict } from '../assemble/sentence/verdict.ts'
import { classifySentence } from '../assemble/sentence-class.ts'
import { recogniseDeadlineMentions } from '../recognise/deadline/index.ts'
import { readDepartmentList, recogniseResponsibilities } from '../recognise/department/index.ts'
import { recogniseTargetMentions } from '../recognise/target/index.ts'
import { findLabels } from '../structure/labels.ts'
import type { LoadedConfig } from './types.ts'

/** An entry of a configuration, as lists and tests name it. */
export interface OwnEntry {
  kind: 'department' | 'group' | 'label' | 'verb' | 'unit' | 'deadline' | 'section' | 'responsibility' | 'preset'
  /** The words that it is known by. */
  words: string[]
  /** What it means. */
  detail: string
  line: number | null
  hits: string[]
  misses: string[]
  /** Whether a sentence is recognised by it. */
  matches(text: string, lexicons: Lexicons): boolean
}

/** Examples that do not hold. */
export interface ExampleFailure {
  entry: OwnEntry
  example: string
  expected: 'hit' | 'miss'
}

interface WithExamples {
  命中?: string[] | undefined
  不命中?: string[] | undefined
}

/** All entries of a configuration. */
export function ownEntries(loaded: LoadedConfig): OwnEntry[] {
  const { config, lineOf } = loaded
  const entries: OwnEntry[] = []
  const add = (
    kind: OwnEntry['kind'],
    at: readonly (string | number)[],
    words: string[],
    detail: string,
    own: WithExamples,
    matches: OwnEntry['matches'],
  ) => entries.push({ kind, words, detail, line: lineOf(at), hits: own.命中 ?? [], misses: own.不命中 ?? [], matches })
  for (const [i, d] of (config.单位 ?? []).entries()) {
    const names = [d.名, ...(d.全 ?? []), ...(d.根 ?? []), ...(d.同类 ?? [])]
    add('department', ['单位', i], names, `${d.级别 ?? ''}${d.名}`, d, (text, { departments }) =>
      departmentsIn(text, departments).some(
        (m) => names.some((name) => m.name.includes(name)) || m.canonical?.endsWith(d.名) === true,
      ),
    )
  }
  for (const [i, g] of (config.集合 ?? []).entries())
    add('group', ['集合', i], [g.名], g.成员.join('、'), g, (text, { departments }) =>
      departmentsIn(text, departments).some((m) => m.name === g.名),
    )
  for (const [i, l] of (config.标签 ?? []).entries()) {
    add('label', ['标签', i], l.词, l.意思, l, (text, { labels }) =>
      findLabels(text, labels).some((hit) => l.词.includes(hit.label)),
    )
  }
  for (const [i, v] of (config.动词 ?? []).entries()) {
    const word = typeof v === 'string' ? v : v.词
    add('verb', ['动词', i], [word], '', typeof v === 'string' ? {} : v, (text, { cues }) => {
      const verdict = classifySentence(text, cues)
      return (verdict.class === 'imperative' && verdict.evidence.includes(word)) || demandedBy(text, word, verdict)
    })
  }
  for (const [i, u] of (config.计量单位 ?? []).entries()) {
    add('unit', ['计量单位', i], [u.unit], u.kind, u, (text, { targets }) =>
      recogniseTargetMentions(text, targets).some((m) => m.unit?.endsWith(u.unit) === true),
    )
  }
  for (const [list, items] of Object.entries(config.时限 ?? {})) {
    for (const [i, item] of (items ?? []).entries()) {
      const word = typeof item === 'string' ? item : item.词
      add('deadline', ['时限', list, i], [word], list, typeof item === 'string' ? {} : item, (text, { deadlines }) =>
        readsDeadline(text, word, list, deadlines),
      )
    }
  }
  for (const [i, s] of (config.章节 ?? []).entries()) {
    add('section', ['章节', i], s.words, s.class, s, (text, { cues }) => {
      const heading = text.replace(/^[（(]?[一二三四五六七八九十\d]+[)）]?[、.．]?(?!\d|年)/, '')
      const verdict = classifyHeading(heading, 2025, cues)
      return verdict?.class === s.class && s.words.some((word) => heading.includes(word))
    })
  }
  for (const [i, r] of (config.职责 ?? []).entries())
    add('responsibility', ['职责', i], r.词, `${r.单位}（${r.角色}）`, r, (text) =>
      r.词.some((word) => text.includes(word)),
    )
  for (const [name, columns] of Object.entries(config.列组 ?? {}))
    add('preset', ['列组', name], [name], columns.join('、'), {}, () => false)
  return entries
}

/** All bodies that a text names: where it makes them answerable, or as a list of names. */
const departmentsIn = (text: string, lexicon: Lexicons['departments']) => [
  ...recogniseResponsibilities(text, { lexicon }).flatMap((r) => r.departments),
  ...readDepartmentList(text, 'responsible', { lexicon }).departments,
]

/** 要攻坚突破…: the sentence is a demand, and the word is what is demanded. */
const demandedBy = (text: string, word: string, { class: found }: SentenceVerdict): boolean =>
  found === 'demand' && text.includes(word)

/** A deadline is read by the word: it stands in it, or (办理, 状语) it decides whether there is one. */
function readsDeadline(text: string, word: string, list: string, lexicon: Lexicons['deadlines']): boolean {
  const found = recogniseDeadlineMentions(text, { year: 2025, date: '2025-03-10' }, lexicon)
  if (list === '办理') return text.includes(word) && found.length === 0
  if (list === '状语') return text.includes(word) && found.length > 0
  return found.some((m) => m.text.includes(word))
}

/** Runs every example of a configuration. */
export function testExamples(
  entries: readonly OwnEntry[],
  lexicons: Lexicons,
): { count: number; failures: ExampleFailure[] } {
  const failures: ExampleFailure[] = []
  let count = 0
  for (const entry of entries) {
    for (const example of entry.hits) {
      count++
      if (!entry.matches(example, lexicons)) failures.push({ entry, example, expected: 'hit' })
    }
    for (const example of entry.misses) {
      count++
      if (entry.matches(example, lexicons)) failures.push({ entry, example, expected: 'miss' })
    }
  }
  return { count, failures }
}
