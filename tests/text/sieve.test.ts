import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOfWords, Sieve } from '../../src/text/sieve.ts'

const word = fc.string({ unit: fc.constantFrom(...'要必须应当同比累计一二'), minLength: 1, maxLength: 4 })

test('never hides a word that stands in a text', () => {
  fc.assert(
    fc.property(fc.array(word), word, fc.string(), fc.string(), (words, own, before, after) => {
      const sieve = new Sieve([
        { name: 'others', keys: keysOfWords(words) },
        { name: 'own', keys: keysOfWords([own]) },
      ])
      expect(sieve.read(before + own + after)('own')).toBe(true)
    }),
  )
})

test('lets nothing through where no key stands', () => {
  const sieve = new Sieve([
    { name: 'modal', keys: ['必须', '应'] },
    { name: 'past', keys: ['已经'] },
  ])
  const through = (text: string) => (['modal', 'past'] as const).filter(sieve.read(text))
  expect(through('')).toEqual([])
  expect(through('须必已，经')).toEqual([])
  expect(through('各地应抓紧')).toEqual(['modal'])
  expect(through('已经必须')).toEqual(['modal', 'past'])
})

test('holds 62 patterns', () => {
  const chars = Array.from({ length: 63 }, (_, i) => String.fromCharCode(0x4e00 + i))
  const held = chars.slice(0, 62)
  const sieve = new Sieve(held.map((name) => ({ name, keys: [name] })))
  for (const char of held) expect(held.filter(sieve.read(char))).toEqual([char])
  expect(() => new Sieve(chars.map((name) => ({ name, keys: [] })))).toThrow('62')
})

test('says what is no key', () => {
  expect(() => new Sieve([{ name: 'long', keys: ['应当要'] }])).toThrow('应当要')
})
