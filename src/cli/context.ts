import type { Language } from '../register/language.ts'
import { describeError, isExpected } from './errors.ts'
import { type CliIo, Output } from './io.ts'
import { chooseLanguage } from './language.ts'
import { type Messages, messagesIn } from './messages/index.ts'
import type { Pipeline } from './pipeline.ts'

/** What every command works with. */
export interface Context {
  /** The arguments that follow the program's name. */
  argv: readonly string[]
  io: CliIo
  output: Output
  messages: Messages
  language: Language
  pipeline: Pipeline
  /** Reports a fault; the exit status will be 2. The file is named when the fault is one file's. */
  fail(error: unknown, path?: string): void
  /** What went wrong has been told already: the exit status will be 2. */
  failed(): void
  /** A check found something: the exit status will be 1, unless something failed. */
  objected(): void
}

/** Done, nothing to report. */
const done = 0
/** A check found something. */
const found = 1
/** Could not run, or not on every file. */
const failure = 2

/** What the commands work with, for one run of the program, and the exit status that it has come to. */
export function createContext(
  argv: readonly string[],
  io: CliIo,
  pipeline: Pipeline,
): { context: Context; status: () => number } {
  const language = chooseLanguage(argv, io.env)
  const messages = messagesIn(language)
  const output = new Output(io)
  const verbose = argv.includes('--verbose') || io.env.TAIZHANG_DEBUG === '1'
  let status = done
  const failed = (): void => {
    status = failure
  }
  const fail = (error: unknown, path?: string): void => {
    failed()
    const message = describeError(error, messages)
    output.error(path === undefined ? message : messages.notice.prefix(path, message), messages.errorLabel)
    if (verbose && !isExpected(error) && error instanceof Error && error.stack) output.error(error.stack)
  }
  const objected = (): void => {
    if (status === done) status = found
  }
  const context = { argv, io, output, messages, language, pipeline, fail, failed, objected }
  return { context, status: () => status }
}
