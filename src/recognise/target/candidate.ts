import type { Relation } from '../../model/register.ts'
import type { Quantity } from './quantity.ts'

/** A target in offsets of the folded text, before it is written out. */
export interface Candidate {
  rule: string
  start: number
  end: number
  indicator: { start: number; end: number }
  relation: Relation
  value?: number
  max?: number
  unit?: string
  baseline?: { start: number; end: number }
  /** Members of one distribution share their stretch of text. */
  group?: number
}

/** What a quantity measures, as far as it says. */
export const valuesOf = (quantity: Quantity): Pick<Candidate, 'value' | 'max' | 'unit'> => ({
  ...(quantity.value === undefined ? {} : { value: quantity.value }),
  ...(quantity.max === undefined ? {} : { max: quantity.max }),
  ...(quantity.unit === '' ? {} : { unit: quantity.unit }),
})
