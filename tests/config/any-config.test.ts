import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { describeError } from '../../src/cli/errors.ts'
import { messagesIn } from '../../src/cli/messages/index.ts'
import { compileLexicons } from '../../src/config/compile.ts'
import { ConfigError } from '../../src/config/error.ts'
import { ownEntries, testExamples } from '../../src/config/examples.ts'
import { parseConfig } from '../../src/config/load.ts'
import { extractionOf } from './config-of.ts'

/** Words such as people write, and such as they should not. */
const word = fc.oneof(
  fc.constantFrom(
    '园建中心',
    '各街道',
    '挂点',
    '开渔',
    '蒸吨',
    '(',
    '[',
    '*',
    '\\',
    '',
    ' ',
    '的',
    '。',
    '牵头单位',
    '0',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const words = fc.array(word, { maxLength: 3 })
const examples = { 命中: words, 不命中: words }
const some = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) => fc.record(shape, { requiredKeys: [] })
const entry = fc.oneof(
  word,
  some({
    名: word,
    全: words,
    根: words,
    级别: fc.constantFrom('市', '县', '？'),
    成员: words,
    ...examples,
  }),
  some({ 词: fc.oneof(word, words), 意思: fc.constantFrom('责任单位', '责任人', '无'), 单位: word, ...examples }),
  some({ unit: word, kind: fc.constantFrom('count', 'percent', 'no'), not: word, ...examples }),
  some({ class: fc.constantFrom('review', 'arrangement', 'no'), words, ...examples }),
)
const list = fc.array(entry, { maxLength: 3 })
const config = some({
  单位: list,
  集合: list,
  标签: list,
  动词: list,
  计量单位: list,
  时限: some({ 事件: list, 长期: list, 即日: list, 起算: list, 周期: list, 状语: list }),
  章节: list,
  职责: list,
  默认: some({ 牵头规则: fc.constantFrom('first', 'all', 'nobody'), 年份: fc.integer() }),
  列组: fc.dictionary(word, words, { maxKeys: 2 }),
})

/** What is refused is refused with a line that the file has, in words. */
async function checked(text: string): Promise<void> {
  try {
    const loaded = await parseConfig(text, 'c.yaml')
    const lexicons = compileLexicons(loaded)
    testExamples(ownEntries(loaded), lexicons)
    await extractionOf('一、重点任务\n1.加强监管，年底前完成35个。（责任单位：园建中心、各街道）\n', lexicons)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const line = Number(error.params.line)
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(text.split('\n').length)
    for (const language of ['zh', 'en'] as const)
      expect(describeError(error, messagesIn(language))).not.toMatch(/undefined|null|\[object/)
  }
}

test('any configuration either serves or is refused with its line', async () => {
  await fc.assert(
    fc.asyncProperty(config, (value) => checked(stringify(value))),
    { numRuns: 300 },
  )
})

test('any text either serves or is refused with its line', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(
        fc.constantFrom('单位', ':', ' ', '\n', '- ', '{', '}', '[', ']', '名', '&a', '*a', '#', '"', '!!map', '|'),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  )
  await fc.assert(fc.asyncProperty(text, checked), { numRuns: 500 })
})
