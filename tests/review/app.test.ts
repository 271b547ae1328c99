import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Register } from '../../src/model/register.ts'
import { sha256 } from '../../src/review/app/sha256.ts'
import { appOf, benchOfBlock, exported, extractFile, extractText, hasBrowser } from './browser.ts'

const seeds = '../shared/corpus/seeds'
const documents = 'fixtures/documents'
const formats = 'fixtures/formats'
const list = (folder: string, wanted: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => wanted.test(name))
        .map((name) => join(folder, name))
    : []

/** What the page says of a file: the register as the export writes it. */
async function inBrowser(page: Page, path: string): Promise<Register> {
  await page.setInputFiles('input[type="file"]', resolve(path))
  await page.waitForSelector('#unchecked', { timeout: 30_000 })
  return JSON.parse((await exported(page, 'json')).toString('utf8'))
}

it.skipIf(!existsSync(seeds))('reads the seeds of ../shared as well', () => {
  expect(list(seeds, /\.txt$/)).not.toEqual([])
})

describe('SHA-256 of the page', () => {
  it('is that of node', () => {
    for (const length of [0, 1, 55, 56, 63, 64, 65, 1000, 100_003]) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + length) & 255)
      expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'))
    }
  })
})

describe.runIf(hasBrowser)('the app page', () => {
  const bench = benchOfBlock()
  let page: Page
  beforeAll(async () => {
    bench.write('app.html', await appOf(bench))
  })
  beforeEach(async () => {
    page = await bench.open('app.html')
  })
  afterEach(async () => {
    await page.close()
  })

  const files = [
    ...list(documents, /\.(?:txt|md)$/),
    ...list(formats, /\.(?:txt|md|docx|doc|wps|html?|odt|rtf|ofd|csv)$/),
    ...list(seeds, /\.txt$/),
  ]
  it.each(files)('extracts %s as the command line does', async (path) => {
    const { register } = await extractFile(path)
    expect(await inBrowser(page, path)).toEqual(register)
  })

  it('extracts what is pasted', async () => {
    const text = '一、重点工作\n（一）推进供水改造，由市水务局牵头，9月底前完成。\n'
    await page.fill('#paste', text)
    await page.fill('input[type="number"]', '2026')
    await page.getByRole('button', { name: '提取任务' }).click()
    await page.waitForSelector('#unchecked')
    const register: Register = JSON.parse((await exported(page, 'json')).toString('utf8'))
    const expected = await extractText(text, '粘贴的文字.txt')
    expect(register.tasks).toMatchObject(expected.register.tasks.map(({ id, title }) => ({ id, title })))
    expect(register.tasks[0]?.due).toBe('2026-09-30')
    const saved = (await exported(page, 'page')).toString('utf8')
    bench.write('saved.html', saved)
    const again = await bench.open('saved.html')
    expect(await again.locator('.entry').count()).toBe(register.tasks.length)
    await again.close()
  })

  it('listens to the keyboard as soon as the ledger is seen', async () => {
    await page.evaluate(() => {
      const pressed = new MutationObserver(() => {
        if (!document.querySelector('#unchecked')) return
        pressed.disconnect()
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'e', bubbles: true }))
      })
      pressed.observe(document.body, { childList: true, subtree: true })
    })
    await page.setInputFiles('input[type="file"]', resolve(documents, 'city-speech.txt'))
    await page.waitForSelector('[data-export="json"]')
  })

  it('takes a file that is dropped', async () => {
    const bytes = [...readFileSync(join(documents, 'city-speech.txt'))]
    const data = await page.evaluateHandle((content) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(content)], 'city-speech.txt'))
      return transfer
    }, bytes)
    await page.dispatchEvent('main', 'drop', { dataTransfer: data })
    await page.waitForSelector('#unchecked')
    expect(await page.locator('.entry').count()).toBe(7)
    await page.getByText('换一份文件').click()
    await page.waitForSelector('#paste')
    expect(await page.locator('.entry').count()).toBe(0)
  })

  it('says what is wrong with a file', async () => {
    await page.setInputFiles('input[type="file"]', {
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0]),
    })
    await page.waitForSelector('.faults li')
    expect(await page.textContent('.faults')).toMatch(/^picture\.png：/)
  })
})
