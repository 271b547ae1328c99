/** What the name of a body ends in, where it stands alone on a line. */
const ENDING =
  '(?:局|委|委员会|办|办公室|厅|署|党委|政府|管委会|镇|乡|街道|街道办事处|公司|集团|中心|科|处|股|室|院|队|所|站|社|部|会|部门|单位|企业|学校)'
const NAME = `(?!关于|附件|抄送|主送|印发)[\\u4e00-\\u9fff（）()]{1,16}?${ENDING}`
const ALONE = new RegExp(`^\\s*${NAME}(?:[、和]${NAME}){0,5}[：:]?\\s*$`)
const WITH_DUTY = new RegExp(`^\\s*${NAME}(?:[、和]${NAME}){0,5}[：:]\\s*\\S`)

/** A line, as far as lists by body are told from it. */
export interface BodyLine {
  text: string
  /** A plain line, neither numbered nor labelled. */
  plain: boolean
  /** Its number, where it opens with an Arabic one. */
  number: number | null
}

/**
 * Lines that name the body whose list comes next (县林业局, then 1、…, 2、…; 县财政局：落实资金), by their places.
 * One such line may be anything; with others of its kind it makes a list by body.
 */
export function findBodyLines(lines: readonly BodyLine[]): ReadonlySet<number> {
  const alone = lines.flatMap(({ text, plain }, i) =>
    plain && text.length <= 60 && lines[i + 1]?.number === 1 && ALONE.test(text) ? [i] : [],
  )
  if (alone.length === 0) return new Set()
  const withDuty = lines.flatMap(({ text, plain }, i) => (plain && WITH_DUTY.test(text) ? [i] : []))
  return alone.length > 1 || withDuty.length > 1 ? new Set([...alone, ...withDuty]) : new Set()
}
