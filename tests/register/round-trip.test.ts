import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderRegister } from '../../src/output/render.ts'
import { readRegister } from '../../src/register/read.ts'
import { anyRegister, orderlyRegister } from './arbitrary.ts'

test.each(['zh', 'en'] as const)(
  'a YAML ledger (%s) gives back the register that it was written from',
  async (language) => {
    await fc.assert(
      fc.asyncProperty(anyRegister, async (register) => {
        const written = await renderRegister(register, 'yaml', { language })
        expect(await readRegister(written)).toEqual(register)
      }),
      { numRuns: 400 },
    )
  },
)

test('CRLF and a byte-order mark, which Windows editors put in, change nothing', async () => {
  await fc.assert(
    fc.asyncProperty(anyRegister, async (register) => {
      const written = await renderRegister(register, 'yaml')
      expect(await readRegister(`\ufeff${written.replaceAll('\n', '\r\n')}`)).toEqual(register)
    }),
    { numRuns: 100 },
  )
})

test('JSON gives back the register', async () => {
  await fc.assert(
    fc.asyncProperty(anyRegister, async (register) => {
      expect(await readRegister(await renderRegister(register, 'json'))).toEqual(register)
    }),
    { numRuns: 100 },
  )
})

test('NDJSON gives back the register, its tasks grouped by document', async () => {
  await fc.assert(
    fc.asyncProperty(orderlyRegister, async (register) => {
      const written = await renderRegister(register, 'ndjson')
      expect(written.trimEnd().split('\n')).toHaveLength(Math.max(1, register.documents.length))
      expect(await readRegister(written)).toEqual(register)
    }),
    { numRuns: 100 },
  )
})
