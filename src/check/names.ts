import type { Department } from '../model/register.ts'
import type { RuleContext } from './types.ts'

/** Bodies that the tasks of a document name themselves, in the order of the text, each place once. */
export function namedDepartments(context: RuleContext): Department[] {
  const places = new Map<number, Department>()
  for (const { departments } of context.register().tasks) {
    for (const department of departments) {
      if (department.inherited || department.collective) continue
      if (!places.has(department.source.start.offset)) places.set(department.source.start.offset, department)
    }
  }
  return [...places.values()].sort((a, b) => a.source.start.offset - b.source.start.offset)
}

/** Without the level before it: 市发改委 → 发改委. */
export const withoutLevel = (name: string): string =>
  name.replace(/^(?:国家|中央|自治区|自治州|省|市|县|区|州|旗|盟)(?=[\u4e00-\u9fff]{2})/u, '')

/** Whether every character of the short name stands in the long one, in order: 发改委 in 发展和改革委员会. */
export function isShortening(short: string, long: string): boolean {
  let at = -1
  for (const char of short) {
    at = long.indexOf(char, at + 1)
    if (at < 0) return false
  }
  return short.length < long.length && short.charAt(0) === long.charAt(0)
}

/** Edits between two names, as far as `limit`. */
export function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const same = one.charAt(i - 1) === other.charAt(j - 1) ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    row = next
  }
  return row[other.length] ?? limit + 1
}
