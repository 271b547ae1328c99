import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allMatches } from '../../src/text/matches.ts'

const plain = (matches: Iterable<RegExpExecArray>) => [...matches].map((match) => [match.index, ...match])

test('finds what matchAll finds, empty matches and characters of two halves as well', () => {
  const texts = fc.string({ unit: fc.constantFrom('a', '要', '，', '𠮷', '\ud842', '1'), maxLength: 12 })
  fc.assert(
    fc.property(texts, fc.constantFrom(/a|要/g, /a*/g, /a*/gu, /(?:)/gu, /(要)?(?=，)/g, /[^a]/gu), (text, pattern) => {
      expect(plain(allMatches(pattern, text))).toEqual(plain(text.matchAll(pattern)))
    }),
  )
})

test('wants a global pattern', () => {
  expect(() => allMatches(/a/, 'a')).toThrow('global')
})
