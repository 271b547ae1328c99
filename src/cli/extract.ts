import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Config } from '../config/types.ts'
import { extractAll } from './batch/extract-all.ts'
import { addConfigOptions, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { addExtractionOptions } from './document-options.ts'
import { chooseDestination, type ExtractFlags, parseFormat, parseJobs } from './extract-options.ts'
import { addExamples } from './help.ts'
import { expandDocuments, type Input } from './inputs.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { nameOf } from './load.ts'
import { explainWords } from './messages/explain.ts'
import { addOutputOptions } from './output-options.ts'
import { Summary } from './summary.ts'

/** `taizhang extract FILE…`: documents in, a ledger out. */
export function addExtract(program: Command, context: Context): void {
  const { messages } = context
  const { help } = messages
  const command = program
    .command('extract')
    .description(help.extract)
    .usage(help.extractUsage)
    .argument(`<${help.file}...>`, help.extractFiles)
    .option(`-f, --format <${help.value.format}>`, help.extractFormat, (value: string) => parseFormat(value, messages))
    .option(`-o, --output <${help.value.path}>`, help.extractOutput)
    .option('--merge', help.extractMerge)
    .option('--force', help.extractForce)
  addExtractionOptions(command, context)
  command
    .option(`-j, --jobs <${help.value.count}>`, help.extractJobs, (value: string) => parseJobs(value, messages))
    .option('--coverage', explainWords(context.language).coverageOption)
  addOutputOptions(command, context)
  command
    .option('-q, --quiet', help.quiet)
    .action((files: string[], flags: ExtractFlags) => extract(files, flags, context))
  addConfigOptions(command, context)
  addExamples(command, help.extractExamples, context.messages)
}

async function extract(files: readonly string[], given: ExtractFlags, context: Context): Promise<void> {
  context.output.quiet = given.quiet === true
  const { io } = context
  const into = given.output === undefined ? undefined : resolve(io.cwd, given.output)
  const inputs = await expandDocuments(files, io.cwd, into)
  const paths = inputs.map(({ path }) => path)
  const config = await loadConfigFor(given, paths, context)
  const flags = config ? withDefaults(given, config.config) : given
  const destination = await chooseDestination(flags, context)
  const words = { config: config?.path ?? null, lexicons: await lexiconsOf(config) }
  const writer = new LedgerWriter(destination, paths, flags, context)
  if (flags.merge && into !== undefined && destination.kind === 'file' && destination.path !== into)
    await mkdir(into, { recursive: true })
  await writer.prepare()

  const format = destination.kind === 'folder' ? destination.format : undefined
  const summary = new Summary(context)
  try {
    for await (const { input, result } of extractAll(inputs, { ...words, flags, format }, context)) {
      summary.failed += result.failed
      for (const { path, counts, content } of result.ledgers) {
        if (content.as === 'register') await writer.add(content.register)
        else if (!(await ownLedger(content.bytes, { path, folder: input.folder }, writer, context))) {
          summary.failed++
          continue
        }
        summary.add(counts)
      }
    }
    await writer.finish()
  } finally {
    await writer.discard()
  }
  summary.end()
}

/** Writes the ledger of one document. That it cannot be written does not keep the others from it. */
async function ownLedger(
  bytes: string | Uint8Array,
  { path, folder }: Input,
  writer: LedgerWriter,
  context: Context,
): Promise<boolean> {
  try {
    await writer.writeRendered(folder, path, bytes)
    return true
  } catch (error) {
    context.fail(error, nameOf(path, context.messages.notice.standardInput))
    return false
  }
}

/** What the command line leaves open, as the configuration has it: the default year, column sets of the user's own. */
function withDefaults(flags: ExtractFlags, config: Config): ExtractFlags {
  const year = flags.year ?? config.默认?.年份
  const columns = flags.columns === undefined ? undefined : (config.列组?.[flags.columns]?.join(',') ?? flags.columns)
  return { ...flags, ...(year === undefined ? {} : { year }), ...(columns === undefined ? {} : { columns }) }
}
