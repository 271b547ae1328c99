// Runs the bundled program once on an example, and keeps what V8 compiled for it in dist/cli.cache. The cache holds for
// this version of V8 with these flags; bin/taizhang.js does without it where V8 turns it down.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { Script } from 'node:vm'

const EXAMPLE = 'fixtures/documents/example-speech.txt'

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** What is compiled by running is kept, so the formats that people use most are run. */
const warmUp = async (main, root) => {
  const io = { stdin: process.stdin, stdinIsTTY: false, cwd: root, env: {} }
  const runs = existsSync(join(root, EXAMPLE))
    ? ['yaml', 'json', 'csv'].map((format) => ['extract', EXAMPLE, '-f', format])
    : []
  for (const argv of [...runs, ['--help']]) await main(argv, { ...io, stdout: nowhere(), stderr: nowhere() })
}

export const writeCodeCache = async (root) => {
  const filename = join(root, 'dist/cli.cjs')
  const script = new Script(readFileSync(filename, 'utf8'), { filename })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, (name) => import(name))
  await warmUp(module.exports.main, root)
  const unfinished = `${filename}.${process.pid}.tmp`
  writeFileSync(unfinished, script.createCachedData())
  renameSync(unfinished, join(root, 'dist/cli.cache'))
}
