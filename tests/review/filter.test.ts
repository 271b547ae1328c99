import { expect, test } from 'vitest'
import { facetsOf, noFilter, shownRows, writtenNames } from '../../src/review/model/filter.ts'
import { extracted } from '../../src/review/model/ledger.ts'
import { sampleRegister, sampleTask } from '../output/sample.ts'

const spelt = (key: string, name: string) =>
  sampleTask({
    key,
    departments: sampleTask()
      .departments.slice(0, 1)
      .map((one) => ({ ...one, name })),
  })
const { rows } = extracted(sampleRegister(spelt('a', '市发展改革委'), spelt('b', '市发改委'), spelt('c', '市发改委')))

test('aliases of a body are one, under the name that the text writes most often', () => {
  const [facet, ...others] = facetsOf(rows).departments
  expect([facet, others]).toEqual([['市发展和改革委员会', 3], []])
  expect(writtenNames(rows)).toEqual(new Map([['市发展和改革委员会', '市发改委']]))
  expect(shownRows(rows, { ...noFilter, department: facet?.[0] ?? '' })).toHaveLength(3)
})
