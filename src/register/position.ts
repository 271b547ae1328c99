import type { Position } from '../model/position.ts'

/** A position of the register: as in unist, beside it the page or paragraph of a typeset original. */
export interface RegisterPosition extends Position {
  page?: number | undefined
  paragraph?: number | undefined
}

/** Lines and columns only, as people look them up: `43:1-43:66`. */
export function placeOf({ start, end }: Position): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`
}

/** Everything that a position holds, in a form that stays short: `43:1-43:66@1820-1885 p3 ¶12`. */
export function writePosition(position: RegisterPosition): string {
  const { start, end, page, paragraph } = position
  const beside = `${page === undefined ? '' : ` p${page}`}${paragraph === undefined ? '' : ` ¶${paragraph}`}`
  return `${placeOf(position)}@${start.offset}-${end.offset}${beside}`
}

const written = /^(\d+):(\d+)-(\d+):(\d+)@(\d+)-(\d+)(?: p(-?\d+))?(?: ¶(-?\d+))?$/

/** Undoes `writePosition`; null where the text is no position. */
export function readPosition(text: string): RegisterPosition | null {
  const match = written.exec(text.trim())
  if (!match) return null
  const number = (group: number): number => Number(match[group])
  const position: RegisterPosition = {
    start: { line: number(1), column: number(2), offset: number(5) },
    end: { line: number(3), column: number(4), offset: number(6) },
  }
  if (match[7] !== undefined) position.page = number(7)
  if (match[8] !== undefined) position.paragraph = number(8)
  return position
}
