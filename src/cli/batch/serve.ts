import { Readable, Writable } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import { lexiconsOf } from '../config.ts'
import { createContext } from '../context.ts'
import { extractInput } from '../extract-input.ts'
import { pipeline } from '../pipeline.ts'
import type { ThreadAnswer, ThreadSettings } from './thread.ts'

/** Runs in a thread: extracts from every input whose path comes through the port, one after the other. */
export async function serve(port: MessagePort, { argv, io, flags, config, format }: ThreadSettings): Promise<void> {
  let said = ''
  const listener = new Writable({
    decodeStrings: false,
    write: (text, _encoding, done) => {
      said += String(text)
      done()
    },
  })
  const nobody = Readable.from([])
  const { context } = createContext(
    argv,
    { ...io, stdin: nobody, stdinIsTTY: false, stdout: listener, stderr: listener },
    pipeline,
  )
  context.output.quiet = flags.quiet === true
  const loaded = config === null ? null : await (await import('../../config/load.ts')).loadConfig(config)
  const job = { flags, format, lexicons: await lexiconsOf(loaded) }
  port.on('message', async (path: unknown) => {
    const done = await extractInput(String(path), job, context)
    const answer: ThreadAnswer = { ...done, said }
    said = ''
    port.postMessage(answer)
  })
}
