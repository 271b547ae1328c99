import type { DepartmentMention, PersonMention } from '../../model/mention.ts'
import type { DepartmentRole } from '../../model/register.ts'
import type { DepartmentContext, LabelMeaning } from './types.ts'

/** Reads the value of a label or the cell of a column: units and persons; a role said inside it (X牵头，Y配合) overrides `role`. */
export function readDepartmentList(
  _text: string,
  _role: DepartmentRole | 'people' | LabelMeaning,
  _context: DepartmentContext = {},
): { departments: DepartmentMention[]; people: PersonMention[] } {
  return { departments: [], people: [] }
}
