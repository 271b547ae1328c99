import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { damaged, InputError, LibraryError } from './errors.ts'
import type { Budget } from './limits.ts'

/** Heap that a library may use: together with the program less than 1 GB. */
const HEAP_MB = 700
/** Files that one thread reads; what a library keeps of each goes with the thread. */
const MOST_FILES = 50

/** What a thread answers: what it was asked for, or why it cannot give it. */
type Answer = { value: unknown } | { error: { name: string; message: string } }

const isAnswer = (message: unknown): message is Answer =>
  typeof message === 'object' && message !== null && ('value' in message || 'error' in message)

/** A library in a thread of its own. */
export interface Apart {
  ask(question: unknown): Promise<unknown>
  stop(): void
}

interface Thread {
  worker: Worker
  files: number
}

/** Threads that wait for a further file, by library; they do not keep the program from ending. */
const idle = new Map<string, Thread>()

/**
 * Loads a library in a thread of its own, where neither an endless loop nor a table of a billion cells, as damaged files
 * make them, reaches the program: the thread is ended when the time is up, and by Node.js when its memory is.
 *
 * @param answering JavaScript of a function `(library, question, data) => value | Promise<value>`
 * @throws InputError `timed-out`, `too-large`, `damaged`; LibraryError for what the library throws
 */
export const loadApart = (
  library: string,
  answering: string,
  data: Readonly<Record<string, unknown>>,
  budget: Budget,
): Apart => {
  const thread = idle.get(library) ?? startThread(library, answering)
  idle.delete(library)
  const { worker } = thread
  thread.files++
  worker.ref()
  let settle: { resolve: (value: unknown) => void; reject: (error: Error) => void } | null = null
  let failure: Error | null = null
  const fail = (error: Error): void => {
    failure ??= error
    settle?.reject(failure)
    settle = null
  }
  worker.removeAllListeners()
  worker.on('message', (message: unknown) => {
    if (!isAnswer(message)) return
    if ('error' in message) settle?.reject(new LibraryError(message.error.name, message.error.message))
    else settle?.resolve(message.value)
    settle = null
  })
  worker.on('error', (error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ERR_WORKER_OUT_OF_MEMORY')
      fail(new InputError('too-large', { what: 'memory', size: String(HEAP_MB) }, `Takes more than ${HEAP_MB} MB`))
    else fail(damaged(error instanceof Error ? error.message : String(error)))
  })
  worker.on('exit', () => fail(damaged('the reader stopped')))
  const { seconds } = budget.limits
  const timer = setTimeout(() => {
    fail(new InputError('timed-out', { seconds: String(seconds) }, `Not read within ${seconds} s`))
  }, budget.milliseconds)
  worker.postMessage({ data })
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (failure !== null) {
          reject(failure)
          return
        }
        settle = { resolve, reject }
        worker.postMessage({ question })
      }),
    stop: () => {
      clearTimeout(timer)
      if (failure !== null || thread.files >= MOST_FILES || idle.has(library)) {
        // A library deep in a loop takes seconds to end, for which nobody need wait.
        worker.unref()
        void worker.terminate()
        return
      }
      worker.removeAllListeners()
      // Whatever still happens to an idle thread, it is not asked again.
      worker.on('error', () => idle.delete(library))
      worker.on('exit', () => idle.delete(library))
      worker.unref()
      idle.set(library, thread)
    },
  }
}

const startThread = (library: string, answering: string): Thread => {
  const worker = new Worker(
    BODY.replace('ANSWERING', () => answering),
    {
      eval: true,
      workerData: { library },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      env: {},
      // What libraries say on the console is not for the user.
      stdout: true,
      stderr: true,
    },
  )
  return { worker, files: 0 }
}

/** Runs in the thread. */
const BODY = `
const { parentPort, workerData } = require('node:worker_threads')
const answer = ANSWERING
const loading = import(workerData.library)
let data = null
parentPort.on('message', async (message) => {
  if ('data' in message) {
    data = message.data
    return
  }
  try {
    parentPort.postMessage({ value: await answer(await loading, message.question, data) })
  } catch (error) {
    parentPort.postMessage({ error: { name: String(error?.name ?? ''), message: String(error?.message ?? error) } })
  }
})
`

/** Where a package's file lies, as an address to import; null where the package is not installed. */
export const locatePackage = (path: string): URL | null => {
  try {
    return pathToFileURL(createRequire(import.meta.url).resolve(path))
  } catch {
    return null
  }
}
