import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { compileLexicons } from '../../src/config/compile.ts'
import { ownEntries, testExamples } from '../../src/config/examples.ts'
import { parseConfig } from '../../src/config/load.ts'
import { inForce, oneByOne } from '../config/uncomment.ts'
import { run as runIn } from './run.ts'

const plan = `2025年大气污染防治工作方案
一、重点任务
（一）加强秸秆禁烧。严禁露天焚烧秸秆，6月底前完成巡查点位建设35个。
（二）加强网格管理。各街道要抓好落实，年底前完成。（责任单位：园建中心）
`
const config = `单位:
  - { 名: 园区建设中心, 全: [园建中心], 级别: 市, 命中: [由园建中心牵头] }
集合:
  - { 名: 各街道, 成员: [东街街道] }
职责:
  - { 词: [秸秆], 单位: 市生态环境局, 角色: 牵头 }
列组:
  月报: [序号, 工作任务, 牵头单位, 责任单位]
`

let cwd = ''
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-config-'))
  await mkdir(join(cwd, '科室/文件'), { recursive: true })
  await writeFile(join(cwd, '科室/文件/方案.txt'), plan)
})
afterEach(() => rm(cwd, { recursive: true, force: true }))

const file = '科室/文件/方案.txt'
const run = (...argv: string[]) => runIn(argv, { cwd })
const configure = (text: string, name = 'taizhang.config.yaml') => writeFile(join(cwd, name), text)

describe('the configuration that holds', () => {
  test('is found upwards from the file, named with --config, left out with --no-config', async () => {
    await configure(config)
    await writeFile(join(cwd, '科室/别的.yaml'), '职责:\n  - { 词: [秸秆], 单位: 县农业农村局 }\n')
    expect((await run('extract', file, '-f', 'csv', '-q')).stdout).toContain('市生态环境局')
    expect((await run('extract', file, '-f', 'csv', '-q', '--config', '科室/别的.yaml')).stdout).toContain(
      '县农业农村局',
    )
    expect((await run('extract', file, '-f', 'csv', '-q', '--no-config')).stdout).not.toMatch(
      /市生态环境局|县农业农村局/,
    )
  })

  test('a nearer one goes before one further up', async () => {
    await configure(config)
    await configure('职责:\n  - { 词: [秸秆], 单位: 县农业农村局 }\n', '科室/taizhang.config.yml')
    expect((await run('extract', file, '-f', 'csv', '-q')).stdout).toContain('县农业农村局')
  })

  test.each([
    ['单位:\n  - { 名: 园区办, 别名: [园办] }\n', /taizhang\.config\.yaml 第 2 行：没有“单位\[1\]\.别名”这一项/],
    ['单位:\n  - { 名: 加强的 }\n', /第 2 行：“单位\[1\]”的“加强的”永远不会被认出来/],
    ['默认: { 年份: 二五 }\n', /第 1 行：“默认\.年份”应当是整数|第 1 行：“默认\.年份”应当是数字/],
    ['单位: [\n', /第 2 行不是有效的 YAML/],
  ])('what is wrong in it is told with its line: %s', async (text, says) => {
    await configure(text)
    for (const command of [
      ['extract', file],
      ['explain', file],
      ['rules', 'test'],
      ['lexicon', 'suggest', file],
    ]) {
      const { status, stdout, stderr } = await run(...command)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toMatch(says)
    }
    expect((await run('extract', file, '--lang', 'en')).stderr).toMatch(/line [12]: /)
  })

  test('one that is not there, or is no text', async () => {
    const missing = await run('extract', file, '--config', '没有.yaml')
    expect([missing.status, missing.stderr]).toEqual([2, expect.stringMatching(/没有配置文件 .*没有\.yaml/)])
    await writeFile(join(cwd, 'taizhang.config.yaml'), Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x3a]))
    const encoded = await run('extract', file)
    expect([encoded.status, encoded.stderr]).toEqual([2, expect.stringMatching(/不是 UTF-8 编码/)])
  })
})

