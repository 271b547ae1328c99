import type { Format } from '../../output/render.ts'
import type { InputLedgers } from '../extract-input.ts'
import type { ExtractFlags } from '../extract-options.ts'
import type { CliIo } from '../io.ts'

/** What a thread is told when it starts: all that it needs to do as the program itself would. Plain data. */
export interface ThreadSettings {
  /** The command line, which tells the language. */
  argv: readonly string[]
  io: Pick<CliIo, 'cwd' | 'env' | 'colours'>
  flags: ExtractFlags
  /** Where the configuration lies, if there is one. */
  config: string | null
  format: Format | undefined
}

/** A worker thread, as far as it is used here. */
export interface Thread {
  postMessage(path: string): void
  on(event: 'message' | 'error' | 'exit', listener: (value: unknown) => void): unknown
  removeAllListeners(): unknown
  terminate(): Promise<unknown>
}

/** What a thread answers to the path of an input. */
export interface ThreadAnswer extends InputLedgers {
  /** What it has to tell people. */
  said: string
}

/** Whether a message is such an answer: threads are this program's own, so a look at one field will do. */
export function isThreadAnswer(message: unknown): message is ThreadAnswer {
  return typeof message === 'object' && message !== null && 'ledgers' in message
}
