import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { run } from './run.ts'

const documents = join(import.meta.dirname, '../../fixtures/documents')
let cwd: string

beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'taizhang-folders-'))
  await mkdir(join(cwd, '方案/乡镇'), { recursive: true })
  await cp(join(documents, 'city-speech.txt'), join(cwd, '方案/市.txt'))
  await cp(join(documents, 'county-speech.txt'), join(cwd, '方案/乡镇/县.txt'))
  await cp(join(documents, 'meeting-minutes.md'), join(cwd, '方案/乡镇/纪要.MD'))
  await writeFile(join(cwd, '方案/~$市.txt'), 'lock')
  await writeFile(join(cwd, '方案/配置.json'), '{}')
})

afterEach(() => rm(cwd, { recursive: true, force: true }))

const filesOf = async (folder: string): Promise<string[]> =>
  (await readdir(join(cwd, folder), { recursive: true })).filter((name) => /\.\w+$/.test(name)).sort()

describe('folders and patterns', () => {
  it('reads all documents of a folder, and writes each ledger where its document lies', async () => {
    const { status } = await run(['extract', '方案', '-o', '台账/', '-f', 'csv'], { cwd })
    expect(status).toBe(0)
    expect(await filesOf('台账')).toEqual(['乡镇/县.csv', '乡镇/纪要.csv', '市.csv'])
  })

  it('follows ** into folders, whatever the case of the names', async () => {
    const { status } = await run(['extract', '方案/**/*.md', '-o', '台账/'], { cwd })
    expect(status).toBe(0)
    expect(await filesOf('台账')).toEqual(['乡镇/纪要.yaml'])
  })

  it('does not read what it wrote into the folder before', async () => {
    await run(['extract', '方案', '-o', '方案/台账/', '-f', 'csv'], { cwd })
    const { stderr } = await run(['extract', '方案', '-o', '方案/台账/', '-f', 'csv', '--force'], { cwd })
    expect(stderr).toContain('3 份文件')
  })

  it('merges into one ledger where asked', async () => {
    const { status } = await run(['extract', '方案', '-o', '台账/', '--merge', '-f', 'json'], { cwd })
    expect(status).toBe(0)
    expect(await filesOf('台账')).toEqual(['台账.json'])
    const register: unknown = JSON.parse(await readFile(join(cwd, '台账/台账.json'), 'utf8'))
    expect(register).toMatchObject({
      documents: [{ path: '方案/市.txt' }, { path: '方案/乡镇/县.txt' }, { path: '方案/乡镇/纪要.MD' }],
    })
  })

  it('goes on after a file that cannot be read, names it, and fails', async () => {
    await writeFile(join(cwd, '方案/坏.docx'), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))
    const { status, stderr } = await run(['extract', '方案', '-o', '台账/'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('方案/坏.docx：')
    expect(stderr).toContain('另有 1 份没有处理')
    expect(await filesOf('台账')).toHaveLength(3)
  })

  it('says so where a folder holds nothing to read', async () => {
    await mkdir(join(cwd, '空'))
    const { status, stderr } = await run(['extract', '空'], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('空：这是目录')
  })

  it('checks and outlines folders as well', async () => {
    expect((await run(['check', '方案', '--fail-on', 'error'], { cwd })).status).not.toBe(2)
    expect((await run(['outline', '方案'], { cwd })).status).toBe(0)
  })
})
