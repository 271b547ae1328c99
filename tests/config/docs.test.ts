import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compileLexicons } from '../../src/config/compile.ts'
import { ownEntries, testExamples } from '../../src/config/examples.ts'
import { parseConfig } from '../../src/config/load.ts'
import { configJsonSchema } from '../../src/config/schema.ts'

const page = readFileSync(new URL('../../docs/config.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '')

test.each(blocks)('what docs/config.md shows is valid, and its examples hold: %s', async (text) => {
  const loaded = await parseConfig(text, 'docs/config.md')
  expect(testExamples(ownEntries(loaded), compileLexicons(loaded)).failures).toEqual([])
})

test('docs/config.md has a section and an example for every key', () => {
  const { properties } = configJsonSchema() as { properties: Record<string, unknown> }
  for (const key of Object.keys(properties)) {
    expect(page).toMatch(new RegExp(`^## ${key}: `, 'm'))
    expect(blocks.some((text) => text.startsWith(`${key}:`))).toBe(true)
  }
})
