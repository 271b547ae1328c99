import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleOf, rules } from '../../src/check/rules/index.ts'
import { runRules } from '../../src/check/run.ts'
import { fileOf, taizhangProcessor } from '../../src/pipeline/processor.ts'
import type { Root } from '../../src/structure/tree.ts'
import { checkExample, checkText, sourceOf } from './check-text.ts'

test('one file each, named after its rule', () => {
  const files = readdirSync(new URL('../../src/check/rules', import.meta.url)).filter((name) => name !== 'index.ts')
  expect(files.sort()).toEqual(rules.map(({ id }) => `${id}.ts`).sort())
})

describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
  test.each(rule.examples.good.map((example) => ({ text: example.text, example })))(
    'is content with $text',
    async ({ example }) => {
      expect((await checkExample(example)).filter(({ ruleId }) => ruleId === id)).toEqual([])
    },
  )

  test.each(rule.examples.bad.map((example) => ({ text: example.text, example })))(
    'objects to $text',
    async ({ example }) => {
      const found = (await checkExample(example)).filter(({ ruleId }) => ruleId === id)
      expect(found).not.toEqual([])
      for (const { message, position } of found) {
        expect(message).toMatch(/\p{Script=Han}/u)
        expect(position.end.offset).toBeGreaterThan(position.start.offset)
        expect(position.end.offset).toBeLessThanOrEqual(example.text.length)
      }
    },
  )

  test('stays silent and does not crash on a tree without positions', async () => {
    for (const { text, options = {} } of [...rule.examples.bad, ...rule.examples.good]) {
      for (const strip of [withoutPosition, withoutOffsets]) {
        const source = sourceOf(text, options.markdown === true)
        const file = await fileOf(source)
        const processor = taizhangProcessor()
        const tree = processor.parse(file)
        processor.runSync(tree, file)
        const data = file.data.taizhang
        const register = data?.register
        const document = register?.documents[0]
        if (!data?.view || !register || !document) throw new Error('nothing was read')
        strip(tree)
        const checked = { source, view: data.view, tree, document, register: () => register }
        const settings = { profile: options.profile ?? 'auto', levels: { [id]: 'error' } } as const
        const only = ruleOf(id)
        expect(runRules(checked, settings, only ? [only] : [])).toEqual([])
      }
    }
  })

  test('says what it does in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(rule.docs[language].what.length).toBeGreaterThan(10)
      expect(rule.docs[language].why.length).toBeGreaterThan(5)
    }
  })
})

test('a few missing numbers are told one by one, many by the first and the last', async () => {
  const lines = [1, 2, 5, 11].map((number) => `${number}.清理河道。`)
  const gaps = (await checkText(lines.join('\n'))).filter(({ ruleId }) => ruleId === 'number-gap')
  expect(gaps.map(({ message }) => message.replace(/^.*缺少/, ''))).toEqual(['“3.”“4.”', '“6.”至“10.”'])
})

/** The tree as a program may have made it. */
function withoutPosition(node: object): void {
  for (const [key, value] of Object.entries(node)) {
    if (key === 'position') Reflect.deleteProperty(node, key)
    else if (typeof value === 'object' && value !== null) withoutPosition(value)
  }
}

/** The same, the offsets in the view lost as well. */
function withoutOffsets(root: Root): void {
  withoutPosition(root)
  const visit = (node: object): void => {
    for (const [key, value] of Object.entries(node)) {
      if (['start', 'end', 'textStart'].includes(key)) Reflect.set(node, key, Number.NaN)
      else if (typeof value === 'object' && value !== null) visit(value)
    }
  }
  visit(root)
}
