import { Command, CommanderError } from 'commander'
import type { serve as serveThread } from './batch/serve.ts'
import { type Context, createContext } from './context.ts'
import { UsageError } from './errors.ts'
import { addExamples, localiseHelp } from './help.ts'
import type { CliIo } from './io.ts'
import { languageOf } from './language.ts'
import { type Pipeline, pipeline as wholePipeline } from './pipeline.ts'

export type { CliIo } from './io.ts'

type AddCommand = (program: Command, context: Context) => void

/** The commands, in the order of the help. Each is loaded when it is asked for: a start of one is no start of all. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  extract: async () => (await import('./extract.ts')).addExtract,
  convert: async () => (await import('./convert.ts')).addConvert,
  outline: async () => (await import('./outline.ts')).addOutline,
  text: async () => (await import('./text.ts')).addText,
  explain: async () => (await import('./explain.ts')).addExplain,
  review: async () => (await import('./review.ts')).addReview,
  check: async () => (await import('./check.ts')).addCheck,
  init: async () => (await import('./init.ts')).addInit,
  rules: async () => (await import('./rules.ts')).addRules,
  lexicon: async () => (await import('./lexicon.ts')).addLexicon,
}

/**
 * Runs the program with the arguments that follow its name, and gives its exit status (docs/exit-status.md). It never
 * throws, never ends the process and touches nothing of it but through `io`.
 */
export async function main(argv: readonly string[], io: CliIo, pipeline: Pipeline = wholePipeline): Promise<number> {
  const { context, status } = createContext(argv, io, pipeline)
  const { output, messages, fail } = context

  // commander writes at once; what it wrote is handed on when it is done, so that a closed pipe is noticed.
  const help: string[] = []
  const program = await createProgram(argv[0] ?? '', context)
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
        context.failed()
        return status()
      }
      fail(error)
      if (error instanceof CommanderError) output.error(messages.usage.hint)
      return status()
    }
  }
  try {
    await output.data(help.join(''))
  } catch (error) {
    fail(error)
  }
  return status()
}

/** Runs in the threads that `io.startThread` makes. */
export const serve: typeof serveThread = async (...given) => (await import('./batch/serve.ts')).serve(...given)

/** @param first word of the command line: where it names a command, no other is asked for, and no other is set up */
async function createProgram(first: string, context: Context): Promise<Command> {
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
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined
  for (const load of named ? [named] : Object.values(commands)) (await load())(program, context)
  return program
}
