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
    .argument(`[${context.messages.help.value.path}]`, words.path)
    .option('--force', words.force)
    .action(async (folder: string | undefined, flags: { force?: boolean }) => {
      const { starter } = await import('../config/starter.ts')
      const at = resolve(context.io.cwd, folder ?? '.')
      const path = join(at, 'taizhang.config.yaml')
      if (!flags.force && (await exists(path))) throw new UsageError(words.exists(path))
      await writeWhole(path, starter(await schemaFor(at)))
      context.output.notice(words.written(path))
    })
  addExamples(command, words.examples, context.messages)
}

const SCHEMA = 'taizhang/dist/schema/config.json'

/** Where an editor finds the schema of the file: beside it where the program is installed there, else as published. */
async function schemaFor(folder: string): Promise<string> {
  const installed = `node_modules/${SCHEMA}`
  return (await exists(join(folder, installed)))
    ? `./${installed}`
    : `https://unpkg.com/${SCHEMA.replace('taizhang', `taizhang@${__VERSION__}`)}`
}
