import { readFile } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import type { Command } from 'commander'
import type { Format } from '../output/render.ts'
import { addConfigOptions, loadConfigFor } from './config.ts'
import type { Context } from './context.ts'
import { UsageError } from './errors.ts'
import { chooseDestination, parseFormat } from './extract-options.ts'
import { addExamples } from './help.ts'
import { expandInputs, portablePath, standardInput } from './inputs.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { nameOf } from './load.ts'
import { convertWords } from './messages/convert.ts'
import { addOutputOptions, type OutputFlags } from './output-options.ts'

interface ConvertFlags extends OutputFlags {
  format?: Format
  output?: string
  force?: boolean
  encoding?: string
  config?: string | boolean
  quiet?: boolean
}

/** `taizhang convert LEDGER -o LEDGER`: one format of ledger into another. */
export function addConvert(program: Command, context: Context): void {
  const { messages } = context
  const { help } = messages
  const words = convertWords(context.language)
  const command = program
    .command('convert')
    .description(words.description)
    .usage(words.usage)
    .argument(`<${help.file}>`, words.file)
    .option(`-f, --format <${help.value.format}>`, words.format, (value: string) => parseFormat(value, messages))
    .option(`-o, --output <${help.value.path}>`, words.output)
    .option('--force', help.extractForce)
    .option(`--encoding <${help.value.name}>`, help.encoding)
  addOutputOptions(command, context)
  command.option('-q, --quiet', help.quiet).action((file: string, flags: ConvertFlags) => convert(file, flags, context))
  addConfigOptions(command, context)
  addExamples(command, words.examples, messages)
}

async function convert(file: string, given: ConvertFlags, context: Context): Promise<void> {
  const { messages, output } = context
  output.quiet = given.quiet === true
  const [path = file] = await expandInputs([file], context.io.cwd)
  const config = await loadConfigFor(given, [path], context)
  const columns = given.columns === undefined ? undefined : config?.config.列组?.[given.columns]?.join(',')
  const flags: ConvertFlags = columns === undefined ? given : { ...given, columns }
  const destination = await chooseDestination(flags, context)
  const writer = new LedgerWriter(destination, [path], flags, context)
  await writer.prepare()
  const name = nameOf(path, messages.notice.standardInput)
  try {
    const register = await readLedger(path, flags.encoding, context)
    const words = convertWords(context.language)
    output.notice(messages.notice.prefix(name, words.done(register.tasks.length)))
    if (destination.kind === 'folder') await writer.writeInto(path, register)
    else await writer.writeWhole(register)
  } catch (error) {
    // A refusal to overwrite is about the output, and names it.
    if (error instanceof UsageError) throw error
    context.fail(error, name)
  }
}

async function readLedger(path: string, encoding: string | undefined, context: Context) {
  const { io, messages, output, language } = context
  const { kindOfLedger, readBack } = await import('../readback/index.ts')
  if (path === standardInput && io.stdinIsTTY) output.notice(messages.notice.typing)
  const bytes = path === standardInput ? await readAll(io.stdin) : await readFile(resolve(io.cwd, path))
  const words = convertWords(language)
  const kind = kindOfLedger(bytes, path)
  if (kind === 'docx' || kind === 'md' || kind === 'ics') {
    const name = nameOf(path, messages.notice.standardInput)
    throw new UsageError(messages.notice.prefix(name, words.writeOnly(words.kinds[kind])))
  }
  const { register, notices } = await readBack(bytes, portablePath(path, sep), encoding)
  for (const { code, detail } of notices) {
    const name = nameOf(path, messages.notice.standardInput)
    output.notice(messages.notice.prefix(name, words.notices[code]?.(detail) ?? `${code} ${detail}`))
  }
  return register
}

async function readAll(stream: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}
