import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { appOf, benchOfBlock, extractFile, hasBrowser, pageOf } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core objects to, in a few words each. */
async function objections(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const found: unknown = await Reflect.get(window, 'axe').run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    })
    const isList = (value: unknown): value is Record<string, unknown>[] => Array.isArray(value)
    const violations = typeof found === 'object' && found !== null ? Reflect.get(found, 'violations') : []
    if (!isList(violations)) return ['no answer']
    return violations.map(({ id, impact, nodes }) => {
      const [first] = isList(nodes) ? nodes : []
      return `${String(impact)} ${String(id)}: ${String(first?.html).slice(0, 160)} ${String(first?.failureSummary).slice(0, 300)}`
    })
  })
}

describe.runIf(hasBrowser)('accessibility', () => {
  const bench = benchOfBlock()

  it('finds nothing in any view of the review page', async () => {
    bench.write('review.html', await pageOf(bench, [await extractFile('fixtures/documents/county-speech.txt')]))
    const page = await bench.open('review.html')
    const views: Record<string, string[]> = {}
    for (const name of ['leftOut', 'departments', 'months', 'ledger']) {
      await page.click(`#tab-${name}`)
      views[name] = await objections(page)
    }
    await page.keyboard.press('x')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.editor')
    views.editor = await objections(page)
    await page.locator('[name="title"]').press('Escape')
    for (const key of ['?', 'e', 's']) {
      await page.keyboard.press(key)
      await page.waitForSelector('dialog[open]')
      views[key] = await objections(page)
      await page.keyboard.press('Escape')
      await page.waitForSelector('dialog', { state: 'detached' })
    }
    await page.getByRole('button', { name: '目录' }).click()
    views.outline = await objections(page)
    expect(views).toEqual({
      leftOut: [],
      departments: [],
      months: [],
      ledger: [],
      editor: [],
      '?': [],
      e: [],
      s: [],
      outline: [],
    })
    await page.close()
  })

  it('finds nothing in the app', async () => {
    bench.write('app.html', await appOf(bench))
    const page = await bench.open('app.html')
    expect(await objections(page)).toEqual([])
    await page.close()
  })

  it('shows where the keyboard is', async () => {
    bench.write('review.html', await pageOf(bench, [await extractFile('fixtures/documents/city-speech.txt')]))
    const page = await bench.open('review.html')
    for (let i = 0; i < 25; i++) {
      await page.keyboard.press('Tab')
      const outline = await page.evaluate(() => {
        const active = document.activeElement
        if (!active || active === document.body) return 'body'
        return getComputedStyle(active).outlineStyle
      })
      expect(outline).not.toBe('none')
    }
    await page.close()
  })
})
