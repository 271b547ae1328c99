import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Lexicons } from '../assemble/lexicons.ts'
import type { Config } from '../config/types.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import { mergeRegisters } from '../register/merge.ts'
import { addConfigOptions, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import {
  chooseDestination,
  type ExtractFlags,
  parseDate,
  parseFormat,
  parseGranularity,
  parseYear,
} from './extract-options.ts'
import { addExamples } from './help.ts'
import { expandDocuments } from './inputs.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { loadSources, nameOf, warnAll } from './load.ts'
import { explainWords } from './messages/explain.ts'
import { addOutputOptions } from './output-options.ts'
import { Progress } from './progress.ts'
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
    .option(`--date <${help.value.date}>`, help.extractDate, (value: string) => parseDate(value, messages))
    .option(`--year <${help.value.year}>`, help.extractYear, (value: string) => parseYear(value, messages))
    .option(`--granularity <${help.value.unit}>`, help.extractGranularity, (value: string) =>
      parseGranularity(value, messages),
    )
    .option(`--encoding <${help.value.name}>`, help.encoding)
    .option('--use-libreoffice', help.useLibreOffice)
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
  const { io, messages } = context
  const into = given.output === undefined ? undefined : resolve(io.cwd, given.output)
  const inputs = await expandDocuments(files, io.cwd, into)
  const paths = inputs.map(({ path }) => path)
  const config = await loadConfigFor(given, paths, context)
  const flags = config ? withDefaults(given, config.config) : given
  const destination = await chooseDestination(flags, context)
  const lexicons = await lexiconsOf(config)
  const writer = new LedgerWriter(destination, paths, flags, context)
  if (flags.merge && into !== undefined && destination.kind === 'file' && destination.path !== into)
    await mkdir(into, { recursive: true })
  await writer.prepare()

  const registers: Register[] = []
  const summary = new Summary(context)
  const progress = new Progress(inputs.length, context)
  for (const { path, folder } of inputs) {
    progress.step(path)
    try {
      const { sources, failed } = await loadSources(path, flags, context)
      summary.failed += failed
      for (const source of sources) {
        const register = await extractSource(source, flags, lexicons, context)
        // A folder of thousands of documents is not kept in memory.
        if (destination.kind === 'folder') {
          await writer.writeInto(join(destination.path, folder), source.path, register)
          summary.add(register)
        } else registers.push(register)
      }
    } catch (error) {
      summary.failed++
      context.fail(error, nameOf(path, messages.notice.standardInput))
    }
  }
  progress.end()
  const [first, ...others] = registers
  if (first) {
    const whole = mergeRegisters([first, ...others])
    await writer.writeWhole(whole)
    summary.add(whole)
  }
  summary.end()
}

/** What the command line leaves open, as the configuration has it: the default year, column sets of the user's own. */
function withDefaults(flags: ExtractFlags, config: Config): ExtractFlags {
  const year = flags.year ?? config.默认?.年份
  const columns = flags.columns === undefined ? undefined : (config.列组?.[flags.columns]?.join(',') ?? flags.columns)
  return { ...flags, ...(year === undefined ? {} : { year }), ...(columns === undefined ? {} : { columns }) }
}

async function extractSource(
  source: Source,
  flags: ExtractFlags,
  lexicons: Lexicons | undefined,
  context: Context,
): Promise<Register> {
  const { register, warnings, view, trace } = await context.pipeline.extract(source, {
    ...(flags.date === undefined ? {} : { date: flags.date }),
    ...(flags.year === undefined ? {} : { year: flags.year }),
    ...(flags.granularity === undefined ? {} : { granularity: flags.granularity }),
    ...(lexicons === undefined ? {} : { lexicons }),
  })
  // What the reading noticed is among them.
  warnAll(source.path, warnings, context)
  if (flags.coverage && view && trace) {
    const [{ coverageOf }, { coverageReport }] = await Promise.all([
      import('../explain/coverage.ts'),
      import('./coverage.ts'),
    ])
    context.output.report(coverageReport(coverageOf({ view, register, trace }), context))
  }
  return register
}
