import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { recogniseDeadlineMentions } from '../../../src/recognise/deadline/index.ts'

const Case = z.strictObject({
  text: z.string(),
  context: z
    .strictObject({
      year: z.int().nullable(),
      date: z.string().nullable().optional(),
      label: z.boolean().optional(),
    })
    .optional(),
  expect: z.array(
    z.strictObject({
      text: z.string(),
      kind: z.string(),
      start: z.string().optional(),
      end: z.string().optional(),
      recurrence: z.string().optional(),
      note: z.string().optional(),
    }),
  ),
})

const cases = z
  .array(Case)
  .parse(parse(readFileSync(new URL('../../../fixtures/deadline/cases.yaml', import.meta.url), 'utf8')))

/** Only what the fixtures speak of. */
const shown = (
  text: string,
  {
    year,
    date = null,
    label = false,
  }: { year: number | null; date?: string | null | undefined; label?: boolean | undefined },
) =>
  recogniseDeadlineMentions(text, { year, date, label }).map((mention) => ({
    text: mention.text,
    kind: mention.kind,
    ...(mention.startDate === undefined ? {} : { start: mention.startDate }),
    ...(mention.endDate === undefined ? {} : { end: mention.endDate }),
    ...(mention.recurrence === undefined ? {} : { recurrence: mention.recurrence }),
    ...(mention.note === undefined ? {} : { note: mention.note }),
  }))

describe('fixtures/deadline/cases.yaml', () => {
  it('holds enough cases, many of them negative', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    expect(cases.filter((item) => item.expect.length === 0).length).toBeGreaterThanOrEqual(40)
  })
  it.each(cases.map((item) => [`${item.text} ${JSON.stringify(item.context ?? {})}`, item] as const))(
    '%s',
    (_, item) => {
      expect(shown(item.text, item.context ?? { year: 2025 })).toEqual(item.expect)
    },
  )
})
