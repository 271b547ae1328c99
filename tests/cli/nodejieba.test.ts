import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const built = existsSync('dist/cli.cjs')
if (!built) process.stderr.write('No dist/cli.cjs: the test of nodejieba is skipped; run npm run build.\n')

/** Takes every line for one name: how well it cuts does not matter here. */
const ENGINE = "exports.tag = (text) => text.split(/(\\n)/).map((word) => ({ word, tag: 'nz' }))\n"

test.skipIf(!built)('the program cuts words with nodejieba where it is installed beside it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-nodejieba-'))
  try {
    const own = join(folder, 'node_modules/taizhang')
    for (const part of ['bin', 'dist', 'package.json']) await cp(part, join(own, part), { recursive: true })
    const engine = join(folder, 'node_modules/nodejieba')
    await mkdir(engine, { recursive: true })
    await writeFile(join(engine, 'package.json'), '{ "name": "nodejieba", "main": "index.js" }\n')
    await writeFile(join(engine, 'index.js'), ENGINE)
    await writeFile(join(folder, '通知.txt'), '江北商业银行青山中心支行\n')
    const argv = [join(own, 'bin/taizhang.js'), 'lexicon', 'suggest', '通知.txt', '--min', '1', '--lang', 'zh']
    const said = execFileSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' })
    expect(said).toMatch(/（分词：nodejieba）[\s\S]*名: 江北商业银行青山中心支行/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
