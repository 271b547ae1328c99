import { chmod, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRegister } from '../../src/register/read.ts'
import { type Run, type RunOptions, run } from './run.ts'
import { stubPipeline } from './stub-pipeline.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-'))
  await writeFile(join(cwd, '讲话.txt'), '甲讲话\n推进清洁取暖（市发改委）。\n加强执法。\n')
  await writeFile(join(cwd, '方案.txt'), '乙方案\n完成改造（市住建局）。\n')
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const taizhang = (...argv: string[]): Promise<Run> => withOptions(argv, {})
const withOptions = (argv: string[], options: Partial<RunOptions>): Promise<Run> =>
  run(argv, { cwd, pipeline: stubPipeline, ...options })
const file = (name: string): Promise<string> => readFile(join(cwd, name), 'utf8')

test('a ledger goes to stdout as YAML, the summary to stderr', async () => {
  const { status, stdout, stderr } = await taizhang('extract', '讲话.txt')
  expect(status).toBe(0)
  expect(stdout).toContain('牵头单位: [市发改委]')
  expect((await readRegister(stdout)).tasks).toHaveLength(2)
  expect(stderr).toBe(
    '讲话.txt：任务 2 项，未写明单位 1 项，未写明时限 2 项；年份不明，没有推算日期，可用 --year 指定\n',
  )
})

test('--quiet leaves the summary out', async () => {
  expect((await taizhang('extract', '讲话.txt', '--quiet')).stderr).toBe('')
})

test('several files become one register, each document with an id of its own', async () => {
  const { stdout, stderr } = await taizhang('extract', '讲话.txt', '方案.txt', '-f', 'json', '--year', '2025')
  const register = await readRegister(stdout)
  expect(register.documents.map(({ id, path }) => [id, path])).toEqual([
    ['d1', '讲话.txt'],
    ['d2', '方案.txt'],
  ])
  expect(register.tasks.map(({ document, title }) => [document, title])).toEqual([
    ['d1', '推进清洁取暖'],
    ['d1', '加强执法'],
    ['d2', '完成改造'],
  ])
  expect(stderr).toContain('方案.txt：任务 1 项，未写明单位 0 项，未写明时限 1 项；年份 2025（由选项指定）')
  expect(stderr).toContain('合计：2 份文件，任务 3 项')
})

test('the extension of -o chooses the format, -f goes before it', async () => {
  await taizhang('extract', '讲话.txt', '-o', 'a.csv')
  expect(await file('a.csv')).toMatch(/^\ufeff序号,来源章节,/)
  await taizhang('extract', '讲话.txt', '-o', 'b.txt', '-f', 'ndjson')
  expect(JSON.parse(await file('b.txt'))).toHaveProperty('schema', 'taizhang/1')
  const unknown = await taizhang('extract', '讲话.txt', '-o', 'c.txt')
  expect(unknown).toMatchObject({ status: 2, stdout: '' })
  expect(unknown.stderr).toContain('请加上 -f')
})

test('a file that exists is overwritten with --force only', async () => {
  await writeFile(join(cwd, 'a.yaml'), '人工填写')
  const refused = await taizhang('extract', '讲话.txt', '-o', 'a.yaml')
  expect(refused.status).toBe(2)
  expect(refused.stderr).toBe('错误：a.yaml 已经存在，没有覆盖。要覆盖请加 --force。\n')
  expect(await file('a.yaml')).toBe('人工填写')
  expect((await taizhang('extract', '讲话.txt', '-o', 'a.yaml', '--force')).status).toBe(0)
  expect(await file('a.yaml')).toContain('任务清单:')
})

test('an input is never overwritten, not even with --force', async () => {
  const before = await file('讲话.txt')
  const { status, stderr } = await taizhang('extract', '讲话.txt', '-o', './讲话.txt', '-f', 'yaml', '--force')
  expect(status).toBe(2)
  expect(stderr).toContain('是输入文件')
  expect(await file('讲话.txt')).toBe(before)
})

test('a directory gets one file per document, whether it exists or ends with /', async () => {
  await mkdir(join(cwd, '另一处'))
  await writeFile(join(cwd, '另一处', '讲话.txt'), '丙\n办好实事。\n')
  const { status, stderr } = await taizhang(
    'extract',
    '讲话.txt',
    '方案.txt',
    '另一处/讲话.txt',
    '-o',
    '台账/',
    '-f',
    'csv',
  )
  expect(status).toBe(0)
  expect((await readdir(join(cwd, '台账'))).sort()).toEqual(['方案.csv', '讲话-2.csv', '讲话.csv'].sort())
  expect(await file('台账/讲话-2.csv')).toContain('办好实事')
  expect(stderr).toContain('另一处/讲话.txt：已有同名的输出文件，改写到 台账/讲话-2.csv。')
  await taizhang('extract', '方案.txt', '-o', '另一处')
  expect(await file('另一处/方案.yaml')).toContain('完成改造')
})

