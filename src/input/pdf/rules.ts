import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Rule } from '../page/types.ts'

type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Filled rectangles thinner than this are lines; points. */
const THIN = 3
/** More are drawings. */
const MOST_RULES = 6000

/** How pdf.js writes a path down: a code, then its coordinates. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3
const CLOSE = 4

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]

const asMatrix = (value: unknown): Matrix | null => {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return null
  const [a, b, c, d, e, f] = Array.from(Object.values(value), Number)
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined
    ? null
    : [a, b, c, d, e, f]
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Horizontal and vertical lines among what a page draws, thin rectangles included. */
export const readRules = (
  pdfjs: typeof Pdfjs,
  operators: { fnArray: readonly number[]; argsArray: readonly unknown[] },
  base: readonly unknown[],
): Rule[] => {
  const { OPS } = pdfjs
  const strokes = new Set([
    OPS.stroke,
    OPS.closeStroke,
    OPS.fillStroke,
    OPS.eoFillStroke,
    OPS.closeFillStroke,
    OPS.closeEOFillStroke,
  ])
  const fills = new Set([OPS.fill, OPS.eoFill])
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let matrix = asMatrix(base) ?? IDENTITY
  for (const [i, operator] of operators.fnArray.entries()) {
    const args = listOf(operators.argsArray[i])
    switch (operator) {
      case OPS.save:
        stack.push(matrix)
        break
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        matrix = stack.pop() ?? matrix
        break
      case OPS.transform:
        matrix = multiply(matrix, asMatrix(args) ?? IDENTITY)
        break
      case OPS.paintFormXObjectBegin:
        stack.push(matrix)
        matrix = multiply(matrix, asMatrix(args[0]) ?? IDENTITY)
        break
      case OPS.constructPath: {
        const paint = Number(args[0])
        const path = listOf(args[1])[0]
        if (path === undefined || path === null) break
        if (strokes.has(paint)) rules.push(...straightLines(path, matrix))
        else if (fills.has(paint)) rules.push(...thinShapes(path, matrix))
        break
      }
    }
    if (rules.length > MOST_RULES) return []
  }
  return rules
}

type Point = [number, number]

/** The pieces of a path, each a list of points; curves count by their ends. */
const piecesOf = (path: unknown, matrix: Matrix): Point[][] => {
  if (typeof path !== 'object' || path === null) return []
  const data = Array.from(Object.values(path), Number)
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (let at = 0; at < data.length; ) {
    const code = data[at++]
    const skip = code === CURVE ? 4 : code === QUADRATIC ? 2 : 0
    if (code === CLOSE) {
      const first = piece[0]
      if (first !== undefined) piece.push(first)
      continue
    }
    if (code !== MOVE && code !== LINE && skip === 0) return pieces
    const point = apply(matrix, data[at + skip] ?? 0, data[at + skip + 1] ?? 0)
    at += skip + 2
    if (code === MOVE) {
      piece = [point]
      pieces.push(piece)
    } else piece.push(point)
  }
  return pieces
}

const straightLines = (path: unknown, matrix: Matrix): Rule[] =>
  piecesOf(path, matrix).flatMap((piece) =>
    piece.flatMap((to, i): Rule[] => {
      const from = piece[i - 1]
      if (from === undefined) return []
      const [x0, y0] = from
      const [x1, y1] = to
      return Math.abs(x1 - x0) < 0.6 || Math.abs(y1 - y0) < 0.6 ? [{ x0, y0, x1, y1 }] : []
    }),
  )

const thinShapes = (path: unknown, matrix: Matrix): Rule[] =>
  piecesOf(path, matrix).flatMap((piece): Rule[] => {
    const xs = piece.map(([x]) => x)
    const ys = piece.map(([, y]) => y)
    const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    if (Math.min(x1 - x0, y1 - y0) > THIN) return []
    const middleX = (x0 + x1) / 2
    const middleY = (y0 + y1) / 2
    return x1 - x0 > y1 - y0 ? [{ x0, x1, y0: middleY, y1: middleY }] : [{ x0: middleX, x1: middleX, y0, y1 }]
  })
