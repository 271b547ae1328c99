import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { explainWords } from '../../src/cli/messages/explain.ts'
import { ruleName } from '../../src/cli/messages/rule-names.ts'
import { coverageOf } from '../../src/explain/coverage.ts'
import { explain } from '../../src/explain/explain.ts'
import { extractionOf, lexiconsOf } from '../config/config-of.ts'

const documents = new URL('../../fixtures/documents/', import.meta.url)
const texts = readdirSync(documents)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => [name, readFileSync(new URL(name, documents), 'utf8')] as const)

const plan = `2025年工作方案
一、工作回顾
（一）去年完成投资3亿元。市住建局要继续努力。
二、重点任务
责任单位：市财政局
（一）加强监管。2024年已建成35个，年底前新增20个。
（二）天气很好。
`
const explained = async (text: string, yaml?: string) => {
  const lexicons = yaml === undefined ? undefined : await lexiconsOf(yaml)
  return explain(await extractionOf(text, lexicons), lexicons)
}
const textAt = (text: string, { start, end }: { start: { offset: number }; end: { offset: number } }) =>
  text.slice(start.offset, end.offset)

describe('explain', () => {
  test('headings say what their part is, and by which words', async () => {
    const { headings } = await explained(plan)
    expect(headings.map(({ text, class: found, evidence }) => [text, found, evidence])).toEqual([
      ['一、工作回顾', 'review', '回顾'],
      ['二、重点任务', 'arrangement', '重点任务'],
    ])
  })

  test('a section has its class from a heading, or from the kind of document', async () => {
    const { units } = await explained(plan)
    expect(units[0]).toMatchObject({ sectionClass: 'review', sectionEvidence: '回顾', sectionFrom: 'heading' })
    const speech = await explained('在全市会议上的讲话\n同志们：\n大家要加强监管。\n')
    expect(speech.units.at(-1)).toMatchObject({ sectionEvidence: 'speech', sectionFrom: 'document-kind' })
  })

  test('what was left out says why, and what was found in it', async () => {
    const [unit] = (await explained(plan)).units
    expect([unit?.tasks, unit?.reason]).toEqual([[], 'review'])
    expect(unit?.rejected.map(({ field, text, why }) => [field, text, why])).toContainEqual([
      'department',
      '市住建局',
      'not-a-task',
    ])
  })

  test('a mention has its rule and place; what is inherited points there', async () => {
    const { units } = await explained(plan)
    const unit = units.find(({ tasks }) => tasks.length > 0)
    for (const mention of unit?.mentions ?? []) {
      expect(mention.rule).not.toBe('')
      if (mention.field === 'department') expect(textAt(plan, mention.position)).toBe('市财政局')
    }
    expect(unit?.mentions.find(({ field }) => field === 'department')?.inherited).toBe(true)
    expect(unit?.rejected.map(({ text, why }) => [text, why])).toContainEqual(['2024年', 'not-a-limit'])
  })

  test('what the dictionary adds is inferred, and one’s own words serve for what is rejected as well', async () => {
    const own = '职责: [{ 词: [监管], 单位: 市审计局 }]\n单位: [{ 名: 园区建设中心, 全: [园建中心] }]\n'
    const { units } = await explained('一、重点任务\n（一）加强监管。\n二、工作回顾\n（一）园建中心要努力。\n', own)
    expect(units[0]?.mentions).toMatchObject([
      { text: '市审计局', rule: 'responsibility-map', inferred: true, position: { start: { line: 2 } } },
    ])
    expect(units.at(-1)?.rejected.map(({ text }) => text)).toContain('园建中心')
  })

  test.each(texts)(
    '%s: every sentence stands where it says, everything has a name in both languages',
    async (_, text) => {
      const { units, furniture, headings, labels } = await explained(text)
      const [zh, en] = [explainWords('zh'), explainWords('en')]
      const classes = new Set([
        ...units.flatMap((unit) => [
          unit.sectionClass,
          unit.reason,
          unit.label ?? '',
          ...unit.sentences.map((s) => s.class),
        ]),
        ...furniture.map(({ reason }) => reason),
        ...headings.map((heading) => heading.class ?? ''),
        ...labels.map(({ field }) => field),
      ])
      classes.delete('')
      for (const name of classes) expect([name, name in zh.classes, name in en.classes]).toEqual([name, true, true])
      for (const { form } of units) expect([form, form in zh.forms, form in en.forms]).toEqual([form, true, true])
      const rules = new Set(units.flatMap((unit) => [...unit.mentions, ...unit.rejected].map(({ rule }) => rule)))
      rules.delete('')
      for (const rule of rules) {
        expect([rule, ruleName(rule, 'zh')]).toEqual([rule, expect.stringMatching(/./)])
        expect([rule, ruleName(rule, 'en')]).toEqual([rule, expect.stringMatching(/^[\x20-\x7e]+$/)])
      }
      for (const unit of units)
        for (const { text: sentence, position } of unit.sentences) {
          const bare = (words: string) => words.normalize('NFKC').replace(/\s/g, '')
          expect(bare(textAt(text, position)).startsWith(bare(sentence).slice(0, 4))).toBe(true)
        }
    },
  )
})

describe('rule names', () => {
  const rooms = ['department', 'deadline', 'target'].map(
    (name) => new URL(`../../src/recognise/${name}/`, import.meta.url),
  )
  const ids = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) =>
        [...readFileSync(new URL(path, room), 'utf8').matchAll(/\brule: '([a-z-]+)'/g)].map((m) => m[1] ?? ''),
      ),
  )
  test.each([...new Set(ids)])('%s is said in both languages', (id) => {
    expect([ruleName(id, 'zh') !== '', ruleName(id, 'en') !== '']).toEqual([true, true])
  })
})

describe('coverage', () => {
  test.each(texts)('%s: accounts for every character', async (_, text) => {
    const coverage = coverageOf(await extractionOf(text))
    const left = coverage.left.reduce((sum, { characters }) => sum + characters, 0)
    expect(coverage.tasks + left + coverage.structure + coverage.furniture).toBe(coverage.total)
    expect(coverage.tasks).toBeGreaterThan(0)
  })

  test('says what was left out as what, and what no rule knew', async () => {
    const { left, unmatched } = coverageOf(await extractionOf(plan))
    expect(left.map(({ reason, lines }) => [reason, lines])).toContainEqual(['review', [3]])
    expect(unmatched.every(({ line, text }) => line > 0 && text !== '')).toBe(true)
  })

  test('a sentence without telling words in a speech is not known', async () => {
    const { unmatched, tasks } = coverageOf(await extractionOf('在全市会议上的讲话\n天气很好。\n'))
    expect([tasks, unmatched]).toEqual([0, [{ line: 2, text: '天气很好。' }]])
  })
})
