import { compileCues, type SectionCue } from '../assemble/cues.ts'
import { type Lexicons, type ResponsibilityRule, shippedLexicons } from '../assemble/lexicons.ts'
import deadlineData from '../lexicon/deadline.yaml'
import { isRecord } from '../lexicon/read.ts'
import targetWords from '../lexicon/target-words.yaml'
import unitData from '../lexicon/units.yaml'
import { chooseColumns, UnknownColumnError } from '../output/columns.ts'
import { compileDeadlineLexicon, recogniseDeadlineMentions } from '../recognise/deadline/index.ts'
import { extendLexicon, recogniseResponsibilities } from '../recognise/department/index.ts'
import { compileTargetLexicon, recogniseTargetMentions } from '../recognise/target/index.ts'
import { LABEL_MEANINGS } from '../structure/label-meanings.ts'
import type { LabelMeaning } from '../structure/label-types.ts'
import { findLabels } from '../structure/labels.ts'
import { ConfigError } from './error.ts'
import { nameOf } from './load.ts'
import type { LoadedConfig } from './types.ts'

const ROLES = { 牵头: 'lead', 责任: 'responsible', 配合: 'support', 督导: 'supervise' } as const

/**
 * Lays a user's words over those that the program ships with.
 *
 * @throws ConfigError `useless-entry`, with its line, for an entry that can never match, and `invalid` for one that
 * a recogniser refuses
 */
export function compileLexicons(loaded: LoadedConfig): Lexicons {
  const { config } = loaded
  const shipped = shippedLexicons()
  const refuse = <T>(key: string, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      if (error instanceof ConfigError) throw error
      const detail = error instanceof Error ? error.message : String(error)
      throw fault(loaded, 'invalid', [key], detail)
    }
  }
  const lexicons: Lexicons = {
    departments: config.单位 ? refuse('单位', () => extendLexicon({ 机构: config.单位 })) : shipped.departments,
    deadlines: config.时限
      ? refuse('时限', () => compileDeadlineLexicon(deadlineData, config.时限))
      : shipped.deadlines,
    targets: config.计量单位
      ? refuse('计量单位', () => compileTargetLexicon(withUnits(config.计量单位 ?? []), targetWords))
      : shipped.targets,
    cues:
      config.动词 || config.章节 ? compileCues({ verbs: verbsOf(loaded), sections: sectionsOf(loaded) }) : shipped.cues,
    labels: labelsOf(loaded),
    groups: new Map((config.集合 ?? []).map((group) => [group.名, group.成员])),
    responsibilities: (config.职责 ?? []).map(
      (rule): ResponsibilityRule => ({ words: rule.词, department: rule.单位, role: ROLES[rule.角色] }),
    ),
    ...leadRuleOf(loaded),
  }
  checkEntries(loaded, lexicons)
  return lexicons
}

function fault(
  loaded: LoadedConfig,
  code: 'useless-entry' | 'invalid',
  at: readonly (string | number)[],
  detail: string,
  problem = 'other',
): ConfigError {
  const line = String(loaded.lineOf(at) ?? 1)
  const field = nameOf(at)
  return new ConfigError(
    code,
    { path: loaded.path, line, field, detail, problem },
    `${loaded.path}:${line}: ${field}: ${detail}`,
  )
}

function withUnits(own: readonly object[]): unknown {
  const data: unknown = unitData
  if (!isRecord(data) || !Array.isArray(data.units)) throw new Error('units.yaml: no units')
  return { ...data, units: [...data.units, ...own] }
}

const wordOf = (entry: string | { 词: string }): string => (typeof entry === 'string' ? entry : entry.词)

const verbsOf = ({ config }: LoadedConfig): string[] => (config.动词 ?? []).map(wordOf)

const sectionsOf = ({ config }: LoadedConfig): SectionCue[] =>
  (config.章节 ?? []).flatMap((entry) => entry.words.map((word) => ({ class: entry.class, word })))

const plainLabel = (word: string): string => word.replace(/[\s：:]/g, '')

const labelsOf = ({ config }: LoadedConfig): Map<string, LabelMeaning> =>
  new Map(
    (config.标签 ?? []).flatMap((entry) =>
      entry.词.map((word): [string, LabelMeaning] => [plainLabel(word), LABEL_MEANINGS[entry.意思]]),
    ),
  )

function leadRuleOf({ config }: LoadedConfig): Pick<Lexicons, 'leadRule'> {
  const rule = config.默认?.牵头规则
  return rule === undefined || rule === 'from-document' ? {} : { leadRule: rule }
}

/** Sentences in which a word ought to be recognised, if it can be at all. */
const NAME_PROBES = [
  (name: string) => `此项工作由${name}牵头。`,
  (name: string) => `（${name}牵头）`,
  (name: string) => `${name}要抓好落实。`,
]

