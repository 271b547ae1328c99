import type { SourceHint } from '../model/source.ts'

/** A cell on its way into the text. */
export interface CellText {
  text: string
  /** Belongs to the cell above or left of it, and is empty. */
  merged?: boolean
}

/** Puts a source's text together line by line, with the hints that say what the lines are. */
export class SourceText {
  private readonly pieces: string[] = []
  private length = 0
  private readonly collected: SourceHint[] = []

  /** Offset at which the next piece of text starts. */
  get offset(): number {
    return this.length
  }

  get text(): string {
    return this.pieces.join('')
  }

  /** Sorted by where they start; of those that start together the longer comes first. */
  get hints(): SourceHint[] {
    return this.collected.sort((a, b) => a.start - b.start || b.end - a.end)
  }

  /** Adds a piece as it is. */
  write(text: string): void {
    if (text === '') return
    this.pieces.push(text)
    this.length += text.length
  }

  /** Adds a blank line, unless the text begins or has one here. */
  blank(): void {
    if (this.length > 0 && this.pieces.at(-1) === '\n' && this.pieces.at(-2) !== '\n') this.write('\n')
  }

  hint(hint: SourceHint): void {
    if (hint.end > hint.start) this.collected.push(hint)
  }

  /** Adds a line; nothing where it has no text. */
  line(text: string, hint?: Pick<SourceHint, 'kind' | 'depth'>): void {
    if (text.trim() === '') return
    const start = this.length
    this.write(text)
    if (hint !== undefined) this.hint({ ...hint, start, end: this.length })
    this.write('\n')
  }

  /**
   * Adds a row of a table, with a tab between cells.
   *
   * @param known whether the format tells which cells are merged
   */
  row(cells: readonly CellText[], row: number, known = true): void {
    const start = this.length
    const places: NonNullable<SourceHint['cells']> = []
    for (const [column, cell] of cells.entries()) {
      if (column > 0) this.write('\t')
      const from = this.length
      this.write(cell.text)
      places.push({ start: from, end: this.length, ...(known ? { merged: cell.merged === true } : {}) })
    }
    this.hint({ start, end: this.length, kind: 'table-row', row, cells: places })
    this.write('\n')
  }
}
