import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recogniseDeadlines, recogniseDepartments, recogniseTargets } from '../../src/index.ts'
import { everyFixture, readText } from './fixtures.ts'
import { misplaced } from './sources.ts'

const slices = (text: string, found: readonly { source: { start: { offset: number }; end: { offset: number } } }[]) =>
  found.map(({ source }) => text.slice(source.start.offset, source.end.offset))

describe('recognisers on bare strings', () => {
  it('count 今年 and a bare month from the date that is given, never from the clock', () => {
    const text = '今年6月底前完成，明年上半年验收。'
    expect(recogniseDeadlines(text, { date: '2023-05-04' }).map(({ end }) => end)).toEqual(['2023-06-30', '2024-06-30'])
    expect(recogniseDeadlines(text).map(({ end }) => end)).toEqual([undefined, undefined])
  })

  it('give departments with roles', () => {
    const text = '由市财政局牵头，市审计局配合，各区人民政府负责落实。'
    expect(recogniseDepartments(text).map(({ name, role }) => `${name}:${role}`)).toEqual([
      '市财政局:lead',
      '市审计局:support',
      '各区人民政府:responsible',
    ])
  })

  it('give targets with relation, value and unit', () => {
    expect(recogniseTargets('生活污水处理率达到９５％以上，单位能耗下降3%。')).toMatchObject([
      { indicator: '生活污水处理率', relation: '>=', value: 95, unit: '%' },
      { indicator: '单位能耗', relation: '-', value: 3, unit: '%' },
    ])
  })

  it('point at the string as it was given: spaces, broken lines and full width stay', () => {
    const text = '（责任单位：市住房城\n乡建设局；完成时限：２０２５年 6 月底前）'
    expect(slices(text, recogniseDepartments(text))).toEqual(['市住房城\n乡建设局'])
    expect(recogniseDepartments(text)[0]?.name).toBe('市住房城乡建设局')
    expect(slices(text, recogniseDeadlines(text))).toEqual(['２０２５年 6 月底前'])
    expect(recogniseDeadlines(text)[0]).toMatchObject({ text: '2025年6月底前', end: '2025-06-30' })
  })

  it('find nothing in nothing', () => {
    for (const text of ['', ' ', '\n', '。', 'abc']) {
      expect([...recogniseDeadlines(text), ...recogniseDepartments(text), ...recogniseTargets(text)]).toEqual([])
    }
  })

  it('never throw, and stay inside the string', () => {
    const lines = everyFixture().flatMap(({ input }) => readText(input).split('\n'))
    const text = fc.oneof(
      fc.array(fc.constantFrom(...lines), { maxLength: 4 }).map((parts) => parts.join('')),
      fc
        .tuple(fc.constantFrom(...lines), fc.nat(80), fc.string({ unit: 'binary', maxLength: 6 }))
        .map(([line, at, junk]) => line.slice(0, at) + junk + line.slice(at)),
    )
    fc.assert(
      fc.property(text, (string) => {
        const found = [
          recogniseDeadlines(string, { date: '2025-03-01' }),
          recogniseDepartments(string),
          recogniseTargets(string),
        ]
        expect(misplaced(found, string)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
