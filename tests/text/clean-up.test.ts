import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readView } from '../../src/text/index.ts'

const root = join(import.meta.dirname, '../../fixtures/clean-up')

/** The clean text as a reader sees it: furniture lines carry their kind in front, blank lines are left out. */
const shown = async (text: string): Promise<string> => {
  const view = await readView({ text, hints: [] })
  return view.lines
    .filter((line) => line.kind !== 'blank')
    .map((line) => (line.kind === 'furniture' ? `{${line.furniture}} ` : '') + view.text.slice(line.start, line.end))
    .join('\n')
}

describe('clean-up', () => {
  for (const name of readdirSync(root).sort()) {
    const input = join(root, name, 'input.txt')
    if (!existsSync(input)) continue
    it(name.replaceAll('-', ' '), async () => {
      const text = readFileSync(input, 'utf8')
      expect(await shown(text)).toBe(readFileSync(join(root, name, 'view.txt'), 'utf8').trimEnd())
      expect(await shown(text.replace(/\n/g, '\r\n'))).toBe(await shown(text))
    })
  }

  it('drops the letter that is left of a gloss, with the space that a PDF has behind it', async () => {
    const glossed = '機關(guān)應(yīng)當做好宣傳，'.repeat(15)
    for (const space of ['', ' '])
      expect(await shown(`${glossed}推進整改??h${space}市區負責。`)).toMatch(/整改\?\?市区负责。$/)
  })
})
