import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** What the build made of a page: its program and its style (scripts/pages.mjs). */
export interface PageAssets {
  script: string
  scriptHash: string
  style: string
}

/** Built, the pages lie beside the program; run from its sources, where the last build put them. */
const folder = new URL(import.meta.url.endsWith('.ts') ? '../../dist/review/' : './review/', import.meta.url)

/** Reads a page's program: `page` shows a ledger, `app` holds the whole engine. */
export async function pageAssets(name: 'page' | 'app', from: URL = folder): Promise<PageAssets> {
  const [script, style] = await Promise.all([
    readFile(new URL(`${name}.js`, from), 'utf8'),
    readFile(new URL('page.css', from), 'utf8'),
  ])
  return { script, style, scriptHash: createHash('sha256').update(script, 'utf8').digest('base64') }
}
