import type { Position } from '../model/position.ts'
import type { Task } from '../model/register.ts'
import type { RuleContext } from './types.ts'

/** So large a share of a document's tasks must have something before the others are said to lack it. */
const CUSTOM = 0.8
/** Fewer tasks make no custom. */
const FEWEST = 3

/**
 * Tasks that lack what the others of the document have. Many plans name no deadline at all, or no owner, and are right to:
 * only a document that does it for most tasks is held to it — or one whose user asked for the rule.
 */
export function lacking(context: RuleContext, has: (task: Task) => boolean): Task[] {
  const tasks = context.register().tasks.filter(({ kind }) => kind === 'measure')
  const without = tasks.filter((task) => !has(task))
  if (context.asked) return without
  return tasks.length >= FEWEST && tasks.length - without.length > tasks.length * CUSTOM ? without : []
}

/** Where a task begins: its first line, as far as its first sentence goes. */
export function startOf(task: Task, text: string): { start: number; end: number; original: true } {
  const place: Position | undefined = task.source[0]
  const start = place?.start.offset ?? Number.NaN
  const slice = text.slice(start, place?.end.offset ?? start)
  const stop = /[。；;：:\n]/.exec(slice)
  return { start, end: start + Math.max(1, Math.min(stop ? stop.index : slice.length, 30)), original: true }
}
