import type { PersonMention } from '../../model/mention.ts'
import type { Continuation } from './behind-names.ts'
import type { Clause } from './clauses.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { mentionsOf } from './mentions.ts'
import type { ListedName } from './namelist.ts'
import type { Responsibility } from './types.ts'
import { rolePattern } from './words.ts'

/** 水处负责, 支队要: the words right behind the short name of a unit. */
const TOLD_AT_ONCE = new RegExp(`^[：:，,]?(?:具体|主要|统一|总)?(?:要|应|须|必须|务必|${rolePattern})`, 'u')
/** 信息科, 教务处, 安全监察部: the offices of a house are told from other words by their endings alone. */
const OFFICE =
  /^(?:[\u4e00-\u9fff]{2,8}(?:科|处|股)|[\u4e00-\u9fff]{2,8}(?<![干全内外中东西南北大局一上下头底腹胸面顶])部)$/u
/** 省路网中心, 市水务集团, 市整治办: of a level, and so no centre of anything else. */
const HOUSE_OF_LEVEL =
  /^(?:省|市(?![民场区])|县(?!城)|区(?!域)|州|镇|厅|局(?!部))[\u4e00-\u9fff]{2,}(?:中心|集团|总站|大队|领导小?组|专班|指挥部|办公室|(?<![举承主协督交经包])办)$/u
const TIMED =
  /每[日天周旬月季半年学班\d一二三四五六七八九十]|[底日月季年]前|[底末]前|之前|年内|[日天周月时]内|本[周月季学]|下[周个月]|[月日]起|从.{1,8}起|定期|按[月季周]|一[天日周旬月季]一|立即|马上|连夜|^把|[前内]把|[上下]半年|[一二三四]季度|年[中终]|不定[时期]|随时|(?:会|节|汛|开学|放假|复工|假)[前后]|近段时间|\d月(?!以来)|今[天晚]|明[天早]|这[两几]天|回去/u
/** As far behind the names a rhythm or a limit is looked for. */
const TIMED_WITHIN = 8
/** 区政府将组织…检查, 每季度一调度: they look after what others were told. */
const CHECKS = /(?:组织|进行|开展|一|将|予以)[^，,。；;]{0,14}(?:检查|督查|考核|验收|调度|通报|督导|抽查|督办|评估)/u

/** How far the reading of a text has come, and what it has found. */
export interface SubjectState {
  /** Where the sentence at hand begins. */
  sentence: number
  /** 会议要求，…；…: somebody is asked in the sentence before, and so is who is named in this one. */
  asking: boolean
  text: string
  lexicon: DepartmentLexicon
  out: Responsibility[]
}

