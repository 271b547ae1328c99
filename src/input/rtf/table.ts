import type { CellDefinition, RowContent } from '../edge-table.ts'
import type { Budget } from '../limits.ts'

const MOST_CELLS = 1000

const undivided = { continuesAbove: false, continuesLeft: false }

/** The table that is being read, row by row. */
export class RtfTable {
  private paragraphs: string[] = []
  private cells: string[][] = []
  private definitions: CellDefinition[] = []
  private definition = { ...undivided }
  private rows: RowContent[] = []

  constructor(private readonly budget: Budget) {}

  /** Reads a word that says how the cells of the row are cut. */
  define(word: string, parameter: number | undefined): void {
    switch (word) {
      case 'trowd':
        this.definitions = []
        this.definition = { ...undivided }
        return
      case 'clvmrg':
        this.definition.continuesAbove = true
        return
      case 'clmrg':
        this.definition.continuesLeft = true
        return
      case 'cellx':
        this.budget.addNode()
        if (this.definitions.length < MOST_CELLS) this.definitions.push({ right: parameter ?? 0, ...this.definition })
        this.definition = { ...undivided }
    }
  }

  addParagraph(text: string): void {
    if (text.trim() !== '') this.paragraphs.push(text)
  }

  endCell(): void {
    this.cells.push(this.paragraphs)
    this.paragraphs = []
  }

  endRow(): void {
    if (this.cells.length > 0) this.rows.push({ cells: this.cells, definitions: this.definitions })
    this.cells = []
  }

  /** The rows so far; what comes next is another table. */
  take(): RowContent[] {
    this.endRow()
    const { rows } = this
    this.rows = []
    return rows
  }
}
