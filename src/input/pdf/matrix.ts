export type Matrix = readonly [number, number, number, number, number, number]

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** Six numbers as a matrix; null where they are none. */
export const asMatrix = (numbers: readonly number[]): Matrix | null => {
  const [a, b, c, d, e, f] = numbers
  return a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined
    ? null
    : [a, b, c, d, e, f]
}

/** One matrix behind another. */
export const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
]

/** Where a matrix puts a point. */
export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
]