test('a bad file in a batch is named, the others go on, the status is 2', async () => {
  await writeFile(join(cwd, '坏.txt'), '坏')
  const { status, stdout, stderr } = await taizhang('extract', '讲话.txt', '坏.txt', '没有.txt', '方案.txt')
  expect(status).toBe(2)
  expect((await readRegister(stdout)).documents.map(({ path }) => path)).toEqual(['讲话.txt', '方案.txt'])
  expect(stderr).toMatch(/^错误：坏\.txt：/m)
  expect(stderr).toMatch(/^错误：没有\.txt：/m)
  expect(stderr).toContain('合计：2 份文件（另有 2 份没有处理）')
})

test('nothing is written when nothing could be read', async () => {
  const { status } = await taizhang('extract', '没有.txt', '-o', 'a.yaml')
  expect(status).toBe(2)
  expect(await readdir(cwd)).not.toContain('a.yaml')
})

test('nothing half-written is left behind when writing fails', async () => {
  // A directory in the way of the rename: it fails for every user, root included.
  await mkdir(join(cwd, 'a.yaml'))
  await writeFile(join(cwd, 'a.yaml', 'x'), '')
  await mkdir(join(cwd, 'locked'))
  await symlink(join(cwd, 'a.yaml'), join(cwd, 'locked', '讲话.yaml'))
  const { status, stderr } = await taizhang('extract', '讲话.txt', '-o', 'locked/', '--force')
  expect(status).toBe(2)
  expect(stderr).toContain('错误：讲话.txt')
  expect((await readdir(cwd)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  await chmod(join(cwd, 'locked'), 0o755)
})

test('a link to the ledger stays a link', async () => {
  await writeFile(join(cwd, 'real.yaml'), '')
  await symlink('real.yaml', join(cwd, 'link.yaml'))
  expect((await taizhang('extract', '讲话.txt', '-o', 'link.yaml', '--force')).status).toBe(0)
  expect(await file('real.yaml')).toContain('推进清洁取暖')
})

test('* is looked up where the shell has not done it', async () => {
  const { stdout } = await taizhang('extract', '*.txt', '-f', 'json')
  expect((await readRegister(stdout)).documents.map(({ path }) => path)).toEqual(['方案.txt', '讲话.txt'])
  expect((await taizhang('extract', '*.md')).stderr).toContain('*.md')
})

test('- reads standard input', async () => {
  const { stdout, stderr } = await withOptions(['extract', '-', '-f', 'json'], {
    stdin: '丁\r\n抓好落实。\r\n'.replaceAll('\r', ''),
  })
  expect((await readRegister(stdout)).documents[0]?.path).toBe('-')
  expect(stderr).toContain('标准输入：任务 1 项')
})

test('a fault of the program is one sentence; --verbose shows where', async () => {
  await writeFile(join(cwd, '崩.txt'), '崩')
  const short = await taizhang('extract', '崩.txt')
  expect(short.status).toBe(2)
  expect(short.stderr.trimEnd().split('\n')).toHaveLength(1)
  expect(short.stderr).toContain('x is not a function')
  expect((await taizhang('extract', '崩.txt', '--verbose')).stderr).toContain('stub-pipeline')
  expect((await withOptions(['extract', '崩.txt'], { env: { TAIZHANG_DEBUG: '1' } })).stderr).toContain('stub-pipeline')
})

test('the same input gives the same bytes in every format', async () => {
  for (const format of ['yaml', 'csv', 'json', 'ndjson']) {
    const first = await taizhang('extract', '讲话.txt', '方案.txt', '-f', format)
    expect((await taizhang('extract', '讲话.txt', '方案.txt', '-f', format)).stdout).toBe(first.stdout)
  }
})

test('a reader that goes away ends the run quietly', async () => {
  const { PassThrough } = await import('node:stream')
  const { main } = await import('../../src/cli/main.ts')
  const stdout = new PassThrough()
  stdout.destroy(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
  stdout.on('error', () => {})
  const stderr = new PassThrough()
  const io = { stdout, stderr, stdin: new PassThrough(), stdinIsTTY: false, cwd, env: {} }
  expect(await main(['extract', '讲话.txt', '--quiet'], io, stubPipeline)).toBe(0)
  expect(stderr.read()).toBeNull()
})
