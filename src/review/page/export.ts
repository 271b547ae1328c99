import { writeCsv } from '../../output/csv.ts'
import { writeJson } from '../../output/json.ts'
import { writeXlsx } from '../../output/xlsx/write.ts'
import { writeYaml } from '../../output/yaml.ts'
import { scriptJson } from '../json-script.ts'
import { registerOf } from '../model/ledger.ts'
import type { Store } from './store.ts'

export type ExportFormat = 'xlsx' | 'csv' | 'yaml' | 'json' | 'page'
export const exportFormats: readonly ExportFormat[] = ['xlsx', 'csv', 'yaml', 'json', 'page']

const types: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  yaml: 'text/yaml',
  json: 'application/json',
  page: 'text/html',
}

/** Writes the ledger as it stands, with the writers of the command line, and hands it to the browser as a download. */
export async function exportLedger(store: Store, format: ExportFormat): Promise<string> {
  const content = await render(store, format)
  const stem = (store.data.sources[0]?.name ?? '').replace(/\.[^.]+$/, '')
  const { suffix } = store.t
  const name = format === 'page' ? `${stem}-${suffix.page}.html` : `${stem}-${suffix.ledger}.${format}`
  download(content, name, types[format])
  return name
}

async function render(store: Store, format: ExportFormat): Promise<string | Uint8Array<ArrayBuffer>> {
  const register = registerOf(store.desk, store.ledger)
  switch (format) {
    case 'xlsx':
      return new Uint8Array(await writeXlsx(register, { language: store.language }))
    case 'csv':
      return writeCsv(register, { language: store.language })
    case 'yaml':
      return writeYaml(register, store.language)
    case 'json':
      return writeJson(register)
    case 'page':
      return pageWith(scriptJson({ ...store.data, saved: store.saved }))
  }
}

/** This page as it was before anything was rendered; kept by `rememberPage`. */
let page = ''

/** To be called before anything is rendered: what is saved as a page later is made of this. */
export function rememberPage(): void {
  page = `<!doctype html>\n${document.documentElement.outerHTML}\n`
}

/** The page with other data in it. In the app, which has none yet, they are put where the page keeps them. */
function pageWith(json: string): string {
  const open = '<script type="application/json" id="review-data">'
  const start = page.indexOf(open)
  const end = page.indexOf('</script>', start)
  return start < 0 ? page : `${page.slice(0, start + open.length)}${json}${page.slice(end)}`
}

function download(content: string | Uint8Array<ArrayBuffer>, name: string, type: string): void {
  const url = URL.createObjectURL(
    new Blob([content], { type: typeof content === 'string' ? `${type};charset=utf-8` : type }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
