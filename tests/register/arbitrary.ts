import fc from 'fast-check'
import type { Register } from '../../src/model/register.ts'

/** Strings that hurt: what people write, what YAML, JSON and spreadsheets read otherwise, and any UTF-16 at all. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        '市发改委',
        '（牵头）',
        ' ',
        '  ',
        '\n',
        '\r\n',
        '\t',
        ':',
        ': ',
        '#',
        ' #',
        '- ',
        "'",
        '"',
        '\\',
        ',',
        '[',
        '}',
        '1',
        '二、',
        '　',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    'null',
    '~',
    'true',
    'no',
    '1.10',
    '1-2',
    '0x1f',
    '1e3',
    '2025-01-01',
    '12:30:00',
    '---',
    '...',
    '<<',
    '=',
    '=1+1',
    '是',
    '缺责任单位',
    '=缺责任单位',
    'owner-missing',
    '规范名=x',
    '沿用',
    '43:1-43:66@1820-1885',
    '\ufeff',
    '\u2028',
    '\u0085',
    '|',
    '>-',
    '&a',
    '*a',
    '!x',
    '%x',
    '@x',
    '`x',
    '？',
    '?',
    '? a',
  ),
)

const flag = fc.boolean()
const point = fc.record({
  line: fc.integer({ min: 1, max: 99999 }),
  column: fc.integer({ min: 1, max: 9999 }),
  offset: fc.nat(),
})
const position = fc.record(
  { start: point, end: point, page: fc.integer(), paragraph: fc.integer() },
  { requiredKeys: ['start', 'end'] },
)
const date = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }))
  .map(
    ([year, month, day]) =>
      `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  )
const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((number) => number + 0)
const list = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 4 })

const document = fc.record({
  id: text,
  path: text,
  title: fc.option(text),
  date: fc.option(date),
  year: fc.option(fc.integer()),
  kind: fc.constantFrom(
    'speech' as const,
    'report' as const,
    'plan' as const,
    'assignment' as const,
    'rectification' as const,
    'minutes' as const,
    'other' as const,
  ),
  sha256: text,
  yearFrom: fc.record(
    {
      how: fc.constantFrom('option' as const, 'title' as const, 'dateline' as const, 'text' as const, 'none' as const),
      text,
      position,
    },
    { requiredKeys: ['how'] },
  ),
})

const name = fc.oneof(text, fc.constantFrom('市发改委', '市财政局'))
const role = fc.constantFrom('lead' as const, 'responsible' as const, 'support' as const, 'supervise' as const)

const department = fc.record(
  { name, role, collective: flag, canonical: text, inherited: flag, inferred: flag, source: position },
  { requiredKeys: ['name', 'role', 'source'] },
)

const person = fc.record(
  { name, role: fc.oneof(role, fc.constant('leader' as const)), inherited: flag, source: position },
  { requiredKeys: ['name', 'role', 'source'] },
)

const deadline = fc.record(
  {
    text,
    kind: fc.constantFrom(
      'by' as const,
      'within' as const,
      'from' as const,
      'recurring' as const,
      'ongoing' as const,
      'immediate' as const,
      'event' as const,
    ),
    start: date,
    end: date,
    recurrence: text,
    inherited: flag,
    implied: list(fc.constantFrom('year' as const, 'month' as const, 'day' as const)),
    note: text,
    source: position,
  },
  { requiredKeys: ['text', 'kind', 'source'] },
)

const target = fc.record(
  {
    text,
    indicator: text,
    relation: fc.constantFrom(
      '>=' as const,
      '<=' as const,
      '>' as const,
      '<' as const,
      '=' as const,
      '~' as const,
      '+' as const,
      '-' as const,
      'all' as const,
    ),
    value,
    max: value,
    unit: text,
    baseline: text,
    source: position,
  },
  { requiredKeys: ['text', 'indicator', 'relation', 'source'] },
)

const task = fc.record(
  {
    id: text,
    key: text,
    document: text,
    section: list(text),
    kind: fc.constantFrom('measure' as const, 'objective' as const),
    title: text,
    content: text,
    departments: list(department),
    people: list(person),
    deadlines: list(deadline),
    due: fc.option(date),
    targets: list(target),
    modality: fc.option(
      fc.constantFrom(
        'must' as const,
        'should' as const,
        'strive' as const,
        'ensure' as const,
        'plan' as const,
        'encourage' as const,
      ),
    ),
    source: list(position),
    notes: list(text),
    status: text,
    progress: text,
    remark: text,
  },
  {
    requiredKeys: [
      'id',
      'key',
      'document',
      'section',
      'kind',
      'title',
      'content',
      'departments',
      'people',
      'deadlines',
      'due',
      'targets',
      'modality',
      'source',
      'notes',
    ],
  },
)

/** Any register that the schema allows. */
export const anyRegister: fc.Arbitrary<Register> = fc.record({
  schema: fc.constant('taizhang/1' as const),
  generator: fc.record({ name: text, version: text }),
  documents: list(document),
  tasks: list(task),
})

/** Any register whose documents have ids of their own and whose tasks belong to one of them, in order. */
export const orderlyRegister: fc.Arbitrary<Register> = anyRegister.map((register) => {
  const documents = register.documents.map((document, index) => ({ ...document, id: `d${index + 1}` }))
  const tasks =
    documents.length === 0
      ? []
      : register.tasks.map((task, index) => ({
          ...task,
          document: `d${Math.floor((index * documents.length) / register.tasks.length) + 1}`,
        }))
  return { ...register, documents, tasks }
})
