import type { Sheet } from 'write-excel-file/universal'
import type { Register } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { noteForPeople } from '../../register/words.ts'
import { isCut } from '../cell-text.ts'
import { columns, rowsOf } from '../columns.ts'
import { heightOf } from './layout.ts'
import { headCell, textCell } from './style.ts'
import { workbookWords } from './words.ts'

const widths = [6, 14, 60, 32, 16, 24]

/** The third sheet: every task that somebody should look at, and why. */
export function reviewSheet(register: Register, language: Language): Sheet<Blob> {
  const words = workbookWords[language]
  const shown = columns.filter(({ key }) => ['seq', 'id', 'task', 'source', 'document'].includes(key))
  const [seq, id, task, source, document] = shown
  const rows = rowsOf(register, shown, language).flatMap((cells, index) => {
    const reasons = register.tasks[index]?.notes.map((note) => noteForPeople(note, language)) ?? []
    const cut = rowsOf({ ...register, tasks: register.tasks.slice(index, index + 1) }, columns, language).flat()
    if (cut.some(isCut)) reasons.push(words.cut)
    if (reasons.length === 0) return []
    const [number = '', name = '', title = '', place = '', path = ''] = cells
    return [[number, name, title, reasons.join('；'), place, path]]
  })
  const head = [seq, id, task]
    .map((column) => column?.[language] ?? '')
    .concat(words.whatToCheck, source?.[language] ?? words.where, document?.[language] ?? '')
  const body = rows.length === 0 ? [['', '', words.nothing, '', '', '']] : rows
  return {
    sheet: words.review,
    data: [
      head.map(headCell),
      ...body.map((row) =>
        row.map((cell, at) => ({
          ...textCell(cell, language, at < 2 || at === 4 ? 'center' : undefined),
          height: heightOf(row, widths),
        })),
      ),
    ],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}
