import { type Candidate, valuesOf } from '../candidate.ts'
import type { Context } from '../context.ts'
import type { Quantity } from '../quantity.ts'

/** A capacity is reached when what has it is finished: 产能100万吨/年建成, 50万千瓦机组投运. */
const FINISHED =
  /^[^，。；、（）0-9]{0,10}?(?:建成投产|建成投运|建成投用|建成并网|建成试运转|建成运行|建成|投产达效|投产|投运|投用|并网发电|并网|达产)/
const SET_GOING = /^(?:[，、]|并|要|力争|确保|争取)*(?:推动|推进|加快|促进|确保|力争|争取|实现|抓好)/

/** 推动…产能100万吨/年建成投产, 推动…等50万千瓦机组建成投运: a capacity that is to come into use. */
export const capacityThenDone = (context: Context, quantity: Quantity): Candidate | undefined => {
  const { scan, segment, clause } = context
  if (quantity.kind !== 'measure' && quantity.kind !== 'rate') return undefined
  if (quantity.chinese || !SET_GOING.test(scan.slice(clause.start, quantity.start))) return undefined
  const done = FINISHED.exec(scan.slice(quantity.end, clause.end))
  if (done === null) return undefined
  const verb = /(?:建成|投产|投运|投用|并网|达产)/.exec(done[0])
  const noun = { start: quantity.end, end: quantity.end + (verb?.index ?? 0) }
  const name = /(?:产能|装机|规模|能力|容量|产量)$/.exec(scan.slice(segment, quantity.start))
  const before = name === null ? null : { start: quantity.start - name[0].length, end: quantity.start }
  const indicator = noun.end > noun.start ? noun : before
  if (indicator === null) return undefined
  return {
    rule: 'capacity-in-use',
    start: Math.min(indicator.start, quantity.start),
    end: quantity.end + done[0].length,
    indicator,
    relation: quantity.bound ?? '=',
    ...valuesOf(quantity),
  }
}
