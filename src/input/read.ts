import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Source } from '../model/source.ts'
import { InputError, type InputErrorCode } from './errors.ts'
import { type BytesOptions, type Reading, readBytes } from './read-bytes.ts'

/** How an input is read. */
export interface ReadOptions extends BytesOptions {
  /** Where "-" is read from; the standard input of the process unless given. */
  stdin?: AsyncIterable<Uint8Array | string> | undefined
}

/** Code of a file system error, e.g. ENOENT. */
const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const bytesOf = async (path: string, options: ReadOptions): Promise<Uint8Array> => {
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
          : code === 'ERR_FS_FILE_TOO_LARGE'
            ? ['too-large', `Too large: ${path}`]
            : ['not-readable', `Cannot read ${path}: ${code}`]
    throw new InputError(kind, { path, reason: code }, message)
  }
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/**
 * Reads a file ("-": standard input): one source of a document, several of a zip archive, each with the path
 * "archive.zip/entry". What is wrong with a file of an archive stands among the failures.
 *
 * @throws InputError for everything that stands in the way of the whole: no such file, a directory, nothing in it, a
 * format that is not read, a damaged or encrypted file, one that is too large or takes too long.
 */
export const readSources = async (path: string, options: ReadOptions = {}): Promise<Reading> =>
  readBytes(await bytesOf(path, options), path, sha256, options)

/**
 * Reads a file ("-": standard input) as one Source.
 *
 * @throws InputError as `readSources`; `is-archive` where it holds several documents.
 */
export const readSource = async (path: string, options: ReadOptions = {}): Promise<Source> => {
  const { sources, failures } = await readSources(path, options)
  const [source] = sources
  const [failure] = failures
  if (source !== undefined && sources.length === 1 && failure === undefined) return source
  if (failure !== undefined && sources.length === 0 && failures.length === 1) throw failure.error
  const count = String(sources.length + failures.length)
  throw new InputError('is-archive', { path, count }, `${path} holds ${count} documents`)
}
