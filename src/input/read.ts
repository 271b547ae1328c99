import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Source } from '../model/source.ts'
import { decode } from './decode.ts'
import { looksLikeMarkdown } from './detect-markdown.ts'
import { InputError, type InputErrorCode } from './errors.ts'
import { plainSource } from './plain.ts'

export interface ReadOptions {
  /** WHATWG label; overrides what the bytes look like. */
  encoding?: string | undefined
  /** Overrides what extension and content look like. */
  format?: Source['format'] | undefined
  /** Where "-" is read from; the standard input of the process unless given. */
  stdin?: AsyncIterable<Uint8Array | string> | undefined
}

const MAGIC: readonly { format: string; bytes: readonly number[] }[] = [
  { format: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { format: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { format: 'doc', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { format: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { format: 'gzip', bytes: [0x1f, 0x8b] },
  { format: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { format: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { format: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { format: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
]

/** Formats that are zip archives or compound files, told apart by the file's extension. */
const CONTAINED: ReadonlySet<string> = new Set([
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'wps',
  'epub',
  'doc',
  'xls',
  'ppt',
  'et',
])

const extensionOf = (path: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? ''

const unsupportedFormat = (path: string, bytes: Uint8Array): string | null => {
  const found = MAGIC.find(({ bytes: magic }) => magic.every((byte, i) => bytes[i] === byte))
  if (found === undefined) return null
  const extension = extensionOf(path)
  return (found.format === 'zip' || found.format === 'doc') && CONTAINED.has(extension) ? extension : found.format
}

/** Code of a file system error, e.g. ENOENT. */
const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const readBytes = async (path: string, options: ReadOptions): Promise<Uint8Array> => {
  if (path === '-') {
    const chunks: Uint8Array[] = []
    const encoder = new TextEncoder()
    for await (const chunk of options.stdin ?? process.stdin)
      chunks.push(typeof chunk === 'string' ? encoder.encode(chunk) : chunk)
    return Buffer.concat(chunks)
  }
  try {
    return await readFile(path)
  } catch (error) {
    const code = systemCode(error)
    const [kind, message]: [InputErrorCode, string] =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? ['not-found', `No such file: ${path}`]
        : code === 'EISDIR'
          ? ['is-directory', `Is a directory: ${path}`]
          : ['not-readable', `Cannot read ${path}: ${code}`]
    throw new InputError(kind, { path, reason: code }, message)
  }
}

/**
 * Reads a file ("-": standard input) as a Source.
 *
 * @throws InputError for everything that stands in the way: no such file, a directory, nothing in it, not a text, a format
 * that is not read (docx, pdf, zip …), bytes that are not in the encoding asked for.
 */
export const readSource = async (path: string, options: ReadOptions = {}): Promise<Source> => {
  const bytes = await readBytes(path, options)
  if (bytes.length === 0) throw new InputError('empty', { path }, `Empty file: ${path}`)
  const unsupported = unsupportedFormat(path, bytes)
  if (unsupported !== null)
    throw new InputError(
      'unsupported-format',
      { path, format: unsupported },
      `Cannot read ${unsupported} files: ${path}`,
    )
  const decoded = withPath(path, () => decode(bytes, options.encoding))
  if (decoded.text.trim() === '') throw new InputError('empty', { path }, `Nothing but white space: ${path}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const parts = { ...decoded, path, sha256 }
  if (!isMarkdown(path, decoded.text, options.format)) return plainSource(parts)
  const { markdownSource } = await import('./markdown.ts')
  return markdownSource(parts)
}

const isMarkdown = (path: string, text: string, format?: Source['format']): boolean => {
  if (format !== undefined) return format === 'markdown'
  const extension = extensionOf(path)
  return extension === 'md' || extension === 'markdown' || looksLikeMarkdown(text)
}

/** Errors of the decoder know no path. */
const withPath = <Result>(path: string, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(error.code, { ...error.params, path }, `${error.message}: ${path}`)
    throw error
  }
}
