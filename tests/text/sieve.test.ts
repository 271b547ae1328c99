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
      expect(sieve.read(before + own + after) & sieve.bit('own')).not.toBe(0)
    }),
  )
})

test('lets nothing through where no key stands', () => {
  const sieve = new Sieve([
    { name: 'modal', keys: ['必须', '应'] },
    { name: 'past', keys: ['已经'] },
  ])
  expect(sieve.read('')).toBe(0)
  expect(sieve.read('须必已，经')).toBe(0)
  expect(sieve.read('各地应抓紧')).toBe(sieve.bit('modal'))
  expect(sieve.read('已经必须')).toBe(sieve.bit('modal') | sieve.bit('past'))
})

test('says what is no key, and how many patterns there is room for', () => {
  expect(() => new Sieve([{ name: 'long', keys: ['应当要'] }])).toThrow('应当要')
  expect(() => new Sieve(Array.from({ length: 32 }, (_, i) => ({ name: String(i), keys: [] })))).toThrow('31')
})
