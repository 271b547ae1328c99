import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../../../src/cli/batch/in-order.ts'

test('results come in the order of the items, and no more items than allowed are begun ahead of them', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 3 }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      async (delays, most) => {
        let begun = 0
        let given = 0
        let ahead = 0
        const work = async (delay: number): Promise<number> => {
          begun++
          ahead = Math.max(ahead, begun - given)
          for (let turn = 0; turn < delay; turn++) await Promise.resolve()
          return delay * 2
        }
        const results: { item: number; result: number }[] = []
        for await (const one of inOrder(delays, work, most)) {
          results.push(one)
          given++
        }
        expect(results).toEqual(delays.map((delay) => ({ item: delay, result: delay * 2 })))
        expect(ahead).toBe(Math.min(most, delays.length))
      },
    ),
    { numRuns: 50 },
  )
})
