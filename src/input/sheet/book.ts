import type * as Library from '@e965/xlsx'

/** A sheet as far as it is shown. */
export interface Sheet {
  name: string
  hidden: boolean
  /** Rows that hold something, sorted. */
  rows: { r: number; cells: { c: number; text: string }[] }[]
  /** First row, first column, last row, last column. */
  merges: [number, number, number, number][]
  hiddenRows: number[]
}

/**
 * Reads a workbook: the texts of its cells as they are shown, what is merged, and what is hidden. Uses nothing but what
 * it is given: in Node.js its text is run in a thread of its own.
 *
 * @throws whatever the library throws; RangeError "cells" beyond the limit
 */
export function readBook(XLSX: typeof Library, bytes: Uint8Array, mostCells: number): Sheet[] {
  // The library goes on behind a record that it does not know, with whatever comes there, and says so on the console.
  const said: string[] = []
  const { error } = console
  console.error = (...words: unknown[]) => {
    said.push(words.join(' '))
  }
  let book: Library.WorkBook
  try {
    book = XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: true,
      // Hidden rows and columns are told only together with styles.
      cellStyles: true,
      // 12/31/25 is how no Chinese office shows a date.
      dateNF: 'yyyy/m/d',
    })
  } finally {
    console.error = error
  }
  const unknown = said.find((line) => /record/i.test(line))
  if (unknown !== undefined) throw new Error(unknown)
  let room = mostCells
  return book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name]
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    const result: Sheet = { name, hidden, rows: [], merges: [], hiddenRows: [] }
    if (sheet === undefined || sheet['!type'] === 'chart' || hidden) return result
    const data: readonly (readonly (Library.CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
    // Sparse: forEach passes over the holes, where a loop to the length would not.
    data.forEach((row, r) => {
      const cells: { c: number; text: string }[] = []
      row?.forEach((cell, c) => {
        if (cell === undefined || cell.t === 'z' || cell.t === 'e' || sheet['!cols']?.[c]?.hidden === true) return
        const text = cell.t === 's' ? String(cell.v ?? '') : String(cell.w ?? cell.v ?? '')
        if (text === '') return
        room--
        if (room < 0) throw new RangeError('cells')
        cells.push({ c, text })
      })
      if (cells.length === 0) return
      result.rows.push({ r, cells })
      if (sheet['!rows']?.[r]?.hidden === true) result.hiddenRows.push(r)
    })
    for (const { s, e } of sheet['!merges'] ?? []) result.merges.push([s.r, s.c, e.r, e.c])
    return result
  })
}
