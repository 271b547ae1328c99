import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { shippedLexicons } from '../../src/assemble/lexicons.ts'
import { compileLexicons } from '../../src/config/compile.ts'
import { ownEntries, testExamples } from '../../src/config/examples.ts'
import { parseConfig } from '../../src/config/load.ts'
import { shippedEntries } from '../../src/config/shipped.ts'
import { findLabels } from '../../src/structure/labels.ts'

async function failuresOf(yaml: string) {
  const loaded = await parseConfig(yaml, 'taizhang.config.yaml')
  const { count, failures } = testExamples(ownEntries(loaded), compileLexicons(loaded))
  return {
    count,
    failures: failures.map(({ entry, example, expected }) => [entry.kind, entry.line, example, expected]),
  }
}

/** Of every kind: an entry, what it has to match, and what it must not. */
const kinds: readonly (readonly [kind: string, key: string, entry: string, hit: string, miss: string])[] = [
  ['department', '单位', '- { 名: 园区建设中心, 全: [园建中心]', '由园建中心牵头', '加强园区建设'],
  ['group', '集合', '- { 名: 各街道, 成员: [东街街道]', '各街道要抓好落实。', '街道要整洁。'],
  ['label', '标签', '- { 词: [挂点帮办], 意思: 责任单位', '挂点帮办：市财政局', '做好挂点帮办工作。'],
  ['verb', '动词', '- { 词: 大干快上', '大干快上断面治理难点。', '回顾大干快上的年代。'],
  ['unit', '计量单位', '- { unit: 蒸吨炉', '淘汰锅炉35蒸吨炉', '蒸吨炉很大'],
  ['deadline', '时限', '事件: [{ 词: 开渔盛典', '开渔盛典前完成检修', '开渔盛典圆满举行'],
  ['section', '章节', '- { class: review, words: [干事一览]', '一、2024年干事一览', '二、工作安排'],
  ['responsibility', '职责', '- { 词: [秸秆], 单位: 市生态环境局', '严禁焚烧秸秆', '加强监管'],
]

const write = (key: string, entry: string, hit: string, miss: string): string =>
  `${key}:\n  ${entry}, 命中: ["${hit}"], 不命中: ["${miss}"] }${entry.includes('[{') ? ']' : ''}\n`

test.each(kinds)('%s: right examples hold, wrong ones name the entry', async (kind, key, entry, hit, miss) => {
  expect(await failuresOf(write(key, entry, hit, miss))).toEqual({ count: 2, failures: [] })
  expect(await failuresOf(write(key, entry, miss, hit))).toEqual({
    count: 2,
    failures: [
      [kind, 2, miss, 'hit'],
      [kind, 2, hit, 'miss'],
    ],
  })
})

test('the examples of labels that the program ships with hold', () => {
  const { 标签: labels } = z
    .object({
      标签: z.array(
        z.strictObject({
          词: z.array(z.string()),
          意思: z.string(),
          命中: z.array(z.string()).default([]),
          不命中: z.array(z.string()).default([]),
        }),
      ),
    })
    .parse(parse(readFileSync(new URL('../../src/lexicon/labels.yaml', import.meta.url), 'utf8')))
  const matches = (words: readonly string[], text: string) => findLabels(text).some((hit) => words.includes(hit.label))
  const failures = labels.flatMap(({ 词: words, 命中: hits, 不命中: misses }) => [
    ...hits.filter((text) => !matches(words, text)).map((text) => `标签 ${words[0]}: 命中 “${text}” is not recognised`),
    ...misses.filter((text) => matches(words, text)).map((text) => `标签 ${words[0]}: 不命中 “${text}” is recognised`),
  ])
  expect(failures).toEqual([])
})

test('lists what the program ships with, of every kind that it has', () => {
  const found = shippedEntries()
  expect([...new Set(found.map(({ kind }) => kind))].sort()).toEqual([
    'deadline',
    'department',
    'label',
    'section',
    'unit',
    'verb',
  ])
  expect(found.every(({ words }) => words.length > 0 && words.every((word) => word !== ''))).toBe(true)
  expect(found.some(({ words }) => words.includes('挂联单位'))).toBe(true)
})

test('a configuration without words changes no lexicon', async () => {
  const lexicons = compileLexicons(await parseConfig('列组: { 月报: [序号] }\n', 'x.yaml'))
  const shipped = shippedLexicons()
  expect(lexicons.departments).toBe(shipped.departments)
  expect(lexicons.deadlines).toBe(shipped.deadlines)
  expect(lexicons.targets).toBe(shipped.targets)
  expect(lexicons.cues).toBe(shipped.cues)
})
