import { CommanderError } from 'commander'
import type { Messages } from './messages/index.ts'

/** A command line that cannot be run; the message is for the user, in their language. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What went wrong in one sentence, and what to do about it. */
export function describeError(error: unknown, messages: Messages): string {
  if (error instanceof UsageError) return error.message
  if (error instanceof CommanderError) return describeCommanderError(error, messages)
  if (!(error instanceof Error)) return messages.unexpected(String(error))
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const line = 'line' in error && typeof error.line === 'number' ? { line: String(error.line) } : {}
  const params: Params = { ...('params' in error ? stringsOf(error.params) : {}), ...line }
  const tables: Readonly<Record<string, Readonly<Record<string, (params: Params) => string>>>> = {
    InputError: messages.input,
    RegisterError: messages.register,
    ConfigError: messages.config,
  }
  const sentence = (tables[error.name] ?? messages.system)[code]
  if (sentence) return sentence(params)
  // A reader's own words are better than none.
  return error.name in tables ? error.message : messages.unexpected(error.message)
}

/** Whether the error is one that the program knows of; others are faults of its own and worth a stack trace. */
export function isExpected(error: unknown): boolean {
  return error instanceof UsageError || error instanceof CommanderError
}

type Params = Readonly<Record<string, string>>

function stringsOf(params: unknown): Params {
  if (typeof params !== 'object' || params === null) return {}
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}

/** commander speaks English only: takes the names out of its sentence and puts them into ours. */
function describeCommanderError(error: CommanderError, messages: Messages): string {
  const [, name = ''] = /'(.*?)'/.exec(error.message) ?? []
  const [, guess] = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(error.message) ?? []
  const flag = /--[\w-]+/.exec(name)?.[0] ?? name
  switch (error.code) {
    case 'commander.unknownOption':
      return messages.usage.unknownOption(name, guess)
    case 'commander.unknownCommand':
      return messages.usage.unknownCommand(name, guess)
    case 'commander.missingArgument':
      return messages.usage.missingArgument
    case 'commander.optionMissingArgument':
      return messages.usage.optionNeedsValue(flag)
    case 'commander.excessArguments':
      return messages.usage.tooManyArguments
    default:
      return error.message
  }
}