const DEADLINE_PROBES: Readonly<Record<string, (word: string) => string>> = {
  事件: (word) => `${word}前完成整改。`,
  起算: (word) => `${word}之日起30日内完成整改。`,
  节日: (word) => `${word}前完成整改。`,
  规划期: (word) => `“${word}”期间建成投用。`,
  长期: (word) => word,
  立即: (word) => word,
  完结: (word) => word,
  即日: (word) => `${word}起开展整治。`,
  周期: (word) => `${word}报送进展。`,
  频次事项: (word) => `每月一次${word}，半年一${word}。`,
}

/** Finds entries that can never match: each word is tried where it would have to be recognised. */
function checkEntries(loaded: LoadedConfig, lexicons: Lexicons): void {
  const { config } = loaded
  const useless = (at: readonly (string | number)[], word: string) => fault(loaded, 'useless-entry', at, word)
  const twice = new Map<string, Set<string>>()
  /** The second of two entries for one word is never asked. */
  const once = (kind: string, word: string, at: readonly (string | number)[]) => {
    const seen = twice.get(kind) ?? new Set()
    if (seen.has(word)) throw useless(at, word)
    twice.set(kind, seen.add(word))
  }
  const seenAsName = (name: string): boolean =>
    NAME_PROBES.some((probe) =>
      recogniseResponsibilities(probe(name), { lexicon: lexicons.departments }).some((r) =>
        r.departments.some((d) => d.name === name),
      ),
    )
  for (const [i, entry] of (config.单位 ?? []).entries()) {
    const wholes = [entry.名, ...(entry.全 ?? []), ...(entry.同类 ?? [])]
    for (const name of wholes) if (!seenAsName(name)) throw useless(['单位', i], name)
    for (const root of entry.根 ?? [])
      if (!['局', '委', '办', '中心', '部门'].some((tail) => seenAsName(root + tail))) throw useless(['单位', i], root)
  }
  for (const [i, group] of (config.集合 ?? []).entries()) {
    once('集合', group.名, ['集合', i])
    if (!seenAsName(group.名)) throw useless(['集合', i], group.名)
  }
  for (const [i, entry] of (config.标签 ?? []).entries()) {
    for (const word of entry.词) {
      once('标签', plainLabel(word), ['标签', i])
      if (!findLabels(`${word}：市财政局`, lexicons.labels).some((hit) => hit.label === plainLabel(word)))
        throw useless(['标签', i], word)
    }
  }
  for (const [i, entry] of (config.动词 ?? []).entries()) {
    const word = wordOf(entry)
    once('动词', word, ['动词', i])
    if (/[\s。，；：、,.;:!?！？]/.test(word) || !lexicons.cues.imperative.test(`${word}有关工作`))
      throw useless(['动词', i], word)
  }
  for (const [i, entry] of (config.计量单位 ?? []).entries()) {
    once('计量单位', entry.unit, ['计量单位', i])
    const probes = [`力争达到35${entry.unit}。`, `新增35${entry.unit}。`, `指标提高35${entry.unit}。`]
    const split = /[\s，。；：、]/.test(entry.unit)
    if (
      split ||
      !probes.some((text) => recogniseTargetMentions(text, lexicons.targets).some((m) => m.unit === entry.unit))
    )
      throw useless(['计量单位', i], entry.unit)
  }
  for (const [i, entry] of (config.章节 ?? []).entries()) {
    for (const word of entry.words) {
      once('章节', word, ['章节', i])
      if (/[\n。]/.test(word) || word.trim() !== word) throw useless(['章节', i], word)
    }
  }
  for (const [list, entries] of Object.entries(config.时限 ?? {})) {
    const probe = DEADLINE_PROBES[list]
    for (const [i, entry] of (entries ?? []).entries()) {
      const word = wordOf(entry)
      once(`时限 ${list}`, word, ['时限', list, i])
      if (/\s/.test(word) || (probe && !readsDeadline(probe(word), word, lexicons)))
        throw useless(['时限', list, i], word)
    }
  }
  for (const [i, rule] of (config.职责 ?? []).entries())
    for (const word of rule.词) if (/[\r\n]/.test(word) || word.trim() === '') throw useless(['职责', i], word)
  for (const [name, list] of Object.entries(config.列组 ?? {})) checkColumns(loaded, name, list)
}

const readsDeadline = (text: string, word: string, { deadlines }: Lexicons): boolean =>
  recogniseDeadlineMentions(text, { year: 2025, date: '2025-03-10', label: true }, deadlines).some((m) =>
    m.text.includes(word),
  )

function checkColumns(loaded: LoadedConfig, name: string, list: readonly string[]): void {
  for (const [i, column] of list.entries()) {
    try {
      chooseColumns(column)
    } catch (error) {
      if (!(error instanceof UnknownColumnError)) throw error
      throw fault(loaded, 'invalid', ['列组', name, i], error.column, 'column')
    }
  }
}
