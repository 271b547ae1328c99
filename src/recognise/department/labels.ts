import type { LabelHit, LabelMeaning } from './types.ts'

/** What a label or a column header means; null for one that is not known. */
export function readLabel(_label: string): LabelMeaning | null {
  return null
}

/** Labels at the start of a line or sentence (责任单位：…); several may stand on one line. */
export function findLabels(_text: string): LabelHit[] {
  return []
}
