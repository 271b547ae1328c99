import { readLabel } from '../../structure/labels.ts'
import { answerable, type Continuation, type Place, readBehind } from './behind-names.ts'
import { HELPS_LATER, PAST, readRole } from './role-behind.ts'
import { AS, PAST_LATER, readVerb } from './verb-behind.ts'

const COPULA = /(?:分别)?(?:为|是|作为|即为|系)([^，,。；;：:]{2,14}?(?:单位|部门|责任人|主体|责任))$/u
const NOT_BY =
  /^(?:于|此|来|衷|共同)?(?:组成(?![^，,。；;]{0,8}(?:组|专班|小队|队)(?:[，,]|对|开展|进行|分赴|深入|$))|构成|担任|引起|引发|造成|导致|产生|带来|决定|主导|出资|转|变|任|兼任|亲自担任|放心|批示|考虑|理解|谅解)/u
/** 市县政府督查阶段（7—9月）: the name of a stage. */
const STAGE = /^[\u4e00-\u9fff、]{2,8}阶段(?:$|[（(])/u
/** 省环保厅明确要求: they speak, they are not told. */
const REPORTED = /^(?:明确|提出|作出|反复|多次|再三|专门)?(?:要求|指出|强调|表示|规定|认为|反映|通报了|表明|显示)/u
const PREPOSITION = /^(?:对|针对|根据|按照|按|结合|在|以|从|把|依据|依照|围绕|就)/u
const LATER_MODAL =
  /(?:必须|应当|务必|一定要|(?<![供反响适对呼])应(?!急|用|对|有)|(?<![主重需紧概首机])要(?!求|素|件|点)|须)/u
const MAY = /可(?!能|行|持续|靠|视|控|再生|以看出)/u

/** Reads what follows a list of names at a place: adverbs, a modal, then a role or any other verb. */
export function readContinuation(place: Place): Continuation | null {
  const { text, at, clauseEnd, asked } = place
  const copula = readCopula(text, at, clauseEnd)
  if (copula !== null) return copula
  const behind = readBehind(place)
  const { from, rest, sentence, told, soft } = behind
  // 各地都在…: they are at it already.
  if (!told && text[from] === '在' && /[都正均也]/u.test(text[from - 1] ?? '')) return null
  if (rest === '' && !told) return null
  if (asked && NOT_BY.test(rest)) return null
  const role = readRole(behind)
  if (role !== null) return role
  if (told) return { ...answerable('told-to', 'modal', behind), helpsLater: HELPS_LATER.test(sentence) }
  if (PAST.test(rest) || REPORTED.test(rest) || STAGE.test(rest)) return null
  // 对…可给予补贴: leave is given, nothing is asked.
  if (MAY.test(rest) && !LATER_MODAL.test(rest)) return null
  if (PREPOSITION.test(rest) && LATER_MODAL.test(rest)) return answerable('told-to', 'modal', behind)
  if (asked && rest !== '') return answerable('asked-to', 'modal', behind)
  // 省委将试点作为改革重点，明确了…: here 将 is 把, and it is done; else it says that something is to come.
  if (soft === '将' && AS.test(rest) && PAST_LATER.test(sentence)) return null
  if (soft === '将' && rest !== '') return answerable('will', 'verb', behind)
  return readVerb(behind)
}

/** 甲、乙为责任单位: the role stands behind 为. */
function readCopula(text: string, at: number, clauseEnd: number): Continuation | null {
  const label = COPULA.exec(text.slice(at, clauseEnd))?.[1]
  const read = label === undefined ? null : readLabel(label.replace(/^本[^责第]{1,4}/u, ''))
  if (read?.roles[0] !== undefined)
    return { rule: 'is-unit', role: read.roles[0], weight: 'role', partners: [], end: clauseEnd }
  return read?.field === 'people'
    ? { rule: 'is-person', role: 'responsible', weight: 'role', partners: [], end: clauseEnd }
    : null
}
