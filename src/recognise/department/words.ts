import roleData from '../../lexicon/department-roles.yaml'
import verbData from '../../lexicon/department-verbs.yaml'
import { anyOf, recordOf, stringsOf } from '../../lexicon/read.ts'
import type { DepartmentRole } from '../../model/register.ts'
import { allMatches } from '../../text/matches.ts'

const roleFile = recordOf(roleData, '角色')
const verbFile = recordOf(verbData, '动词')
const roleWords = recordOf(roleFile.角色, '角色')
const ROLES = ['lead', 'responsible', 'support', 'supervise'] as const

const roleOf = new Map<string, DepartmentRole>()
for (const role of ROLES) for (const word of stringsOf(roleWords[role], role)) roleOf.set(word, role)
const adverbs = stringsOf(roleFile.修饰, '修饰')
const endWords = new Set([...roleOf.keys(), ...adverbs, ...stringsOf(roleFile.余尾, '余尾')])
const longestEndWord = Math.max(...[...endWords].map((word) => word.length))

export const rolePattern = anyOf(roleOf.keys())
const modalWords = new Set(stringsOf(verbFile.情态, '情态'))
/** Adverbs between a name and its verb; 要 and 应 are modals there, and adverbs only inside 要积极配合 at the end of a note. */
export const adverbPattern = anyOf(adverbs.filter((word) => !modalWords.has(word)))
/** 要 and 应 begin other words, too (要求, 应急), and end some (主要, 供应). */
export const modalPattern = anyOf(modalWords)
  .split('|')
  .map((word) =>
    word === '要'
      ? '(?<![主重需紧概首机摘纪])要(?![求素点件闻害地塞么是])'
      : word === '应'
        ? '(?<![供反响适对呼感效])应(?:(?![用急对变届收付邀景运聘])|(?=对[^，,。；;]{2,30}(?:进行|开展|予以|给予|加强|实施|实行|作出)))'
        : word === '需'
          ? '(?<![所急军内外供])需(?![求要])'
          : word === '将'
            ? '将(?![军士近来乐])'
            : word,
  )
  .join('|')
/** Verbs that begin other words as well: 重点工作, 主要任务, 以上, 创建办. */
const NOT_BEFORE = new Map([
  ['重点', '工作|任务|项目|领域|指标|目标|行业|内容|问题'],
  ['主要', '工作|任务|项目|领域|指标|目标|行业|内容|问题'],
  ['以', '[上下内外来前后及]'],
  ['创建', '办|工作|活动|任务|领导'],
  ['自查', '\\s*$|[，,。；;：:\\n]|报告|工作|阶段|情况|表'],
])
export const actionPattern = anyOf(stringsOf(verbFile.动作, '动作'))
  .split('|')
  .map((word) => (NOT_BEFORE.has(word) ? `${word}(?!${NOT_BEFORE.get(word)})` : word))
  .join('|')
export const askingPattern = anyOf(stringsOf(verbFile.引子, '引子'))

const ROLE_TOKEN = new RegExp(rolePattern, 'gu')
const SUPERVISES_AFTER_ALL = /负责(?:牵头)?(?:督导|督办|验收|考核)(?:工作)?$/u

export interface RoleAtEnd {
  /** Length of what stands before the role words. */
  length: number
  role: DepartmentRole
}

/** The role that the words at the end of a segment give to the name before them: 市发改委按职责分工负责 → responsible. */
export function roleAtEnd(segment: string): RoleAtEnd | null {
  if (segment.length > 80) return null
  // From the end backwards: an index is good when a word starts there and a good index (or the end) follows it.
  const good = new Uint8Array(segment.length + 1)
  good[segment.length] = 1
  let first = -1
  for (let i = segment.length - 1; i >= 0; i--) {
    // Further left no word can reach a good index any more.
    if (first >= 0 ? first - i > longestEndWord : segment.length - i > longestEndWord) break
    for (let length = Math.min(longestEndWord, segment.length - i); length > 0; length--) {
      if (good[i + length] === 1 && endWords.has(segment.slice(i, i + length))) {
        good[i] = 1
        first = i
        break
      }
    }
  }
  if (first < 0) return null
  const role = roleOfWords(segment.slice(first))
  return role === null ? null : { length: first, role }
}

/** The role of a run of role words: 牵头 anywhere leads; 负责督导 supervises; else the first word says it. */
export function roleOfWords(words: string): DepartmentRole | null {
  const found = allMatches(ROLE_TOKEN, words).flatMap((match) => roleOf.get(match[0]) ?? [])
  const first = found[0]
  if (first === undefined) return null
  if (found.includes('lead')) return 'lead'
  return SUPERVISES_AFTER_ALL.test(words) ? 'supervise' : first
}

/** The role of one word. */
export const roleOfWord = (word: string): DepartmentRole | undefined => roleOf.get(word)
