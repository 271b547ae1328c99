import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { configJsonSchema } from '../../src/config/schema.ts'
import { starter } from '../../src/config/starter.ts'
import { inForce } from './uncomment.ts'

const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(configJsonSchema())

test('editors and the program accept and refuse alike', async () => {
  const texts = [
    starter('x'),
    inForce(starter('x')),
    '动词: [a, { 词: b }]\n',
    '动词: [1]\n',
    '单位: [{ 全: [x] }]\n',
    '单位名: []\n',
    '时限: { 周期: [{ 词: 每两周 }] }\n',
    '时限: { 规划期: [{ 词: 十六五, 起: 2031, 止: 2035 }] }\n',
    '默认: { 年份: 20 }\n',
    'check: { rules: { no-such-rule: off } }\n',
  ]
  for (const text of texts) {
    const accepted = await parseConfig(text, 'x.yaml').then(
      () => true,
      () => false,
    )
    expect([text, validate(parse(text))]).toEqual([text, accepted])
  }
})

test('every key is explained to the editor', () => {
  const { properties } = configJsonSchema() as { properties: Record<string, { description?: string }> }
  for (const [key, { description }] of Object.entries(properties))
    expect([key, description]).toEqual([key, expect.stringMatching(/./)])
})
