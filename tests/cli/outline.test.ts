import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { displayWidth } from '../../src/cli/width.ts'
import { type Run, run } from './run.ts'
import { stubPipeline } from './stub-pipeline.ts'

let cwd = ''
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-'))
  await writeFile(join(cwd, '甲.txt'), '甲讲话\n正文 有空格\n')
  await writeFile(join(cwd, '乙.txt'), '乙方案\r\n没有末尾换行')
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

const taizhang = (argv: string[], columns?: number): Promise<Run> =>
  run(argv, { cwd, pipeline: stubPipeline, ...(columns === undefined ? {} : { columns }) })

const long = '深入打好污染防治攻坚战'.repeat(6)

test('headings are shown with their lines, indented by level', async () => {
  const { status, stdout, stderr } = await taizhang(['outline', '甲.txt'])
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toBe(` 9  一、总体要求\n10  二、重点工作\n12    (一)${long}\n`)
})

test('in a terminal no line is wider than it; Chinese characters count twice', async () => {
  const { stdout } = await taizhang(['outline', '甲.txt'], 40)
  for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40)
  expect(stdout).toContain('攻坚战深入打…')
})

test('several files are told apart', async () => {
  const { stdout } = await taizhang(['outline', '甲.txt', '乙.txt'])
  expect(stdout).toMatch(/^甲\.txt {2}甲讲话\n 9 {2}一、/)
  expect(stdout).toMatch(/\n\n乙\.txt {2}乙方案/)
})

test('JSON: one object for one file, an array for several', async () => {
  const one = JSON.parse((await taizhang(['outline', '甲.txt', '--format', 'json'])).stdout)
  expect(one).toMatchObject({
    document: { path: '甲.txt' },
    headings: [{ number: '一、' }, { children: [{ number: '(一)', level: 2 }] }],
  })
  const several = await taizhang(['outline', '甲.txt', '没有.txt', '--format', 'json'])
  expect(several.status).toBe(2)
  expect(JSON.parse(several.stdout)).toMatchObject([{ document: { path: '甲.txt' } }])
})

test('text prints the original to the last character', async () => {
  expect((await taizhang(['text', '乙.txt'])).stdout).toBe('乙方案\r\n没有末尾换行')
  expect((await taizhang(['text', '甲.txt', '--clean'])).stdout).toBe('甲讲话\n正文有空格\n')
})
