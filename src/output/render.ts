import type { Register } from '../model/register.ts'
import type { RenderOptions } from './options.ts'

/** What a register can be written as. */
export const formats = ['yaml', 'csv', 'json', 'ndjson', 'xlsx', 'docx', 'md', 'ics'] as const
export type Format = (typeof formats)[number]
/** Those that are text. */
export type TextFormat = Exclude<Format, 'xlsx' | 'docx'>

export type { RenderOptions } from './options.ts'

const byExtension: Readonly<Record<string, Format>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.csv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.xlsx': 'xlsx',
  '.docx': 'docx',
  '.md': 'md',
  '.markdown': 'md',
  '.ics': 'ics',
}

/** The format that an extension (with its dot) stands for. */
export function formatOfExtension(extension: string): Format | undefined {
  return byExtension[extension.toLowerCase()]
}

/** The format of that name. */
export function formatOfName(name: string): Format | undefined {
  return formats.find((format) => format === name.toLowerCase())
}

/** Whether a format is bytes, not text: nothing for a terminal. */
export function isBinary(format: Format): boolean {
  return format === 'xlsx' || format === 'docx'
}

/** Whether a format is a table of columns, which can be chosen. */
export function hasColumns(format: Format): boolean {
  return format === 'csv' || format === 'xlsx' || format === 'docx' || format === 'md'
}

/** Writes a register; loads only the writer that is asked for. */
export function renderRegister(register: Register, format: TextFormat, options?: RenderOptions): Promise<string>
export function renderRegister(
  register: Register,
  format: Format,
  options?: RenderOptions,
): Promise<string | Uint8Array>
export async function renderRegister(
  register: Register,
  format: Format,
  options: RenderOptions = {},
): Promise<string | Uint8Array> {
  switch (format) {
    case 'yaml':
      return (await import('./yaml.ts')).writeYaml(register, options.language)
    case 'csv':
      return (await import('./csv.ts')).writeCsv(register, options)
    case 'json':
      return (await import('./json.ts')).writeJson(register)
    case 'ndjson':
      return (await import('./ndjson.ts')).writeNdjson(register)
    case 'xlsx':
      return (await import('./xlsx/write.ts')).writeXlsx(register, options)
    case 'docx':
      return (await import('./docx/write.ts')).writeDocx(register, options)
    case 'md':
      return (await import('./markdown.ts')).writeMarkdown(register, options)
    case 'ics':
      return (await import('./ics/write.ts')).writeIcs(register, options)
  }
}
