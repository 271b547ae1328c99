import { chunkWidth } from './chunk.ts'
import type { FlowLine } from './columns.ts'
import { findStretching, HANGING, isUnstretched, type Stretching } from './stretching.ts'

/** A line with its page. */
export interface PlacedLine extends FlowLine {
  page: number
  pageWidth: number
}

/** Edges of the column that a line stands in. */
interface Edges {
  left: number
  right: number
}

const ENDS = /[。！？；：!?;:…][”’」』》）)]*$/
const FULL_STOP = /[。！？!?][”’」』》）)]*$/
/** Numbers and labels: what opens a paragraph wherever it stands. */
const NUMBER =
  /^(?:[一二三四五六七八九十百]{1,4}[、．.]|第[一二三四五六七八九十百\d]{1,4}[章节条编篇、，,]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}[.．、](?!\d)|[①-⒛㈠-㈩●◆■▲•]|附件)/
const LABEL =
  /^[^，。；：:]{0,10}(?:单位|單位|部门|部門|机关|時限|时限|期限|领导|領導|责任人|責任人|措施|目标|目標|任务|任務)[：:]/
/** What opens one behind the end of a sentence; a mark that nothing stands before has lost its number. */
const TURN = /^(?:[一二三四五六七八九十]{1,2}[是要]|——|、|(?:同志们|各位(?:代表|委员|同志))[，：！,:!])/
const BRACKET = /[）)]$/

/** So many lines end at the right edge of a text, or it may lie further out. */
const FEWEST_FULL = 3

/** From this share of indented first lines on, a line without an indent opens no paragraph unless it says so. */
const MOSTLY = 0.5
/** From this share on, the indent alone decides. */
const ALWAYS = 0.85

/** Decides by their places which lines go on with the paragraph of the line before. */
export class ParagraphRules {
  private readonly edges = new Map<string, Edges>()
  private readonly pitch: Map<number, number>
  private readonly stretching: Stretching | null
  /** Share of the first lines that are indented by two characters, as they should be. */
  private readonly indented: number

  constructor(
    lines: readonly PlacedLine[],
    private readonly bodySize: number,
  ) {
    const groups = new Map<string, PlacedLine[]>()
    for (const line of lines) {
      const list = groups.get(keyOf(line)) ?? []
      list.push(line)
      groups.set(keyOf(line), list)
    }
    const all = new Map<number, Edges[]>()
    for (const [key, group] of groups) {
      const edges = withMargins(edgesOf(group), group)
      this.edges.set(key, edges)
      const column = group[0]?.column ?? 0
      if (group.length >= 4) all.set(column, [...(all.get(column) ?? []), edges])
    }
    // The last page may hold nothing but short lines.
    for (const [key, group] of groups) {
      const own = this.edges.get(key)
      const others = all.get(group[0]?.column ?? 0)
      if (own === undefined || others === undefined) continue
      const right = median(others.map((edges) => edges.right))
      const left = median(others.map((edges) => edges.left))
      this.edges.set(key, {
        left: group.length >= 4 && own.left > left - 2 * bodySize ? own.left : Math.min(own.left, left),
        right: own.right < right - bodySize ? right : own.right,
      })
    }
    this.pitch = pitches(lines)
    this.stretching = findStretching([...groups.values()])
    this.indented = this.countIndents(lines)
  }

  /** Whether `next` belongs to the paragraph that `previous` ends. */
  continues(previous: PlacedLine, next: PlacedLine): boolean {
    if (previous.gaps || next.gaps) return false
    const size = Math.max(previous.size, next.size)
    if (Math.abs(previous.size - next.size) > size * 0.08) return false
    const gap = this.gap(previous, next)
    if (gap !== null && gap > 1.45) return false
    if (this.hadRoom(previous, next)) return false
    const ended = FULL_STOP.test(previous.text)
    if (gap !== null && gap > (ended ? 1.12 : 1.3)) return false
    const indent = this.indentOf(next)
    const level = Math.abs(next.x0 - previous.x0) < size * 0.5
    if (this.indented >= MOSTLY) {
      const certain = this.indented >= ALWAYS
      if (indent < 1.2) return certain || !(begins(previous.text, next.text) || this.endsUnstretched(previous))
      // The first line of a title may be full, and nothing shows then that it is centred.
      if (this.isCentred(next) && (this.isCentred(previous) || size > this.bodySize * 1.1)) return !ended
      if (certain && indent < 2.8) return false
      // All lines of the paragraph may be indented, or all but the first.
      return !ENDS.test(previous.text) && !opens(next.text) && (level || next.x0 > previous.x0)
    }
    return !begins(previous.text, next.text) && !this.endsUnstretched(previous)
  }

  private endsUnstretched(line: PlacedLine): boolean {
    return this.stretching !== null && isUnstretched(line, this.stretching)
  }

  /** Whether an empty line stands between two lines; null where a page or column ends between them. */
  apart(previous: PlacedLine, next: PlacedLine): boolean | null {
    const gap = this.gap(previous, next)
    return gap === null ? null : gap > 1.7
  }

  /** Distance of the base lines, as a multiple of the usual one; null across pages and columns. */
  private gap(previous: PlacedLine, next: PlacedLine): number | null {
    if (previous.page !== next.page || previous.column !== next.column || next.y <= previous.y) return null
    const pitch = this.pitch.get(Math.round(next.size)) ?? next.size * 1.6
    return (next.y - previous.y) / pitch
  }

