import type { Convention, DepartmentContext } from './types.ts'

/** Notes that hold for the whole document: who leads in a list, which units every later item has too. */
export function recogniseConventions(_text: string, _context: DepartmentContext = {}): Convention[] {
  return []
}
