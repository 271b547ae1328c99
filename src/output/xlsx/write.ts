import { strFromU8, unzipSync } from 'fflate'
import writeExcelFile from 'write-excel-file/universal'
import type { Register } from '../../model/register.ts'
import { chooseColumns } from '../columns.ts'
import { defaultLights, type RenderOptions } from '../options.ts'
import { withoutSection } from '../sections.ts'
import { type ArchiveFiles, packOffice } from '../zip.ts'
import { workbookFeature } from './features.ts'
import { ledgerSheet } from './ledger-sheet.ts'
import { reviewSheet } from './review-sheet.ts'
import { statisticsSheet } from './statistics-sheet.ts'
import { storeRows, storeSheet } from './store.ts'
import { bodyFont, officeText } from './style.ts'
import { workbookWords } from './words.ts'

/**
 * A workbook for Excel and WPS: the ledger, counts, what needs a look, and, hidden, the register itself, from which
 * `readXlsx` restores what no column shows.
 */
export async function writeXlsx(register: Register, options: RenderOptions = {}): Promise<Uint8Array> {
  const language = options.language ?? 'zh'
  const sectionRows = options.sectionRows ?? false
  const chosen = chooseColumns(options.columns)
  const columns = sectionRows ? withoutSection(chosen) : chosen
  const lights = { ...defaultLights, ...options.lights }
  const { sheet, layout } = ledgerSheet(register, { columns, language, sectionRows, lights })
  const statistics = statisticsSheet(register, layout, language)
  const keys = columns.map(({ key }) => key)
  const title = register.documents.length === 1 ? register.documents[0]?.title : null
  const feature = workbookFeature({
    layout,
    language,
    computed: statistics.computed,
    title: title ?? workbookWords[language].untitled,
  })
  const sheets = [
    sheet,
    statistics.sheet,
    reviewSheet(register, language),
    { sheet: storeSheet, data: storeRows(register, language, keys).map((row) => row.map(officeText)) },
  ]
  const blob = await writeExcelFile(sheets, { fontFamily: bodyFont, fontSize: 11, features: [feature] }).toBlob()
  return packOffice(mended(unzipSync(new Uint8Array(await blob.arrayBuffer()))))
}

/** Where no column is frozen there is no right-hand pane to be active: strict readers take that for damage. */
function mended(files: Readonly<Record<string, Uint8Array>>): ArchiveFiles {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => {
      if (!/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) return [name, content]
      const xml = strFromU8(content)
      return [name, xml.replace(/ xSplit="0"(.*?)activePane="bottomRight"/, '$1activePane="bottomLeft"')]
    }),
  )
}
