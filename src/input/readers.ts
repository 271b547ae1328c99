import type { SourceFormat, SourceHint, SourceNotice } from '../model/source.ts'
import type { DetectedFile } from './detect.ts'
import { looksLikeHtml, looksLikeMhtml } from './html/detect.ts'
import type { Budget } from './limits.ts'
import { looksLikeCsv } from './sheet/detect.ts'

/** What a reader is told beside the bytes. */
export interface ReadContext {
  path: string
  budget: Budget
  /** What the bytes were found to be; carries the opened archive. */
  file: DetectedFile
  /** WHATWG label that the user gave. */
  encoding?: string | undefined
  /** Convert with LibreOffice what is read better so. */
  useLibreOffice?: boolean | undefined
}

/** What a reader makes of a file. */
export interface ReadResult {
  text: string
  /** Sorted by start. */
  hints: SourceHint[]
  notices: SourceNotice[]
  /** Of the text inside; UTF-8 unless told. */
  encoding?: string
}

/**
 * Reads one format. Whatever it throws is reported as a damaged file, unless it is an InputError; it calls
 * `context.budget.checkTime()` in every loop whose length the file decides.
 */
export type Reader = (bytes: Uint8Array, context: ReadContext) => Promise<ReadResult>

interface ReaderEntry {
  format: SourceFormat
  /** Whether the file is of this format, by its content. The first entry that says so reads it. */
  detect(file: DetectedFile): boolean
  load(): Promise<Reader>
}

const WORD_XML = /xmlns(?::\w+)?="http:\/\/schemas\.microsoft\.com\/office\/2006\/xmlPackage"/
/** The type stands at the very start of the archive, in clear, where a program has not packed it as all the rest. */
const OTHER_ODF = /opendocument\.(?:spreadsheet|presentation|graphics|chart)/
const FLAT_ODF = /opendocument\.text"/
const hasEntry = (file: DetectedFile, pattern: RegExp): boolean =>
  file.zip?.entries.some(({ name }) => pattern.test(name.replaceAll('\\', '/'))) ?? false

/** All formats but text and Markdown. Nothing is loaded before a file asks for it. */
export const readers: readonly ReaderEntry[] = [
  {
    format: 'docx',
    detect: (file) =>
      hasEntry(file, /^\/?word\/document\d*\.xml$/i) || (file.kind === 'xml' && WORD_XML.test(file.head)),
    load: async () => (await import('./docx/index.ts')).readDocx,
  },
  {
    format: 'odt',
    detect: (file) =>
      (hasEntry(file, /^content\.xml$/) && hasEntry(file, /^META-INF\/manifest\.xml$/) && !OTHER_ODF.test(file.head)) ||
      (file.kind === 'xml' && FLAT_ODF.test(file.head)),
    load: async () => (await import('./odt/index.ts')).readOdt,
  },
  {
    format: 'rtf',
    detect: (file) => file.kind === 'rtf',
    load: async () => (await import('./rtf/index.ts')).readRtf,
  },
  {
    format: 'wps',
    detect: (file) => /^wpt?s?$/.test(file.extension) && (file.ole?.has('WordDocument') ?? false),
    load: async () => (await import('./doc/index.ts')).readDoc,
  },
  {
    format: 'doc',
    detect: (file) => file.ole?.has('WordDocument') ?? false,
    load: async () => (await import('./doc/index.ts')).readDoc,
  },
  {
    format: 'pdf',
    detect: (file) => file.kind === 'pdf' || (file.kind !== 'zip' && /^[\s\S]{0,1020}%PDF-\d/.test(file.head)),
    load: async () => (await import('./pdf/read.ts')).readPdf,
  },
  {
    format: 'ofd',
    detect: (file) => hasEntry(file, /^\/?OFD\.xml$/i),
    load: async () => (await import('./ofd/read.ts')).readOfd,
  },
  {
    format: 'xlsx',
    detect: (file) => hasEntry(file, /^\/?xl\/workbook\.(?:xml|bin)$/i),
    load: async () => (await import('./sheet/index.ts')).readSpreadsheet,
  },
  {
    format: 'xls',
    detect: (file) => file.ole?.has('Workbook') === true || file.ole?.has('Book') === true,
    load: async () => (await import('./sheet/index.ts')).readSpreadsheet,
  },
  {
    format: 'html',
    detect: (file) =>
      (file.kind === 'text' || file.kind === 'xml') &&
      (looksLikeHtml(file.head, file.extension) || looksLikeMhtml(file.head)),
    load: async () => (await import('./html/index.ts')).readPage,
  },
  {
    format: 'csv',
    detect: (file) => file.kind === 'text' && looksLikeCsv(file.head, file.extension),
    load: async () => (await import('./sheet/index.ts')).readCsv,
  },
]
