import type { Deadline, Department, Target } from '../model/register.ts'
import { recogniseDeadlineMentions } from '../recognise/deadline/index.ts'
import { recogniseResponsibilities } from '../recognise/department/index.ts'
import { recogniseTargetMentions } from '../recognise/target/index.ts'
import { createView } from '../text/index.ts'

/** Cleans a bare string and hands out positions of that string. */
function prepared(text: string) {
  const view = createView({ text, hints: [] })
  return { clean: view.text, source: view.positionOf.bind(view) }
}

/**
 * Deadlines in a bare string.
 *
 * @param options.date ISO day from which 今年 or a bare 6月底 is counted; without it such words get no dates
 */
export function recogniseDeadlines(text: string, options: { date?: string } = {}): Deadline[] {
  const { clean, source } = prepared(text)
  const date = options.date ?? null
  const year = date === null ? null : Number(date.slice(0, 4))
  return recogniseDeadlineMentions(clean, { year, date }).map((m) => ({
    text: m.text,
    kind: m.kind,
    ...(m.startDate !== undefined ? { start: m.startDate } : {}),
    ...(m.endDate !== undefined ? { end: m.endDate } : {}),
    ...(m.recurrence !== undefined ? { recurrence: m.recurrence } : {}),
    ...(m.implied && m.implied.length > 0 ? { implied: m.implied } : {}),
    ...(m.note !== undefined ? { note: m.note } : {}),
    source: source(m.start, m.end),
  }))
}

/** Bodies that a bare string makes answerable, with their roles. */
export function recogniseDepartments(text: string): Department[] {
  const { clean, source } = prepared(text)
  return recogniseResponsibilities(clean).flatMap((r) =>
    r.departments.map((m) => ({
      name: m.name,
      role: m.role,
      ...(m.collective ? { collective: true } : {}),
      ...(m.canonical !== undefined ? { canonical: m.canonical } : {}),
      source: source(m.start, m.end),
    })),
  )
}

/** Measurable results that a bare string asks for. */
export function recogniseTargets(text: string): Target[] {
  const { clean, source } = prepared(text)
  return recogniseTargetMentions(clean).map((m) => ({
    text: m.text,
    indicator: m.indicator,
    relation: m.relation,
    ...(m.value !== undefined ? { value: m.value } : {}),
    ...(m.max !== undefined ? { max: m.max } : {}),
    ...(m.unit !== undefined ? { unit: m.unit } : {}),
    ...(m.baseline !== undefined ? { baseline: m.baseline } : {}),
    source: source(m.start, m.end),
  }))
}
