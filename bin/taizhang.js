#!/usr/bin/env node
// CommonJS: the loader of modules alone would cost more than half a start of node.
const { statSync } = require('node:fs')
const { join } = require('node:path')
const v8 = require('node:v8')
const { loadBundle } = require('./bundle.js')

/** So much text is read before translating it to machine code, piece by piece, would pay. */
const SMALL = 100_000

/** Bytes of the files among the arguments; a folder is no end of them. */
const sizeOf = (argument) => {
  try {
    const found = statSync(argument, { throwIfNoEntry: false })
    return found === undefined ? 0 : found.isFile() ? found.size : Infinity
  } catch {
    return 0
  }
}

/**
 * Tells V8 that the run is short: a pattern is compiled at once and not interpreted first (there are hundreds, and each
 * runs more than once), and functions are optimised later; where there is little to read, they are not even translated.
 * Only to a V8 that is known to have these flags.
 */
const hurry = () => {
  if (!/^1[1-3]\./.test(process.versions.v8)) return
  v8.setFlagsFromString('--no-regexp-tier-up')
  v8.setFlagsFromString('--interrupt-budget=300000')
  const bytes = process.argv.slice(2).reduce((sum, argument) => sum + sizeOf(argument), 0)
  if (bytes < SMALL) v8.setFlagsFromString('--no-sparkplug')
}

/** A thread with the same bundle; the module is loaded where there are threads to start only. */
const startThread = (workerData) => {
  const { Worker } = require('node:worker_threads')
  return new Worker(join(__dirname, 'thread.js'), { workerData })
}

const run = async ({ main }) => {
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    // Opened only by who reads it: opening costs a tenth of a start.
    get stdin() {
      return process.stdin
    },
    get stdinIsTTY() {
      return process.stdin.isTTY === true
    },
    stderrIsTTY: process.stderr.isTTY === true,
    colours: {
      stdout: process.stdout.isTTY === true && process.stdout.hasColors(),
      stderr: process.stderr.isTTY === true && process.stderr.hasColors(),
    },
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    cwd: process.cwd(),
    env: process.env,
    startThread,
  })
}

const bundle = loadBundle(hurry)
if (bundle === undefined) {
  process.stderr.write(
    'taizhang 还没有构建，请先运行 npm ci（或 npm run build）。\nNot built yet: run npm ci (or npm run build).\n',
  )
  process.exitCode = 2
} else run(bundle)
