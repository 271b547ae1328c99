import suffixData from '../../lexicon/department-suffixes.yaml'
import departmentsData from '../../lexicon/departments.yaml'
import { recordOf, stringsOf } from '../../lexicon/read.ts'
import { WordSet } from '../../text/word-set.ts'
import { NameGrammar } from './known-name.ts'

/** One body with all the ways its name is written; `roots` take a tail (发改＋委), `wholes` stand alone, `kin` are bodies beside it. */
export interface DepartmentFamily {
  readonly name: string
  /** Level that a name written without one has in `canonical`; empty where the text alone tells. */
  readonly level: string
  readonly roots: readonly string[]
  readonly wholes: readonly string[]
  readonly kin: readonly string[]
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

/** The words the recogniser knows, as read from `src/lexicon`, with the patterns compiled from them. */
export interface DepartmentLexicon {
  readonly families: readonly DepartmentFamily[]
  /** Takes the names of bodies in the lexicon apart. */
  readonly names: NameGrammar
  readonly byRoot: ReadonlyMap<string, DepartmentFamily>
  readonly byWhole: ReadonlyMap<string, DepartmentFamily>
  readonly strongSuffix: WordSet
  readonly weakSuffix: WordSet
  readonly excluded: ReadonlySet<string>
  /** What looks like an ending of a body and is none, behind anything: 大局, 干部, 座谈会. */
  readonly excludedEnd: WordSet
  readonly generic: ReadonlySet<string>
  /** 有关部门, 各乡镇, 市直相关单位: a word for all of them, then what they are. */
  readonly collective: WordSet
}

function readFamilies(data: unknown): DepartmentFamily[] {
  const list = recordOf(data, '机构名称').机构
  if (!Array.isArray(list)) throw new Error('机构名称: 缺“机构”列表')
  return list.map((item: unknown, index) => {
    const entry = recordOf(item, `机构第${index + 1}条`)
    const name = entry.名
    if (typeof name !== 'string' || name === '') throw new Error(`机构第${index + 1}条: 缺“名”`)
    return {
      name,
      level: typeof entry.级别 === 'string' ? entry.级别 : '',
      roots: stringsOf(entry.根, name),
      wholes: stringsOf(entry.全, name),
      kin: stringsOf(entry.同类, name),
      hits: stringsOf(entry.命中, name),
      misses: stringsOf(entry.不命中, name),
    }
  })
}

/** @param first entries whose words go before those of all others */
function build(families: readonly DepartmentFamily[], first: readonly DepartmentFamily[] = []): DepartmentLexicon {
  const words = recordOf(suffixData, '后缀')
  const suffixes = recordOf(words.后缀, '后缀')
  const byRoot = new Map<string, DepartmentFamily>()
  const byWhole = new Map<string, DepartmentFamily>()
  const byName = new Map<string, DepartmentFamily>()
  for (const family of families) if (!byName.has(family.name)) byName.set(family.name, family)
  for (const entry of [...first, ...families]) {
    const family = byName.get(entry.name) ?? entry
    for (const root of entry.roots) if (!byRoot.has(root)) byRoot.set(root, family)
    for (const whole of [entry.name, ...entry.wholes, ...entry.kin]) if (!byWhole.has(whole)) byWhole.set(whole, family)
  }
  return {
    families,
    names: new NameGrammar({
      levels: stringsOf(words.级别, '级别'),
      tails: stringsOf(words.尾, '尾'),
      roots: byRoot.keys(),
      wholes: byWhole.keys(),
    }),
    byRoot,
    byWhole,
    strongSuffix: new WordSet(stringsOf(suffixes.强, '强')),
    weakSuffix: new WordSet(stringsOf(suffixes.弱, '弱')),
    excluded: new Set(stringsOf(words.排除, '排除')),
    excludedEnd: new WordSet(stringsOf(words.排除尾, '排除尾')),
    generic: new Set(stringsOf(words.统称, '统称')),
    collective: new WordSet(stringsOf(words.集合词, '集合词')),
  }
}

/** The words that ship with the program. */
export const defaultLexicon: DepartmentLexicon = build(readFamilies(departmentsData))

/**
 * Lays a user's own bodies over a lexicon. `own` has the format of `departments.yaml`;
 * an entry with the 名 of a built-in one adds to it, others are new.
 */
export function extendLexicon(own: unknown, base: DepartmentLexicon = defaultLexicon): DepartmentLexicon {
  const added = readFamilies(own)
  const merged = base.families.map((family) => {
    const more = added.filter((entry) => entry.name === family.name)
    return more.length === 0
      ? family
      : {
          ...family,
          level: more.find((entry) => entry.level !== '')?.level ?? family.level,
          roots: [...family.roots, ...more.flatMap((entry) => entry.roots)],
          wholes: [...family.wholes, ...more.flatMap((entry) => entry.wholes)],
          kin: [...family.kin, ...more.flatMap((entry) => entry.kin)],
        }
  })
  const known = new Set(base.families.map((family) => family.name))
  const families = [...added.filter((entry) => !known.has(entry.name)), ...merged]
  return build(families, added)
}
