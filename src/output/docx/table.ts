import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { xmlText } from '../cell-text.ts'
import * as fonts from './fonts.ts'

/** A column of a Word table. */
export interface WordColumn {
  name: string
  /** Share of the width. */
  weight: number
  centred?: boolean
}

/** What stands in a cell: a text, of which the first part may be set off. */
export interface WordCell {
  lead?: string
  text: string
}

/** A row of cells, or a heading over all columns with its level from 0. */
export type WordRow = { cells: readonly WordCell[] } | { heading: string; level: number }

interface Face {
  font: { ascii: string; hAnsi: string; cs: string; eastAsia: string; hint: string }
  size: number
}

/** Width of the text on a landscape A4 page, in twips. */
const textWidth = 14_570

/** A table with its head on each page. */
export function wordTable(columns: readonly WordColumn[], rows: readonly WordRow[]): Table {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => Math.round((weight / total) * textWidth))
  const width = (index: number) => ({ size: widths[index] ?? 0, type: WidthType.DXA })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ name }, index) =>
        new TableCell({
          width: width(index),
          verticalAlign: VerticalAlignTable.CENTER,
          children: [paragraph([run(name, fonts.head)], true)],
        }),
    ),
  })
  const body = rows.map((row) =>
    'heading' in row
      ? headingRow(row.heading, row.level, columns.length)
      : new TableRow({
          // A short row stays on one page; were long ones kept whole too, half of each page would be empty.
          cantSplit: row.cells.every(({ text }) => text.length < 200),
          children: row.cells.map(
            (cell, index) =>
              new TableCell({
                width: width(index),
                verticalAlign: VerticalAlignTable.CENTER,
                children: paragraphs(cell, columns[index]?.centred ?? false),
              }),
          ),
        }),
  )
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { top: 40, bottom: 40, left: 85, right: 85 },
    rows: [head, ...body],
  })
}

function headingRow(heading: string, level: number, span: number): TableRow {
  const face = level === 0 ? fonts.section : fonts.subsection
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: span,
        width: { size: textWidth, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        // A heading alone at the foot of a page helps nobody.
        children: [
          new Paragraph({ keepNext: true, spacing: { before: 40, after: 40 }, children: [run(heading, face)] }),
        ],
      }),
    ],
  })
}

/** A paragraph for each line. */
function paragraphs({ lead = '', text }: WordCell, centred: boolean): Paragraph[] {
  return xmlText(text)
    .split('\n')
    .map((line, index) => {
      const start = index === 0 && lead !== '' && line.startsWith(lead) ? lead : ''
      const runs = start === '' ? [] : [run(start, fonts.lead)]
      return paragraph([...runs, run(line.slice(start.length), fonts.body)], centred)
    })
}

function paragraph(children: TextRun[], centred: boolean): Paragraph {
  return new Paragraph({
    alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { line: 280 },
    children,
  })
}

/** A run of text as XML can carry it. */
export function run(text: string, face: Face): TextRun {
  return new TextRun({ text: xmlText(text).replaceAll('\n', ' '), ...face })
}
