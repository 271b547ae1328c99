import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractSource, outlineSource, type Register, readSource, type Source, type Task } from '../../src/index.ts'
import { bufferOf } from '../../src/text/buffer.ts'
import { prepareView, simplify } from '../../src/text/steps/traditional.ts'
import { everyFixture, readText } from './fixtures.ts'
import { encodeGb18030, encodeUtf16, misplaced, readBytes, sourceOf, withoutPlaces } from './sources.ts'

const fixtures = everyFixture()
const texts = fixtures.map(({ input }) => readText(input))
const lines = [...new Set(texts.flatMap((text) => text.split('\n')))].filter((line) => line.trim() !== '')

/** Lines of the fixtures in any order, joined as copies join them. */
const mixed = fc
  .array(
    fc.tuple(
      fc.constantFrom(...lines),
      fc.constantFrom('\n', '\n\n', '\r\n', '', ' ', '\t', '　', '\u2028', '。', '：'),
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.map(([line, end]) => line + end).join(''))

/** Marks that mean something, without sense. */
const marks = fc
  .array(
    fc.constantFrom(
      '一、',
      '（二）',
      '3.',
      '(4)',
      '⑤',
      '六是',
      '一要',
      '首先，',
      '最后，',
      '第七条',
      '第八章',
      '附件1：',
      '任务一：',
      '、',
      '责任单位：',
      '整改措施：',
      '完成时限：',
      '（',
      '）',
      '【',
      '】',
      '《',
      '》',
      '“',
      '。',
      '；',
      '：',
      '，',
      '|',
      '\t',
      '\n',
      '6月底前',
      '20xx年',
      '2025年',
      '市发改局',
      '各乡镇',
      '牵头',
      '负责',
      '要',
      '95%',
      '以上',
      '应(yīng)',
      '# ',
      '- ',
      '\u0000',
      '\ud800',
      '𠀀',
      '🀄',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

/** A fixture with characters dropped, doubled or turned into line breaks. */
const mangled = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('drop', 'double', 'break', 'space')),
      {
        minLength: 1,
        maxLength: 30,
      },
    ),
  )
  .map(([text, edits]) => {
    let result = text
    for (const [where, edit] of edits) {
      const at = Math.min(result.length - 1, Math.floor(where * result.length))
      if (at < 0) continue
      const char = result.charAt(at)
      const put = { drop: '', double: char + char, break: `${char}\n`, space: `${char} ` }[edit]
      result = result.slice(0, at) + put + result.slice(at + 1)
    }
    return result
  })

const anyText = fc.oneof(
  mixed,
  marks,
  mangled,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
)

const squash = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

const twice = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) !== i)

const starts = (tasks: readonly Task[]): number[] => tasks.map(({ source }) => source[0]?.start.offset ?? -1)

function sound(register: Register, text: string): void {
  expect(misplaced(register, text)).toEqual([])
  expect(twice(register.tasks.map(({ id }) => id))).toEqual([])
  expect(twice(register.tasks.map(({ key }) => key))).toEqual([])
  expect(starts(register.tasks)).toEqual(starts(register.tasks).sort((a, b) => a - b))
}

describe('any text', () => {
  it('gives a register whose places, order, ids and keys are sound, twice the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { register } = await extractSource(sourceOf(text))
        sound(register, text)
        const again = await extractSource(sourceOf(text))
        expect(again.register).toEqual(register)
      }),
      { numRuns: 400 },
    )
  })

  it('gives an outline whose places are sound', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(misplaced(await outlineSource(sourceOf(text)), text)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  it('may be cut into sentences', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const { register } = await extractSource(sourceOf(text), { granularity: 'sentence', date: '2025-01-01' })
        sound(register, text)
      }),
      { numRuns: 150 },
    )
  })
})

describe('every fixture', () => {
  const extract = async (source: Source): Promise<Register> => (await extractSource(source)).register

  for (const { name, input } of fixtures) {
    const format = input.endsWith('.md') ? ('markdown' as const) : ('text' as const)
    const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

    it(`${name}: what stands at a place is what was read there`, async () => {
      const source = await readSource(input)
      const register = await extract(source)
      sound(register, source.text)
      // a ledger of traditional text is in simplified characters
      const convert = await prepareView(source)
      const read = (from: number, to: number): string => {
        const text = source.text.slice(from, to)
        return convert ? simplify(bufferOf(text), convert).text : text
      }
      for (const task of register.tasks) {
        for (const mention of [...task.departments, ...task.people, ...task.deadlines, ...task.targets]) {
          const slice = squash(read(mention.source.start.offset, mention.source.end.offset))
          expect(slice).toContain(squash('name' in mention ? mention.name : mention.text))
        }
        const whole = task.source.map(({ start, end }) => read(start.offset, end.offset)).join('')
        // page numbers and marks of Markdown may stand between, and a semicolon between two cells
        for (const part of task.content.split(/[\s；]+/).slice(0, 1))
          expect(squash(whole)).toContain(squash(part).slice(0, 12))
      }
    })

    it(`${name}: line ends make no difference to the tasks`, async () => {
      const text = readText(input)
      const wanted = withoutPlaces(await extract(await readBytes(utf8(text), { format })))
      expect(withoutPlaces(await extract(await readBytes(utf8(text.replace(/\n/g, '\r\n')), { format })))).toEqual(
        wanted,
      )
      expect(withoutPlaces(await extract(await readBytes(utf8(text.trimEnd()), { format })))).toEqual(wanted)
    })

    it(`${name}: encodings make no difference at all`, async () => {
      const text = readText(input)
      const { tasks } = await extract(await readBytes(utf8(text), { format }))
      const twins: Record<string, [Uint8Array, string | undefined]> = {
        'utf-8 with a mark': [utf8(`\ufeff${text}`), undefined],
        'utf-16le': [encodeUtf16(text, true), undefined],
        'utf-16be': [encodeUtf16(text, false), undefined],
        'gb18030, told': [encodeGb18030(text), 'gb18030'],
        'gb18030, found out': [encodeGb18030(text), undefined],
      }
      for (const [twin, [bytes, encoding]] of Object.entries(twins)) {
        const register = await extract(await readBytes(bytes, { format, encoding }))
        expect(register.tasks, twin).toEqual(tasks)
      }
    })

    it(`${name}: keys outlast an edit elsewhere`, async () => {
      const text = readText(input)
      const first = /^一、/m.exec(text)
      if (!first || format === 'markdown' || text.includes('附件1')) return
      const keys = (register: Register): string[] => register.tasks.map(({ key }) => key)
      const wanted = keys(await extract(sourceOf(text)))
      const before = `${text.slice(0, first.index)}会务由接待科承办，此件已存档。\n${text.slice(first.index)}`
      const after = `${text.trimEnd()}\n二十、其他\n联系电话已在附页列明。\n`
      // a new section behind the closing words of a speech is no edit elsewhere
      for (const edited of /^同志们[，,].*\n?$/m.test(text) ? [before] : [before, after]) {
        const got = keys(await extract(sourceOf(edited)))
        expect(got.filter((key) => wanted.includes(key))).toEqual(wanted)
      }
    })
  }
})
