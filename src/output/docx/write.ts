import {
  AlignmentType,
  Document,
  Footer,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TextRun,
} from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import type { Register } from '../../model/register.ts'
import type { Language } from '../../register/language.ts'
import { dateOf } from '../address.ts'
import { xmlText } from '../cell-text.ts'
import type { RenderOptions } from '../options.ts'
import { type ArchiveFiles, packOffice } from '../zip.ts'
import * as fonts from './fonts.ts'
import { attachmentTable } from './rows.ts'
import { departmentTables } from './split.ts'
import { run, wordTable } from './table.ts'

const words = {
  zh: {
    mark: '附件',
    ledger: '任务台账',
    sheet: '任务交办单',
    nobody: '未写明单位的任务',
    addressee: (name: string, count: number) => `交办单位：${name}　　共 ${count} 项`,
    count: (count: number) => `共 ${count} 项`,
  },
  en: {
    mark: 'Annex',
    ledger: 'Task ledger',
    sheet: 'Assignment sheet',
    nobody: 'Tasks that name no department',
    addressee: (name: string, count: number) => `For: ${name}    tasks: ${count}`,
    count: (count: number) => `tasks: ${count}`,
  },
} as const

/**
 * The ledger in the manner of an official attachment: landscape A4, head repeated on each page, page numbers. With
 * `split` a sheet for each responsible department, each on a page of its own.
 */
export async function writeDocx(register: Register, options: RenderOptions = {}): Promise<Uint8Array> {
  const language = options.language ?? 'zh'
  const parts = options.split === 'department' ? sheets(register, language) : [attachment(register, language, options)]
  const title = titleOf(register)
  const document = new Document({
    creator: 'taizhang',
    lastModifiedBy: 'taizhang',
    title: xmlText(title ?? words[language].ledger),
    sections: parts.map((children, index) => ({ ...page(index), children })),
    styles: { default: { document: { run: fonts.body } } },
  })
  return packOffice(fixed(unzipSync(await Packer.pack(document, 'uint8array')), register))
}

function titleOf(register: Register): string | null {
  const [only, ...others] = register.documents
  return only && others.length === 0 ? only.title : null
}

function attachment(register: Register, language: Language, options: RenderOptions): (Paragraph | Table)[] {
  const names = words[language]
  const { columns, rows } = attachmentTable(register, language, options.columns)
  const title = titleOf(register)
  return [
    new Paragraph({ children: [run(names.mark, fonts.mark)] }),
    ...(title === null ? [] : [heading(title)]),
    heading(names.ledger, true),
    wordTable(columns, rows),
  ]
}

function sheets(register: Register, language: Language): (Paragraph | Table)[][] {
  const names = words[language]
  const title = titleOf(register)
  return departmentTables(register, language).map(({ department, columns, rows }) => [
    heading(names.sheet),
    ...(title === null ? [] : [line(title)]),
    line(
      department === null ? `${names.nobody}　　${names.count(rows.length)}` : names.addressee(department, rows.length),
    ),
    wordTable(columns, rows),
  ])
}

function heading(text: string, last = false): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 560, before: 0, after: last ? 160 : 0 },
    children: [run(text, fonts.title)],
  })
}

function line(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 60, after: 120 },
    children: [run(text, fonts.subtitle)],
  })
}

/** Landscape A4; the margins leave room for as wide a table as a binder allows. Numbers run on: — 1 —. */
function page(index: number): Omit<ISectionOptions, 'children'> {
  return {
    properties: {
      ...(index === 0 ? {} : { type: SectionType.NEXT_PAGE }),
      page: {
        // Width and height as of a portrait page: the package turns them.
        size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE },
        margin: { top: 1_300, bottom: 1_200, left: 1_134, right: 1_134, header: 700, footer: 700 },
      },
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: ['— ', PageNumber.CURRENT, ' —'].map(
              (part) => new TextRun({ children: [part], ...fonts.pageNumber }),
            ),
          }),
        ],
      }),
    },
  }
}

/** Replaces what the package takes from the clock, and adds the substitutes of fonts. */
function fixed(files: Readonly<Record<string, Uint8Array>>, register: Register): ArchiveFiles {
  const result: Record<string, Uint8Array | string> = { ...files, 'word/fontTable.xml': fonts.fontTable() }
  const core = files['docProps/core.xml']
  if (core) {
    const stated = register.documents[0]?.date
    const date = stated && dateOf(stated) ? stated : '1980-01-01'
    result['docProps/core.xml'] = strFromU8(core).replace(
      /(<dcterms:(created|modified)[^>]*>)[^<]*/g,
      `$1${date}T00:00:00Z`,
    )
  }
  return result
}
