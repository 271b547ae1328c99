import type { DepartmentMention } from '../../model/mention.ts'
import type { DepartmentLexicon } from './lexicon.ts'
import { mentionsOf } from './mentions.ts'
import { readNameList } from './namelist.ts'

const MARGIN =
  /^[\s\u00a0]*(?:[（(][\d一二三四五六七八九十]{1,3}[)）]|[\d一二三四五六七八九十]{1,3}[.．、])?[\s\u00a0]*/u
const LONGEST = 60

/**
 * The bodies of a heading that names nothing else (（一）县教育局): what stands under it is theirs.
 * Null for any other text; a word for a kind of body (学校) is a subject like others.
 */
export function readNamesAlone(text: string, lexicon: DepartmentLexicon): DepartmentMention[] | null {
  if (text.length > LONGEST || !/[局委办厅部院府会处科股站所社团队心司行镇乡道门位]/u.test(text)) return null
  const start = MARGIN.exec(text)?.[0].length ?? 0
  const end = text.replace(/[\s\u00a0：:。]+$/u, '').length
  if (end - start < 3 || /[。；;：:【】〔〕]/u.test(text.slice(start, end))) return null
  const list = readNameList(text, start, end, 'strict', lexicon)
  const sure = list?.names.every(
    ({ strength }) => strength === 'known' || strength === 'collective' || strength === 'strong',
  )
  return list !== null && sure === true ? mentionsOf(list.names, 'responsible', 'heading-names', lexicon) : null
}
