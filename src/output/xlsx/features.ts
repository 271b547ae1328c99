import type { Feature } from 'write-excel-file/universal'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import type { Language } from '../../register/language.ts'
import { columnLetters, columnRange } from '../address.ts'
import { xmlText } from '../cell-text.ts'
import { offeredStatuses } from '../status.ts'
import { indexOf, type Layout } from './layout.ts'
import type { Computed } from './statistics-sheet.ts'
import { workbookWords } from './words.ts'

/** What the package has no option for. Sheets are counted from 0: ledger, statistics, review, store. */
const ledger = 0
const statistics = 1
const store = 3

interface Wanted {
  layout: Layout
  computed: Computed
  /** Printed at the head of every page. */
  title: string
  language: Language
}

/** Filter, list of statuses, print set-up, hidden parts, and values beside the formulas. */
export function workbookFeature(wanted: Wanted): Feature<Blob> {
  const { layout } = wanted
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
            if (tag === 'col' && sheetIndex === ledger && index === layout.columns.length) {
              return { ...attributes, hidden: 1 }
            }
            // Not a height that somebody set: it follows the text when a cell is edited.
            if (tag === 'row') return without(attributes, 'customHeight')
            if (tag === 'pageSetup') return { ...attributes, fitToWidth: 1, fitToHeight: 0 }
            if (tag === 'pageMargins') return { left: 0.4, right: 0.4, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 }
            return attributes
          },
          transform: (xml, _options, { sheetIndex }) =>
            sheetParts(wanted, sheetIndex).reduce(insert, withValues(xml, wanted, sheetIndex)),
        },
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes, index) =>
            tag === 'sheet' && index === store ? { ...attributes, state: 'veryHidden' } : attributes,
          // Formulas are computed when the file is opened, whatever program wrote it last.
          transform: (xml) =>
            xml
              .replace(/<definedNames\/>/, () => definedNames(wanted))
              .replace(/<calcPr\/>/, '<calcPr calcId="0" fullCalcOnLoad="1"/>'),
        },
      },
    },
  }
}

type Attributes = Record<string, string | number>

function without({ ...attributes }: Attributes, name: string): Attributes {
  delete attributes[name]
  return attributes
}

/** Elements of a sheet's XML, each of which has its place among the others. */
function sheetParts(wanted: Wanted, sheetIndex: number): string[] {
  if (sheetIndex === store) return []
  const title = `${sanitizeTextContent(`&C&14 ${headerText(wanted.title)}`)}`
  const parts = [
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<headerFooter><oddHeader>${title}</oddHeader><oddFooter>${sanitizeTextContent('&C&P / &N')}</oddFooter></headerFooter>`,
  ]
  if (sheetIndex !== ledger) return parts
  return [...parts, `<autoFilter ref="${filterRange(wanted.layout).replaceAll('$', '')}"/>`, ...statusList(wanted)]
}

/** & starts a code in a header; Excel takes 255 characters for all of it. */
function headerText(title: string): string {
  const plain = xmlText(title).replaceAll('\n', ' ')
  return (plain.length > 100 ? `${plain.slice(0, 99)}…` : plain).replaceAll('&', '&&')
}

/** The hidden column is within the filter: what is not would stay behind when rows are sorted. */
function filterRange({ columns, lastRow }: Layout): string {
  return `$A$1:$${columnLetters(columns.length)}$${lastRow}`
}

function statusList({ layout, language }: Wanted): string[] {
  const status = indexOf(layout, 'status')
  if (status < 0) return []
  const words = workbookWords[language]
  const range = columnRange(status, 2, layout.lastCovered).replaceAll('$', '')
  const attributes = [
    'type="list"',
    'allowBlank="1"',
    'showInputMessage="1"',
    // A warning, not a ban: offices have words of their own.
    'errorStyle="information"',
    `promptTitle="${sanitizeAttributeValue(words.statusHintTitle)}"`,
    `prompt="${sanitizeAttributeValue(words.statusHint)}"`,
    `sqref="${range}"`,
  ].join(' ')
  const list = sanitizeTextContent(`"${offeredStatuses(language).join(',')}"`)
  return [
    `<dataValidations count="1"><dataValidation ${attributes}><formula1>${list}</formula1></dataValidation></dataValidations>`,
  ]
}

function insert(xml: string, part: string): string {
  const order = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []
  return insertElementMarkupAccordingToOrderOfSiblings(xml, part, order, 'worksheet')
}

/** Puts what a formula comes to behind it: previews in chat programs and mail do not compute. */
function withValues(xml: string, { computed }: Wanted, sheetIndex: number): string {
  if (sheetIndex !== statistics) return xml
  return xml.replace(/(<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>)(?=<\/c>)/g, (whole: string, cell: string, at: string) => {
    const value = computed.get(at)
    return value === undefined ? whole : `${cell}<v>${value}</v>`
  })
}

/** Head rows that are printed on each page; the name that Excel keeps for a filter. */
function definedNames({ layout, language }: Wanted): string {
  const words = workbookWords[language]
  const name = (attributes: string, value: string): string =>
    `<definedName ${attributes}>${sanitizeTextContent(value)}</definedName>`
  const titles = (sheet: number, label: string, row: number): string =>
    name(`name="_xlnm.Print_Titles" localSheetId="${sheet}"`, `'${label}'!$1:$${row}`)
  return [
    '<definedNames>',
    name(
      `name="_xlnm._FilterDatabase" localSheetId="${ledger}" hidden="1"`,
      `'${words.ledger}'!${filterRange(layout)}`,
    ),
    titles(ledger, words.ledger, 1),
    titles(statistics, words.statistics, 2),
    titles(2, words.review, 1),
    '</definedNames>',
  ].join('')
}
