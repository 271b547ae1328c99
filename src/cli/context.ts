import type { Language } from '../register/language.ts'
import type { CliIo, Output } from './io.ts'
import type { Messages } from './messages/index.ts'
import type { Pipeline } from './pipeline.ts'

/** What every command works with. */
export interface Context {
  io: CliIo
  output: Output
  messages: Messages
  language: Language
  pipeline: Pipeline
  /** Reports a fault; the exit status will be 2. The file is named when the fault is one file's. */
  fail(error: unknown, path?: string): void
  /** A check found something: the exit status will be 1, unless something failed. */
  objected(): void
}
