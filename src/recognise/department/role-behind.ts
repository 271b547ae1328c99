import type { DepartmentRole } from '../../model/register.ts'
import { type Behind, type Continuation, ROLE, sticky } from './behind-names.ts'
import { readPartners } from './partners.ts'
import { roleOfWord } from './words.ts'

const WITH = /(?:会同|汇同|联合|协同|商(?![务业贸户标场])|会商|配合)(?=[\u4e00-\u9fff]{2})/uy
/** It is done already. */
export const PAST = /^[^，,。；;]{0,12}?(?:了(?!解)|过(?!程|度|关|渡|剩|硬|失|问|户)|已经?|取得|曾)/u
/** 密切配合, 全力协助 at the end of the clause, whatever stands before it. */
const HELPS_AT_END = /(?:积极|主动|全力|大力|按要求|按职责|给予|予以|做好)(?:配合|协助|参与|支持|协同)(?:工作)?$/u
/** 住房城乡建设局负责监督: what they answer for is that others do it. */
const SUPERVISES =
  /^(?:具体|全程|统一|组织|总)?负责(?:具体|全程|统一|组织|日常)?(?:监督|督导|督办|督查|督促|考核|验收|跟踪督办)(?:检查|考核|督导|督促|落实|验收|工作|通报)*$/u
export const HELPS_LATER = /[，,、](?:积极|主动|全力|密切|认真)?(?:配合|协助)(?!(?:工作)?(?:$|[，,。；;]))/u

/** 负责, 牵头, 会同…, 密切配合: a role that is named. */
export const readRole = (behind: Behind): Continuation | null =>
  readRoleWord(behind) ?? readTogether(behind) ?? readHelp(behind)

function readRoleWord(behind: Behind): Continuation | null {
  const { text, from, clauseEnd, rest, sentence, told, asked } = behind
  const word = sticky(ROLE, text, from)
  const end = from + (word?.[0].length ?? 0)
  if (word === null || end > clauseEnd || PAST.test(text.slice(end, clauseEnd))) return null
  const role = SUPERVISES.test(rest) ? 'supervise' : roleHere(text, from, word[1] ?? '', clauseEnd, told || asked)
  if (role === null) return null
  // 负责 and 牵头 say it outright; 落实, 参与 are verbs like others unless they close the clause.
  const outright = /负责|牵头|主办|承办|负总责|各负其责/u.test(word[0]) || end === clauseEnd
  return {
    rule: `role-${role}`,
    role,
    weight: outright ? 'role' : told ? 'modal' : 'verb',
    partners: [],
    end,
    helpsLater: HELPS_LATER.test(sentence),
  }
}

/** The role of a role word in running text: 落实 and 实施 are plain verbs there, 配合 without object is mutual. */
function roleHere(text: string, at: number, word: string, clauseEnd: number, told: boolean): DepartmentRole | null {
  const role = roleOfWord(word) ?? null
  const after = text.slice(at + word.length, clauseEnd)
  if (role === 'responsible' || role === 'lead') return role
  if (role === 'supervise') return /^(?:落实|整改|工作)?$/u.test(after) ? 'supervise' : null
  // 参与活动情况也将…: the helping is a noun here.
  if (/^(?:企业|群众|农户|和|与|力度|发展)|(?:情况|力度|程度|积极性)/u.test(after)) return null
  // 教育行政部门要参与…环节的工作: taking part is what they are told to do.
  if (/^参[与加]$/u.test(word) && told && !/^(?:工作)?$/u.test(after)) return 'responsible'
  if (role === 'support' && word === '支持') return after === '' || /^配合|^做好/u.test(after) ? 'support' : null
  return role === 'support' && (told || after.length < 8 || /^做好|^开展|^落实|^完成|^推进/u.test(after))
    ? 'support'
    : role
}

/** 会同A、B…, 配合C…: together with whom. */
function readTogether({ text, from, clauseEnd, told, asked, lexicon }: Behind): Continuation | null {
  const word = sticky(WITH, text, from)
  if (word === null || word.index >= clauseEnd) return null
  const found = readPartners(text, from + word[0].length, clauseEnd, lexicon)
  if (found === null) return null
  const lead = /^(?:牵头|共同牵头)/u.test(text.slice(found.end, clauseEnd))
  const helps = word[0] === '配合'
  return {
    rule: helps ? 'helps' : 'together',
    role: lead ? 'lead' : helps ? 'support' : 'responsible',
    weight: told || asked ? 'modal' : 'role',
    partners: helps ? [] : found.names,
    end: found.end,
  }
}

const readHelp = ({ rest, told, clauseEnd }: Behind): Continuation | null =>
  HELPS_AT_END.test(rest) && !/督促|对|指导/u.test(rest)
    ? { rule: 'helps', role: 'support', weight: told ? 'modal' : 'verb', partners: [], end: clauseEnd }
    : null
