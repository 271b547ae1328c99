import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type OutlineHeading, outlineSource, readSource } from '../../src/index.ts'
import { foldersOf, readText, rewrite, UPDATING } from '../pipeline/fixtures.ts'

/** `level number text`, one heading a line, in the order of the text. */
const Expected = z.strictObject({
  /** The behaviour that the folder holds. */
  about: z.string(),
  /** What the program does not do yet, and why that is known. */
  known: z.string().optional(),
  headings: z.array(z.string()),
})

const shown = (headings: readonly OutlineHeading[]): string[] =>
  headings.flatMap(({ level, number, text, children }) => [`${level} ${number} ${text}`.trimEnd(), ...shown(children)])

const flat = (headings: readonly OutlineHeading[]): OutlineHeading[] =>
  headings.flatMap((heading) => [heading, ...flat(heading.children)])

const withoutSpace = (text: string): string => text.replace(/\s/g, '')

describe('outline of fixtures/structure', () => {
  for (const { name, input, expected } of foldersOf('structure', 'outline.yaml')) {
    const read = (): z.infer<typeof Expected> => Expected.parse(parse(readText(expected)))
    const known = existsSync(expected) && 'known' in parse(readText(expected))
    const test = known ? it.fails : it
    test(name.replaceAll('-', ' '), async () => {
      const outline = await outlineSource(await readSource(input))
      if (UPDATING && !known) rewrite(expected, 'headings', shown(outline.headings))
      expect(shown(outline.headings)).toEqual(read().headings)
    })
    it(`${name.replaceAll('-', ' ')}: places and depths`, async () => {
      const source = await readSource(input)
      const { headings } = await outlineSource(source)
      for (const heading of flat(headings)) {
        const { start, end } = heading.position
        expect(heading.line).toBeLessThanOrEqual(end.line)
        expect(heading.level).toBeGreaterThanOrEqual(1)
        for (const child of heading.children) {
          // numbers below a plain line stand deeper than the point that the line has closed
          expect(child.level).toBeGreaterThan(heading.level)
          expect(child.position.start.offset).toBeGreaterThanOrEqual(start.offset)
        }
        const slice = withoutSpace(source.text.slice(start.offset, end.offset))
        expect(slice).toContain(withoutSpace(heading.text))
      }
      for (const heading of headings) expect(heading.level).toBe(1)
    })
  }
})
