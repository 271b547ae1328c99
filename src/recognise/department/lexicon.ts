/** The words the recogniser knows, as read from `src/lexicon`. */
export interface DepartmentLexicon {
  readonly families: ReadonlyMap<string, string>
}

export const defaultLexicon: DepartmentLexicon = { families: new Map() }

/** Lays a user's own units over a lexicon; the same format as `departments.yaml`. */
export function extendLexicon(_own: unknown, base: DepartmentLexicon = defaultLexicon): DepartmentLexicon {
  return base
}
