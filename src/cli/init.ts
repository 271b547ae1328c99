import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { addExamples } from './help.ts'
import { exists } from './inputs.ts'
import { configWords } from './messages/config.ts'
import { writeWhole } from './write-file.ts'

/** `taizhang init [FOLDER]`: a commented configuration to start from. */
export function addInit(program: Command, context: Context): void {
  const words = configWords(context.language).init
  const command = program
    .command('init')
    .description(words.description)
    .usage(words.usage)
    .argument('[path]', words.path)
    .option('--force', words.force)
    .action(async (folder: string | undefined, flags: { force?: boolean }) => {
      const { STARTER } = await import('../config/starter.ts')
      const path = join(resolve(context.io.cwd, folder ?? '.'), 'taizhang.config.yaml')
      if (!flags.force && (await exists(path))) throw new UsageError(words.exists(path))
      await writeWhole(path, STARTER)
      context.output.notice(words.written(path))
    })
  addExamples(command, words.examples, context.messages)
}
