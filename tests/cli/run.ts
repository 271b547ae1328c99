import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { main } from '../../src/cli/main.ts'
import type { Pipeline } from '../../src/cli/pipeline.ts'

/** What a user sees of one run. */
export interface Run {
  status: number
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd: string
  stdin?: string | Buffer
  env?: Record<string, string>
  columns?: number
  pipeline?: Pipeline
}

/** Runs the program in this process. */
export async function run(argv: readonly string[], options: RunOptions): Promise<Run> {
  const stdout = new PassThrough({ highWaterMark: 1 << 26 })
  const stderr = new PassThrough({ highWaterMark: 1 << 26 })
  const io = {
    stdout,
    stderr,
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    stdinIsTTY: false,
    columns: options.columns,
    cwd: options.cwd,
    env: options.env ?? {},
  }
  const status = await main(argv, io, ...(options.pipeline ? [options.pipeline] : []))
  stdout.end()
  stderr.end()
  return { status, stdout: (await buffer(stdout)).toString('utf8'), stderr: (await buffer(stderr)).toString('utf8') }
}
