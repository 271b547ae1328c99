import type { Context } from '../context.ts'
import { followedBy, lastWord } from '../lexicon.ts'
import type { Quantity } from '../quantity.ts'

const COUNTABLE: ReadonlySet<Quantity['kind']> = new Set(['count', 'people', 'measure', 'money', 'rate'])
const MONEY_OUT = /奖励|补助|补贴|罚款|奖补|罚|违约金|最高支持/

/** Frequencies say how often a thing is done, not how much of it is to be done. */
const isFrequency = ({ scan, clause }: Context, quantity: Quantity): boolean =>
  /^(?:次|期|场|轮|场次|遍)$/.test(quantity.unit) &&
  /每(?:个?[年月周日天]|个?季度?|半年|个?学期|旬)/.test(scan.slice(clause.start, quantity.start))

/** 选择11个左右的县. */
export const softened = (text: string, quantity: Quantity): boolean =>
  quantity.kind === 'count' && /^(?:左右|上下)$/.test(quantity.suffix) && text.charAt(quantity.end) === '的'

const SET_UP = /^[千百万]?(?:个|家|处|名|所|条|场|项|座|支|批|门)$/

/** 打造3个以上的示范村: how many at least of what is to be made, not what has to be met. */
export const atLeastMade = ({ text, segment, lexicon }: Context, quantity: Quantity): boolean =>
  /^(?:及?以上)$/.test(quantity.suffix) &&
  SET_UP.test(quantity.unit) &&
  text.charAt(quantity.end) === '的' &&
  lastWord(text.slice(segment, quantity.start), lexicon.makeVerbs) !== ''

/** Whether a number counts no work to be done, whatever stands around it. */
export const vetoed = (context: Context, quantity: Quantity): boolean => {
  const { scan, text, lexicon, segment } = context
  const left = text.slice(segment, quantity.start)
  if (!COUNTABLE.has(quantity.kind) || quantity.borrowed) return true
  const described = /^(?:的|级|制|式|型)/.test(text.slice(quantity.end, quantity.end + 1))
  if (described && !softened(text, quantity) && !atLeastMade(context, quantity)) return true
  if (lastWord(left, lexicon.noCountBefore) !== '') return true
  if (followedBy(text, quantity.end, lexicon.noCountAfter) !== undefined) return true
  if (
    quantity.kind === 'money' &&
    (MONEY_OUT.test(left) || followedBy(text, quantity.end, lexicon.noAmountAfter) !== undefined)
  ) {
    return true
  }
  if (quantity.kind === 'money' && lastWord(left, lexicon.noAmountBefore) !== '') return true
  return (
    isFrequency(context, quantity) ||
    (quantity.kind === 'money' &&
      /每(?:人|亩|户|吨|个|家|次|天|名|公里|平方米|件|辆)[^，]{0,4}$/.test(scan.slice(segment, quantity.start)))
  )
}
