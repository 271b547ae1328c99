import { describe, expect, it } from 'vitest'
import { viewSource } from '../../src/index.ts'
import { documentsOf, readText } from './fixtures.ts'
import { tasksSaid } from './said.ts'
import { readBytes, sourceOf } from './sources.ts'
import { WAYS } from './ways.ts'

describe('a document gives the same tasks with', () => {
  const documents = documentsOf('documents').filter(({ input }) => input.endsWith('.txt'))
  it.each(Object.keys(WAYS))('%s', async (name) => {
    for (const { name: document, input } of documents) {
      const { text } = await viewSource(sourceOf(readText(input)))
      const twin = (WAYS[name] ?? String)(text)
      const expected = await tasksSaid(sourceOf(text))
      expect(await tasksSaid(await readBytes(new TextEncoder().encode(twin))), document).toEqual(expected)
    }
  })
})
