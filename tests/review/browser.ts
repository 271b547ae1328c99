import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildPages } from '../../scripts/pages.mjs'
import { QUIET_CHROMIUM } from '../../scripts/programs.mjs'
import { readSource } from '../../src/input/read.ts'
import type { Source } from '../../src/model/source.ts'
import { extractSource } from '../../src/pipeline/extract.ts'
import type { Language } from '../../src/register/language.ts'
import { pageAssets } from '../../src/review/assets.ts'
import { pageHtml } from '../../src/review/html.ts'
import { type Reviewed, reviewData } from '../../src/review/render.ts'

const executable = '/usr/bin/chromium'

/** Pages can only be tried where there is a browser. */
export const hasBrowser = existsSync(executable)
if (!hasBrowser) process.stderr.write(`No ${executable}: the tests of the review page are skipped.\n`)

/** A browser with the pages of this very source tree, and what went wrong in it. */
export interface Bench {
  readonly folder: string
  /** Opens a file of the folder. */
  open(name: string): Promise<Page>
  write(name: string, text: string): void
}

/**
 * A browser for the tests of a block, started before the first and closed behind the last. Whatever a test does:
 * nothing goes to a network, and nothing goes wrong unseen.
 */
export function benchOfBlock(): Bench {
  let folder = ''
  /** Messages of the console, errors of scripts, requests to anywhere but the disk. */
  const faults: string[] = []
  let context: BrowserContext | undefined
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-review-'))
    await buildPages(join(folder, 'review'), '0.0.0-test')
    context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: executable,
      headless: true,
      viewport: { width: 1366, height: 768 },
      args: QUIET_CHROMIUM,
    })
    context.setDefaultTimeout(10_000)
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
    })
    context.on('weberror', (error) => faults.push(`script: ${error.error().message}`))
    context.on('request', (request) => {
      if (!/^(?:file|data|blob):/.test(request.url())) faults.push(`request: ${request.url()}`)
    })
  })
  afterEach(() => {
    expect(faults.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await context?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    get folder() {
      return folder
    },
    open: async (name) => {
      if (context === undefined) throw new Error('the browser has not started')
      const page = await context.newPage()
      await page.goto(pathToFileURL(join(folder, name)).href)
      await page.waitForSelector('#root > *')
      return page
    },
    write: (name, text) => writeFileSync(join(folder, name), text),
  }
}

/** Extracts a file as the command line does, its path cut to the name. */
export async function extractFile(path: string): Promise<Reviewed> {
  const source = await readSource(path)
  return extractSource({ ...source, path: path.split('/').at(-1) ?? path })
}

/** Extracts a text that is no file. */
export async function extractText(text: string, path = 'text.txt'): Promise<Reviewed> {
  const source: Source = { path, text, format: 'text', encoding: 'utf-8', sha256: path, notices: [], hints: [] }
  return extractSource(source)
}

/** The review page, with the program of this source tree. */
export async function pageOf(
  bench: Bench,
  extractions: readonly [Reviewed, ...Reviewed[]],
  language: Language = 'zh',
): Promise<string> {
  const data = reviewData(extractions, language)
  return pageHtml({ language, title: 'review', data, ...(await pageAssets('page', assetsOf(bench))) })
}

/** The page that holds the engine. */
export async function appOf(bench: Bench, language: Language = 'zh'): Promise<string> {
  return pageHtml({ language, title: 'app', ...(await pageAssets('app', assetsOf(bench))) })
}

const assetsOf = ({ folder }: Bench): URL => pathToFileURL(join(folder, 'review/'))

/** Chooses a format in the dialog of exports, and gives what is downloaded. */
export async function exported(page: Page, format: 'yaml' | 'csv' | 'json' | 'page' | 'xlsx'): Promise<Buffer> {
  await page.keyboard.press('e')
  const waiting = page.waitForEvent('download')
  await page.click(`[data-export="${format}"]`)
  const stream = await (await waiting).createReadStream()
  const chunks: Uint8Array[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}
