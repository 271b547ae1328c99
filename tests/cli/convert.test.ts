import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeXlsx } from '../../src/output/xlsx/write.ts'
import { writeYaml } from '../../src/output/yaml.ts'
import { sampleRegister, sampleTask } from '../output/sample.ts'
import { edited } from '../output/xlsx-file.ts'
import { run } from './run.ts'

let cwd: string
const ledger = writeYaml(sampleRegister(sampleTask()))

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-convert-'))
  await writeFile(join(cwd, 'a.yaml'), ledger)
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const convert = (...argv: string[]) => run(['convert', ...argv], { cwd })
const file = (name: string): Promise<string> => readFile(join(cwd, name), 'utf8')

test.each(['json', 'ndjson', 'xlsx'])('YAML to %s and back is the same ledger', async (format) => {
  expect(await convert('a.yaml', '-o', `b.${format}`)).toMatchObject({ status: 0, stdout: '' })
  expect((await convert(`b.${format}`, '-o', 'c.yaml')).status).toBe(0)
  expect(await file('c.yaml')).toBe(ledger)
  expect((await convert('c.yaml', '-o', `d.${format}`)).status).toBe(0)
  const [one, other] = await Promise.all([readFile(join(cwd, `b.${format}`)), readFile(join(cwd, `d.${format}`))])
  expect(one.equals(other)).toBe(true)
})

test('what people fill in a workbook comes back', async () => {
  const bytes = await writeXlsx(sampleRegister(sampleTask()))
  await writeFile(
    join(cwd, 'b.xlsx'),
    edited(bytes, '台账', (rows) => rows.set(1, '完成状态', '已完成').addColumn('联系人', ['张三'])),
  )
  const result = await convert('b.xlsx', '-o', 'a.yaml', '--force')
  expect(result).toMatchObject({ status: 0 })
  expect(result.stderr).toContain('b.xlsx：不认识的列已写进备注（“列名：内容”）：联系人')
  expect(await file('a.yaml')).toBe(
    ledger.replace('完成状态:\n', '完成状态: 已完成\n').replace('备注:\n', '备注: 联系人：张三\n'),
  )
})

test.each(['csv', 'md', 'ics', 'docx'])('writes %s, by extension or by name', async (format) => {
  expect((await convert('a.yaml', '-o', `b.${format}`, '-q')).stderr).toBe('')
  const named = await run(['convert', '-', '-f', format], { cwd, stdin: ledger })
  expect(named.status).toBe(0)
  expect(Buffer.byteLength(named.stdout)).toBeGreaterThan(100)
})

test('options of the writers', async () => {
  const events = await convert('a.yaml', '-f', 'ics', '--events', '--alarm', '3d')
  expect(events.stdout).toMatch(/BEGIN:VEVENT[\s\S]*TRIGGER:-P3D/)
  expect((await convert('a.yaml', '-f', 'md', '--section-rows', '--columns', '工作任务')).stdout).toBe(
    '## 二、重点工作 \\> (一)大气污染防治\n\n| 工作任务 |\n| --- |\n| 推进清洁取暖 |\n',
  )
  expect((await convert('a.yaml', '-o', 'b.docx', '--split', 'department')).status).toBe(0)
})

test('extract writes them too', async () => {
  await writeFile(
    join(cwd, 'a.txt'),
    '方案\n（2025年3月1日）\n一、重点工作\n（一）推进清洁取暖。由市发改委牵头，2025年12月底前完成5万户。\n',
  )
  expect((await run(['extract', 'a.txt', '-o', 'b.xlsx', '--columns', '督办'], { cwd })).status).toBe(0)
  expect((await run(['extract', 'a.txt', '-o', 'out/', '-f', 'docx'], { cwd })).status).toBe(0)
  expect(await readdir(join(cwd, 'out'))).toEqual(['a.docx'])
  expect((await run(['extract', 'a.txt', '-f', 'ics', '--events'], { cwd })).stdout).toContain(
    'DTSTART;VALUE=DATE:20251231',
  )
})

test.each([
  { argv: ['a.yaml', '-o', 'a.yaml', '--force'], says: /输入文件/ },
  { argv: ['a.yaml', '-o', 'old.csv'], says: /old\.csv 已经存在/ },
  { argv: ['missing.yaml', '-o', 'b.csv'], says: /missing\.yaml：没有这个文件/ },
  { argv: ['a.yaml', '-o', 'b.doc'], says: /扩展名/ },
  { argv: ['a.yaml', '-f', 'pdf'], says: /没有“pdf”这种格式/ },
  { argv: ['a.yaml', '-f', 'ics', '--columns', '督办'], says: /--columns 只用于 csv、xlsx、docx、md/ },
  { argv: ['a.yaml', '-f', 'csv', '--split', 'department'], says: /--split 只用于 docx/ },
  { argv: ['a.yaml', '-f', 'csv', '--section-rows'], says: /--section-rows 只用于 xlsx、docx、md/ },
  { argv: ['a.yaml', '-f', 'csv', '--alarm', '3d'], says: /--alarm 只用于 ics/ },
  { argv: ['a.yaml', '-f', 'ics', '--alarm', '三天'], says: /--alarm 要写成 3d/ },
  { argv: ['a.yaml', '-f', 'docx', '--split', 'month'], says: /--split 只能是 department/ },
  { argv: ['a.yaml', '-f', 'md', '--columns', '天气'], says: /没有“天气”这一列/ },
  { argv: ['b.ics', '-o', 'b.yaml'], says: /b\.ics：日历（\.ics）只能写出/ },
  { argv: ['b.md', '-o', 'b.yaml'], says: /b\.md：Markdown 台账（\.md）只能写出/ },
  { argv: ['broken.xlsx', '-o', 'b.yaml'], says: /broken\.xlsx：/ },
  {
    argv: ['bad.csv', '-o', 'b.yaml'],
    says: /bad\.csv：第 3 行：“截止日期”应写成 "2025-12-31" 这样的日期，现在是“尽快”/,
  },
  { argv: [], says: /没有给出文件/ },
])('$argv cannot run: status 2, a sentence, nothing written', async ({ argv, says }) => {
  await writeFile(join(cwd, 'old.csv'), 'old')
  await writeFile(join(cwd, 'b.ics'), 'BEGIN:VCALENDAR\r\n')
  await writeFile(join(cwd, 'b.md'), '| 序号 |\n')
  await writeFile(join(cwd, 'broken.xlsx'), Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]))
  await writeFile(join(cwd, 'bad.csv'), '工作任务,截止日期\n甲,2025-06-30\n乙,尽快\n')
  const before = await readdir(cwd)
  const result = await convert(...argv)
  expect(result).toMatchObject({ status: 2, stdout: '' })
  expect(result.stderr).toMatch(says)
  expect(result.stderr).not.toMatch(/at .*:\d+/)
  expect(await readdir(cwd)).toEqual(before)
})

test('a workbook is not poured over a terminal', async () => {
  const result = await run(['convert', 'a.yaml', '-f', 'xlsx'], { cwd, columns: 80 })
  expect(result).toMatchObject({ status: 2, stdout: '' })
  expect(result.stderr).toMatch(/xlsx 不能显示在屏幕上，请加上 -o/)
})
