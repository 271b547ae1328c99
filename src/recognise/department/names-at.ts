import type { Continuation, Place } from './behind-names.ts'
import type { Clause } from './clauses.ts'
import { readContinuation } from './continuation.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { opensLikeVerb } from './names.ts'
import { actionPattern, adverbPattern, modalPattern, rolePattern } from './words.ts'

const POST =
  /[“"]?(?:党政)?(?:主要领导|主要负责(?:同志|人)?|分管(?:领导|负责(?:同志|人)?)|负责(?:同志|人)|法人代表|法定代表人|一把手|(?:全体)?班子(?:全体)?成员|领导班子|领导干部|党政班子|领导(?:同志)?)(?:同志)?[”"]?(?:和[^，,。]{2,6}(?:领导|负责人|同志))?/uy
/** 各级政府及工作人员: the people of the bodies named. */
const staffPattern =
  '的(?:全体)?成员(?!单位)|(?:及其?|和|与)(?:全体|所有|广大|有关|相关)?(?:工作人员|干部职工|党员干部|领导干部|从业人员|公务员|干部|职工|党员)'
const STAFF = new RegExp(staffPattern, 'uy')
const BOUNDARY = new RegExp(
  `(?:${[
    modalPattern,
    adverbPattern,
    rolePattern,
    actionPattern,
    staffPattern,
    '[“"]一把手[”"]',
    '[一二三四]季度|本[季]|年[中终]|(?:会|节|汛|年|放假|复工|假)[前后]|期[中末]|不定[时期]|随时|提出|组成|拟定|拟订|起草|综合|今年|明年|近期|近段时间|届时|每|原则上|主要负责|主要领导|分管|法人代表|一把手|全体(?=班子|领导)|班子|领导|法定|真正|也|还|均|都|就|为|是|作为|千方百计|在|尽|再|通力|高度|一定|时刻|严|狠|强|带头|齐|共|不|又|自觉|率先|勇|迅速|抢抓|牢固|高标准|高效|靠前|深|树立|把握|立足|瞄准|着眼|着力|大力|努力|凡|既|始终|继续|真|精心|用好|管好|守好|动员|发动|接到|收到|发现|指导|限期|有针对性|一|各(?=拿出|选派|指派|派|报|抓|包|蹲|负责|带)|拿出|用足|予以|给予|逐|年底|年内|提前|提早|及早|尽早|超前|细致|主动|于(?=[\\d今明本每年下上一二三四])|[\\d]{1,4}[年月]|[\\d一二三四五六七八九十两]{1,3}个?(?:日|天|周|月|工作日|小时)(?:之|以)?内|本(?:周|月|季度|学期|学年|旬)|下(?:周|个?月)|[上下]半年|今[晚天]|明[天早]|散?会后|开学|这(?:[两几]天|个?[周月])|今天|后天|回去|现在|赶紧|赶快|跟(?!党|单)|先|挨家|[两三四五六七八九十几](?:家|个(?:部门|单位|科室|乡镇|镇|乡|村|局|街道|支队|大队))|早(?=一?点|日)|优先|连夜',
  ].join('|')})`,
  'gu',
)
const FURTHEST = 200

/** Names, and what the words behind them make of them. */
export interface NamesRead {
  names: ListedName[]
  /** Null when the names are all of the clause. */
  continuation: Continuation | null
  /** The post behind the names (各乡镇主要领导): it is a person who acts. */
  person: Clause | null
}

/** The longest run from `at` that is nothing but names, and what the words behind it make of it. */
export function readNamesAt(place: Place): NamesRead | null {
  const { text, at, clauseEnd, lexicon } = place
  const stop = Math.min(clauseEnd, at + FURTHEST)
  if (opensLikeVerb(text.slice(at, at + 40))) return null
  if (stop === clauseEnd) {
    const whole = readNameList(text, at, clauseEnd, 'strict', lexicon)
    // A long part that only ends like a name may hold the verb that is looked for.
    const doubtful = whole?.names.some(({ name, strength }) => strength === 'weak' && name.length > 8)
    if (whole !== null && doubtful === false) return { names: whole.names, continuation: null, person: null }
  }
  let best: NamesRead | null = null
  let failed = 0
  const window = text.slice(at, stop)
  BOUNDARY.lastIndex = 0
  for (let match = BOUNDARY.exec(window); match !== null; match = BOUNDARY.exec(window)) {
    if (match.index < 1) continue
    // Behind the fourth boundary past the best reading nothing longer is to be hoped for, nor behind the tenth at all.
    if (failed > (best === null ? 9 : 3)) break
    const end = at + match.index
    const list = readNameList(text, at, end, 'strict', lexicon)
    if (list === null) {
      failed++
      continue
    }
    POST.lastIndex = end
    const post = POST.exec(text)
    STAFF.lastIndex = end
    const staff = post === null ? STAFF.exec(text) : null
    const postEnd = end + ((post ?? staff)?.[0].length ?? 0)
    const continuation = readContinuation({ ...place, at: postEnd })
    failed = 0
    // The longest list is the subject: 住房城乡 is none where 住房城乡建设部 is one. A weak ending proves nothing.
    if (best !== null && continuation === null && list.names.at(-1)?.strength === 'weak') continue
    best = { names: list.names, continuation, person: post === null ? null : { start: at, end: postEnd } }
  }
  return best === null || best.continuation === null ? null : best
}
