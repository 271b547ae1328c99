import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reviewSource } from '../../src/review/build.ts'
import { layOut } from '../../src/review/model/highlight.ts'
import { extracted, type Row } from '../../src/review/model/ledger.ts'
import { SourceText } from '../../src/review/model/source-text.ts'
import { extractFile } from './browser.ts'

const list = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []
const seeds = '../shared/corpus/seeds'
const files = [...list('fixtures/documents'), ...list(seeds)].filter((path) => /\.(?:txt|md)$/.test(path))

it.skipIf(!existsSync(seeds))('reads the seeds of ../shared as well', () => {
  expect(list(seeds)).not.toEqual([])
})

describe.each(files)('the text of %s on the page', (path) => {
  it('is covered to the last word by tasks and by what is told of the rest', async () => {
    const extraction = await extractFile(path)
    const { text, zones } = reviewSource(extraction, 'd1')
    const covered = new Uint8Array(text.length)
    for (const { source } of extraction.register.tasks)
      for (const { start, end } of source) covered.fill(1, start.offset, end.offset)
    let before = 0
    for (const { start, end } of zones) {
      expect(start).toBeGreaterThanOrEqual(before)
      expect(end).toBeGreaterThan(start)
      // Nothing is told of a task's own text.
      expect(covered.subarray(start, end).includes(1)).toBe(false)
      covered.fill(2, start, end)
      before = end
    }
    const missed = [...covered].flatMap((mark, i) => (mark === 0 && /[\p{L}\p{N}]/u.test(text.charAt(i)) ? [i] : []))
    // Half of a pair of surrogates is no letter by itself, so none of those is listed here.
    expect(missed.map((i) => text.slice(i, i + 10))).toEqual([])
  })

  it('maps places as the view does', async () => {
    const extraction = await extractFile(path)
    const { view, register } = extraction
    const source = new SourceText(reviewSource(extraction, 'd1'))
    const step = Math.max(1, Math.floor(view.text.length / 500))
    for (let start = 0; start + 12 < view.text.length; start += step) {
      expect(source.toOriginal({ start, end: start + 12 })).toEqual(view.toOriginal(start, start + 12))
    }
    for (const { source: places } of register.tasks) {
      for (const { start, end } of places) {
        expect(source.position({ start: start.offset, end: end.offset })).toMatchObject({ start, end })
      }
    }
  })

  it('is laid out without a character lost', async () => {
    const extraction = await extractFile(path)
    const source = reviewSource(extraction, 'd1')
    const rows: readonly Row[] = extracted(extraction.register).rows
    const lines = layOut(source, rows, new Set())
    const shown = lines.map(({ segments }) => segments.map(({ text }) => text).join(''))
    expect(shown).toEqual(source.text.split(/\r\n|\r|\n/))
    const opened = lines.flatMap(({ segments }) => segments.flatMap(({ opens }) => opens ?? []))
    expect(new Set(opened).size).toBe(opened.length)
  })
})
