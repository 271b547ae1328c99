import { dirname, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Lexicons } from '../assemble/lexicons.ts'
import type { LoadedConfig } from '../config/types.ts'
import type { Context } from './context.ts'
import { standardInput } from './inputs.ts'
import { configWords } from './messages/config.ts'

/** What --config and --no-config leave: a path, false, or nothing. */
export interface ConfigFlags {
  config?: string | boolean
}

/** Adds the options that name a configuration, or none. */
export function addConfigOptions(command: Command, { language, messages }: Context): Command {
  const words = configWords(language)
  return command.option(`--config <${messages.help.value.path}>`, words.option).option('--no-config', words.noOption)
}

/**
 * The configuration that holds for the inputs: the one that was named, or the one found upwards from the first of
 * them. Null where there is none; then nothing of it is loaded.
 */
export async function loadConfigFor(
  flags: ConfigFlags,
  inputs: readonly string[],
  context: Context,
): Promise<LoadedConfig | null> {
  if (flags.config === false) return null
  const { cwd } = context.io
  if (typeof flags.config === 'string')
    return (await import('../config/load.ts')).loadConfig(resolve(cwd, flags.config))
  const first = inputs[0]
  const { findConfig } = await import('../config/find.ts')
  const path = findConfig(first === undefined || first === standardInput ? cwd : dirname(resolve(cwd, first)))
  return path === null ? null : (await import('../config/load.ts')).loadConfig(path)
}

/** The words of a configuration laid over those that the program ships with; undefined: as shipped. */
export async function lexiconsOf(config: LoadedConfig | null): Promise<Lexicons | undefined> {
  return config === null ? undefined : (await import('../config/compile.ts')).compileLexicons(config)
}
