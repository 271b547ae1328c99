import { compileCues, type SectionCue } from '../assemble/cues.ts'
import { type Lexicons, type ResponsibilityRule, shippedLexicons } from '../assemble/lexicons.ts'
import deadlineData from '../lexicon/deadline.yaml'
import { isRecord } from '../lexicon/read.ts'
import targetWords from '../lexicon/target-words.yaml'
import unitData from '../lexicon/units.yaml'
import { compileDeadlineLexicon } from '../recognise/deadline/index.ts'
import { extendLexicon, recogniseResponsibilities } from '../recognise/department/index.ts'
import { compileTargetLexicon } from '../recognise/target/index.ts'
import type { LabelMeaning } from '../structure/label-types.ts'
import { ConfigError } from './error.ts'
import { FIELD_NAMES } from './schema.ts'
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
  checkNames(loaded, lexicons)
  return lexicons
}

function fault(
  loaded: LoadedConfig,
  code: 'useless-entry' | 'invalid',
  at: readonly (string | number)[],
  detail: string,
): ConfigError {
  const line = String(loaded.lineOf(at) ?? 1)
  const field = at.join('.')
  return new ConfigError(
    code,
    { path: loaded.path, line, field, detail },
    `${loaded.path}:${line}: ${field}: ${detail}`,
  )
}

function withUnits(own: readonly object[]): unknown {
  const data: unknown = unitData
  if (!isRecord(data) || !Array.isArray(data.units)) throw new Error('units.yaml: no units')
  return { ...data, units: [...data.units, ...own] }
}

function verbsOf(loaded: LoadedConfig): string[] {
  return (loaded.config.动词 ?? []).map((entry, i) => {
    const word = typeof entry === 'string' ? entry : entry.词
    if (/[\s。，；：、,.;:!?]/.test(word)) throw fault(loaded, 'useless-entry', ['动词', i], word)
    return word
  })
}

function sectionsOf(loaded: LoadedConfig): SectionCue[] {
  return (loaded.config.章节 ?? []).flatMap((entry, i) =>
    entry.words.map((word) => {
      if (/[\n。]/.test(word)) throw fault(loaded, 'useless-entry', ['章节', i], word)
      return { class: entry.class, word }
    }),
  )
}

function labelsOf(loaded: LoadedConfig): Map<string, LabelMeaning> {
  const labels = new Map<string, LabelMeaning>()
  for (const [i, entry] of (loaded.config.标签 ?? []).entries()) {
    for (const word of entry.词) {
      const plain = word.replace(/[\s：:]/g, '')
      if (plain === '' || plain.length > 24) throw fault(loaded, 'useless-entry', ['标签', i], word)
      labels.set(plain, meaningOf(FIELD_NAMES[entry.意思]))
    }
  }
  return labels
}

function meaningOf(field: (typeof FIELD_NAMES)[keyof typeof FIELD_NAMES]): LabelMeaning {
  switch (field) {
    case 'lead':
    case 'responsible':
    case 'support':
    case 'supervise':
      return { field: 'departments', roles: [field] }
    case 'leader':
      return { field: 'people', roles: [], personRole: 'leader' }
    case 'person':
      return { field: 'people', roles: [], personRole: 'responsible' }
    default:
      return { field, roles: [] }
  }
}

function leadRuleOf({ config }: LoadedConfig): Pick<Lexicons, 'leadRule'> {
  const rule = config.默认?.牵头规则
  return rule === undefined || rule === 'from-document' ? {} : { leadRule: rule }
}

/** A name that the recogniser does not see even where it leads something would never be found in a text. */
function checkNames(loaded: LoadedConfig, lexicons: Lexicons): void {
  const seen = (name: string): boolean =>
    [`此项工作由${name}牵头。`, `（${name}牵头）`, `${name}要抓好落实。`].some((text) =>
      recogniseResponsibilities(text, { lexicon: lexicons.departments }).some((r) =>
        r.departments.some((d) => d.name === name),
      ),
    )
  for (const [i, entry] of (loaded.config.单位 ?? []).entries()) {
    for (const name of [...(entry.全 ?? []), ...(entry.同类 ?? [])]) {
      if (!seen(name)) throw fault(loaded, 'useless-entry', ['单位', i], name)
    }
  }
  for (const [i, group] of (loaded.config.集合 ?? []).entries())
    if (!seen(group.名)) throw fault(loaded, 'useless-entry', ['集合', i], group.名)
}
