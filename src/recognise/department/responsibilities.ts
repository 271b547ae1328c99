import type { DepartmentContext, Responsibility } from './types.ts'

/** Every responsibility statement of a unit, paragraph or sentence, in text order. */
export function recogniseResponsibilities(_text: string, _context: DepartmentContext = {}): Responsibility[] {
  return []
}
