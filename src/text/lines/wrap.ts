import { startsBullet, startsEnumerator, startsLabel } from './openers.ts'
import { isBlank, type LineTable, lineText } from './table.ts'

/** How the lines of a stretch of text were broken. */
export interface Wrapping {
  /** Width in Han characters at which lines were broken. */
  width: number
  /** Lines are also broken at punctuation, as some PDF readers do: what was one line is several short ones. */
  fragmented: boolean
  /** Paragraphs are marked by an indent, so that a line without one is never a new paragraph. */
  indented: boolean
}

/** Nobody wraps at more than this; a longer line ends a stretch of wrapped lines. */
const WIDEST = 100
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
    if (kind === 'code' || kind === 'table-row') continue
    if ((table.widths[i] ?? 0) > WIDEST) close()
    else stretch.push(i)
  }
  close()
  return result
}

const wrappingOf = (table: LineTable, stretch: number[]): Wrapping | null => {
  const widths = stretch.map((index) => (table.widths[index] ?? 0) + (table.indents[index] ?? 0))
  const buckets = new Array<number>(WIDEST + 12).fill(0)
  for (const width of widths) {
    const at = Math.round(width)
    buckets[at] = (buckets[at] ?? 0) + 1
  }
  const needed = Math.max(2, stretch.length * 0.08)
  let width = 0
  for (let w = WIDEST; w >= 8 && width === 0; w--) {
    const here = (buckets[w] ?? 0) + (buckets[w - 1] ?? 0) + (buckets[w - 2] ?? 0)
    if (here >= needed && (buckets[w] ?? 0) > 0) width = w
  }
  // A width that many lines go beyond is none.
  const isWidth = width > 0 && widths.filter((w) => w > width + 3).length <= stretch.length * 0.04
  if (!isWidth) width = widths.reduce((widest, w) => Math.max(widest, w), 0)

  let certain = 0
  let near = 0
  let cut = 0
  let inner = 0
  let fragments = 0
  let indents = 0
  for (const [i, index] of stretch.entries()) {
    const line = lineText(table, index)
    if (line.includes('\t')) continue
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
    if (INNER_MARK.test(line)) inner++
  }
  // Titles and entries of a list may be equally long and have no full stop, but few have a comma inside.
  const cutAtWidth = isWidth && cut >= 2 && cut >= near * 0.5 && inner >= cut * 0.3
  // No paragraph ends with a comma: where many lines do, lines are broken.
  const cutAtMarks = certain >= Math.max(3, stretch.length * 0.2) && width >= 12
  if (!cutAtWidth && !cutAtMarks) return null
  return {
    width,
    fragmented: fragments >= Math.max(2, stretch.length * 0.06),
    indented: indents >= 2 && indents < stretch.length * 0.6,
  }
}
