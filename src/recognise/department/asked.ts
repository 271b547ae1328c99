import type { Continuation } from './behind-names.ts'
import type { Clause } from './clauses.ts'
import { type ListedName, readNameList } from './namelist.ts'
import { accept, type SubjectState } from './subject-statements.ts'

/** As far as a name reaches that nothing known closes. */
const LONGEST_ASKED = 24

/** A name that is asked grows by so many characters at a time: 委 and then 委宣传部. */
const MOST_ADDED = 4
/** 委托, 办理: what looks like the end of a name is the beginning of a verb. */
const NAME_STOPS = /^(?:委[托派]|办[理好成]|会[同商]|组织|部署|处理|科学)/u
/** Another name comes, or the list is not over. */
const LISTS_ON = /[、和与及或]/u
/** 请市委放心, 由办公室主任兼任: nothing is asked of the body. */
const NOT_ASKED =
  /^(?:成员|会(?!同|商)|放心|指正|批评|主任|书记|副?[局处科院校所站队部]长|负责[人同]|领导|[\u4e00-\u9fff]{0,3}(?:主任|书记)|[\u4e00-\u9fff]{1,6}的|[^，,。；;]{0,12}(?:组成|构成|担任|兼任|任组长|任成员)|[^，,。；;]{2,24}(?:工程|项目)(?:都|均|一定)?(?:要|必须|务必|应))/u

/** 请住建局接管: whoever is asked is told, whatever the verb is. */
export function readAsked(state: SubjectState, clause: Clause, at: number, sentenceEnd: number): boolean {
  const { text, lexicon } = state
  const last = Math.min(clause.end - 1, at + LONGEST_ASKED)
  const surely = (end: number): ListedName[] | null => {
    if (LISTS_ON.test(text.charAt(end - 1))) return null
    const names = readNameList(text, at, end, 'strict', lexicon)?.names
    const isSure = ({ strength }: ListedName): boolean =>
      strength === 'known' || strength === 'strong' || strength === 'collective'
    // 由主管部门或所在单位处理: a kind of body beside one that is known
    return names?.some(isSure) && names.every((one) => isSure(one) || one.strength === 'generic') ? names : null
  }
  for (let end = at + 2; end <= last; end++) {
    let names = surely(end)
    if (names === null) continue
    // 县纪委 goes on as 县纪委监委, 各部 as 各部门; 住建局委托 is no name
    for (let next = end + 1; next <= Math.min(end + MOST_ADDED, last); next++) {
      const more = NAME_STOPS.test(text.slice(next - 1, next + 1)) ? null : surely(next)
      if (more !== null) [names, end] = [more, next]
    }
    if (LISTS_ON.test(text.charAt(end))) continue
    if (NOT_ASKED.test(text.slice(end, clause.end)) || names.some(({ name }) => /常委$|或/u.test(name))) return false
    const asked: Continuation = { rule: 'asked-to', role: 'responsible', weight: 'modal', partners: [], end }
    return accept(state, { start: at, end: clause.end }, sentenceEnd, names, asked, true)
  }
  return false
}
