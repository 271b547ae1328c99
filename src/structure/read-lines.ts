import { rowNumbers } from '../text/lines/row-numbers.ts'
import type { View } from '../text/view.ts'
import { findBodyLines } from './body-lines.ts'
import { readEnumerator, readLostNumber, readPieceTitle } from './enumerators.ts'
import type { LabelHit } from './label-types.ts'
import { findLabels, findNoteLine, type OwnLabels } from './labels.ts'
import { findMonthLines } from './month-lines.ts'
import { type Enumerator, rankOf } from './schemes.ts'
import { readTables, type TableLine } from './tables.ts'
import { findTitle } from './title.ts'
import type { Furniture, Line } from './tree.ts'

/** What a line is, before depths are known. */
export type Read =
  | { kind: 'furniture'; line: Line; reason: Furniture['reason'] }
  | { kind: 'title'; line: Line }
  | { kind: 'row'; line: Line; row: TableLine }
  | { kind: 'label'; line: Line; hits: LabelHit[] }
  | { kind: 'section'; line: Line; enumerator: Enumerator }
  | { kind: 'paragraph'; line: Line; item: boolean }

/** A line that opens a unit. */
export type SectionRead = Extract<Read, { kind: 'section' }>

/** A list without numbers; ——2026年1月26日在…会议上 is a dateline. */
const ITEM = /^\s*(?:[-•·●◆■►▪*]\s?\S|(?:——|--)(?!\s?(?:(?:19|20)\d\d年|在|来自))\S[^。]*[。；;：:])/

/** Tells of every line of a view that is not blank what it is. */
export function readLines(view: View, labels?: OwnLabels): Read[] {
  const lines = filledLines(view)
  const tables = readTables(view)
  const pieces = pieceTitles(view, lines, tables)
  const title = pieces.size > 0 ? null : findTitle(view, lines)
  const numbers = rowNumbers(lines.map((line) => line.text))
  const lost = lines.filter((line) => readLostNumber(line.text, 0) !== null).length >= 2
  const reads = lines.map((line, place): Read => {
    const viewLine = view.lines[line.index]
    if (viewLine?.kind === 'furniture') return { kind: 'furniture', line, reason: viewLine.furniture ?? 'toolbar' }
    const row = tables.get(line.index)
    if (row) return { kind: 'row', line, row }
    const piece = pieces.get(line.index)
    if (piece) return { kind: 'section', line, enumerator: piece }
    if (title?.has(line.index)) return { kind: 'title', line }
    const enumerator = numberOfLine(view.text, line, numbers.get(place), lost) ?? markOfHeading(line)
    if (enumerator) return { kind: 'section', line, enumerator }
    const hits = labelsOfLine(line, labels)
    if (hits.length > 0) return { kind: 'label', line, hits }
    return { kind: 'paragraph', line, item: line.hint?.kind === 'list-item' || ITEM.test(line.text) }
  })
  return withBodies(reads)
}

function filledLines(view: View): Line[] {
  return view.lines.flatMap((line, index) =>
    line.kind === 'blank'
      ? []
      : {
          index,
          start: line.start,
          end: line.end,
          text: view.text.slice(line.start, line.end),
          ...(line.hint ? { hint: line.hint } : {}),
        },
  )
}

/** The titles of several documents in one file, by line. A single 篇一 is a word of the title. */
function pieceTitles(
  view: View,
  lines: readonly Line[],
  tables: ReadonlyMap<number, TableLine>,
): Map<number, Enumerator> {
  const pieces = new Map<number, Enumerator>()
  for (const line of lines) {
    if (view.lines[line.index]?.kind !== 'text' || tables.has(line.index)) continue
    const piece = readPieceTitle(line.text, line.start)
    if (piece) pieces.set(line.index, piece)
  }
  return pieces.size < 2 ? new Map() : pieces
}

/**
 * The number that a line begins with.
 *
 * @param known where it ends, as its neighbours tell it in spite of a digit behind it: an offset of the line
 * @param lost whether the document has lines whose numbers were lost in copying
 */
function numberOfLine(text: string, line: Line, known: number | undefined, lost: boolean): Enumerator | null {
  const at = textStartOf(line)
  // the mark of a line must not see the next one: 二、 alone before 三、 is no list of numbers
  const own = text.slice(0, line.end)
  const enumerator =
    (known === undefined ? null : numberAt(own, at, line.start + known)) ?? readEnumerator(own, at, true)
  if (enumerator) return enumerator.end <= line.end ? enumerator : null
  const bare = lost ? readLostNumber(own.slice(at, at + 3), 0) : null
  return bare && { ...bare, start: at, end: at + bare.end }
}

const textStartOf = (line: Line): number => line.start + (/^\s*/.exec(line.text)?.[0].length ?? 0)

/** The number that stands from `start` to `end`. */
function numberAt(text: string, start: number, end: number): Enumerator {
  const marker = text.slice(start, end)
  return { scheme: 'arabic', ordinal: Number.parseInt(marker, 10), marker: marker.trimEnd(), start, end }
}

/** The mark of a line that the format calls a heading. */
function markOfHeading(line: Line): Enumerator | null {
  if (line.hint?.kind !== 'heading') return null
  const depth = line.hint.depth ?? 1
  return {
    scheme: 'markdown',
    ordinal: null,
    marker: '#'.repeat(depth),
    start: line.start,
    end: textStartOf(line),
    depth,
  }
}

/** Labels of a line that starts with one, or the note that is its own label; offsets made absolute. */
function labelsOfLine(line: Line, labels?: OwnLabels): LabelHit[] {
  const hits = findLabels(line.text, labels)
  const before = line.text
    .slice(0, hits[0]?.start ?? 0)
    .trim()
    .replace(/^[（(【[*★☆▲※—-]+/, '')
  const note = hits.length === 0 || before !== '' ? findNoteLine(line.text) : null
  const own = note ? [note] : before === '' ? hits : []
  return own.map((hit) => ({ ...hit, start: hit.start + line.start, end: hit.end + line.start }))
}

/** Opens a section for each body that a list is of, and for each month of a calendar. */
function withBodies(reads: Read[]): Read[] {
  const lines = reads.map((read) => ({
    text: read.line.text,
    plain: read.kind === 'paragraph' && !read.item,
    number:
      read.kind === 'section' && rankOf(read.enumerator.scheme) >= rankOf('arabic') ? read.enumerator.ordinal : null,
  }))
  const bodies = findBodyLines(lines)
  const months = findMonthLines(lines)
  if (bodies.size + months.size === 0) return reads
  return reads.map((read, i): Read => {
    if (!bodies.has(i) && !months.has(i)) return read
    const { line } = read
    const scheme = bodies.has(i) ? 'body' : 'month'
    return {
      kind: 'section',
      line,
      enumerator: { scheme, ordinal: null, marker: '', start: line.start, end: line.start },
    }
  })
}
