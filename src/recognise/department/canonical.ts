import { withoutGroups } from '../../text/brackets.ts'
import { type DepartmentFamily, type DepartmentLexicon, defaultLexicon } from './lexicon.ts'

/** Tails that tell another rank of body, and so stay: 公安部, 公安厅 and 公安局 are three. */
const RANK = /(?:总局|总署|部|厅|署|部门|机关|系统|分局|主管部门|行政部门|行政主管部门)$/u
/** Tails that are but ways of writing: 卫健委 and 卫健局, 信访局 and 信访办. */
const USUAL = /^(?:委员会|委|局|办|办公室|管理局|事务局|监督管理局)$/u
const OWN_LEVEL =
  /^(?:[\u4e00-\u9fff]{2,6}?(?:自治区|自治州|新区|高新区|经开区|省|市|县|区|州|旗|盟|镇|乡|街道)|[省市县区州旗盟镇乡](?=[\u4e00-\u9fff]{2}))/u

/**
 * The name that all aliases of a body share: 市发改委, 市发展和改革委员会 → 市发展改革委.
 * `previous` is the name before it in the same list, whose level an elided name takes over (市发改委、财政局 → 市财政局).
 */
export function canonicalDepartment(
  name: string,
  previous?: string,
  lexicon: DepartmentLexicon = defaultLexicon,
): string {
  const plain = withoutGroups(name).replace(/[\s\u00a0]/gu, '')
  const match = lexicon.names.read(plain)
  if (match === null) return plain === '' ? name : plain
  const { prefix, root, tail = '', whole } = match
  const family = root !== undefined ? lexicon.byRoot.get(root) : lexicon.byWhole.get(whole ?? '')
  const level = prefix || borrowed(plain, previous) || ownLevel(family)
  if (family === undefined) return level + plain
  if (root === undefined) return level + (whole !== undefined && family.kin.includes(whole) ? whole : family.name)
  return level + rootName(root, tail, family)
}

/** The level that the user's own dictionary gives a body, unless its name has it already. */
const ownLevel = (family: DepartmentFamily | undefined): string =>
  family === undefined || family.name.startsWith(family.level) ? '' : family.level

function rootName(root: string, tail: string, family: DepartmentFamily): string {
  const stem = family.name.replace(/(?:委|局|办|中心|支队|公司|分局)$/u, '')
  if (family.name === stem + tail || USUAL.test(tail)) return family.name
  // 公安部 is not the 公安局 of a county, and a 服务中心 not the 局 above it.
  return RANK.test(tail) ? stem + tail : root + tail
}

/** The level of the name before, for a name that has none. */
function borrowed(plain: string, previous: string | undefined): string {
  if (previous === undefined || /^各|^有关|^相关/u.test(previous)) return ''
  if (/^(?:国家|中央|国务院|全国|人民银行)/u.test(plain)) return ''
  return OWN_LEVEL.exec(previous)?.[0] ?? ''
}
