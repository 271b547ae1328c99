import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from '../cli/run.ts'

const speech =
  '在全市会议上的讲话\n（2025年3月1日）\n一、重点工作\n（一）推进清洁取暖。由市发改委牵头，12月底前完成5万户。\n'
const built = existsSync('dist/review/app.js')
if (!built) process.stderr.write('No dist/review: the tests of the command review are skipped; run npm run build.\n')

describe.runIf(built)('taizhang review', () => {
  let cwd: string
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'taizhang-review-cli-'))
    writeFileSync(join(cwd, '讲话.txt'), speech)
  })
  afterEach(() => rmSync(cwd, { recursive: true, force: true }))

  const page = (name: string): string => readFileSync(join(cwd, name), 'utf8')

  it('writes one file that asks for no other', async () => {
    const { status, stderr, stdout } = await run(['review', '讲话.txt', '-o', '核对.html'], { cwd })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
    expect(stderr).toContain('已写入 核对.html')
    const html = page('核对.html')
    expect(html).toMatch(/Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/)
    expect(html).not.toMatch(/<(?:script|img|iframe)[^>]* src=|<link[^>]*href="(?!data:)/)
    expect(html).toContain('<title>核对台账：在全市会议上的讲话</title>')
  })

  it('writes the same bytes for the same document', async () => {
    await run(['review', '讲话.txt', '-o', 'a.html'], { cwd })
    await run(['review', '讲话.txt', '-o', 'b.html'], { cwd })
    expect(page('a.html')).toBe(page('b.html'))
  })

  it('writes to standard output where no file is named', async () => {
    const { status, stdout } = await run(['--lang', 'en', 'review', '-'], { cwd, stdin: speech })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^<!doctype html>\n<html lang="en">/)
  })

  it('writes the app, which takes no file', async () => {
    expect((await run(['review', '--app', '-o', '台账.html'], { cwd })).status).toBe(0)
    expect(page('台账.html')).toContain('<title>台账：在浏览器里提取任务</title>')
    expect(await run(['review', '--app', '讲话.txt', '-o', 'x.html'], { cwd })).toMatchObject({ status: 2 })
  })

  it('writes over nothing', async () => {
    writeFileSync(join(cwd, '核对.html'), 'mine')
    expect(await run(['review', '讲话.txt', '-o', '核对.html'], { cwd })).toMatchObject({ status: 2 })
    expect(await run(['review', '讲话.txt', '-o', '讲话.txt', '--force'], { cwd })).toMatchObject({ status: 2 })
    expect(page('核对.html')).toBe('mine')
    expect(await run(['review', '讲话.txt', '-o', '核对.html', '--force'], { cwd })).toMatchObject({ status: 0 })
    expect(page('核对.html')).not.toBe('mine')
  })

  it.each([
    { argv: ['review'], says: /没有给出文件/ },
    { argv: ['review', '讲话.txt', '--open'], says: /--open 要和 -o 一起用/ },
    { argv: ['review', '没有.txt', '-o', 'x.html'], says: /没有\.txt/ },
    { argv: ['review', '讲话.txt', '-o', '没有/x.html'], says: /目录/ },
  ])('says what is wrong: $argv', async ({ argv, says }) => {
    const { status, stderr } = await run(argv, { cwd })
    expect(status).toBe(2)
    expect(stderr).toMatch(says)
  })
})
