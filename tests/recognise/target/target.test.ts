import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { recogniseTargetMentions, targetLexicon } from '../../../src/recognise/target/index.ts'

const Row = z.tuple([z.string(), z.string()]).rest(z.union([z.string(), z.number()]))
const Cases = z.object({
  positive: z.array(
    z.object({ text: z.string(), targets: z.array(Row), baseline: z.string().optional(), only: z.string().optional() }),
  ),
  negative: z.array(z.string()),
})

const cases = Cases.parse(parse(readFileSync(new URL('../../../fixtures/target/cases.yaml', import.meta.url), 'utf8')))

describe('targets in sentences', () => {
  it.each(cases.positive.map((item) => [item.text, item] as const))('%s', (_, { text, targets, baseline, only }) => {
    const found = recogniseTargetMentions(text)
    const rows = found.map(({ indicator, relation, value, unit, max }) => [
      indicator,
      relation,
      ...(relation === 'all' ? [] : [value ?? '-', unit ?? '']),
      ...(max === undefined ? [] : [max]),
    ])
    expect(rows).toEqual(targets)
    if (baseline !== undefined) expect(found[0]?.baseline).toBe(baseline)
    if (only !== undefined) expect(found[0]?.text).toContain(only)
  })
})

describe('no targets', () => {
  it.each(cases.negative)('%s', (text) => {
    expect(recogniseTargetMentions(text)).toEqual([])
  })
})

describe('examples that entries of the lexicon bring along', () => {
  it.each(
    targetLexicon().examples.map(
      (example) => [`${example.entry} ${example.hit ? '命中' : '不命中'} ${example.text}`, example] as const,
    ),
  )('%s', (name, { entry, text, hit }) => {
    const [kind, word] = entry.split(' ')
    const found = recogniseTargetMentions(text).filter((mention) =>
      kind === '单位' ? mention.unit?.endsWith(word === '％' ? '%' : (word ?? '')) : mention.relation === word,
    )
    if (hit) expect(found, name).not.toEqual([])
    else expect(found, name).toEqual([])
  })
})
