import { describe, expect, it } from 'vitest'
import { classifyHeading } from '../../src/assemble/section-class.ts'
import { readEntries } from '../../src/lexicon/read.ts'
import sectionCues from '../../src/lexicon/section-cues.yaml'

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

describe('examples in src/lexicon/section-cues.yaml', () => {
  it.each(readEntries('section-cues', sectionCues).map((entry) => [String(entry.class), entry] as const))(
    '%s',
    (name, entry) => {
      const classOf = (heading: string) => classifyHeading(heading, null)?.class
      for (const hit of textsOf(entry.命中)) expect(classOf(hit), `命中 ${hit}`).toBe(name)
      for (const miss of textsOf(entry.不命中)) expect(classOf(miss), `不命中 ${miss}`).not.toBe(name)
    },
  )
})
