import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CharSet, SPACES } from '../../src/text/char-set.ts'

const set = new CharSet('，。、')

test('finds what a class of a pattern finds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'，。、要a𠮷') }), (text) => {
      expect(set.find(text)).toBe(text.search(/[，。、]/))
      expect(set.isIn(text)).toBe(/[，。、]/.test(text))
    }),
  )
})

test('looks at a stretch only', () => {
  expect(set.find('，要，要', 1)).toBe(2)
  expect(set.find('，要，要', 1, 2)).toBe(-1)
})

test('the spaces are those of \\s', () => {
  const spaces = new CharSet(SPACES)
  for (let code = 0; code < 0x10000; code++)
    expect(spaces.has(code), code.toString(16)).toBe(/\s/.test(String.fromCharCode(code)))
})
