import type { Cell, Row, Sheet } from 'write-excel-file/universal'
import type { Register } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { dateOf } from '../address.ts'
import { type Column, rowsOf } from '../columns.ts'
import type { Lights } from '../options.ts'
import { headingOf, sectionRuns } from '../sections.ts'
import { centred, heightOf, type Layout, spareRows, widthOf } from './layout.ts'
import { lightRules } from './lights.ts'
import { rowKeys } from './store.ts'
import { bandCell, dateCell, headCell, numberCell, officeText, textCell } from './style.ts'
import { workbookWords } from './words.ts'

/** Stands in the hidden column of a row that is no task. */
export const bandMark = '#'

interface Chosen {
  columns: readonly Column[]
  language: Language
  sectionRows: boolean
  lights: Lights
}

/** The first sheet: the ledger itself. Its last column, hidden, names the row, so that it may be sorted and moved. */
export function ledgerSheet(
  register: Register,
  { columns, language, sectionRows, lights }: Chosen,
): { sheet: Sheet<Blob>; layout: Layout } {
  const words = workbookWords[language]
  const keys = rowKeys(register.tasks)
  const texts = rowsOf(register, columns, language)
  const widths = columns.map((column, at) =>
    widthOf(
      column,
      texts.map((row) => row[at] ?? ''),
    ),
  )
  const taskRow = (index: number): Row => [
    ...columns.map((column, at) => cellOf(column, texts[index]?.[at] ?? '', language)),
    { value: officeText(keys[index] ?? ''), type: String, height: heightOf(texts[index] ?? [], widths) },
  ]
  const rows: Row[] = []
  let index = 0
  for (const run of sectionRuns(register.tasks)) {
    const heading = sectionRows ? headingOf(run, register) : ''
    if (heading !== '') rows.push(bandRow(heading, columns.length, language))
    for (const _ of run.tasks) rows.push(taskRow(index++))
  }
  const layout: Layout = {
    sheet: words.ledger,
    columns,
    lastRow: rows.length + 1,
    lastCovered: rows.length + 1 + spareRows,
  }
  const rules = lightRules(layout, lights)
  const sheet: Sheet<Blob> = {
    sheet: words.ledger,
    data: [[...columns.map((column) => headCell(column[language])), headCell(words.rowKey)], ...rows],
    columns: [...widths.map((width) => ({ width })), { width: 10 }],
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
    orientation: 'landscape',
    // An empty list of rules is one that the package cannot write.
    ...(rules.length === 0 ? {} : { conditionalFormatting: rules }),
  }
  return { sheet, layout }
}

function bandRow(heading: string, span: number, language: Language): Row {
  return [bandCell(heading, span, language), ...Array.from({ length: span - 1 }, () => null), bandMark]
}

function cellOf(column: Column, text: string, language: Language): Cell {
  if (column.type === 'number') return numberCell(Number(text))
  const date = column.type === 'date' ? dateOf(text) : null
  if (date) return dateCell(date)
  return textCell(text, language, centred.has(column.key) ? 'center' : undefined)
}
