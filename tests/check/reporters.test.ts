import { readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { reporterOf, reportFormats } from '../../src/check/reporters/index.ts'
import type { Paint, ReportOptions } from '../../src/check/reporters/report.ts'
import type { FileFindings } from '../../src/check/types.ts'
import { displayWidth } from '../../src/cli/width.ts'
import { checkText } from './check-text.ts'

const plain = (text: string): string => text
const paint: Paint = { red: plain, yellow: plain, cyan: plain, dim: plain, bold: plain }
const options: ReportOptions = { language: 'zh', version: '1.2.3', width: 80, widthOf: displayWidth, paint }

const text = `2025年工作方案\r\n一、总体要求\r\n${'坚持稳中求进，'.repeat(12)}在20XX年取得更大成绩,${'加快构建新发展格局，'.repeat(12)}认真落实。\r\n三、重点任务\r\n（一）、抓好𬭩生产（责任单位：市“农业”局。\r\n`
const files = async (): Promise<FileFindings[]> => [
  { path: '草稿 1,2:%.txt', text, findings: await checkText(text) },
  { path: '好.txt', text: '天气很好。', findings: [] },
]

describe('every format', () => {
  test.each(reportFormats)('%s gives the same bytes for the same findings', async (format) => {
    const report = await reporterOf(format)
    expect(report(await files(), options)).toBe(report(await files(), options))
  })
})

test('json follows the contract', async () => {
  const entries: unknown = JSON.parse((await reporterOf('json'))(await files(), options))
  expect(entries).toMatchObject([
    {
      path: '草稿 1,2:%.txt',
      messages: expect.arrayContaining([
        expect.objectContaining({
          ruleId: 'number-gap',
          severity: 'error',
          line: 4,
          column: 1,
          endLine: 4,
          endColumn: 3,
          expected: '二、',
        }),
      ]),
    },
    { path: '好.txt', messages: [] },
  ])
})

describe('sarif', () => {
  const schema: unknown = JSON.parse(readFileSync('fixtures/check/sarif-2.1.0-rtm.5.json', 'utf8'))
  const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema as object)

  test('passes the official schema, in both languages', async () => {
    for (const language of ['zh', 'en'] as const) {
      const log: unknown = JSON.parse((await reporterOf('sarif'))(await files(), { ...options, language }))
      expect(validate(log), JSON.stringify(validate.errors)).toBe(true)
    }
  })

  test('says how columns count, and where', async () => {
    const log: unknown = JSON.parse((await reporterOf('sarif'))(await files(), options))
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          columnKind: 'utf16CodeUnits',
          tool: { driver: { name: 'taizhang', version: '1.2.3' } },
          artifacts: [{ location: { uri: '%E8%8D%89%E7%A8%BF%201%2C2%3A%25.txt' } }, {}],
        },
      ],
    })
  })

  test('a schema that objects is in use', () => {
    expect(validate({ version: '2.1.0', runs: [{}] })).toBe(false)
  })
})

test('github: a command a line, escaped as the runner wants it', async () => {
  const lines = (await reporterOf('github'))(await files(), options)
    .trimEnd()
    .split('\n')
  expect(lines[0]).toMatch(
    /^::(?:error|warning|notice) file=草稿 1%2C2%3A%25\.txt,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[\w-]+::./,
  )
  const finding = {
    ruleId: 'number-gap',
    severity: 'error' as const,
    message: '100%\r\n二行',
    position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 2, column: 3, offset: 9 } },
  }
  const several = (await reporterOf('github'))([{ path: 'a.txt', text: 'x', findings: [finding] }], options)
  // columns only where the place stays on one line
  expect(several).toBe('::error file=a.txt,line=1,endLine=2,title=number-gap::100%25%0D%0A二行\n')
})

test.each(['junit', 'checkstyle'])('%s is well-formed XML', async (format) => {
  const nasty: FileFindings = {
    path: '<&"\'>.txt',
    text: 'x',
    findings: [
      {
        ruleId: 'placeholder',
        severity: 'warning',
        message: '“<XX>” & \u0001\ud800 没有填写\n二行',
        position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } },
      },
    ],
  }
  const xml = (await reporterOf(format))([...(await files()), nasty], options)
  const parser = new SaxesParser()
  const seen: string[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'testsuite' || name === 'file') seen.push(String(attributes.name))
  })
  parser.write(xml).close()
  expect(seen).toEqual(['草稿 1,2:%.txt', '好.txt', '<&"\'>.txt'])
})

describe('pretty', () => {
  test('shows a long line as a window, the mark below its place', async () => {
    const report = (await reporterOf('pretty'))(await files(), options)
    const lines = report.split('\n')
    for (const line of lines.filter((one) => one.includes('│'))) expect(displayWidth(line)).toBeLessThanOrEqual(80)
    const at = lines.findIndex((line) => line.includes('placeholder'))
    const shown = lines[at + 1] ?? ''
    const mark = lines[at + 2] ?? ''
    expect(shown).toMatch(/│ ….*20XX年.*…$/)
    expect(displayWidth(mark.slice(0, mark.indexOf('^')))).toBe(displayWidth(shown.slice(0, shown.indexOf('XX'))))
    expect(mark.trimEnd().endsWith('^^')).toBe(true)
  })

  test('names what was expected and the related place', async () => {
    const report = (await reporterOf('pretty'))(await files(), options)
    expect(report).toContain('= 应为：二、')
    expect(report).toContain('= 相关：第 2 行，前一个编号')
    expect((await reporterOf('pretty'))(await files(), { ...options, language: 'en' })).toContain(
      '= 应为：二、'.slice(0, 2),
    )
  })

  test('paints severities and nothing else when asked to', async () => {
    const red = (await reporterOf('pretty'))(await files(), {
      ...options,
      paint: { ...paint, red: (one) => `<${one}>` },
    })
    expect(red).toContain('<错误>')
    expect(red).toMatch(/<\^+>/)
  })
})
