import type { Source, SourceFormat } from '../model/source.ts'
import { decode } from './decode.ts'
import { type DetectedFile, detectFile, extensionOf } from './detect.ts'
import { looksLikeMarkdown } from './detect-markdown.ts'
import { InputError } from './errors.ts'
import { Budget, guarded, type Limits } from './limits.ts'
import { plainSource } from './plain.ts'
import { readers } from './readers.ts'

/** How bytes are read. */
export interface BytesOptions {
  /** WHATWG label; overrides what the bytes of a text look like. */
  encoding?: string | undefined
  /** Of a text: overrides what extension and content look like. */
  format?: SourceFormat | undefined
  /** Convert .doc and .wps with LibreOffice, where it is installed: keeps their automatic numbers. */
  useLibreOffice?: boolean | undefined
  /** Where the limits against oversized files are to differ from the usual ones. */
  limits?: Partial<Limits> | undefined
}

/** Everything that one file gave: a document, or those of an archive. */
export interface Reading {
  sources: Source[]
  /** Files of an archive that could not be read. */
  failures: { path: string; error: InputError }[]
}

/** How the hash of a file is made: not the same in Node.js and in a browser. */
export type Hash = (bytes: Uint8Array) => string | Promise<string>

/**
 * Reads the bytes of a file, whatever its format is. Works in a browser too.
 *
 * @param path names the file in what is given back; its extension is asked only where the content does not decide
 * @throws InputError for everything that stands in the way; errors carry the path
 */
export const readBytes = async (
  bytes: Uint8Array,
  path: string,
  hash: Hash,
  options: BytesOptions = {},
): Promise<Reading> => readAt(bytes, path, hash, options, 0)

const readAt = async (
  bytes: Uint8Array,
  path: string,
  hash: Hash,
  options: BytesOptions,
  depth: number,
): Promise<Reading> => {
  try {
    return await guarded(async () => {
      if (bytes.length === 0) throw new InputError('empty', {}, 'Empty file')
      const budget = new Budget(options.limits)
      budget.checkFile(bytes.length)
      const file = await detectFile(bytes, path, budget)
      const source = await readDocument(file, path, hash, options, budget)
      return source === null
        ? await readArchive(file, path, hash, options, budget, depth)
        : { sources: [source], failures: [] }
    })
  } catch (error) {
    if (error instanceof InputError && error.params.path === undefined)
      throw new InputError(error.code, { ...error.params, path }, `${error.message}: ${path}`)
    throw error
  }
}

/** Null: a zip archive that is no document itself. */
const readDocument = async (
  file: DetectedFile,
  path: string,
  hash: Hash,
  options: BytesOptions,
  budget: Budget,
): Promise<Source | null> => {
  const reader = readers.find((entry) => entry.detect(file))
  if (reader === undefined) {
    if (file.kind === 'text' || file.kind === 'xml') return readText(file.bytes, path, hash, options)
    if (file.ole?.has('EncryptedPackage')) throw new InputError('encrypted', {}, 'Encrypted')
    if (file.kind === 'zip' && !NO_ARCHIVES.has(file.extension)) return null
    throw unsupported(file)
  }
  const { useLibreOffice, encoding } = options
  const read = await reader.load()
  const result = await read(file.bytes, { path, budget, file, useLibreOffice, encoding })
  budget.checkText(result.text.length)
  if (!/\S/.test(result.text)) throw new InputError('no-text', { format: reader.format }, 'No text in it')
  const { text, hints, notices } = result
  const sha256 = await hash(file.bytes)
  return { path, text, format: reader.format, encoding: result.encoding ?? 'utf-8', sha256, notices, hints }
}

/** Zip archives of other formats; what is inside them is no documents. */
const NO_ARCHIVES: ReadonlySet<string> = new Set([
  'docx',
  'docm',
  'xlsx',
  'xlsm',
  'pptx',
  'odt',
  'ods',
  'odp',
  'ofd',
  'epub',
  'jar',
  'apk',
  'et',
  'wps',
  'dps',
])
/** Office formats, named by their extension where the container is the same. */
const CONTAINED: ReadonlySet<string> = new Set([...NO_ARCHIVES, 'doc', 'xls', 'ppt'])

const unsupported = (file: DetectedFile): InputError => {
  const container = file.kind === 'ole' ? 'doc' : (file.other ?? file.kind)
  const format = file.other === undefined && CONTAINED.has(file.extension) ? file.extension : container
  return new InputError('unsupported-format', { format }, `Cannot read ${format} files`)
}

const readText = async (bytes: Uint8Array, path: string, hash: Hash, options: BytesOptions): Promise<Source> => {
  const decoded = decode(bytes, options.encoding)
  if (decoded.text.trim() === '') throw new InputError('empty', {}, 'Nothing but white space')
  const parts = { ...decoded, path, sha256: await hash(bytes) }
  if (!isMarkdown(path, decoded.text, options.format)) return plainSource(parts)
  const { markdownSource } = await import('./markdown.ts')
  return markdownSource(parts)
}

const isMarkdown = (path: string, text: string, format?: SourceFormat): boolean => {
  if (format !== undefined) return format === 'markdown'
  const extension = extensionOf(path)
  return extension === 'md' || extension === 'markdown' || looksLikeMarkdown(text)
}

/** What archives hold beside documents: folders, files of the system, open documents. */
const NO_DOCUMENT = /(?:^|\/)(?:__MACOSX\/|\.|~\$|Thumbs\.db$|desktop\.ini$)|\/$/i
/** Pictures and the like among the documents are passed over. */
const PASSED_OVER: ReadonlySet<string> = new Set(['unsupported-format', 'binary', 'empty'])

const readArchive = async (
  file: DetectedFile,
  path: string,
  hash: Hash,
  options: BytesOptions,
  budget: Budget,
  depth: number,
): Promise<Reading> => {
  budget.checkZipDepth(depth + 1)
  const reading: Reading = { sources: [], failures: [] }
  let passed = 0
  for (const entry of file.zip?.entries ?? []) {
    const name = entry.name.replaceAll('\\', '/').replace(/^(?:\.{0,2}\/)+/, '')
    if (NO_DOCUMENT.test(name)) continue
    const inner = `${path}/${name}`
    try {
      const bytes = (await guarded(async () => file.zip?.read(entry))) ?? new Uint8Array()
      const { sources, failures } = await readAt(bytes, inner, hash, options, depth + 1)
      reading.sources.push(...sources)
      reading.failures.push(...failures)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      if (error.code === 'too-large' && error.params.path === undefined) throw error
      if (PASSED_OVER.has(error.code)) passed++
      else if (error.code === 'encrypted' && error.params.path === undefined) throw error
      else reading.failures.push({ path: inner, error })
    }
  }
  if (reading.sources.length === 0 && reading.failures.length === 0)
    throw new InputError('unsupported-format', { format: 'zip' }, 'No document in the archive')
  if (passed > 0) reading.sources[0]?.notices.push({ code: 'entries-skipped', detail: String(passed) })
  return reading
}
