import { describe, expect, it } from 'vitest'
import { extractSource, viewSource } from '../../src/index.ts'
import type { Task } from '../../src/model/register.ts'
import { documentsOf, readText } from './fixtures.ts'
import { sourceOf } from './sources.ts'
import { type Style, typeset } from './typeset.ts'

const plain = (text: string): string => text.replace(/\s/g, '')

/** What a task says, wherever it stands. */
const said = ({ kind, content, departments, people, deadlines, targets, due }: Task) => ({
  kind,
  content: plain(content),
  departments: departments.map(({ name, role }) => `${role} ${plain(name)}`),
  people: people.map(({ name, role }) => `${role} ${plain(name)}`),
  deadlines: deadlines.map(({ text, end }) => `${plain(text)} ${end}`),
  targets: targets.map(({ text, value, unit }) => `${plain(text)} ${value} ${unit}`),
  due,
})

const tasksOf = async (text: string) => (await extractSource(sourceOf(text))).register.tasks.map(said)

const STYLES: readonly Style[] = ['indents', 'blank lines']
const WIDTHS = Array.from({ length: 25 }, (_, i) => 20 + i)

describe('a document copied from a print, its lines broken at the width of the page, gives the same tasks', () => {
  for (const { name, input } of documentsOf('documents').filter((fixture) => fixture.input.endsWith('.txt')))
    it.each(STYLES)(`${name}, paragraphs told by %s`, async (style) => {
      // One of them is broken already.
      const { text } = await viewSource(sourceOf(readText(input)))
      const expected = await tasksOf(text)
      for (const width of WIDTHS)
        expect(await tasksOf(typeset(text, width, style)), `${width} characters a line`).toEqual(expected)
    })
})
