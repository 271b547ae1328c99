import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { damaged, InputError } from '../errors.ts'
import type { Budget } from '../limits.ts'
import { composePages } from '../page/compose.ts'
import type { Page, Run } from '../page/types.ts'
import type { ReadContext, ReadResult } from '../readers.ts'
import { assetFolders, loadPdfjs } from './library.ts'
import { readRules } from './rules.ts'

/** Rows with text on both sides of a gap, from which on a page may hold a table. */
const FEWEST_GAPS = 2
const MOST_PAGES = 5000

/**
 * Reads the text of a .pdf by the places of its characters, with pdf.js.
 *
 * @throws InputError `reader-missing`, `encrypted`, `damaged`, `no-text` (a scan), `too-large`, `timed-out`
 */
export const readPdf = async (bytes: Uint8Array, { budget }: ReadContext): Promise<ReadResult> => {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // pdf.js takes the array for itself.
    data: new Uint8Array(bytes),
    ...assetFolders(),
    cMapPacked: true,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    // Pictures are of no use here, and the larger ones cost memory.
    maxImageSize: 1_000_000,
    verbosity: 0,
  })
  // A damaged file may keep pdf.js waiting for something that never comes.
  const clock = startClock(budget.milliseconds)
  try {
    const pages = await Promise.race([readPages(pdfjs, task.promise, budget), clock.expired])
    budget.checkTime()
    return composePages(pages, budget)
  } catch (error) {
    budget.checkTime()
    throw translate(error)
  } finally {
    clock.stop()
    await task.destroy()
  }
}

const startClock = (milliseconds: number): { expired: Promise<never>; stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const expired = new Promise<never>((_, reject) => {
    const late = new InputError('timed-out', { seconds: String(Math.round(milliseconds / 1000)) }, 'Not read in time')
    timer = setTimeout(() => reject(late), milliseconds)
  })
  return { expired, stop: () => clearTimeout(timer) }
}

const readPages = async (
  pdfjs: typeof Pdfjs,
  opening: Promise<Pdfjs.PDFDocumentProxy>,
  budget: Budget,
): Promise<Page[]> => {
  const document = await opening
  if (document.numPages > MOST_PAGES)
    throw new InputError('too-large', { what: 'pages', size: String(document.numPages) }, 'Too many pages')
  const pages: Page[] = []
  let characters = 0
  for (let number = 1; number <= document.numPages; number++) {
    budget.checkTime()
    const page = await readPage(pdfjs, document, number)
    pages.push(page)
    characters += page.runs.reduce((sum, run) => sum + run.text.length, 0)
    budget.checkText(characters)
  }
  return pages
}

const translate = (error: unknown): Error => {
  if (error instanceof InputError) return error
  const name = error instanceof Error ? error.name : ''
  const message = error instanceof Error ? error.message : String(error)
  if (name === 'PasswordException') return new InputError('encrypted', {}, 'The document asks for a password')
  return damaged(`pdf: ${message}`)
}

const readPage = async (pdfjs: typeof Pdfjs, document: Pdfjs.PDFDocumentProxy, number: number): Promise<Page> => {
  const page = await document.getPage(number)
  const viewport = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const runs: Run[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const run = placed(pdfjs.Util.transform(viewport.transform, item.transform), item.str, item.width)
    if (run !== null) runs.push(run)
  }
  const result: Page = { number, width: viewport.width, height: viewport.height, runs, rules: [], furniture: [] }
  if (hasGaps(runs)) result.rules = readRules(pdfjs, await page.getOperatorList(), viewport.transform)
  page.cleanup()
  return result
}

/** Turned text is a watermark or the side of a form; it reads badly among the lines. */
const placed = (matrix: readonly unknown[], text: string, width: number): Run | null => {
  const [a, b, c, d, x, y] = matrix.map(Number)
  if (a === undefined || b === undefined || c === undefined || d === undefined || x === undefined || y === undefined)
    return null
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
