import { describe, expect, it } from 'vitest'
import { viewSource } from '../../src/index.ts'
import { documentsOf, readText } from './fixtures.ts'
import { tasksSaid } from './said.ts'
import { sourceOf } from './sources.ts'
import { type Style, typeset } from './typeset.ts'

const STYLES: readonly Style[] = ['indents', 'blank lines']
const WIDTHS = Array.from({ length: 25 }, (_, i) => 20 + i)

describe('a document copied from a print, its lines broken at the width of the page, gives the same tasks', () => {
  for (const { name, input } of documentsOf('documents').filter((fixture) => fixture.input.endsWith('.txt')))
    it.each(STYLES)(`${name}, paragraphs told by %s`, async (style) => {
      // One of them is broken already.
      const { text } = await viewSource(sourceOf(readText(input)))
      const expected = await tasksSaid(sourceOf(text))
      for (const width of WIDTHS)
        expect(await tasksSaid(sourceOf(typeset(text, width, style))), `${width} characters a line`).toEqual(expected)
    })
})
