import type { Register } from '../../model/register.ts'
import { isLedger } from './guard.ts'
import type { Ledger } from './ledger.ts'

/** What is kept of a page between visits. */
export interface Saved {
  format: typeof savedFormat
  /** Tells whether it belongs to this very extraction. */
  base: string
  ledger: Ledger
}

const savedFormat = 'taizhang-review-saved/1'

/** The name under which the work on these documents is kept: it goes by their bytes, not by their paths. */
export const storageKey = ({ documents }: Register): string =>
  `taizhang:review:${documents.map(({ sha256, title, path }) => sha256 || `${title ?? ''}${path}`).join('+')}`

/** A short mark of what was extracted; it changes with the options and the version of the program. */
export function baseOf({ tasks }: Register): string {
  let hash = 5381
  const text = JSON.stringify(tasks)
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 33) ^ text.charCodeAt(i)) >>> 0
  return `${tasks.length}-${hash.toString(36)}`
}

/** A ledger as the browser keeps it. */
export const savedOf = (register: Register, ledger: Ledger): Saved => ({
  format: savedFormat,
  base: baseOf(register),
  ledger,
})

/** Reads what was kept; null where there is nothing, or nothing that can be used. */
export function readSaved(value: unknown): Saved | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('format' in value) || value.format !== savedFormat) return null
  if (!('base' in value) || typeof value.base !== 'string') return null
  if (!('ledger' in value) || !isLedger(value.ledger)) return null
  return { format: savedFormat, base: value.base, ledger: value.ledger }
}

/** As above, of JSON. */
export function parseSaved(text: string | null): Saved | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return readSaved(value)
  } catch {
    return null
  }
}
