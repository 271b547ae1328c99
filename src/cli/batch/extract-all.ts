import { availableParallelism } from 'node:os'
import type { Context } from '../context.ts'
import { type ExtractJob, extractInput, type InputLedgers } from '../extract-input.ts'
import { type Input, standardInput } from '../inputs.ts'
import type { CliIo } from '../io.ts'
import { Progress } from '../progress.ts'
import { inOrder } from './in-order.ts'
import { ThreadPool } from './pool.ts'

/** So many inputs are worth starting threads: what it costs to start them is won back. */
const MANY = 64
/** Threads where nobody says how many: each takes a hundred megabytes. */
const MOST_THREADS = 8
/** Inputs begun for each thread before their turn, so that a long one holds nobody up. */
const AHEAD = 8

interface BatchSettings extends ExtractJob {
  /** Where the words are from; null: as shipped. */
  config: string | null
}

/**
 * Extracts from all inputs, on several threads where they are many, and gives what came of each in their order. What
 * there is to tell people of an input is told at its turn, so all is the same with any number of threads.
 */
export async function* extractAll(
  inputs: readonly Input[],
  settings: BatchSettings,
  context: Context,
): AsyncGenerator<{ input: Input; result: InputLedgers }> {
  const progress = new Progress(inputs.length, context)
  const { startThread } = context.io
  const threads = threadsFor(inputs, settings.flags.jobs)
  const batch =
    startThread && threads > 1
      ? onThreads(inputs, settings, { startThread, threads }, progress, context)
      : oneByOne(inputs, settings, progress, context)
  for await (const done of batch) {
    progress.done()
    yield done
  }
  progress.end()
}

function threadsFor(inputs: readonly Input[], jobs: number | undefined): number {
  // Threads have no standard input.
  if (inputs.some(({ path }) => path === standardInput)) return 1
  if (jobs !== undefined) return Math.min(jobs, inputs.length)
  return inputs.length < MANY ? 1 : Math.min(availableParallelism(), MOST_THREADS)
}

async function* oneByOne(inputs: readonly Input[], job: ExtractJob, progress: Progress, context: Context) {
  for (const input of inputs) {
    progress.begin(input.path)
    yield { input, result: await extractInput(input.path, job, context) }
  }
}

async function* onThreads(
  inputs: readonly Input[],
  { flags, config, format }: BatchSettings,
  { startThread, threads }: { startThread: NonNullable<CliIo['startThread']>; threads: number },
  progress: Progress,
  context: Context,
) {
  const { argv, io, output } = context
  const told = { cwd: io.cwd, env: { ...io.env }, colours: io.colours }
  const start = () => startThread({ argv: [...argv], io: told, flags, format, config })
  const pool = new ThreadPool(start, threads, (path) => progress.begin(path))
  try {
    for await (const { item: input, result } of inOrder(inputs, ({ path }) => pool.run(path), threads * AHEAD)) {
      if ('error' in result) {
        context.fail(result.error, input.path)
        yield { input, result: { ledgers: [], failed: 1 } }
        continue
      }
      if (result.said !== '') output.report(result.said)
      if (result.failed > 0) context.failed()
      yield { input, result }
    }
  } finally {
    await pool.close()
  }
}
