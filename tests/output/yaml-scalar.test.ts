import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { blockScalar, flowScalar } from '../../src/output/yaml-scalar.ts'

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme-ascii' }),
  fc
    .array(fc.constantFrom('文', 'a', '1', '.', '-', ':', ' ', '\n', '#', '\t', '"', ',', ']', 'e', '+', '_', '/'))
    .map((parts) => parts.join('')),
)

test.each(['core', 'yaml-1.1'] as const)('any YAML reader (%s) gets the very string back', (schema) => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(
        parse(`a:\n  b: ${blockScalar(text, '    ')}\n  c: [${flowScalar(text)}, {d: ${flowScalar(text)}}]\n`, {
          schema,
        }),
      ).toEqual({
        a: { b: text, c: [text, { d: text }] },
      })
    }),
    { numRuns: 2000 },
  )
})

test('what needs no quotes has none, several lines stay lines', () => {
  expect(flowScalar('市发改委')).toBe('市发改委')
  expect(flowScalar('(一)深入打好蓝天保卫战')).toBe('(一)深入打好蓝天保卫战')
  expect(flowScalar('1.10')).toBe('"1.10"')
  expect(['e1', 'e+1', 'E-2'].map(flowScalar)).toEqual(['"e1"', '"e+1"', '"E-2"'])
  expect(flowScalar('市发改委, 市财政局')).toBe('"市发改委, 市财政局"')
  expect(blockScalar('第一行\n\n第二行', '  ')).toBe('|-\n  第一行\n\n  第二行')
})
