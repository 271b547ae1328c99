import { mkdir } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import type { Register } from '../model/register.ts'
import { renderRegister } from '../output/render.ts'
import { DocumentNumbers, mergeRegisters } from '../register/merge.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import type { Destination } from './extract-options.ts'
import { exists, isDirectory, standardInput } from './inputs.ts'
import { checkOutputOptions, type OutputFlags, refuseTerminal, renderOptionsOf } from './output-options.ts'
import { WholeFile, writeWhole } from './write-file.ts'

/** Writes ledgers where they are to go, and nothing over what is there already. */
export class LedgerWriter {
  private readonly inputPaths: ReadonlySet<string>
  private readonly taken = new Set<string>()
  private readonly registers: Register[] = []
  private readonly numbers = new DocumentNumbers()
  private lines: { path: string; file: WholeFile } | undefined

  constructor(
    private readonly destination: Destination,
    inputs: readonly string[],
    private readonly flags: OutputFlags & { force?: boolean },
    private readonly context: Context,
  ) {
    this.inputPaths = new Set(
      inputs.filter((path) => path !== standardInput).map((path) => resolve(context.io.cwd, path)),
    )
  }

  /** Finds out before the work whether its result can be written. */
  async prepare(): Promise<void> {
    const { usage } = this.context.messages
    await checkOutputOptions(this.flags, this.destination.format, this.context)
    if (this.destination.kind === 'stdout') refuseTerminal(this.destination.format, this.context)
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

  /** A register more for the one ledger. A ledger of a line a document is written as they come: none is kept. */
  async add(register: Register): Promise<void> {
    if (this.destination.format !== 'ndjson') {
      this.registers.push(register)
      return
    }
    const line = await this.render(this.numbers.renumber(register))
    if (this.destination.kind === 'stdout') return this.context.output.data(line)
    const { path } = this.destination
    this.lines ??= { path, file: await WholeFile.open(path) }
    await this.lines.file.write(line)
  }

  /** The one ledger holds all that it is to hold. Where nothing was added, nothing is written. */
  async finish(): Promise<void> {
    const [first, ...others] = this.registers
    if (first) await this.writeWhole(mergeRegisters([first, ...others]))
    if (this.lines === undefined) return
    await this.lines.file.finish()
    this.written(this.lines.path)
    this.lines = undefined
  }

  /** Leaves nothing half written behind; after `finish` there is nothing. */
  async discard(): Promise<void> {
    await this.lines?.file.discard()
  }

  /** The ledger of one document, in the folder, named after it. */
  async writeInto(path: string, register: Register): Promise<void> {
    await this.writeRendered('', path, await this.render(register))
  }

  /**
   * The same of a ledger that is rendered already.
   *
   * @param within folder inside that of the destination
   */
  async writeRendered(within: string, input: string, ledger: string | Uint8Array): Promise<void> {
    const folder = join(this.destination.kind === 'folder' ? this.destination.path : '', within)
    await mkdir(folder, { recursive: true })
    const path = this.freeName(folder, input)
    await this.check(path)
    await this.write(path, ledger)
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

  private render(register: Register): Promise<string | Uint8Array> {
    return renderRegister(register, this.destination.format, renderOptionsOf(this.flags, this.context))
  }

  private async write(path: string, text: string | Uint8Array): Promise<void> {
    await writeWhole(path, text)
    this.written(path)
  }

  private written(path: string): void {
    this.context.output.notice(this.context.messages.notice.written(this.shown(path)))
  }

  /** A path as the user would type it. */
  private shown(path: string): string {
    const short = relative(this.context.io.cwd, path)
    return short === '' || short.startsWith('..') ? path : short
  }
}
