import type { SourceHint } from '../model/source.ts'
import type { Budget } from './limits.ts'

/** What a hint says beside where it lies. */
export type LineHint = Omit<SourceHint, 'start' | 'end' | 'cells'>

/** Puts the text of a document together line by line, with what its format says of them. */
export class TextBuilder {
  private readonly parts: string[] = []
  private length = 0
  readonly hints: SourceHint[] = []

  /** @param budget counts what is written; without it, somebody else does */
  constructor(private readonly budget?: Budget) {}

  /** Offset at which the next line starts. */
  get offset(): number {
    return this.length
  }

  /** Adds a line; line breaks in it stay. */
  line(text: string, hint?: LineHint): void {
    if (hint !== undefined && text !== '')
      this.hints.push({ ...hint, start: this.length, end: this.length + text.length })
    this.append(text)
  }

  /** Adds a row of a table; cells are offsets in its text. */
  row(text: string, row: number, cells: NonNullable<SourceHint['cells']>): void {
    const at = this.length
    for (let i = 0; i < cells.length; i++) this.budget?.addNode()
    this.hints.push({
      start: at,
      end: at + text.length,
      kind: 'table-row',
      row,
      cells: cells.map((cell) => ({ ...cell, start: cell.start + at, end: cell.end + at })),
    })
    this.append(text)
  }

  /** The text, each line ended, and its hints in order. */
  finish(): { text: string; hints: SourceHint[] } {
    return { text: this.parts.join(''), hints: this.hints }
  }

  private append(text: string): void {
    this.parts.push(text, '\n')
    this.length += text.length + 1
    this.budget?.checkText(this.length)
  }
}

/**
 * Tabs in a paragraph on its own set words apart, or a number from its heading; only where paragraphs with tabs stand
 * together do they make columns. Elsewhere they become spaces, so that nobody takes the line for a row of a table.
 *
 * @param lines paragraphs in a run, without tables among them
 */
export const settleTabs = (lines: readonly string[]): string[] =>
  lines.map((line, index) => {
    if (!line.includes('\t')) return line
    const inner = INNER_TAB.test(line) && !NUMBER_TAB.test(line)
    const beside = [lines[index - 1], lines[index + 1]].some(
      (other) => other !== undefined && INNER_TAB.test(other) && !NUMBER_TAB.test(other),
    )
    return inner && beside ? line : line.replaceAll('\t', ' ')
  })

const INNER_TAB = /\S\t+\S/
/** A typed number with a tab behind it, and no further one. */
const NUMBER_TAB = /^\s*[第（(]?[\d一二三四五六七八九十.]{1,6}[、.．)）章节条]?\t[^\t]*$/
