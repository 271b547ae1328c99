import labelData from '../lexicon/labels.yaml'
import { recordOf, stringsOf } from '../lexicon/read.ts'

/** What the name of a column announces, as far as it must be known to find the cells of a table. */
export type ColumnKind = 'number' | 'task' | 'unit' | 'person' | 'when' | 'other'

const data = recordOf(labelData, '标签')
const columns = recordOf(data.栏目, '栏目')
const words = (...lists: unknown[]): string => {
  const all = lists.flatMap((list) => stringsOf(list, 'labels.yaml'))
  return all
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('|')
}
const wholly = (...lists: unknown[]): RegExp => new RegExp(`^(?:${words(...lists)})$`, 'u')
const ROLES = words(...Object.values(recordOf(data.角色词, '角色词')))
/** 责任领导, 市直牵头单位, 责任单位（部门）. */
const byRole = (...nouns: unknown[]): RegExp =>
  new RegExp(`^[\\u4e00-\\u9fff]{0,4}(?:${ROLES})[\\u4e00-\\u9fff（）()、/]{0,4}(?:${words(...nouns)})[)）]?$`, 'u')
const KINDS: readonly (readonly [ColumnKind, RegExp])[] = [
  ['number', /^(?:项次|NO\.?)$/iu],
  ['number', wholly(columns.number)],
  ['when', wholly(columns.deadline, columns.start)],
  ['other', wholly(columns.problem, columns.progress, columns.remark)],
  ['task', wholly(columns.task, columns.measures, columns.objective)],
  ['person', wholly(data.人员标签)],
  ['person', byRole(data.领导词, data.人员词)],
  ['unit', byRole(data.单位词)],
  ['unit', wholly(['责任主体', '主体责任', '主办', '协办', '牵头', '配合', '承办', '责任分工', '任务分工', '分工'])],
  ['task', /^[\u4e00-\u9fff]{2,8}(?:任务|事项|内容|措施|举措|要点|(?:项目|事项|任务|实事)名称)$/u],
  ['other', /^(?:类别|分类|领域|板块|类型|类|单位|部门|备\s*考)$/u],
]

/** 2024年度工作任务, 1-9月份完成情况: the year or months that a column is about. */
const PERIOD = /^(?:20\d\d年度?|\d{1,2}[-—~至]\d{1,2}月份?)(?=[\u4e00-\u9fff]{2})/u

/** The kind of a column by its name; null for a name that is not known. */
export const columnKind = (name: string): ColumnKind | null => {
  const plain = name.replace(/[\s\u3000：:]/gu, '').replace(PERIOD, '')
  if (plain === '' || plain.length > 16) return null
  return KINDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null
}

const NAME = /^[\u4e00-\u9fffA-Za-z（）()、/／\s\u3000]{1,20}$/u
const isName = (cell: string): boolean => NAME.test(cell.trim().replace(PERIOD, ''))

/** Whether cells that stand side by side name the columns of a table about who does what, or what is done by when. */
export const namesColumns = (cells: readonly string[]): boolean => {
  if (!cells.every((cell) => cell === '' || isName(cell))) return false
  const kinds = new Set(cells.map(columnKind))
  const answered = kinds.has('unit') || kinds.has('person')
  // 整治行业 | 时间安排 | 责任单位: who and when are named, so the rest is what
  return kinds.has('task') ? answered || kinds.has('when') : answered && kinds.has('when') && kinds.has(null)
}

const NUMBER = /^[（(]?\d{1,4}(?:[.．-]\d{1,3})*[)）.．、]?$/u
const DATE =
  /\d\s?[年月日]|季度|半年|年底|月底|长期|持续|立即|即日|立行立改|随时|每[年月周季]|全年|年内|\d{4}[./-]\d{1,2}/u
const BODY =
  /(?:[局委办部厅院校站所队会社行司处室科股组企村]|政府|单位|部门|中心|街道|乡镇|镇|乡|公司|集团|企业|网格|县|区|市)(?:等|[（(][^）)]*[）)])?$/u
const PERSON = /^[\u4e00-\u9fff]{2,4}$|[\u4e00-\u9fff](?:书记|主任|[市区县乡镇局处科]长|常委)$/u
/** A dash for what there is none of. */
const NOTHING = /^(?:[-—–/\\]+|无|同上|同前|〃|″|"|”)$/u
const LONGEST_DATE = 30
const LONGEST_NAME = 24

/** Whether a cell looks like what stands below a name of this kind. Of tasks and all others nothing is known. */
export const fitsColumn = (cell: string, kind: ColumnKind): boolean => {
  const plain = cell.trim()
  if (kind !== 'number' && NOTHING.test(plain)) return true
  switch (kind) {
    case 'number':
      return NUMBER.test(plain)
    case 'when':
      return plain.length <= LONGEST_DATE && DATE.test(plain)
    case 'unit':
      return isList(plain, (name) => BODY.test(name) || PERSON.test(name))
    case 'person':
      return isList(plain, (name) => PERSON.test(name) && !BODY.test(name))
    case 'task':
      return !NUMBER.test(plain)
    case 'other':
      return true
  }
}

/** Whether a cell lists names, most of them as they should be. */
const isList = (cell: string, fits: (name: string) => boolean): boolean => {
  if (/[。！？]|\d\s?[年月日]/u.test(cell)) return false
  const names = cell.split(/[、，,；;\s/]+/u).filter((name) => name !== '')
  const known = names.filter(fits).length
  return known > 0 && known * 2 >= names.length && names.every((name) => name.length <= LONGEST_NAME)
}

/** Whether a cell is the name of a body and nothing else. */
export const isBody = (cell: string): boolean => {
  const name = cell.replace(/[、，]$/u, '')
  return name.length <= LONGEST_NAME && BODY.test(name) && !DATE.test(name)
}

const SAME = /^(?:同上|同前|〃|″|"|”)$/u

/** 同上: what the cell above says. */
export const isSame = (cell: string): boolean => SAME.test(cell.replace(/\s/gu, ''))
