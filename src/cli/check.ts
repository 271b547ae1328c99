import type { Command } from 'commander'
import type { FileFindings } from '../check/types.ts'
import { addCheckOptions, type CheckFlags, validate } from './check-options.ts'
import { explainRule, listRules } from './check-rules.ts'
import { CheckRun } from './check-run.ts'
import { addConfigOptions, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { addExamples } from './help.ts'
import { expandDocuments } from './inputs.ts'
import { nameOf } from './load.ts'
import { type CheckWords, checkWords } from './messages/check.ts'

/** `taizhang check FILE…`: what is wrong with documents. */
export function addCheck(program: Command, context: Context): void {
  const { messages } = context
  const words = checkWords(context.language)
  const command = program
    .command('check')
    .description(words.description)
    .usage(words.usage)
    .argument(`[${messages.help.file}...]`, words.files)
    .action((files: string[], flags: CheckFlags) => check(files, flags, context, words))
  addCheckOptions(command, context)
  addConfigOptions(command, context)
  addExamples(command, words.examples, messages)
}

async function check(files: readonly string[], flags: CheckFlags, context: Context, words: CheckWords): Promise<void> {
  context.output.quiet = flags.quiet === true
  await validate(files, flags, context, words)
  if (flags.listRules) return listRules(context, words)
  if (flags.explain !== undefined) return explainRule(flags.explain, context, words)
  const inputs = (await expandDocuments(files, context.io.cwd)).map(({ path }) => path)
  const config = await loadConfigFor(flags, inputs, context)
  const { Settings } = await import('./check-settings.ts')
  const settings = await Settings.read(flags, config, context)
  if (flags.printConfig) {
    const { describeSettings } = await import('./check-settings.ts')
    return context.output.data(describeSettings(settings, inputs))
  }
  const run = new CheckRun(flags, settings, context, words)
  const checked: FileFindings[] = []
  for (const path of inputs) {
    try {
      checked.push(...(await run.checkInput(path)))
    } catch (error) {
      context.fail(error, nameOf(path, context.messages.notice.standardInput))
    }
  }
  await run.finish(checked)
}
