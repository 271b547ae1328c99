import { basename, extname, resolve } from 'node:path'
import { type Format, formatOfExtension, formatOfName, formats } from '../output/render.ts'
import type { ConfigFlags } from './config.ts'
import type { Context } from './context.ts'
import type { ExtractionFlags } from './document-options.ts'
import { UsageError } from './errors.ts'
import { isDirectory } from './inputs.ts'
import type { Messages } from './messages/index.ts'
import type { OutputFlags } from './output-options.ts'

/** The options of extract as commander hands them over, every value checked. */
export interface ExtractFlags extends OutputFlags, ExtractionFlags, ConfigFlags {
  format?: Format
  output?: string
  force?: boolean
  coverage?: boolean
  merge?: boolean
  jobs?: number
  quiet?: boolean
}

/** Where the ledger goes. */
export type Destination =
  | { kind: 'stdout'; format: Format }
  | { kind: 'file'; path: string; format: Format }
  | { kind: 'folder'; path: string; format: Format }

/** A format by its name. */
export function parseFormat(value: string, { usage }: Messages): Format {
  const format = formatOfName(value)
  if (!format) throw new UsageError(usage.badFormat(value, formats.join('、')))
  return format
}

/** How many documents to work on at a time. */
export function parseJobs(value: string, { usage }: Messages): number {
  const jobs = Number(value)
  if (!/^\d{1,2}$/.test(value) || jobs < 1 || jobs > 64) throw new UsageError(usage.badJobs(value))
  return jobs
}

/** Where to write and as what: the format that is asked for, else that of the file's extension, else YAML. */
export async function chooseDestination(
  { output, format, merge }: { output?: string; format?: Format; merge?: boolean },
  { io, messages, language }: Context,
): Promise<Destination> {
  if (output === undefined || output === '-') return { kind: 'stdout', format: format ?? 'yaml' }
  const path = resolve(io.cwd, output)
  if (/[\\/]$/.test(output) || (await isDirectory(path))) {
    const own = format ?? 'yaml'
    if (!merge) return { kind: 'folder', path, format: own }
    return { kind: 'file', path: resolve(path, `${language === 'en' ? 'ledger' : '台账'}.${own}`), format: own }
  }
  const meant = format ?? formatOfExtension(extname(output))
  if (!meant) throw new UsageError(messages.usage.unknownExtension(basename(output), formats.join('、')))
  return { kind: 'file', path, format: meant }
}
