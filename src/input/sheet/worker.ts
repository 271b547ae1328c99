/**
 * What runs beside the spreadsheet library in a thread of its own: reads a workbook and gives the texts of its cells as
 * they are shown, what is merged, and what is hidden. Plain JavaScript, since it travels as text.
 */
export const SHEET_WORKER = `
(library, question, { bytes, limits }) => {
  const XLSX = library.read ? library : library.default
  // Goes on behind a record that it does not know, with whatever comes there.
  const said = []
  console.error = (...words) => said.push(words.join(' '))
  const book = XLSX.read(bytes, {
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
  const unknown = said.find((line) => /record/i.test(line))
  if (unknown !== undefined) throw new Error(unknown)
  let room = limits.cells
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name]
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    if (sheet === undefined || sheet['!type'] === 'chart' || hidden) return { name, hidden, rows: [], merges: [], hiddenRows: [] }
    const hiddenColumns = new Set()
    ;(sheet['!cols'] ?? []).forEach((column, c) => {
      if (column?.hidden) hiddenColumns.add(c)
    })
    const rows = []
    // Sparse: forEach passes over the holes, where a loop to the length would not.
    ;(sheet['!data'] ?? []).forEach((row, r) => {
      const cells = []
      row?.forEach((cell, c) => {
        if (cell === undefined || cell.t === 'z' || cell.t === 'e' || hiddenColumns.has(c)) return
        const text = cell.t === 's' ? String(cell.v ?? '') : String(cell.w ?? cell.v ?? '')
        if (text === '') return
        if (--room < 0) throw new RangeError('cells')
        cells.push({ c, text })
      })
      if (cells.length > 0) rows.push({ r, cells })
    })
    const merges = (sheet['!merges'] ?? []).map(({ s, e }) => [s.r, s.c, e.r, e.c])
    const hiddenRows = rows.filter(({ r }) => sheet['!rows']?.[r]?.hidden === true).map(({ r }) => r)
    return { name, hidden, rows, merges, hiddenRows }
  })
}
`
