import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readSource } from '../../src/input/read.ts'

const folder = mkdtempSync(join(tmpdir(), 'taizhang-input-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
async function* chunks(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield new TextEncoder().encode(part)
}

describe('readSource', () => {
  it('reads a text with the hash of its bytes', async () => {
    const path = file('plan.txt', '\ufeff一、目标\n')
    expect(await readSource(path)).toEqual({
      path,
      text: '一、目标\n',
      format: 'text',
      encoding: 'utf-8',
      sha256: 'db0ff35fe58f806bb77f095c57556966f5b604b7e5ec0ce4f91235989d3f1a8b',
      notices: [],
      hints: [],
    })
  })

  it('reads standard input, a character cut by the end of a chunk included', async () => {
    const bytes = new TextEncoder().encode('各单位要抓好落实。')
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield bytes.slice(0, 4)
      yield bytes.slice(4)
    }
    expect((await readSource('-', { stdin: cut() })).text).toBe('各单位要抓好落实。')
    expect((await readSource('-', { stdin: chunks('一、', '目标') })).path).toBe('-')
  })

  it.each([
    ['missing.txt', null, 'not-found', {}],
    ['empty.txt', '', 'empty', {}],
    ['blank.txt', ' \n\u3000\n', 'empty', {}],
    ['plan.docx', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'damaged', {}],
    ['plan.txt.zip', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0), 'damaged', {}],
    ['pages.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c), 'unsupported-format', { format: '7z' }],
    ['scan.pdf', '%PDF-1.7\n', 'damaged', {}],
    ['old.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), 'damaged', {}],
    ['noise.txt', Uint8Array.of(0, 1, 2, 3, 0, 0, 7, 1), 'binary', {}],
  ])('says what is wrong with %s', async (name, content, code, params) => {
    const path = content === null ? join(folder, name) : file(name, content)
    await expect(readSource(path)).rejects.toMatchObject({ name: 'InputError', code, params: { ...params, path } })
  })

  it('says that a folder is none of its files', async () => {
    await expect(readSource(folder)).rejects.toMatchObject({ code: 'is-directory' })
  })

  it('says which encoding did not fit', async () => {
    const path = file('gbk.txt', Uint8Array.of(0xb9, 0xa4, 0xd7, 0xf7))
    await expect(readSource(path, { encoding: 'utf-8' })).rejects.toMatchObject({
      code: 'not-decodable',
      params: { encoding: 'utf-8', path },
    })
  })

  it.each([
    ['notes.md', '各单位\n', 'markdown'],
    ['notes.markdown', '各单位\n', 'markdown'],
    ['notes.txt', '# 纪要\n## 议题\n内容\n## 行动\n- 修复登录问题\n', 'markdown'],
    ['pasted.txt', '## 一、工作目标\n\n新建公园3处。\n\n## 二、工作措施\n\n修订规划。\n', 'markdown'],
    ['bold.txt', '**一、工作目标**\n\n新建公园3处。\n\n**二、工作措施**\n\n修订规划。\n', 'markdown'],
    ['masked.txt', '**一、*县目标**\n\n由***同志负责。\n\n**二、工作措施**\n\n修订规划。\n', 'text'],
    ['stars.txt', '一、**县工作目标\n\n**市新建公园3处。\n\n二、工作**措施\n\n修订**规划。\n', 'text'],
    ['table.txt', '| 任务 | 单位 |\n|---|---|\n| 招标 | 财政局 |\n', 'markdown'],
    ['pages.txt', '# Page 3:\n一、目标\n# Page 4:\n二、任务\n## Page 5:\n三、保障\n', 'text'],
    ['hash.txt', '# 一行说明\n一、目标\n- 一点\n', 'text'],
    ['rule.txt', '一、目标\n---\n二、任务\n', 'text'],
  ])('%s is read as its content asks', async (name, content, format) => {
    expect((await readSource(file(name, content))).format).toBe(format)
  })

  it('lets the caller choose the format', async () => {
    expect((await readSource(file('as-text.md', '# 一\n'), { format: 'text' })).hints).toEqual([])
  })
})
