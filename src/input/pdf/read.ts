import { type Apart, loadApart, locatePackage } from '../apart.ts'
import { damaged, InputError, LibraryError } from '../errors.ts'
import type { Budget } from '../limits.ts'
import { composePages } from '../page/compose.ts'
import type { Page, Run } from '../page/types.ts'
import type { ReadContext, ReadResult } from '../readers.ts'
import { type PdfPage, readDrawing, readPdfPage } from './answers.ts'
import { countWrongSums } from './check-sums.ts'
import { sortLosses } from './losses.ts'
import { asMatrix, IDENTITY, multiply } from './matrix.ts'
import { readRules } from './rules.ts'
import { withoutFalseSpaces } from './spaces.ts'
import { PDF_WORKER } from './worker.ts'

/** Rows with text on both sides of a gap, from which on a page may hold a table. */
const FEWEST_GAPS = 2
const MOST_PAGES = 5000

/**
 * Reads the text of a .pdf by the places of its characters, with pdf.js, which is an optional package and runs in a
 * thread of its own.
 *
 * @throws InputError `reader-missing`, `encrypted`, `damaged`, `no-text` (a scan), `too-large`, `timed-out`
 */
export const readPdf = async (bytes: Uint8Array, { budget }: ReadContext): Promise<ReadResult> => {
  const library = locatePackage('pdfjs-dist/legacy/build/pdf.mjs')
  if (library === null)
    throw new InputError('reader-missing', { format: 'pdf', package: 'pdfjs-dist' }, 'Reading .pdf needs pdfjs-dist')
  const data = { bytes: new Uint8Array(bytes), options: options(library) }
  const pdf = loadApart(library.href, PDF_WORKER, data, budget)
  try {
    const { pages, doubtful } = await readPages(pdf, budget)
    const composed = composePages(pages, budget)
    if (doubtful.length > 0) composed.notices.push({ code: 'pages-doubtful', detail: doubtful.join(', ') })
    const wrong = countWrongSums(bytes, budget)
    if (wrong > 0) composed.notices.push({ code: 'streams-damaged', detail: String(wrong) })
    return composed
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error
    if (error.kind === 'PasswordException') throw new InputError('encrypted', {}, 'The document asks for a password')
    throw damaged(`pdf: ${error.message}`)
  } finally {
    pdf.stop()
  }
}

const options = (library: URL): Record<string, unknown> => ({
  // Older Chinese files name character maps and fonts, and do not carry them.
  cMapUrl: folderBeside(library, 'cmaps'),
  cMapPacked: true,
  standardFontDataUrl: folderBeside(library, 'standard_fonts'),
  isEvalSupported: false,
  useSystemFonts: false,
  disableFontFace: true,
  useWasm: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  // Pictures are of no use here, and the larger ones cost memory.
  maxImageSize: 1_000_000,
  // A page that was read by half would give half a ledger.
  stopAtErrors: true,
  // Warnings, which the thread collects.
  verbosity: 1,
})

/** pdf.js wants paths, not addresses. */
const folderBeside = (library: URL, name: string): string => {
  const { pathname } = new URL(`../../${name}/`, library)
  return decodeURIComponent(pathname).replace(/^\/(?=[A-Za-z]:)/, '')
}

const readPages = async (pdf: Apart, budget: Budget): Promise<{ pages: Page[]; doubtful: number[] }> => {
  const count = Number(await pdf.ask({ kind: 'open' }))
  if (count > MOST_PAGES) throw new InputError('too-large', { what: 'pages', size: String(count) }, 'Too many pages')
  const pages: Page[] = []
  const doubtful: number[] = []
  let characters = 0
  for (let number = 1; number <= count; number++) {
    budget.checkTime()
    const answer = readPdfPage(await pdf.ask({ kind: 'text', page: number }))
    const losses = sortLosses(answer.warnings)
    const [loss] = losses.lost
    if (loss !== undefined) throw damaged(`pdf: page ${number}: ${loss.replace(/^Warning: /, '')}`)
    if (losses.doubtful.length > 0) doubtful.push(number)
    const page = await placePage(pdf, number, answer)
    pages.push(page)
    characters += page.runs.reduce((sum, run) => sum + run.text.length, 0)
    budget.checkText(characters)
  }
  return { pages, doubtful }
}

const placePage = async (pdf: Apart, number: number, answer: PdfPage): Promise<Page> => {
  const { width, height, transform, texts } = answer
  const base = asMatrix(transform) ?? IDENTITY
  const runs: Run[] = []
  for (const { text, matrix, width: length } of texts) {
    const run = placed(multiply(base, asMatrix(matrix) ?? IDENTITY), text, length)
    if (run !== null) runs.push(run)
  }
  const rules = hasGaps(runs) ? readRules(readDrawing(await pdf.ask({ kind: 'drawing', page: number })), transform) : []
  return { number, width, height, runs: withoutFalseSpaces(runs), rules, furniture: [] }
}

/** Turned text is a watermark or the side of a form; it reads badly among the lines. */
const placed = (matrix: readonly number[], text: string, width: number): Run | null => {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = matrix
  const size = Math.hypot(c, d)
  if (!(size > 0) || !Number.isFinite(x + y + size + width) || Math.abs(b) > Math.abs(a) * 0.05) return null
  // Private use is what fonts have for bullets.
  return { text: text.replace(/[\ue000-\uf8ff]/g, '•').replace(/[\0-\u0008\u000e-\u001f]/g, ''), x, y, width, size }
}

/** Whether several rows have text on both sides of a gap: only there it is worth while to look for ruled lines. */
const hasGaps = (runs: readonly Run[]): boolean => {
  const ends = new Map<number, number>()
  const rows = new Set<number>()
  for (const run of [...runs].sort((a, b) => a.x - b.x)) {
    const row = Math.round(run.y / 3)
    const end = ends.get(row)
    if (end !== undefined && run.x - end > run.size) rows.add(row)
    ends.set(row, Math.max(end ?? 0, run.x + run.width))
  }
  return rows.size >= FEWEST_GAPS
}
