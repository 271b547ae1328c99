import { read, utils, type WorkBook, write } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'

/** The parts of an Office file as text. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

/** A workbook as another program reads it. */
export function openWorkbook(bytes: Uint8Array): WorkBook {
  return read(bytes, { type: 'array', cellNF: true, cellFormula: true, sheetStubs: true })
}

/** The cells of a sheet as shown. */
export function cellsOf(bytes: Uint8Array, sheet: string): string[][] {
  const found = openWorkbook(bytes).Sheets[sheet]
  return found ? utils.sheet_to_json<string[]>(found, { header: 1, raw: false, defval: '' }) : []
}

/** What people do to a sheet, then saved by another program. */
export function edited(bytes: Uint8Array, sheet: string, edit: (rows: Rows) => void): Uint8Array {
  const workbook = openWorkbook(bytes)
  const found = workbook.Sheets[sheet]
  if (!found) throw new Error(`no sheet ${sheet}`)
  edit(new Rows(workbook, sheet))
  const saved: unknown = write(workbook, { type: 'array', bookType: 'xlsx' })
  if (!(saved instanceof ArrayBuffer)) throw new Error('not written')
  return new Uint8Array(saved)
}

/** A sheet by the names of its columns and the numbers of its tasks. */
export class Rows {
  constructor(
    private readonly workbook: WorkBook,
    private readonly name: string,
  ) {}

  private get table(): unknown[][] {
    const sheet = this.workbook.Sheets[this.name]
    return sheet ? utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null }) : []
  }

  private put(table: unknown[][]): void {
    this.workbook.Sheets[this.name] = utils.aoa_to_sheet(table)
  }

  set(row: number, column: string, value: unknown): this {
    const { table } = this
    const at = table[0]?.indexOf(column) ?? -1
    const cells = table[row]
    if (at < 0 || !cells) throw new Error(`no cell ${row} ${column}`)
    cells[at] = value
    this.put(table)
    return this
  }

  /** Takes rows away, puts rows in, turns them round. */
  change(how: (rows: unknown[][]) => unknown[][]): this {
    const [head = [], ...rows] = this.table
    this.put([head, ...how(rows)])
    return this
  }

  merge(range: string): this {
    const sheet = this.workbook.Sheets[this.name]
    if (sheet) sheet['!merges'] = [...(sheet['!merges'] ?? []), utils.decode_range(range)]
    return this
  }

  addColumn(name: string, values: readonly string[]): this {
    const { table } = this
    this.put(table.map((row, index) => [...row, index === 0 ? name : (values[index - 1] ?? null)]))
    return this
  }
}
