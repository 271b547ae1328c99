import type { Candidate } from './candidate.ts'
import type { Clause } from './clause.ts'
import type { TargetLexicon } from './lexicon.ts'
import type { QuantityGroup } from './quantity.ts'

/** What a parser is given: one group of quantities and what stands around it. */
export interface Context {
  /** Folded text: for slices. */
  text: string
  /** The same with names and dates blanked: for patterns. */
  scan: string
  lexicon: TargetLexicon
  group: QuantityGroup
  clause: Clause
  /** Where the words that belong to this number begin: the clause, or the end of the target before it. */
  segment: number
  /** The target before, where it stands in the same sentence. */
  before: Candidate | undefined
}

/** A parser knows one way of writing. */
export type Parser = (context: Context) => Candidate[]

const BOUNDARY = /^(?:$|[，。；、：！？）,;:!?)（(”"]|等|和|与|及|以及|并|且|或)/

/** Whether a phrase can end here. */
export const endsAt = (text: string, at: number): boolean => BOUNDARY.test(text.slice(at, at + 2))

const NOUN_STOP =
  /[，。；、：！？,;:!?（(）)]|开展|进行|实施(?!方案)|参加|给予|纳入|作为|为(?=试点|示范|重点)|用于|实现|达到|完成|并(?!网|联)|以(?=[0-9])|和(?=[0-9])|与(?=[0-9])|及(?=[0-9])|或(?=[0-9])|提供|支持|创建|建成|投产|申报|入围|进入|争创|上市|总投资|推行|推广|突破|超过|超(?=[0-9])|达(?=[0-9])|增长|下降|提高|不[低少超高]|[0-9%]|分别/

/** End of the noun phrase that begins at a place: "示范村" in 20个示范村开展…. */
export const nounEnd = (text: string, at: number, limit: number): number => {
  const rest = text.slice(at, Math.min(limit, at + 36))
  // a quoted name is taken whole
  const quoted = /^[^，。；、]{0,12}?“[^”]{1,20}”/.exec(rest)
  const from = quoted === null ? 0 : quoted[0].length
  const stop = NOUN_STOP.exec(rest.slice(from))
  const length = stop === null ? rest.length : from + stop.index
  return at + length
}