describe('what is inferred', () => {
  const marks = /市生态环境局（推定）[\s\S]*东街街道（推定）/
  test.each(['csv', 'md', 'ics'])('%s says so', async (format) => {
    await configure(config)
    const { stdout } = await run('extract', file, '-f', format, '-q')
    // Calendars fold their lines.
    expect(stdout.replace(/\r\n /g, '')).toMatch(marks)
  })
  test('YAML and JSON mark it beside its place', async () => {
    await configure(config)
    const { stdout } = await run('extract', file, '-q')
    expect(stdout).toMatch(/\[牵头, 市生态环境局, 3:6-3:8@28-30, 推定\]/)
    expect(stdout).toMatch(/\[责任, 东街街道, .*, 推定\]/)
    expect((await run('extract', file, '-q', '-f', 'json')).stdout).toContain('"inferred": true')
    expect((await run('extract', file, '-q', '-f', 'csv', '--lang', 'en')).stdout).toContain('市生态环境局 (inferred)')
  })
  test('a table read back keeps it; whoever takes the mark off confirms it', async () => {
    await configure(config)
    const table = (await run('extract', file, '-f', 'csv', '-q')).stdout
    await writeFile(join(cwd, '台账.csv'), table.replace('市生态环境局（推定）', '市生态环境局'))
    const { stdout } = await run('convert', '台账.csv', '-f', 'yaml', '-q')
    expect(stdout).toMatch(/\[责任, 东街街道, [^\]]*, 推定\]/)
    expect(stdout).not.toMatch(/\[牵头, 市生态环境局, [^\]]*推定\]/)
  })
})

test('column sets of one’s own', async () => {
  await configure(config)
  const { stdout } = await run('extract', file, '-f', 'csv', '-q', '--columns', '月报')
  expect(stdout.split('\r\n')[0]).toBe('\uFEFF序号,工作任务,牵头单位,责任单位')
  await configure('列组: { 月报: [序号, 牵头] }\n')
  expect((await run('extract', file, '-f', 'csv', '--columns', '月报')).stderr).toMatch(/没有“牵头”这一栏/)
})

test('the default year', async () => {
  await writeFile(join(cwd, '无年份.txt'), '一、重点任务\n1.加强监管，6月底前完成。\n')
  await configure('默认: { 年份: 2031 }\n')
  expect((await run('extract', '无年份.txt', '-f', 'csv', '-q')).stdout).toContain('2031-06-30')
  expect((await run('extract', '无年份.txt', '-f', 'csv', '-q', '--year', '2032')).stdout).toContain('2032-06-30')
  expect((await run('extract', file, '-f', 'csv', '-q')).stdout).toContain('2025-06-30')
  expect(JSON.parse((await run('explain', '无年份.txt', '--format', 'json')).stdout).document.year).toBe(2031)
})

describe('taizhang rules', () => {
  test('test: examples that hold, and those that do not with file, line and entry', async () => {
    await configure(config)
    expect(await run('rules', 'test')).toMatchObject({ status: 0, stdout: '1 个例子全部符合。\n' })
    await configure(`${config}动词:\n  - { 词: 大干快上, 命中: [回顾过去。] }\n`)
    const { status, stdout } = await run('rules', 'test')
    expect(status).toBe(1)
    expect(stdout).toMatch(/taizhang\.config\.yaml:10 动词 大干快上：例子“回顾过去。”应当命中，却没有认出来。/)
    expect(stdout).toMatch(/1 个例子不符合/)
    expect((await run('rules', 'test', '--lang', 'en')).stdout).toMatch(
      /config\.yaml:10 verb 大干快上: .*should be recog/,
    )
  })

  test('without a configuration there is nothing to test', async () => {
    const { status, stderr } = await run('rules', 'test')
    expect([status, stderr]).toEqual([0, expect.stringMatching(/没有找到配置文件/)])
  })

  test('list: each word with its layer', async () => {
    await configure(config)
    const own = await run('rules', 'list', '--own')
    expect(own.stdout).toMatch(/^配置 +单位 +园区建设中心、园建中心 .*第 2 行$/m)
    expect(own.stdout).not.toContain('自带')
    const all = (await run('rules', 'list')).stdout
    expect(all).toMatch(/^自带 +单位 /m)
    expect(all).toMatch(/^自带 +时限 /m)
    expect((await run('rules', 'list', '--lang', 'en')).stdout).toMatch(/^shipped +department /m)
  })

  test('explain: where a word comes from; what a rule of explain goes by', async () => {
    await configure(config)
    expect((await run('rules', 'explain', '园建中心')).stdout).toMatch(/^配置 +单位 .*第 2 行/)
    expect((await run('rules', 'explain', '发改委')).stdout).toMatch(/^自带 +单位 .*发展改革委/m)
    expect((await run('rules', 'explain', 'before-event')).stdout).toMatch(/某事之前/)
    const unknown = await run('rules', 'explain', '无此词')
    expect([unknown.status, unknown.stdout]).toEqual([1, '词表里没有“无此词”。\n'])
  })
})

