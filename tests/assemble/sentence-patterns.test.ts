import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CUE_NAMES, sentenceWords } from '../../src/assemble/cues.ts'
import { KEYED, KEYED_NAMES, NO_CUE, NO_CUE_CHARS, sentenceSieve } from '../../src/assemble/sentence-patterns.ts'
import { stringsMatching } from '../strings-matching.ts'

const sieve = sentenceSieve()

describe('the sieve lets through', () => {
  for (const name of KEYED_NAMES) {
    for (const [i, pattern] of KEYED[name].patterns.entries())
      test(`whatever ${name} ${i + 1} matches`, () => {
        fc.assert(
          fc.property(stringsMatching(pattern), (text) => {
            expect(sieve.read(text)(name), text).toBe(true)
          }),
          { numRuns: 500 },
        )
      })
  }

  for (const name of CUE_NAMES)
    test(`every word of ${name}`, () => {
      for (const word of sentenceWords(name)) expect(sieve.read(word)(name), word).toBe(true)
    })
})

test('words that hold a cue and are none are looked for wherever one may stand', () => {
  fc.assert(
    fc.property(stringsMatching(NO_CUE), (text) => {
      expect(NO_CUE_CHARS.isIn(text), text).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
