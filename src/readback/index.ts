import type { Register } from '../model/register.ts'
import type { ReadBack } from './rows.ts'

/** What a file that is to be a ledger was written as. */
export type LedgerKind = 'text' | 'csv' | 'workbook' | 'docx' | 'md' | 'ics'

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

/** Told by the content, and by the extension only where contents look alike. */
export function kindOfLedger(bytes: Uint8Array, path: string): LedgerKind {
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase()
  if (startsWith(bytes, [0x50, 0x4b])) return extension === 'docx' || holdsWord(bytes) ? 'docx' : 'workbook'
  // What Excel 97 and WPS call .xls.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'workbook'
  const head = new TextDecoder()
    .decode(bytes.subarray(0, 400))
    .replace(/^\ufeff/, '')
    .trimStart()
  if (head.startsWith('BEGIN:VCALENDAR')) return 'ics'
  if (extension === 'csv' || extension === 'tsv') return 'csv'
  if (extension === 'md' || extension === 'markdown' || head.startsWith('| ')) return 'md'
  // What comes from a pipe has no name: the head of a CSV is words between commas.
  const [first = ''] = head.split(/\r?\n/, 1)
  return /^[^:#{]+(?:,[^:{]+){2,}$/.test(first) ? 'csv' : 'text'
}

/** The names of entries stand in the directory at the end of an archive, unpacked. */
function holdsWord(bytes: Uint8Array): boolean {
  const name = 'word/document.xml'
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 70_000)))
  return tail.includes(name)
}

/**
 * Reads a ledger of any kind that can be read: YAML, JSON and NDJSON whole, a workbook with what people changed in it,
 * a CSV as far as it holds. Throws RegisterError, which names the line (of a table: the row).
 */
export async function readBack(bytes: Uint8Array, path: string, encoding?: string): Promise<ReadBack> {
  const kind = kindOfLedger(bytes, path)
  if (kind === 'workbook') {
    const { readXlsx } = await import('./xlsx.ts')
    return checked(readXlsx(bytes, path))
  }
  const { decode } = await import('../input/decode.ts')
  const { text } = decode(bytes, encoding)
  if (kind === 'csv') return checked((await import('./csv.ts')).readCsv(text, path))
  const { readRegister } = await import('../register/read.ts')
  return { register: await readRegister(text), notices: [] }
}

/** What came out of a table must be a register like any other. */
async function checked({ register, notices }: ReadBack): Promise<ReadBack> {
  const [schema, { RegisterError }] = await Promise.all([import('../model/schema.ts'), import('../register/error.ts')])
  const result = schema.Register.safeParse(register)
  if (result.success) {
    const valid: Register = result.data
    return { register: valid, notices }
  }
  const [issue] = result.error.issues
  throw new RegisterError('invalid', 1, { field: issue?.path.join('.'), detail: issue?.message })
}
