import { z } from 'zod'

/**
 * The register: the one data model that readers, recognisers, checks and writers meet in.
 * Types (model/register.ts) and the published JSON Schema both come from here. Loading this file loads zod,
 * so the fast path imports only the types.
 */
const Point = z.object({ line: z.int().min(1), column: z.int().min(1), offset: z.int().min(0) })
export const Position = z.object({ start: Point, end: Point, page: z.int().optional(), paragraph: z.int().optional() })

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** 牵头 | 责任 | 配合 | 督导 */
const DepartmentRole = z.enum(['lead', 'responsible', 'support', 'supervise'])
const PersonRole = z.enum(['lead', 'responsible', 'support', 'supervise', 'leader'])

export const DocumentKind = z.enum(['speech', 'report', 'plan', 'assignment', 'rectification', 'minutes', 'other'])

export const RegisterDocument = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string().nullable(),
  date: isoDate.nullable(),
  year: z.int().nullable(),
  kind: DocumentKind,
  sha256: z.string(),
  yearFrom: z.object({
    how: z.enum(['option', 'title', 'dateline', 'text', 'none']),
    text: z.string().optional(),
    position: Position.optional(),
  }),
})

export const Department = z.object({
  name: z.string(),
  role: DepartmentRole,
  collective: z.boolean().optional(),
  canonical: z.string().optional(),
  inherited: z.boolean().optional(),
  /** Not in the text: told by the user's own map of keywords or groups. */
  inferred: z.boolean().optional(),
  source: Position,
})

export const Person = z.object({
  name: z.string(),
  role: PersonRole,
  inherited: z.boolean().optional(),
  source: Position,
})

export const Deadline = z.object({
  text: z.string(),
  kind: z.enum(['by', 'within', 'from', 'recurring', 'ongoing', 'immediate', 'event']),
  start: isoDate.optional(),
  end: isoDate.optional(),
  recurrence: z.string().optional(),
  inherited: z.boolean().optional(),
  /** Components that the words do not state, e.g. "year" taken from the title. */
  implied: z.array(z.enum(['year', 'month', 'day'])).optional(),
  note: z.string().optional(),
  source: Position,
})

export const Target = z.object({
  text: z.string(),
  indicator: z.string(),
  relation: z.enum(['>=', '<=', '>', '<', '=', '~', '+', '-', 'all']),
  value: z.number().optional(),
  max: z.number().optional(),
  unit: z.string().optional(),
  baseline: z.string().optional(),
  source: Position,
})

export const Task = z.object({
  id: z.string(),
  key: z.string(),
  document: z.string(),
  section: z.array(z.string()),
  kind: z.enum(['measure', 'objective']),
  title: z.string(),
  content: z.string(),
  departments: z.array(Department),
  people: z.array(Person),
  deadlines: z.array(Deadline),
  due: isoDate.nullable(),
  targets: z.array(Target),
  modality: z.enum(['must', 'should', 'strive', 'ensure', 'plan', 'encourage']).nullable(),
  source: z.array(Position),
  notes: z.array(z.string()),
  /** What people keep in the ledger; empty when extracted. */
  status: z.string().optional(),
  progress: z.string().optional(),
  remark: z.string().optional(),
})

export const Register = z.object({
  schema: z.literal('taizhang/1'),
  generator: z.object({ name: z.string(), version: z.string() }),
  documents: z.array(RegisterDocument),
  tasks: z.array(Task),
})

/** The JSON Schema that is published with the package. */
export const registerJsonSchema = (): unknown => z.toJSONSchema(Register)
