import type { TargetLexicon } from '../lexicon.ts'
import type { Quantity } from '../quantity.ts'

/** Vague or nominal units that, in Chinese numerals, mostly make slogans. */
const SLOGAN_UNITS: ReadonlySet<string> = new Set([
  '个',
  '项',
  '条',
  '批',
  '类',
  '种',
  '次',
  '门',
  '组',
  '对',
  '期',
  '轮',
])

/** 建成两个标准厂房小区: things that stand on the ground are counted in 个 as well. */
const BUILDS = /^(?:建成|新建|改建|扩建|改扩建|兴建|再建成)$/
const STANDS =
  /^(?:[^，。；、]{0,12}?)(?:小区|广场|公园|车站|码头|泵站|厂房|车间|大棚|冷库|仓库|市场|超市|食堂|学校|幼儿园|医院|卫生室|站点|服务站|驿站|充电站|停车场|球场|游园|口袋公园|标准厂房)(?=$|[，。；、）])/

/** A Chinese numeral counts something only after a verb of making, and not in slogans. */
export const plausibleNumeral = (quantity: Quantity, verb: string, lexicon: TargetLexicon, behind: string): boolean => {
  if (!quantity.chinese) return true
  const value = quantity.value ?? 0
  if (value < 2) return false
  if (value >= 10) return lexicon.workVerbs.has(verb)
  if (quantity.unit === '个' && BUILDS.test(verb) && STANDS.test(behind)) return true
  return (lexicon.makeVerbs.has(verb) || verb === '完成') && !SLOGAN_UNITS.has(quantity.unit)
}
