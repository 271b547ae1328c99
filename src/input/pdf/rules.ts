import type { Rule } from '../page/types.ts'
import type { Drawing } from './answers.ts'
import { apply, asMatrix, IDENTITY, type Matrix, multiply } from './matrix.ts'

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

/** Horizontal and vertical lines among what a page draws, thin rectangles included. */
export const readRules = (drawing: readonly Drawing[], base: readonly number[]): Rule[] => {
  const rules: Rule[] = []
  const stack: Matrix[] = []
  let matrix = asMatrix(base) ?? IDENTITY
  for (const { kind, numbers } of drawing) {
    if (kind === 'save') stack.push(matrix)
    else if (kind === 'restore') matrix = stack.pop() ?? matrix
    else if (kind === 'transform') matrix = multiply(matrix, asMatrix(numbers) ?? IDENTITY)
    else if (kind === 'stroke') rules.push(...straightLines(numbers, matrix))
    else rules.push(...thinShapes(numbers, matrix))
    if (rules.length > MOST_RULES) return []
  }
  return rules
}

type Point = [number, number]

/** The pieces of a path, each a list of points; curves count by their ends. */
const piecesOf = (path: readonly number[], matrix: Matrix): Point[][] => {
  const pieces: Point[][] = []
  let piece: Point[] = []
  for (let at = 0; at < path.length; ) {
    const code = path[at++]
    const skip = code === CURVE ? 4 : code === QUADRATIC ? 2 : 0
    if (code === CLOSE) {
      const first = piece[0]
      if (first !== undefined) piece.push(first)
      continue
    }
    if (code !== MOVE && code !== LINE && skip === 0) return pieces
    const point = apply(matrix, path[at + skip] ?? 0, path[at + skip + 1] ?? 0)
    at += skip + 2
    if (code === MOVE) {
      piece = [point]
      pieces.push(piece)
    } else piece.push(point)
  }
  return pieces
}

const straightLines = (path: readonly number[], matrix: Matrix): Rule[] =>
  piecesOf(path, matrix).flatMap((piece) =>
    piece.flatMap((to, i): Rule[] => {
      const from = piece[i - 1]
      if (from === undefined) return []
      const [x0, y0] = from
      const [x1, y1] = to
      return Math.abs(x1 - x0) < 0.6 || Math.abs(y1 - y0) < 0.6 ? [{ x0, y0, x1, y1 }] : []
    }),
  )

const thinShapes = (path: readonly number[], matrix: Matrix): Rule[] =>
  piecesOf(path, matrix).flatMap((piece): Rule[] => {
    const [x0, x1] = extent(piece.map(([x]) => x))
    const [y0, y1] = extent(piece.map(([, y]) => y))
    if (Math.min(x1 - x0, y1 - y0) > THIN) return []
    const middleX = (x0 + x1) / 2
    const middleY = (y0 + y1) / 2
    return x1 - x0 > y1 - y0 ? [{ x0, x1, y0: middleY, y1: middleY }] : [{ x0: middleX, x1: middleX, y0, y1 }]
  })

const extent = (values: readonly number[]): [number, number] =>
  values.reduce<[number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
