import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { run as runIn } from './run.ts'

const plan = `2025年工作方案
一、工作回顾
（一）去年完成投资3亿元。
二、重点任务
责任单位：市财政局
（一）加强监管。年底前新增20个。
`
let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-explain-'))
  await writeFile(join(cwd, '方案.txt'), plan)
})
afterEach(() => rm(cwd, { recursive: true, force: true }))
const run = (...argv: string[]) => runIn(argv, { cwd })

describe('taizhang explain', () => {
  test('the whole file, in the order of the text', async () => {
    const { status, stdout } = await run('explain', '方案.txt')
    expect(status).toBe(0)
    const lines = [...stdout.matchAll(/^(\d+) /gm)].map((match) => Number(match[1]))
    expect(lines).toEqual([...lines].sort((a, b) => a - b))
    expect(stdout).toMatch(/^3 略去：工作回顾/m)
    expect(stdout).toMatch(/^5 标签 {2}“责任单位”：单位，责任/m)
    expect(stdout).toMatch(/^6 任务 2\.1/m)
    expect(stdout).toMatch(
      /单位 市财政局 \[list-responsible：责任单位的名单\] 2\.1.*沿用自第 5 行|单位 市财政局 \[list-responsible/,
    )
  })
  test('one line: a task, a heading, a label, nothing', async () => {
    expect((await run('explain', '方案.txt:6')).stdout).toMatch(/^6 任务 2\.1[\s\S]*时限 年底前 \[before：某时之前\]/)
    expect((await run('explain', '方案.txt:4')).stdout).toMatch(
      /^4 第 1 级标题\n {4}二、重点任务\n {4}说明这一部分是：工作部署/,
    )
    expect((await run('explain', '方案.txt:5')).stdout).toMatch(/^5 标签/)
    expect((await run('explain', '方案.txt:1')).stdout).toBe('这一行没有正文。\n')
  })
  test('in English nothing but the text and names stays Chinese', async () => {
    const { stdout } = await run('explain', '方案.txt', '--lang', 'en')
    const own = stdout.replace(/“[^”]*”|^ {4}[一二]、\S+/gm, '').replace(/^ {2}[■□] .*$/gm, '')
    expect(own.replace(/市财政局|年底前|新增20个|20个|去年|完成投资3亿元|3亿元/g, '')).not.toMatch(/[\u4e00-\u9fff]/)
    expect(stdout).toMatch(/^3 left out: review of past work/m)
  })
  test('JSON of one line', async () => {
    const { units, headings, document } = JSON.parse((await run('explain', '方案.txt:6', '--format', 'json')).stdout)
    expect([units.length, headings, document.path]).toEqual([1, [], '方案.txt'])
    expect(units[0]).toMatchObject({ tasks: ['2.1'], sectionClass: 'arrangement' })
  })
  test('a line that is not there, a file that is not there, another format', async () => {
    expect((await run('explain', '方案.txt:7')).stderr).toMatch(/没有第 7 行，这份文件共 6 行/)
    expect((await run('explain', '没有.txt:3')).stderr).toMatch(/没有\.txt：没有这个文件/)
    expect((await run('explain', '方案.txt', '--format', 'xml')).status).toBe(2)
    expect((await run('explain')).status).toBe(2)
  })
  test('a file with a colon in its name', async () => {
    await writeFile(join(cwd, '通知:3'), plan)
    expect((await run('explain', '通知:3')).stdout).toMatch(/^2 第 1 级标题/)
    expect((await run('explain', '通知:3:6')).stdout).toMatch(/^6 任务/)
  })
})

test('extract --coverage reports beside the ledger, in both languages', async () => {
  const { status, stdout, stderr } = await run('extract', '方案.txt', '--coverage')
  expect(status).toBe(0)
  expect(stdout).toMatch(/^# 任务台账/)
  expect(stderr).toMatch(/覆盖情况：方案\.txt\n +\d+\.\d% {2}成为任务\n[\s\S]*略去（工作回顾） {2}第 3 行/)
  const english = (await run('extract', '方案.txt', '--coverage', '--lang', 'en', '-f', 'json')).stderr
  expect(english).toMatch(
    /Coverage: 方案\.txt\n +\d+\.\d% {2}became tasks\n[\s\S]*left out \(review of past work\) {2}line/,
  )
  expect(english.replace('方案.txt', '')).not.toMatch(/成为|略去/)
})
