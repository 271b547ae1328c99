import type { Rule, Run } from '../page/types.ts'
import { child, descendants, elements, textOf, type XmlElement } from '../xml.ts'

export type Box = readonly [number, number, number, number]

type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const numbers = (text: string | undefined): number[] => (text ?? '').trim().split(/\s+/).map(Number)

/** x, y, width and height; null where they are not given. */
export const readBox = (text: string | undefined): Box | null => {
  const [x, y, width, height] = numbers(text)
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null
  return [x, y, width, height].every(Number.isFinite) ? [x, y, width, height] : null
}

const readMatrix = (text: string | undefined): Matrix => {
  const [a, b, c, d, e, f] = numbers(text)
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return IDENTITY
  return [a, b, c, d, e, f].every(Number.isFinite) ? [a, b, c, d, e, f] : IDENTITY
}

/** Texts and ruled lines of a page or template, in units of the caller. */
export const objectsOf = (page: XmlElement, scale: number): { runs: Run[]; rules: Rule[] } => {
  const runs: Run[] = []
  const rules: Rule[] = []
  const content = child(page, 'ofd:Content')
  if (content === undefined) return { runs, rules }
  for (const object of descendants(content, 'ofd:TextObject')) runs.push(...textRuns(object, scale))
  for (const object of descendants(content, 'ofd:PathObject')) rules.push(...pathRules(object, scale))
  return { runs, rules }
}

/** DeltaX: distances of the characters, with `g 5 3.175` for five equal ones. */
const distances = (text: string | undefined): number[] => {
  const result: number[] = []
  const words = (text ?? '').trim().split(/\s+/)
  for (let i = 0; i < words.length; i++) {
    if (words[i] === 'g') {
      const count = Math.min(10_000, Number(words[i + 1]) || 0)
      for (let n = 0; n < count; n++) result.push(Number(words[i + 2]) || 0)
      i += 2
    } else if (words[i] !== '') result.push(Number(words[i]) || 0)
  }
  return result
}

const NARROW = /[\u0000-\u024f]/

const textRuns = (object: XmlElement, scale: number): Run[] => {
  const box = readBox(object.attributes.Boundary)
  if (box === null || object.attributes.Visible === 'false') return []
  const matrix = readMatrix(object.attributes.CTM)
  // Turned text is a watermark or a seal.
  if (Math.abs(matrix[1]) > Math.abs(matrix[0]) * 0.05) return []
  const size = Number(object.attributes.Size) || 0
  const height = size * Math.abs(matrix[3])
  const runs: Run[] = []
  let x = 0
  let y = 0
  for (const code of elements(object, 'ofd:TextCode')) {
    const text = textOf(code).replace(/[\r\n\t]+/g, '')
    // A code without a place of its own goes on where the last one stood.
    x = Number(code.attributes.X ?? x) || 0
    y = Number(code.attributes.Y ?? y) || 0
    const deltas = distances(code.attributes.DeltaX)
    runs.push(
      ...pieces(text, deltas, size).map((piece) => ({
        text: piece.text,
        x: (box[0] + matrix[0] * (x + piece.from) + matrix[2] * y + matrix[4]) * scale,
        y: (box[1] + matrix[1] * x + matrix[3] * y + matrix[5]) * scale,
        width: (piece.to - piece.from) * matrix[0] * scale,
        size: height * scale,
      })),
    )
  }
  return runs.filter((run) => run.text.trim() !== '' && run.size > 0 && Number.isFinite(run.x + run.y + run.width))
}

/** A run is cut where its characters stand further apart than text does: cells of a table set in one go. */
const pieces = (
  text: string,
  deltas: readonly number[],
  size: number,
): { text: string; from: number; to: number }[] => {
  const chars = [...text]
  const result: { text: string; from: number; to: number }[] = []
  let piece = { text: '', from: 0, to: 0 }
  let at = 0
  for (const [i, char] of chars.entries()) {
    const own = NARROW.test(char) ? size * 0.5 : size
    piece.text += char
    piece.to = at + own
    const step = deltas[i] ?? (deltas.length === 0 ? own : (deltas.at(-1) ?? own))
    at += step
    if (step > own + size * 1.4 && i + 1 < chars.length) {
      result.push(piece)
      piece = { text: '', from: at, to: at }
    }
  }
  result.push(piece)
  return result
}

/** Straight lines of a path: M and L with their points, in the path's own box. */
const pathRules = (object: XmlElement, scale: number): Rule[] => {
  const box = readBox(object.attributes.Boundary)
  const data = child(object, 'ofd:AbbreviatedData')
  if (box === null || data === undefined) return []
  const matrix = readMatrix(object.attributes.CTM)
  const words = textOf(data).trim().split(/\s+/)
  const rules: Rule[] = []
  const point = (x: number, y: number): [number, number] => [
    (box[0] + matrix[0] * x + matrix[2] * y + matrix[4]) * scale,
    (box[1] + matrix[1] * x + matrix[3] * y + matrix[5]) * scale,
  ]
  let last: [number, number] | null = null
  let first: [number, number] | null = null
  const lineTo = (to: [number, number] | null): void => {
    if (last !== null && to !== null && (Math.abs(last[0] - to[0]) < 0.6 || Math.abs(last[1] - to[1]) < 0.6))
      rules.push({ x0: last[0], y0: last[1], x1: to[0], y1: to[1] })
    last = to
  }
  for (let i = 0; i < words.length; ) {
    const operator = words[i++]
    if (operator === 'C') {
      lineTo(first)
      continue
    }
    const count = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7 }[operator ?? '']
    if (count === undefined) continue
    const values = words.slice(i, i + count).map(Number)
    i += count
    const to = point(values[count - 2] ?? 0, values[count - 1] ?? 0)
    if (operator === 'M' || operator === 'S') {
      first = to
      last = to
    } else if (operator === 'L') lineTo(to)
    else last = to
  }
  return rules
}
