import type { Register } from '../model/register.ts'
import type { Language } from '../register/language.ts'

/** What a register can be written as. */
export const formats = ['yaml', 'csv', 'json', 'ndjson'] as const
export type Format = (typeof formats)[number]

export interface RenderOptions {
  language?: Language | undefined
  /** CSV: names of columns or a preset, see `chooseColumns`. */
  columns?: string | undefined
}

const byExtension: Readonly<Record<string, Format>> = {
  '.yaml': 'yaml',
  '.yml': 'yaml',
  '.csv': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
}

/** The format that an extension (with its dot) stands for. */
export function formatOfExtension(extension: string): Format | undefined {
  return byExtension[extension.toLowerCase()]
}

/** The format of that name. */
export function formatOfName(name: string): Format | undefined {
  return formats.find((format) => format === name.toLowerCase())
}

/** Writes a register; loads only the writer that is asked for. */
export async function renderRegister(register: Register, format: Format, options: RenderOptions = {}): Promise<string> {
  switch (format) {
    case 'yaml':
      return (await import('./yaml.ts')).writeYaml(register, options.language)
    case 'csv':
      return (await import('./csv.ts')).writeCsv(register, options)
    case 'json':
      return (await import('./json.ts')).writeJson(register)
    case 'ndjson':
      return (await import('./ndjson.ts')).writeNdjson(register)
  }
}
