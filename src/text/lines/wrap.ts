import { startsBullet, startsEnumerator, startsLabel } from './openers.ts'
import { isBlank, type LineTable, lineText } from './table.ts'

/** How the lines of a stretch of text were broken. */
export interface Wrapping {
  /** Width in Han characters at which lines were broken. */
  width: number
  /** Lines are also broken at punctuation, as some PDF readers do: what was one line is several short ones. */
  fragmented: boolean
  /** Some lines have an indent, which opens a paragraph unless the line before it is cut. */
  indented: boolean
  /** Every paragraph is opened by an indent, and no other line: an indent alone decides. */
  strictly: boolean
  /** Every paragraph is set apart by a blank line, and no other line. */
  spaced: boolean
}

/** Nobody wraps at more than this; a longer line ends a stretch of wrapped lines. */
const WIDEST = 100
const NARROWEST = 8
const MID_SENTENCE = /[^。！？!?；;：:]$/
const INNER_MARK = /[，。、；,;]/

/**
 * Finds the stretches of hard-wrapped lines.
 *
 * @returns for each line the wrapping of its stretch, or null where every line is a paragraph.
 */
export const detectWrapping = (table: LineTable): (Wrapping | null)[] => {
  const count = table.starts.length
  const result: (Wrapping | null)[] = new Array<Wrapping | null>(count).fill(null)
  let stretch: number[] = []
  const close = (): void => {
    const wrapping = stretch.length >= 4 ? wrappingOf(table, stretch) : null
    if (wrapping !== null) for (const index of stretch) result[index] = wrapping
    stretch = []
  }
  for (let i = 0; i < count; i++) {
    if (isBlank(table, i) || table.furniture[i] !== null || table.cells[i] !== null) continue
    const kind = table.hints[i]?.kind
    if (kind === 'code' || kind === 'table-row' || lineText(table, i).includes('\t')) continue
    if ((table.widths[i] ?? 0) > WIDEST) close()
    else stretch.push(i)
  }
  close()
  return result
}

/** Width at which lines are broken: that of most lines, or else the largest that is not chance; null where it is none. */
const findWidth = (widths: readonly number[]): number | null => {
  const buckets = new Array<number>(WIDEST + 12).fill(0)
  for (const width of widths) {
    const at = Math.round(width)
    buckets[at] = (buckets[at] ?? 0) + 1
  }
  const near = (w: number): number =>
    (buckets[w] ?? 0) > 0 ? (buckets[w] ?? 0) + (buckets[w - 1] ?? 0) + (buckets[w - 2] ?? 0) : 0
  // A width that many lines go beyond is none.
  const holds = (w: number): boolean => widths.filter((one) => one > w + 3).length <= widths.length * 0.04
  let most = NARROWEST
  for (let w = NARROWEST; w <= WIDEST; w++) if (near(w) > near(most)) most = w
  if (near(most) >= widths.length * 0.25 && holds(most)) return most
  const needed = Math.max(2, widths.length * 0.08)
  for (let w = WIDEST; w >= NARROWEST; w--) if (near(w) >= needed) return holds(w) ? w : null
  return null
}

const wrappingOf = (table: LineTable, stretch: number[]): Wrapping | null => {
  const widths = stretch.map((index) => (table.widths[index] ?? 0) + (table.indents[index] ?? 0))
  const found = findWidth(widths)
  const width = found ?? widths.reduce((widest, one) => Math.max(widest, one), 0)

  let certain = 0
  let near = 0
  let cut = 0
  let inner = 0
  let fragments = 0
  let indents = 0
  let flush = 0
  for (const [i, index] of stretch.entries()) {
    const line = lineText(table, index)
    if ((table.indents[index] ?? 0) >= 1.5) indents++
    const next = stretch[i + 1]
    const nextLine = next === undefined ? '' : lineText(table, next)
    const continues =
      nextLine !== '' && !startsEnumerator(nextLine) && !startsLabel(nextLine) && !startsBullet(nextLine)
    if (/[，、（(《“]$/.test(line) || /^[，。；）”》]/.test(nextLine)) certain++
    if ((widths[i] ?? 0) < width - 2.5) {
      if (continues && /[，、”》〕]$/.test(line)) fragments++
      continue
    }
    near++
    if (!MID_SENTENCE.test(line) || !continues) continue
    cut++
    if (next !== undefined && (table.indents[next] ?? 0) < 1.5) flush++
    if (INNER_MARK.test(line)) inner++
  }
  // Titles and entries of a list may be equally long and have no full stop, but few have a comma inside.
  // Where paragraphs have an indent, and what goes on has none, fewer will do.
  const share = indents >= stretch.length * 0.3 && flush === cut ? 0.3 : 0.5
  const cutAtWidth = found !== null && cut >= 2 && cut >= near * share && inner >= cut * 0.3
  // No paragraph ends with a comma: where many lines do, lines are broken.
  const cutAtMarks = certain >= Math.max(3, stretch.length * 0.2) && width >= 12
  if (!cutAtWidth && !cutAtMarks) return null
  const pairs = certainPairs(table, stretch, widths, width)
  const hasIndent = ({ next }: Pair): boolean => (table.indents[next] ?? 0) >= 1.5
  return {
    width,
    fragmented: fragments >= Math.max(2, stretch.length * 0.06),
    indented: indents >= 2 && indents < stretch.length * 0.6,
    strictly: isAlwaysMarked(pairs, hasIndent),
    spaced: isAlwaysMarked(pairs, ({ index, next }) => next > index + 1),
  }
}

/** Two lines of a stretch, one after the other. */
interface Pair {
  index: number
  next: number
  /** The first is a sentence's end and not filled: a paragraph ends. The first is filled and goes on: none does. */
  opens: boolean
}

/** The pairs of lines of which their ends tell whether a paragraph opens between them. */
const certainPairs = (table: LineTable, stretch: readonly number[], widths: readonly number[], width: number): Pair[] =>
  stretch.flatMap((index, i): Pair[] => {
    const next = stretch[i + 1]
    if (next === undefined) return []
    const full = (widths[i] ?? 0) >= width - 2.5
    const end = table.text.charAt((table.ends[index] ?? 0) - 1)
    if (!full && /[。！？；：]/.test(end)) return [{ index, next, opens: true }]
    return full && /[\u4e00-\u9fff，、]/.test(end) ? [{ index, next, opens: false }] : []
  })

/**
 * Whether a mark stands wherever a paragraph opens, and nowhere else. A few may be chance; and headings stand in the
 * middle of the page, and pages end in the middle of a sentence.
 */
const isAlwaysMarked = (pairs: readonly Pair[], isMarked: (pair: Pair) => boolean): boolean => {
  const opening = pairs.filter(({ opens }) => opens)
  const going = pairs.filter(({ opens }) => !opens)
  return (
    opening.length >= 3 &&
    going.length >= 3 &&
    opening.filter(isMarked).length >= 0.9 * opening.length &&
    going.filter(isMarked).length <= 0.2 * going.length
  )
}
