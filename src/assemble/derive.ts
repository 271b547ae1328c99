import type { Deadline } from '../model/register.ts'
import { withoutAddress } from './openings.ts'

/** The one date to chase: the latest computable end that is the task's own, else inherited. */
export function dueOf(deadlines: readonly Deadline[]): string | null {
  const latest = (list: readonly Deadline[]): string =>
    list.map((d) => d.end ?? '').reduce((a, b) => (a > b ? a : b), '')
  const own = latest(deadlines.filter((d) => !d.inherited))
  return own || latest(deadlines.filter((d) => d.inherited)) || null
}

/** Text of a task as it is written down: no space around line ends. */
export const tidy = (text: string): string => (text.includes('\n') ? text.replace(/\s*\n\s*/g, '\n') : text).trim()

const LONGEST_TITLE = 60

/** A line that names the task: its first sentence, cut at a comma where it is long. */
export function titleOf(content: string): string {
  // 要健全机制 is called 健全机制; a dash, 同志们， and 责任单位： are no part of a name
  const plain = withoutAddress(content.replace(/^[—–－•●◆■▪]+\s*/, ''))
    .replace(/^[^：:]{2,8}[：:](?=\S)(?!\d\d(?!\d))/, '')
    .replace(/^(?:还|也)?要(?![求素点害闻道领])/, '')
  const first = /^[^。！!？?\n]*/.exec(plain)?.[0].trim() ?? content
  const sentence = first === '' ? content : first
  if (sentence.length <= LONGEST_TITLE) return sentence.replace(/[；;：:，,]+$/, '')
  const comma = Math.max(...['，', ',', '；', ';', '：'].map((mark) => sentence.lastIndexOf(mark, LONGEST_TITLE)))
  return comma >= 10 ? sentence.slice(0, comma) : `${sentence.slice(0, LONGEST_TITLE - 1)}…`
}
