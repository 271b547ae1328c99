import type { Command } from 'commander'
import type { Context } from './context.ts'
import { addReadOptions, type ReadFlags } from './document-options.ts'
import { addExamples } from './help.ts'
import { expandInputs } from './inputs.ts'
import { loadSource, nameOf, warnAll } from './load.ts'

interface TextFlags extends ReadFlags {
  clean?: boolean
  quiet?: boolean
}

/** `taizhang text FILE`: the text that positions refer to. */
export function addText(program: Command, context: Context): void {
  const { help } = context.messages
  const command = program
    .command('text')
    .description(help.text)
    .usage(help.textUsage)
    .argument(`<${help.file}>`, help.textFile)
    .option('--clean', help.textClean)
  addReadOptions(command, context)
  command.option('-q, --quiet', help.quiet).action((file: string, flags: TextFlags) => text(file, flags, context))
  addExamples(command, help.textExamples, context.messages)
}

async function text(file: string, flags: TextFlags, context: Context): Promise<void> {
  context.output.quiet = flags.quiet === true
  const [path = file] = await expandInputs([file], context.io.cwd)
  try {
    const source = await loadSource(path, flags, context)
    warnAll(path, source.notices, context)
    // To the last character, without so much as a line end added: offsets are counted in it.
    await context.output.data(flags.clean ? (await context.pipeline.view(source)).text : source.text)
  } catch (error) {
    context.fail(error, nameOf(path, context.messages.notice.standardInput))
  }
}
