import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { extractSource, type Register, readSource, type Task } from '../../src/index.ts'
import { type Fixture, readText, rewrite, UPDATING } from '../pipeline/fixtures.ts'

const FIELDS = ['kind', 'section', 'departments', 'people', 'deadlines', 'due', 'targets', 'modality'] as const
type Field = (typeof FIELDS)[number]

/** A ledger in few words; of the tasks only the fields that the behaviour is about. */
const Expected = z.strictObject({
  /** The behaviour that the fixture holds. */
  about: z.string(),
  options: z
    .strictObject({
      date: z.string().optional(),
      year: z.int().optional(),
      granularity: z.enum(['item', 'sentence']).optional(),
    })
    .optional(),
  /** Fields shown of each task, beside its words. */
  fields: z.array(z.enum(FIELDS)),
  /** What the program does not do yet, and why that is known. */
  known: z.string().optional(),
  document: z.strictObject({ title: z.string().nullable(), kind: z.string(), year: z.string() }).optional(),
  /** `known`: what of this task the program does not do yet. */
  tasks: z.array(z.looseObject({ text: z.string(), known: z.string().optional() })),
})

/** Of long texts the first and the last words. */
const LONGEST = 36
const brief = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)}……${text.slice(-LONGEST / 2)}`

const inherited = (mention: { inherited?: boolean | undefined }): string => (mention.inherited ? ' (inherited)' : '')

/** `6月底前 by 2025-06-30`, `上半年 within 2025-01-01..2025-06-30`, `每月 recurring monthly`. */
const deadline = (d: Task['deadlines'][number]): string => {
  const dates = d.start !== undefined ? ` ${d.start}..${d.end ?? ''}` : d.end !== undefined ? ` ${d.end}` : ''
  return `${d.text} ${d.kind}${dates}${d.recurrence === undefined ? '' : ` ${d.recurrence}`}${inherited(d)}`
}

/** `覆盖率 >= 95%`. */
const target = (t: Task['targets'][number]): string =>
  `${t.indicator} ${t.relation} ${t.value ?? ''}${t.max === undefined ? '' : `..${t.max}`}${t.unit ?? ''}`.trimEnd()

const SHOWN: Record<Field, (task: Task) => unknown> = {
  kind: (task) => task.kind,
  section: (task) => task.section.map(brief),
  departments: (task) =>
    task.departments.map((d) => `${d.name}:${d.role}${d.collective ? ' (collective)' : ''}${inherited(d)}`),
  people: (task) => task.people.map((p) => `${p.name}:${p.role}${inherited(p)}`),
  deadlines: (task) => task.deadlines.map(deadline),
  due: (task) => task.due,
  targets: (task) => task.targets.map(target),
  modality: (task) => task.modality,
}

const shown = (task: Task, fields: readonly Field[]): { text: string; [field: string]: unknown } => ({
  text: brief(task.content),
  ...Object.fromEntries(fields.map((field) => [field, SHOWN[field](task)])),
})

const documentOf = ({ documents }: Register): { title: string | null; kind: string; year: string } => {
  const document = documents[0]
  if (!document) throw new Error('a register without a document')
  return {
    title: document.title,
    kind: document.kind,
    year: `${document.year ?? '-'} (${document.yearFrom.how}${document.yearFrom.text === undefined ? '' : `: ${brief(document.yearFrom.text)}`})`,
  }
}

/** What the fixture says; `known` marks what fails. */
const expectationOf = ({ expected }: Fixture): z.infer<typeof Expected> =>
  Expected.parse({ tasks: [], ...z.looseObject({}).parse(parse(readText(expected))) })

type Expectation = z.infer<typeof Expected>
type Shown = ReturnType<typeof shown>

/** What comes out of a fixture, in the words of its expectation. */
async function ledgerOf(
  { input }: Fixture,
  { fields, options = {} }: Expectation,
): Promise<{ document: ReturnType<typeof documentOf>; tasks: Shown[] }> {
  const { register } = await extractSource(await readSource(input), {
    ...(options.date === undefined ? {} : { date: options.date }),
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.granularity === undefined ? {} : { granularity: options.granularity }),
  })
  return { document: documentOf(register), tasks: register.tasks.map((task) => shown(task, fields)) }
}

/** Writes what came out into the expectation; what is known to be wrong stays as it is. */
async function update(fixture: Fixture): Promise<void> {
  const wanted = expectationOf(fixture)
  if (wanted.known !== undefined) return
  const { document, tasks } = await ledgerOf(fixture, wanted)
  if (wanted.document) rewrite(fixture.expected, 'document', document)
  const known = wanted.tasks.filter((task) => task.known !== undefined)
  rewrite(
    fixture.expected,
    'tasks',
    tasks.map((task) => known.find(({ text }) => text === task.text) ?? task),
  )
}

/** One test for which tasks there are, one for each of them. */
export function checkLedger(fixture: Fixture): void {
  if (UPDATING) it('is brought up to date', () => update(fixture))
  const wanted = expectationOf(fixture)
  const mark = (known: unknown) => (known === undefined ? it : it.fails)
  mark(wanted.known)('has these tasks', async () => {
    const { document, tasks } = await ledgerOf(fixture, expectationOf(fixture))
    const expected = expectationOf(fixture)
    if (expected.document) expect(document).toEqual(expected.document)
    expect(tasks.map(({ text }) => text)).toEqual(expected.tasks.map(({ text }) => text))
    if (expected.known !== undefined) expect(tasks).toEqual(expected.tasks)
  })
  if (wanted.known !== undefined) return
  for (const [i, { known, text }] of wanted.tasks.entries()) {
    mark(known)(`${i + 1}. ${text.replace(/\s+/g, ' ')}`, async () => {
      const expected = expectationOf(fixture)
      const { tasks } = await ledgerOf(fixture, expected)
      const { known: _known, ...fields } = expected.tasks[i] ?? { text: '' }
      expect(tasks[i]).toEqual(fields)
    })
  }
}
