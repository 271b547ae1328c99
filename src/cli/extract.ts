import { mkdir } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import type { Command } from 'commander'
import type { Lexicons } from '../assemble/lexicons.ts'
import type { Config } from '../config/types.ts'
import type { Register } from '../model/register.ts'
import type { Source } from '../model/source.ts'
import { renderRegister } from '../output/render.ts'
import { mergeRegisters } from '../register/merge.ts'
import { addConfigOptions, lexiconsOf, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import {
  chooseDestination,
  type Destination,
  type ExtractFlags,
  parseDate,
  parseFormat,
  parseGranularity,
  parseYear,
} from './extract-options.ts'
import { addExamples } from './help.ts'
import { exists, expandInputs, isDirectory, standardInput } from './inputs.ts'
import { loadSources, nameOf, warnAll } from './load.ts'
import { explainWords } from './messages/explain.ts'
import { type Counts, countTasks, describeYear } from './summary.ts'
import { writeWhole } from './write-file.ts'

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
    .option('--force', help.extractForce)
    .option(`--date <${help.value.date}>`, help.extractDate, (value: string) => parseDate(value, messages))
    .option(`--year <${help.value.year}>`, help.extractYear, (value: string) => parseYear(value, messages))
    .option(`--granularity <${help.value.unit}>`, help.extractGranularity, (value: string) =>
      parseGranularity(value, messages),
    )
    .option(`--encoding <${help.value.name}>`, help.encoding)
    .option('--use-libreoffice', help.useLibreOffice)
    .option(`--columns <${help.value.columns}>`, help.extractColumns)
    .option('--coverage', explainWords(context.language).coverageOption)
    .option('-q, --quiet', help.quiet)
    .action((files: string[], flags: ExtractFlags) => extract(files, flags, context))
  addConfigOptions(command, context)
  addExamples(command, help.extractExamples, context.messages)
}

async function extract(files: readonly string[], given: ExtractFlags, context: Context): Promise<void> {
  context.output.quiet = given.quiet === true
  const inputs = await expandInputs(files, context.io.cwd)
  const config = await loadConfigFor(given, inputs, context)
  const flags = config ? withDefaults(given, config.config) : given
  const destination = await chooseDestination(flags, context)
  const lexicons = await lexiconsOf(config)
  const writer = new LedgerWriter(destination, inputs, flags, context)
  await writer.prepare()

  const registers: Register[] = []
  let failures = 0
  for (const path of inputs) {
    try {
      const { sources, failed } = await loadSources(path, flags, context)
      failures += failed
      for (const source of sources) {
        const register = await extractSource(source, flags, lexicons, context)
        if (destination.kind === 'folder') await writer.writeInto(destination.path, source.path, register)
        registers.push(register)
      }
    } catch (error) {
      failures++
      context.fail(error, nameOf(path, context.messages.notice.standardInput))
    }
  }
  const [first, ...others] = registers
  if (!first) return
  const whole = mergeRegisters([first, ...others])
  if (destination.kind !== 'folder') await writer.writeWhole(whole)
  summarise(whole, failures, context)
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

function summarise(register: Register, failed: number, { messages, output }: Context): void {
  const { notice } = messages
  const total: Counts = countTasks(register)
  for (const document of register.documents) {
    const tasks = register.tasks.filter((task) => task.document === document.id)
    const line = notice.document(countTasks({ ...register, tasks }), describeYear(document, messages))
    output.notice(notice.prefix(nameOf(document.path, notice.standardInput), line))
  }
  const files = register.documents.length
  if (files + failed > 1) output.notice(notice.total({ ...total, files, failed }))
}

/** Writes ledgers where they are to go, and nothing over what is there already. */
class LedgerWriter {
  private readonly inputPaths: ReadonlySet<string>
  private readonly taken = new Set<string>()

  constructor(
    private readonly destination: Destination,
    inputs: readonly string[],
    private readonly flags: ExtractFlags,
    private readonly context: Context,
  ) {
    this.inputPaths = new Set(
      inputs.filter((path) => path !== standardInput).map((path) => resolve(context.io.cwd, path)),
    )
  }

  /** Finds out before the work whether its result can be written. */
  async prepare(): Promise<void> {
    const { usage } = this.context.messages
    if (this.destination.kind === 'folder') await mkdir(this.destination.path, { recursive: true })
    if (this.destination.kind !== 'file') return
    const folder = dirname(this.destination.path)
    if (!(await isDirectory(folder))) throw new UsageError(usage.noOutputFolder(this.shown(folder)))
    await this.check(this.destination.path)
  }

  /** The one ledger of all documents. */
  async writeWhole(register: Register): Promise<void> {
    const text = await this.render(register)
    if (this.destination.kind === 'stdout') await this.context.output.data(text)
    else await this.write(this.destination.path, text)
  }

  /** The ledger of one document, in the folder, named after it. */
  async writeInto(folder: string, input: string, register: Register): Promise<void> {
    const path = this.freeName(folder, input)
    await this.check(path)
    await this.write(path, await this.render(register))
  }

  /** Inputs from different folders may share a name: the second gets a number, and its user is told. */
  private freeName(folder: string, input: string): string {
    const name = input === standardInput ? 'stdin' : basename(input, extname(input))
    const named = (end: string): string => join(folder, `${name}${end}.${this.destination.format}`)
    // Names that differ in nothing but their case are one file on Windows and macOS.
    const isTaken = (path: string): boolean => this.taken.has(path.toLowerCase())
    let path = named('')
    if (isTaken(path)) {
      for (let count = 2; isTaken(path); count++) path = named(`-${count}`)
      this.context.output.notice(this.context.messages.notice.renamed(input, this.shown(path)))
    }
    this.taken.add(path.toLowerCase())
    return path
  }

  private async check(path: string): Promise<void> {
    const { usage } = this.context.messages
    if (this.inputPaths.has(path)) throw new UsageError(usage.outputIsInput(this.shown(path)))
    if (!this.flags.force && (await exists(path))) throw new UsageError(usage.outputExists(this.shown(path)))
  }

  private render(register: Register): Promise<string> {
    const { language } = this.context
    return renderRegister(register, this.destination.format, { language, columns: this.flags.columns })
  }

  private async write(path: string, text: string): Promise<void> {
    await writeWhole(path, text)
    this.context.output.notice(this.context.messages.notice.written(this.shown(path)))
  }

  /** A path as the user would type it. */
  private shown(path: string): string {
    const short = relative(this.context.io.cwd, path)
    return short === '' || short.startsWith('..') ? path : short
  }
}