  /** The next word would have fitted on the line: it was ended on purpose. */
  private hadRoom(previous: PlacedLine, next: PlacedLine): boolean {
    const { left, right } = this.edgesFor(previous)
    const room = this.isCentred(previous) ? right - left - (previous.x1 - previous.x0) : right - previous.x1
    const spaced = /[A-Za-z0-9%]$/.test(previous.text) !== /^[A-Za-z0-9]/.test(next.text) ? 0.25 : 0
    if (room > (chunkWidth(next.text) + spaced + 0.35) * previous.size) return true
    // A signature stands at the right edge, and the date below it does not go on with it. First lines that are indented
    // by spaces as well start nearer to the left one.
    const far = Math.max(4 * previous.size, (right - left) * 0.3)
    return !this.isCentred(previous) && previous.x0 - left > far && Math.abs(next.x0 - previous.x0) > 2
  }

  private isCentred(line: PlacedLine): boolean {
    const { left, right } = this.edgesFor(line)
    const before = line.x0 - left
    const after = right - line.x1
    // Where the right edge is ragged, the first line of a paragraph may have as much space behind it as its indent.
    const least = line.size > this.bodySize * 1.1 ? line.size : line.size * 2.6
    return before > least && Math.abs(before - after) < line.size * 0.8
  }

  private indentOf(line: PlacedLine): number {
    return (line.x0 - this.edgesFor(line).left) / line.size
  }

  private edgesFor(line: PlacedLine): Edges {
    return this.edges.get(keyOf(line)) ?? { left: line.x0, right: line.x1 }
  }

  /** Of the lines that open a paragraph for certain, the share that is indented. */
  private countIndents(lines: readonly PlacedLine[]): number {
    let opening = 0
    let indents = 0
    for (const [i, next] of lines.entries()) {
      const previous = lines[i - 1]
      if (previous === undefined || !this.hadRoom(previous, next) || this.isCentred(next)) continue
      // Short lines are headings and names, which stand where they like.
      if (next.x1 - next.x0 < next.size * 12) continue
      opening++
      const indent = this.indentOf(next)
      if (indent > 1.2 && indent < 2.8) indents++
    }
    return opening < 2 ? 0 : indents / opening
  }
}

const opens = (text: string): boolean => NUMBER.test(text) || LABEL.test(text) || TURN.test(text)

/** Whether the second line opens a paragraph by its words, given how the first one ends. */
const begins = (previous: string, next: string): boolean =>
  NUMBER.test(next) || LABEL.test(next)
    ? ENDS.test(previous) || BRACKET.test(previous)
    : ENDS.test(previous) && TURN.test(next)

const keyOf = (line: PlacedLine): string => `${line.page} ${line.column}`

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** The outermost places that more than one line reaches; a single one may stand out. */
const edgesOf = (lines: readonly PlacedLine[]): Edges => {
  const size = median(lines.map((line) => line.size))
  const firm = lines.filter((line) => !HANGING.test(line.text))
  const ends = (firm.length >= 3 ? firm : lines).map((line) => line.x1)
  const starts = lines.map((line) => line.x0)
  const left = -supported(
    starts.map((start) => -start),
    size,
  )
  // In a short text a single line may be the only one that is not indented.
  const first = Math.min(...starts)
  return { left: left - first < size * 2.6 ? first : left, right: supported(ends, size) }
}

/**
 * Where hardly any lines end at one place, or others go further, none of them may be full. The text then goes as far as
 * the margin on the right lets it, which is as wide as that on the left.
 */
const withMargins = ({ left, right }: Edges, lines: readonly PlacedLine[]): Edges => {
  const [first] = lines
  if (first === undefined || first.column !== 0) return { left, right }
  const full = lines.filter((line) => Math.abs(line.x1 - right) < line.size * 0.6)
  const further = lines.filter((line) => line.x1 > right + 2 * line.size)
  const isEdge = full.length >= FEWEST_FULL && further.length <= Math.max(1, full.length * 0.1)
  return { left, right: isEdge ? right : Math.max(...lines.map((line) => line.x1), first.pageWidth - left) }
}

const supported = (values: readonly number[], size: number): number => {
  const sorted = [...values].sort((a, b) => b - a)
  if (sorted.length < 4) return sorted[0] ?? 0
  return sorted.find((value, i) => i + 1 < sorted.length && value - (sorted[i + 1] ?? 0) < size * 0.6) ?? sorted[0] ?? 0
}

/** The usual distance of base lines, for each size of characters. */
const pitches = (lines: readonly PlacedLine[]): Map<number, number> => {
  const counts = new Map<number, Map<number, number>>()
  for (const [i, next] of lines.entries()) {
    const previous = lines[i - 1]
    if (previous === undefined || previous.page !== next.page || previous.column !== next.column) continue
    const gap = Math.round((next.y - previous.y) * 2) / 2
    if (gap <= next.size * 0.8 || gap > next.size * 4) continue
    const size = Math.round(next.size)
    const bySize = counts.get(size) ?? new Map<number, number>()
    counts.set(size, bySize)
    bySize.set(gap, (bySize.get(gap) ?? 0) + 1)
  }
  const result = new Map<number, number>()
  for (const [size, bySize] of counts) {
    // Of gaps equally frequent the smaller is that within a paragraph.
    const [best] = [...bySize].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    const total = [...bySize.values()].reduce((sum, count) => sum + count, 0)
    if (best !== undefined && total >= 3) result.set(size, best[0])
  }
  return result
}