describe('taizhang init', () => {
  test('writes a file that is valid, each of its examples as well', async () => {
    expect((await run('init')).status).toBe(0)
    const text = await readFile(join(cwd, 'taizhang.config.yaml'), 'utf8')
    expect(text.split('\n')[0]).toMatch(/^# yaml-language-server: \$schema=https:.*\/dist\/schema\/config\.json$/)
    expect(await run('rules', 'test')).toMatchObject({ status: 0 })
    const examples = oneByOne(text)
    expect(examples.length).toBeGreaterThan(10)
    for (const { line, text: changed } of [...examples, { line: 'all', text: inForce(text) }]) {
      const loaded = await parseConfig(changed, 'x.yaml')
      const entries = ownEntries(loaded)
      expect([line, testExamples(entries, compileLexicons(loaded)).failures]).toEqual([line, []])
      expect(changed).not.toBe(text)
    }
    const { count } = testExamples(
      ownEntries(await parseConfig(inForce(text), 'x')),
      compileLexicons(await parseConfig(inForce(text), 'x')),
    )
    expect(count).toBeGreaterThan(8)
  })

  test('leaves a file that is there, unless told otherwise', async () => {
    await configure(config)
    const { status, stderr } = await run('init')
    expect([status, stderr]).toEqual([2, expect.stringMatching(/已经存在/)])
    expect(await readFile(join(cwd, 'taizhang.config.yaml'), 'utf8')).toBe(config)
    expect((await run('init', '--force')).status).toBe(0)
    expect((await run('init', '科室')).status).toBe(0)
  })

  test('points to the schema that is installed beside it', async () => {
    await mkdir(join(cwd, 'node_modules/taizhang/dist/schema'), { recursive: true })
    await writeFile(join(cwd, 'node_modules/taizhang/dist/schema/config.json'), '{}')
    await run('init')
    expect(await readFile(join(cwd, 'taizhang.config.yaml'), 'utf8')).toMatch(
      /^# yaml-language-server: \$schema=\.\/node_modules\/taizhang\/dist\/schema\/config\.json\n/,
    )
  })
})

describe('taizhang lexicon suggest', () => {
  const notice = `一、重点任务
1.开展整治。由江北高铁经济试验区管委会（以下简称“高铁管委会”）牵头。
2.加快建设。责任单位：江北高铁经济试验区管委会、市财政局、各县区
3.严肃查处问题，确保工作落到实处。办公室设在国务院。江北商业银行青山中心支行要加强服务。
`
  test('bodies that the lexicon lacks, with count and places, ready to paste', async () => {
    await writeFile(join(cwd, '通知.txt'), notice)
    const { status, stdout } = await run('lexicon', 'suggest', '通知.txt', '--min', '1')
    expect(status).toBe(0)
    const names = [...stdout.matchAll(/名: ([^,} ]+)/g)].map((match) => match[1])
    expect(names).toEqual(['江北高铁经济试验区管委会', '江北商业银行青山中心支行'])
    expect(stdout).toContain('- { 名: 江北高铁经济试验区管委会, 全: [高铁管委会] }  # 2× 见 通知.txt:2、通知.txt:3')
    await configure(stdout)
    expect((await run('rules', 'test')).status).toBe(0)
    // What is in the dictionary now is not proposed again.
    expect((await run('lexicon', 'suggest', '通知.txt', '--min', '1')).stderr).toMatch(/没有找到词表以外/)
  })
  test('once is not enough, unless asked for', async () => {
    await writeFile(join(cwd, '通知.txt'), notice)
    expect((await run('lexicon', 'suggest', '通知.txt', '--lang', 'en')).stdout).toMatch(/管委会.*see 通知/)
    expect((await run('lexicon', 'suggest', '通知.txt')).stdout).not.toContain('中心支行')
    expect((await run('lexicon', 'suggest', '通知.txt', '--min', '0')).status).toBe(2)
    expect((await run('lexicon', 'suggest', '没有.txt')).status).toBe(2)
  })
})
