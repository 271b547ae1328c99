import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const built = existsSync('dist/cli.cjs')
if (!built) process.stderr.write('No dist/cli.cjs: the tests of threads are skipped; run npm run build.\n')

const bin = resolve('bin/taizhang.js')
const COPIES = 4
let cwd: string

const taizhang = (...argv: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return { status, stdout, stderr }
}

const contentOf = async (folder: string): Promise<Record<string, string>> => {
  const names = await readdir(join(cwd, folder), { recursive: true })
  const files = names.filter((name) => /\.\w+$/.test(name)).sort()
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [name, await readFile(join(cwd, folder, name), 'base64')] as const)),
  )
}

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-threads-'))
  await mkdir(join(cwd, '文件/乡镇'), { recursive: true })
  const documents = (await readdir('fixtures/documents')).filter((name) => /\.(?:txt|md)$/.test(name))
  for (let copy = 0; copy < COPIES; copy++)
    for (const name of documents)
      await cp(join('fixtures/documents', name), join(cwd, '文件', copy % 2 ? '乡镇' : '', `${copy}-${name}`))
  await cp('fixtures/formats/example.zip', join(cwd, '文件/合集.zip'))
  await cp('fixtures/formats/table.xlsx', join(cwd, '文件/分工表.xlsx'))
  await writeFile(join(cwd, '文件/坏.docx'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
  await writeFile(join(cwd, '词.yaml'), '单位:\n  - { 名: 数字经济发展中心, 全: [数发中心] }\n')
})

afterAll(() => rm(cwd, { recursive: true, force: true }))

describe.skipIf(!built)('several threads', () => {
  test('give the same ledgers, the same messages in the same order, and the same status as one', async () => {
    const options = ['-f', 'xlsx', '--config', '词.yaml', '--coverage']
    const one = taizhang('extract', '文件', '-o', '一/', '-j', '1', ...options)
    const three = taizhang('extract', '文件', '-o', '三/', '-j', '3', ...options)
    expect(three.status).toBe(2)
    expect(one.status).toBe(2)
    expect(three.stderr).toContain('坏.docx：')
    expect(three.stderr.replaceAll('三/', '一/')).toBe(one.stderr)
    const ledgers = await contentOf('三')
    expect(Object.keys(ledgers).length).toBeGreaterThan(COPIES)
    expect(ledgers).toEqual(await contentOf('一'))
  })

  test.each(['ndjson', 'csv'])('give the same one ledger as %s', (format) => {
    const one = taizhang('extract', '文件', '-q', '-f', format, '-j', '1')
    const three = taizhang('extract', '文件', '-q', '-f', format, '-j', '3')
    expect(three.stdout.length).toBeGreaterThan(1000)
    expect(three).toEqual(one)
  })

  test('keep a document that takes too much memory from stopping the others', async () => {
    await mkdir(join(cwd, '大'))
    const speech = await readFile('fixtures/documents/city-speech.txt', 'utf8')
    for (const name of ['甲', '丙']) await writeFile(join(cwd, '大', `${name}.txt`), speech)
    await writeFile(join(cwd, '大/乙.txt'), `${speech}\n`.repeat(Math.ceil(6_000_000 / speech.length)))
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=40', bin, 'extract', '大', '-o', '小/', '-j', '2'],
      { cwd, encoding: 'utf8' },
    )
    expect(stderr).toContain('乙.txt：处理这个文件要用的内存太多')
    expect(status).toBe(2)
    expect(Object.keys(await contentOf('小'))).toEqual(['丙.yaml', '甲.yaml'])
  })
})
