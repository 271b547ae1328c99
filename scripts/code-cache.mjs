// Runs the bundled program once on examples, and keeps what V8 compiled for it in dist/cli.cache. The cache holds for
// this version of V8 with these flags; bin/taizhang.js does without it where V8 turns it down.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import v8 from 'node:v8'
import { Script } from 'node:vm'

const EXAMPLES = 'fixtures/documents'

/** Of dist/cli.cjs: as V8 keeps a text with Chinese in it, so that a start copies it and decodes nothing. */
export const ENCODING = 'utf16le'

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** What is compiled by running is kept, so documents of every kind are read, and the formats that people use most written. */
const warmUp = async (main, root) => {
  const io = { stdin: process.stdin, stdinIsTTY: false, cwd: root, env: {} }
  const folder = join(root, EXAMPLES)
  const documents = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []
  const runs = documents.flatMap((name) =>
    ['yaml', 'json', 'csv'].map((as) => ['extract', join(folder, name), '-f', as]),
  )
  for (const argv of [...runs, ['--help']]) await main(argv, { ...io, stdout: nowhere(), stderr: nowhere() })
}

export const writeCodeCache = async (root) => {
  const filename = join(root, 'dist/cli.cjs')
  const script = new Script(readFileSync(filename, ENCODING), { filename })
  // A function that was translated once is noted as worth it in the cache, and a short run would translate them all.
  v8.setFlagsFromString('--no-sparkplug')
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(filename), module, filename, (name) => import(name))
  await warmUp(module.exports.main, root)
  v8.setFlagsFromString('--sparkplug')
  const unfinished = `${filename}.${process.pid}.tmp`
  // Not every file system keeps a rename behind what was written before it.
  writeFileSync(unfinished, script.createCachedData(), { flush: true })
  renameSync(unfinished, join(root, 'dist/cli.cache'))
}
