import { type ColumnKind, fitsColumn, isBody } from './columns.ts'
import { type Stretch, words } from './stretch.ts'

/** The cells of a row, a list of pieces each; one without pieces is empty. */
export type Cells = readonly (readonly Stretch[])[]

const WIDE = /[ \u3000]{2,}|\u3000/
/** What speaks against a reading of a row. One that costs as much as the last of these is none. */
const COST = {
  brokenLine: 1,
  brokenSentence: 3,
  noBody: 5,
  space: 10,
  nameBeside: 40,
  wideSpace: 50,
  unlike: 60,
  emptyOther: 60,
  nameAlone: 90,
  emptyCell: 100,
  tooMuch: 140,
}
/** Below this every column has a cell that it may well hold. */
export const FITS_WELL = COST.wideSpace
/** The same, but for the name of a part that holds for several rows, or a remark. */
export const FITS_BUT_ONE = COST.emptyOther + 10

interface Reading {
  cost: number
  /** How many readings cost the same. */
  ways: number
  /** Pieces of the first cell. */
  size: number
}

const NO_READING: Reading = { cost: Number.POSITIVE_INFINITY, ways: 0, size: 0 }

/**
 * Divides the pieces of a row among the columns in the one way that fits best; null where none fits, or several equally.
 *
 * @param limit what the best may cost
 */
export const divide = (
  text: string,
  pieces: readonly Stretch[],
  kinds: readonly (ColumnKind | null)[],
  limit = COST.tooMuch,
): Cells | null => {
  /** The best reading of the pieces from a place on for the columns behind this one. */
  let behind: Reading[] = pieces.map(() => NO_READING)
  behind.push({ cost: 0, ways: 1, size: 0 })
  const readings: Reading[][] = []
  for (const kind of [...kinds].reverse()) {
    const own = behind.map((empty, from) => {
      let best: Reading = { ...empty, cost: empty.cost + costOfNone(kind), size: 0 }
      let spaces = 0
      for (let size = 1; from + size <= pieces.length; size++) {
        spaces += size === 1 ? 0 : costOfGap(text, pieces[from + size - 2], pieces[from + size - 1])
        if (spaces >= COST.tooMuch) break
        const rest = behind[from + size] ?? NO_READING
        const cost = rest.cost + spaces + costOfCell(text, pieces.slice(from, from + size), kind)
        if (cost < best.cost) best = { cost, ways: rest.ways, size }
        else if (cost === best.cost) best = { ...best, ways: best.ways + rest.ways }
      }
      return best
    })
    readings.unshift(own)
    behind = own
  }
  const whole = behind[0] ?? NO_READING
  if (whole.cost >= limit || whole.ways !== 1) return null
  let from = 0
  return readings.map((own) => {
    const size = own[from]?.size ?? 0
    from += size
    return pieces.slice(from - size, from)
  })
}

/** A part is told once for several rows, and a remark is seldom made. */
const costOfNone = (kind: ColumnKind | null): number => (kind === 'other' ? COST.emptyOther : COST.emptyCell)

/** What speaks against two pieces that stand side by side being of one cell. */
const costOfGap = (text: string, before: Stretch | undefined, after: Stretch | undefined): number => {
  if (before === undefined || after === undefined) return 0
  const gap = text.slice(before.end, after.start)
  const mark = text.charAt(before.end - 1)
  // 市住建局、 市财政局
  if ('、，（('.includes(mark)) return 0
  if (gap.includes('\n')) return '。；'.includes(mark) ? COST.brokenSentence : COST.brokenLine
  // 李 娜
  if (after.end - after.start === 1 || '；。'.includes(mark)) return 0
  return WIDE.test(gap) ? COST.wideSpace : COST.space
}

const costOfCell = (text: string, pieces: readonly Stretch[], kind: ColumnKind | null): number => {
  if (kind === null || kind === 'other') return 0
  const each = pieces.map((piece) => words(text, piece))
  const names = kind === 'unit' || kind === 'person'
  const fits =
    fitsColumn(each.join(''), kind) && (!names || each.every((one) => one.length === 1 || fitsColumn(one, kind)))
  if (!fits) return kind === 'number' || kind === 'task' || pieces.length > 1 ? COST.tooMuch : COST.unlike
  if (kind === 'unit') return each.filter((one) => one.length > 1 && !isBody(one)).length * COST.noBody
  // 实施供水一体化 县水利局: a name beside the task, or beside a day, is another cell.
  if (names) return 0
  return each.length === 1 ? each.filter(isBody).length * COST.nameAlone : each.filter(isBody).length * COST.nameBeside
}

/** What belongs between two pieces of one cell that a line end or spaces parted: a 、 where each is a name. */
export const jointOf = (text: string, before: Stretch, after: Stretch, kind: ColumnKind | null): string => {
  if (kind !== 'unit' && kind !== 'person') return ''
  const [first, second] = [words(text, before), words(text, after)]
  if (/[、，；/]$/.test(first) || first.length < 3 || second.length < 3) return ''
  const broken = text.slice(before.end, after.start).includes('\n')
  return !broken || (isBody(first) && isBody(second)) ? '、' : ''
}
