import { field, listOf, numbersOf } from '../answer.ts'

/** A text on a page, with its matrix in the page's own coordinates. */
export interface PdfText {
  text: string
  matrix: number[]
  width: number
}

export interface PdfPage {
  width: number
  height: number
  /** From the page's own coordinates to those from the upper left corner. */
  transform: number[]
  texts: PdfText[]
  /** What pdf.js passed over on the way. */
  warnings: string[]
}

/** One step of what draws a page; `numbers` are a matrix, or a path as pdf.js writes it down. */
export interface Drawing {
  kind: 'save' | 'restore' | 'transform' | 'stroke' | 'fill'
  numbers: number[]
}

const KINDS: ReadonlySet<string> = new Set(['save', 'restore', 'transform', 'stroke', 'fill'])

const isKind = (kind: unknown): kind is Drawing['kind'] => typeof kind === 'string' && KINDS.has(kind)
/** What came out of the thread, looked at before it is used. */
export const readPdfPage = (answer: unknown): PdfPage => ({
  width: Number(field(answer, 'width')),
  height: Number(field(answer, 'height')),
  transform: numbersOf(field(answer, 'transform')),
  texts: listOf(field(answer, 'texts')).map((entry) => ({
    text: String(field(entry, 'text')),
    matrix: numbersOf(field(entry, 'matrix')),
    width: Number(field(entry, 'width')),
  })),
  warnings: listOf(field(answer, 'warnings')).map(String),
})

/** The lines and boxes that are drawn on a page. */
export const readDrawing = (answer: unknown): Drawing[] =>
  listOf(answer).flatMap((entry) => {
    const kind = field(entry, 'kind')
    return isKind(kind) ? [{ kind, numbers: numbersOf(field(entry, 'numbers')) }] : []
  })
