import type { Sheet } from 'write-excel-file/universal'
import { columnLetters, formulaText } from '../address.ts'
import type { Lights } from '../options.ts'
import { statusesThatMean } from '../status.ts'
import { indexOf, type Layout } from './layout.ts'

type Rules = NonNullable<Sheet<Blob>['conditionalFormatting']>

/** Cells that take the colour of their row: enough to see it, little enough to print. */
const coloured: readonly string[] = ['seq', 'id', 'due', 'status']

/**
 * Colours by due date and status, as formulas: the spreadsheet compares with its own TODAY(), the file holds no date of
 * its own making. What is done is green; what was stopped or goes on for good is never overdue.
 */
export function lightRules(layout: Layout, lights: Lights): Rules {
  const due = indexOf(layout, 'due')
  const status = indexOf(layout, 'status')
  const statusIs = (words: readonly string[]): string =>
    status < 0 ? 'FALSE' : `OR(${words.map((word) => `$${columnLetters(status)}2=${formulaText(word)}`).join(',')})`
  const conditions: { formula: string; colour: string }[] = []
  if (status >= 0) conditions.push({ formula: statusIs(statusesThatMean('done')), colour: lights.green })
  if (due >= 0) {
    const day = `$${columnLetters(due)}2`
    const pending = `ISNUMBER(${day}),NOT(${statusIs(statusesThatMean('done', 'ongoing', 'stopped'))})`
    conditions.push(
      { formula: `AND(${pending},${day}+${lights.redAfterDays}<TODAY())`, colour: lights.red },
      { formula: `AND(${pending},${day}<=TODAY()+${lights.yellowWithinDays})`, colour: lights.yellow },
    )
  }
  // The first rule that holds for a cell wins.
  return coloured
    .map((key) => indexOf(layout, key))
    .filter((index) => index >= 0)
    .flatMap((index) =>
      conditions.map(({ formula, colour }) => ({
        cellRange: { from: { row: 2, column: index + 1 }, to: { row: layout.lastCovered, column: index + 1 } },
        condition: { formula },
        style: { backgroundColor: colour },
      })),
    )
}