/** Puts a statement down unless the words prove too little for the names. */
export function accept(
  state: SubjectState,
  range: Clause,
  sentenceEnd: number,
  names: ListedName[],
  continuation: Continuation,
  asked: boolean,
  person: Clause | null = null,
): boolean {
  const { text, lexicon, out } = state
  const { weight } = continuation
  const together = names.length > 1
  // 总务处每周检查, 人力资源部年底前完成: a rhythm or a limit is a duty.
  const behind = names.at(-1)?.end ?? 0
  const timed =
    person === null &&
    TIMED.test(text.slice(behind, Math.max(continuation.end, Math.min(range.end, behind + TIMED_WITHIN))))
  const proof = weight === 'verb' && (asked || timed || state.asking) ? 'modal' : weight
  const believed = names.filter((name) => believable(name, proof, continuation.rule, together))
  // 各镇和相关单位抽调力量: 各镇 vouches for those told with it
  const vouched =
    believed[0] === names[0] &&
    believed[0]?.name.startsWith('各') === true &&
    names.every((name) => believed.includes(name) || /^(?:相关|有关)/u.test(name.name))
  if (person === null && believed.length < names.length && !vouched) return false
  const lastName = names.at(-1)
  if (lastName !== undefined && names.some(({ strength }) => strength === 'inner')) {
    if (continuation.rule !== 'by-duty' && !TOLD_AT_ONCE.test(text.slice(lastName.end, continuation.end))) return false
  }
  let role = continuation.role
  if (continuation.helpsLater === true && names.every((name) => /^(?:有关|相关|其他|其它|配合)/u.test(name.name))) {
    role = 'support'
  }
  // 各部门密切配合: they help one another, and that is what they are told to do.
  const before = text.slice(names.at(-1)?.end ?? 0, continuation.end)
  if (
    role === 'support' &&
    (/密切|相互|通力|分工(?=协作|配合)|团结/u.test(before)
      ? alone(state, names) || everyOne(names)
      : /协同/u.test(before) && everyOne(names))
  ) {
    role = 'responsible'
  }
  const sentence = text.slice(continuation.end, sentenceEnd)
  const secondary =
    person === null &&
    role === 'responsible' &&
    weight !== 'role' &&
    out.length > 0 &&
    CHECKS.test(sentence) &&
    /[府委会]$/u.test(names.at(-1)?.name ?? '') &&
    !out.some(({ departments }) => departments.some(({ name }) => names.some((one) => one.name === name)))
  if (secondary) role = 'supervise'
  // 乡镇主要领导: the person is told, the bare kind of body is not.
  const spoken = person === null ? null : afterEspecially(text, person)
  const bodies =
    spoken !== null && spoken !== person
      ? names.filter(({ start }) => start < spoken.start)
      : person !== null && names.every(isBareKind)
        ? []
        : person !== null
          ? names.filter(({ name }) => !OF_PERSONS.test(name))
          : names
  const form =
    asked || continuation.rule.startsWith('role-') || continuation.rule.startsWith('is-') ? 'sentence' : 'subject'
  out.push({
    start: Math.min(range.start, names[0]?.start ?? range.start),
    end: range.end,
    form,
    rule: continuation.rule,
    departments: [
      ...mentionsOf(bodies, role, continuation.rule, lexicon),
      ...mentionsOf(continuation.partners, 'support', 'together', lexicon),
    ],
    people: spoken === null ? [] : [personOf(text, spoken, range.end)],
  })
  return true
}

/** 各乡镇尤其是各级领导干部: the bodies, and behind the word for it the persons. */
function afterEspecially(text: string, person: Clause): Clause {
  const words = text.slice(person.start, person.end)
  const at = Math.max(words.lastIndexOf('尤其是'), words.lastIndexOf('特别是'))
  return at <= 0 ? person : { start: person.start + at + 3, end: person.end }
}

/** 各村驻村领导: what the persons have to do with the place, and no body. */
const OF_PERSONS = /(?:驻村|包村|驻点|挂点|包片|挂村|分管|联系|帮扶)$/u
/** 乡镇 of 乡镇主要领导, 各级 of 各级领导干部. */
const isBareKind = ({ name, strength }: ListedName): boolean => strength === 'generic' || name === '各级'

const everyOne = (names: readonly ListedName[]): boolean => names.every(({ name }) => name.startsWith('各'))

/** Several bodies, and nobody before them in the sentence whom they could help. */
const alone = ({ out, sentence }: SubjectState, names: readonly ListedName[]): boolean =>
  names.length > 1 && !out.some(({ start }) => start >= sentence)

function personOf(text: string, { start, end }: Clause, clauseEnd: number): PersonMention {
  // 对…进行督导: they watch over others' work.
  const role = /(?:督导|督办)$/u.test(text.slice(end, clauseEnd)) ? 'supervise' : 'leader'
  return { rule: 'post', start, end, name: text.slice(start, end).replace(/[\s\u00a0]/gu, ''), role }
}

/** Weak names (a suffix that other words have too) and kinds (企业) need a modal or a role word; bare verbs prove little. */
function believable(
  { name, strength, collective }: ListedName,
  proof: Continuation['weight'],
  rule: string,
  together: boolean,
): boolean {
  if (/或所$|[（(][一二三四五六七八九十\d]{1,2}[)）]|长(?:配合|牵头|负责)/u.test(name)) return false
  if (proof === 'modal' || /^(?:牵头|责任|配合|督导|承办|主办|协办)/u.test(name)) return !name.startsWith('某')
  if (proof === 'role') return strength !== 'generic' || /lead|responsible|unit/u.test(rule)
  return (
    strength !== 'generic' &&
    (strength !== 'weak' ||
      collective ||
      OFFICE.test(name) ||
      HOUSE_OF_LEVEL.test(name) ||
      (together && /[省市州县]$/u.test(name)))
  )
}
