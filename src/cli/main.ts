import { Command, CommanderError } from 'commander'
import { addCheck } from './check.ts'
import type { Context } from './context.ts'
import { addConvert } from './convert.ts'
import { describeError, isExpected, UsageError } from './errors.ts'
import { addExplain } from './explain.ts'
import { addExtract } from './extract.ts'
import { addExamples, localiseHelp } from './help.ts'
import { addInit } from './init.ts'
import { type CliIo, Output } from './io.ts'
import { chooseLanguage, languageOf } from './language.ts'
import { addLexicon } from './lexicon.ts'
import { messagesIn } from './messages/index.ts'
import { addOutline } from './outline.ts'
import { type Pipeline, pipeline as wholePipeline } from './pipeline.ts'
import { addReview } from './review.ts'
import { addRules } from './rules.ts'
import { addText } from './text.ts'

export type { CliIo } from './io.ts'

/** Done, nothing to report. */
const done = 0
/** A check found something. */
const found = 1
/** Could not run, or not on every file. */
const failed = 2

/**
 * Runs the program with the arguments that follow its name, and gives its exit status (docs/exit-status.md). It never
 * throws, never ends the process and touches nothing of it but through `io`.
 */
export async function main(argv: readonly string[], io: CliIo, pipeline: Pipeline = wholePipeline): Promise<number> {
  const language = chooseLanguage(argv, io.env)
  const messages = messagesIn(language)
  const output = new Output(io)
  const verbose = argv.includes('--verbose') || io.env.TAIZHANG_DEBUG === '1'
  let status = done
  const fail = (error: unknown, path?: string): void => {
    status = failed
    const message = describeError(error, messages)
    output.error(path === undefined ? message : messages.notice.prefix(path, message), messages.errorLabel)
    if (verbose && !isExpected(error) && error instanceof Error && error.stack) output.error(error.stack)
  }

  const objected = (): void => {
    if (status === done) status = found
  }

  // commander writes at once; what it wrote is handed on when it is done, so that a closed pipe is noticed.
  const help: string[] = []
  const program = createProgram({ io, output, messages, language, pipeline, fail, objected })
  program.exitOverride().configureOutput({
    writeOut: (text) => help.push(text),
    writeErr: (text) => help.push(text),
    outputError: () => {},
    getOutHelpWidth: () => io.columns ?? 100,
    getErrHelpWidth: () => io.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  })
  for (const command of program.commands) command.copyInheritedSettings(program)
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) {
      // Called without a command: commander has written its help, and calls that an error.
      if (error instanceof CommanderError && error.code === 'commander.help') {
        output.error(help.join('').trimEnd())
        return failed
      }
      fail(error)
      if (error instanceof CommanderError) output.error(messages.usage.hint)
      return status
    }
  }
  try {
    await output.data(help.join(''))
  } catch (error) {
    fail(error)
  }
  return status
}

function createProgram(context: Context): Command {
  const { help, usage } = context.messages
  const program = new Command('taizhang').description(help.program).usage(help.programUsage)
  localiseHelp(program, context.messages)
  program
    .option(`--lang <${help.value.language}>`, help.lang, (value) => {
      if (!languageOf(value)) throw new UsageError(usage.badLanguage(value))
      return value
    })
    .option('--verbose', help.verbose)
  addExamples(program, help.programExamples, context.messages)
  addExtract(program, context)
  addConvert(program, context)
  addOutline(program, context)
  addText(program, context)
  addExplain(program, context)
  addReview(program, context)
  addCheck(program, context)
  addInit(program, context)
  addRules(program, context)
  addLexicon(program, context)
  return program
}
