#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/cli.js', import.meta.url)
if (existsSync(program)) {
  const { main } = await import(program.href)
  process.exitCode = await main(process.argv.slice(2), {
    stdout: process.stdout,
    stderr: process.stderr,
    stdin: process.stdin,
    stdinIsTTY: process.stdin.isTTY === true,
    colours: {
      stdout: process.stdout.isTTY === true && process.stdout.hasColors(),
      stderr: process.stderr.isTTY === true && process.stderr.hasColors(),
    },
    columns: process.stdout.isTTY ? process.stdout.columns : undefined,
    cwd: process.cwd(),
    env: process.env,
  })
} else {
  process.stderr.write(
    'taizhang 还没有构建，请先运行 npm ci（或 npm run build）。\nNot built yet: run npm ci (or npm run build).\n',
  )
  process.exitCode = 2
}
