import { expect, test } from 'vitest'
import { faultOf } from './config-of.ts'

const cases: readonly (readonly [
  name: string,
  yaml: string,
  code: string,
  line: string,
  field?: string | undefined,
])[] = [
  ['no YAML', '单位:\n  - { 名: 甲局\n标签: []\n', 'syntax', '3'],
  ['an unknown key', '单位: []\n\n单位名: []\n', 'unknown-key', '3', '单位名'],
  [
    'an unknown key that others have',
    '标签:\n  - { 词: [挂点单位], 意思: 责任单位 }\n单位:\n  - 名: 园区办\n    词: [x]\n',
    'unknown-key',
    '5',
    '单位[1].词',
  ],
  ['an unknown key of a word', '动词:\n  - 攻坚突破\n  - { 词: 大干, 列: [] }\n', 'unknown-key', '3', '动词[2].列'],
  ['an unknown list of deadlines', '时限:\n  事件: [开渔]\n  节目: [x]\n', 'unknown-key', '3', '时限.节目'],
  ['an unknown key of a deadline', '时限:\n  事件:\n    - 词: 开渔\n      日: 05-01\n', 'unknown-key', '4'],
  ['an unknown rule', 'check:\n  rules:\n    no-such-rule: off\n', 'unknown-key', '3'],
  ['a missing name', '单位:\n  - { 全: [园建中心] }\n', 'invalid', '2', '单位[1].名'],
  ['a value of the wrong kind', '单位: 园区办\n', 'invalid', '1', '单位'],
  ['a value out of a list', '标签:\n  - 词: [挂点单位]\n    意思: 牵头\n', 'invalid', '3', '标签[1].意思'],
  ['an empty list of words', '标签:\n  - 词: []\n    意思: 责任单位\n', 'invalid', '2', '标签[1].词'],
  ['a year that cannot be', '默认:\n  年份: 25\n', 'invalid', '2', '默认.年份'],
  ['a day that cannot be', '时限:\n  节日:\n    - { 词: 泼水节, 日: 13-40 }\n', 'invalid', '3'],
  ['an unknown level', '单位:\n  - { 名: 园区办, 级别: 国际 }\n', 'invalid', '2', '单位[1].级别'],
  ['an unknown column', '列组:\n  月报:\n    - 序号\n    - 牵头\n', 'invalid', '4', '列组.月报[2]'],
  ['no map at all', '- 单位\n', 'invalid', '1', ''],
  ['a name that no text can have', '单位:\n  - 名: 园区办\n  - { 名: 加强监管的 }\n', 'useless-entry', '3', '单位[2]'],
  ['an alias that no text can have', '单位:\n  - { 名: 园区办, 全: ["园区，办"] }\n', 'useless-entry', '2'],
  ['a group that is none', '集合:\n  - { 名: 水果, 成员: [甲局] }\n', 'useless-entry', '2'],
  ['a label with a colon inside', '标签:\n  - { 词: ["单位：人"], 意思: 责任人 }\n', 'useless-entry', '2'],
  [
    'a label that comes twice',
    '标签:\n  - { 词: [挂点], 意思: 责任人 }\n  - { 词: [挂点], 意思: 责任单位 }\n',
    'useless-entry',
    '3',
  ],
  ['a verb with a comma', '动词: [大干，快上]\n', 'useless-entry', '1'],
  ['a unit that is punctuation', '计量单位:\n  - { unit: "、" }\n', 'useless-entry', '2'],
  ['a deadline word with a space', '时限:\n  长期: [久久 为功]\n', 'useless-entry', '2'],
  ['a word of headings over two sentences', '章节:\n  - { class: review, words: [盘点。] }\n', 'useless-entry', '2'],
]

test.each(cases.map(([name, ...rest]) => [name, rest] as const))('%s', async (_, [yaml, code, line, field]) => {
  const fault = await faultOf(yaml)
  expect(fault?.code).toBe(code)
  expect(fault?.params).toMatchObject({ path: 'taizhang.config.yaml', line, ...(field === undefined ? {} : { field }) })
})

test('an empty file, and keys with nothing behind them, are no faults', async () => {
  expect(await faultOf('')).toBeNull()
  expect(await faultOf('# 只有说明\n单位:\n默认:\ncheck:\n')).toBeNull()
})

test('a byte-order mark is no fault', async () => expect(await faultOf('\uFEFF单位: []\n')).toBeNull())

test('a file that unfolds without end is refused', async () => {
  const bomb = `a: &a [${'甲,'.repeat(9)}]\nb: &b [${'*a,'.repeat(9)}]\nc: &c [${'*b,'.repeat(9)}]\n单位: [*c, *c, *c]\n`
  expect((await faultOf(bomb))?.code).toBe('syntax')
})
