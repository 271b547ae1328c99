import { expect, test } from 'vitest'
import { mergeRegisters, splitRegister } from '../../src/register/merge.ts'
import { sampleRegister, sampleTask } from '../output/sample.ts'

const one = sampleRegister(sampleTask({ id: '1' }), sampleTask({ id: '2' }))

test('documents get ids of their own, tasks follow them', () => {
  const merged = mergeRegisters([one, one, one])
  expect(merged.documents.map(({ id }) => id)).toEqual(['d1', 'd2', 'd3'])
  expect(merged.tasks.map(({ document, id }) => `${document}/${id}`)).toEqual([
    'd1/1',
    'd1/2',
    'd2/1',
    'd2/2',
    'd3/1',
    'd3/2',
  ])
})

test('ids that are free stay, whatever comes before them', () => {
  const two = mergeRegisters([one, one])
  const third = { ...one, documents: one.documents.map((document) => ({ ...document, id: 'd3' })), tasks: [] }
  expect(mergeRegisters([two, one, third]).documents.map(({ id }) => id)).toEqual(['d1', 'd2', 'd4', 'd3'])
})

test('splitting undoes merging', () => {
  const merged = mergeRegisters([one, one])
  const parts = splitRegister(merged)
  expect(parts.map(({ documents, tasks }) => [documents.length, tasks.length])).toEqual([
    [1, 2],
    [1, 2],
  ])
  const [first, ...others] = parts
  if (first) expect(mergeRegisters([first, ...others])).toEqual(merged)
})

test('a task of no document is not lost', () => {
  const orphan = { ...one, documents: [] }
  expect(splitRegister(orphan)).toEqual([orphan])
})
