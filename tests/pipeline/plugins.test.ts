import fc from 'fast-check'
import { unified } from 'unified'
import type { Node } from 'unist'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import {
  extractSource,
  fileOf,
  readSource,
  taizhangAssemble,
  taizhangDescribe,
  taizhangParse,
  taizhangProcessor,
  taizhangStringify,
} from '../../src/index.ts'
import { Register } from '../../src/model/schema.ts'
import { everyFixture, readText } from './fixtures.ts'
import { sourceOf } from './sources.ts'

const SPEECH = `在全县防汛工作会议上的讲话
2025年5月8日
一、备足物资
应急管理局要在5月底前储备编织袋2万条。
二、加强值守
各乡镇要落实24小时值班。
`

const childrenOf = (node: Node): Node[] =>
  'children' in node && Array.isArray(node.children)
    ? node.children.filter((child): child is Node => 'type' in child)
    : []

/** What breaks the rules of unist in a tree, in words. */
function faults(node: Node, path = node.type): string[] {
  const { position } = node
  if (typeof node.type !== 'string' || node.type === '') return [`${path}: no type`]
  if (!position) return [`${path}: no position`]
  const found: string[] = []
  const from = position.start.offset ?? -1
  const to = position.end.offset ?? -1
  if (from < 0 || to < from) found.push(`${path}: ${from}-${to}`)
  let last = from
  for (const [i, child] of childrenOf(node).entries()) {
    const at = `${path}/${child.type}[${i}]`
    const start = child.position?.start.offset ?? -1
    const end = child.position?.end.offset ?? -1
    if (start < last) found.push(`${at}: starts at ${start}, before ${last}`)
    if (end > to) found.push(`${at}: ends at ${end}, behind its parent (${to})`)
    // a label and the paragraph that it opens stand at one place; all else comes one after the other
    last = Math.max(last, child.type === 'label' ? start : end)
    found.push(...faults(child, at))
  }
  return found
}

describe('plugins of unified', () => {
  it('run in another program, with a compiler of its own', async () => {
    const file = await unified()
      .use(taizhangParse)
      .use(taizhangDescribe)
      .use(taizhangAssemble)
      .use(taizhangStringify, (register: { tasks: { title: string }[] }) =>
        register.tasks.map(({ title }) => title).join('|'),
      )
      .process(new VFile({ path: 'speech.txt', value: SPEECH }))
    expect(String(file)).toBe('备足物资|加强值守')
    expect(file.data.taizhang?.register?.documents[0]).toMatchObject({ year: 2025, kind: 'speech' })
  })

  it('write JSON that holds the schema where no writer is given', async () => {
    const file = await unified()
      .use(taizhangParse)
      .use(taizhangDescribe)
      .use(taizhangAssemble)
      .use(taizhangStringify)
      .process(SPEECH)
    expect(Register.parse(JSON.parse(String(file))).tasks).toHaveLength(2)
  })

  it('need no description: assembling describes the document itself', async () => {
    const file = new VFile({ value: SPEECH })
    const processor = unified().use(taizhangParse).use(taizhangAssemble)
    processor.runSync(processor.parse(file), file)
    expect(file.data.taizhang?.register?.documents[0]?.year).toBe(2025)
  })

  it('say what is missing where the stages are out of order', () => {
    expect(() => unified().use(taizhangParse).use(taizhangStringify).processSync(SPEECH)).toThrow(/taizhangAssemble/)
  })

  it('give what extractSource gives', async () => {
    const source = sourceOf(SPEECH)
    const file = await fileOf(source)
    const processor = taizhangProcessor({ year: 2024 })
    processor.runSync(processor.parse(file), file)
    expect(file.data.taizhang?.register).toEqual((await extractSource(source, { year: 2024 })).register)
    // the text tells its own year, and is not overruled
    expect(file.data.taizhang?.register?.documents[0]?.yearFrom.how).toBe('dateline')
  })

  it('leave a message, with its place, for a date that does not exist', async () => {
    const { file, register } = await extractSource(sourceOf('2025年工作方案\n1.县教育局要在2月30日前完成摸底。\n'))
    expect(register.tasks[0]?.notes).toContain('impossible-date')
    expect(file.messages.map(({ ruleId, line }) => ({ ruleId, line }))).toEqual([
      { ruleId: 'impossible-date', line: 2 },
    ])
  })
})

describe('the tree', () => {
  for (const { name, input } of everyFixture()) {
    it(`of ${name} is unist: types, places, children inside their parents and in order`, async () => {
      const { tree } = await extractSource(await readSource(input))
      expect(faults(tree)).toEqual([])
    })
  }

  it('is unist for broken text too', async () => {
    const texts = everyFixture().map(({ input }) => readText(input))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), fc.nat(60), async (text, at, length) => {
        const from = at % text.length
        const { tree } = await extractSource(sourceOf(text.slice(0, from) + text.slice(from + length)))
        expect(faults(tree)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})
