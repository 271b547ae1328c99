export { canonicalDepartment } from './canonical.ts'
export { recogniseConventions } from './conventions.ts'
export { readNamesAlone } from './headings.ts'
export { type DepartmentLexicon, defaultLexicon, extendLexicon } from './lexicon.ts'
export { readDepartmentList } from './list.ts'
export { classify as classifyName } from './names.ts'
export { isToRingUp } from './people.ts'
export { recogniseResponsibilities } from './responsibilities.ts'
export type {
  Convention,
  DepartmentContext,
  LeadRule,
  Responsibility,
} from './types.ts'
