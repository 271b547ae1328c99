import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Node } from 'unist'
import { expect, test } from 'vitest'
import { xmlText } from '../../src/output/cell-text.ts'
import { writeMarkdown } from '../../src/output/markdown.ts'
import { sampleRegister, sampleTask } from './sample.ts'

interface Any extends Node {
  value?: string
  children?: Any[]
}

const parse = (markdown: string): Any => unified().use(remarkParse).use(remarkGfm).parse(markdown)

/** The text of a node; a line break as it was written. */
const textOf = (node: Any): string =>
  node.type === 'html' && node.value === '<br>' ? '\n' : (node.value ?? (node.children ?? []).map(textOf).join(''))

const rowsOf = (node: Any): string[][] =>
  (node.children ?? []).flatMap((child) =>
    child.type === 'table' ? (child.children ?? []).map((row) => (row.children ?? []).map(textOf)) : [],
  )

test('a table with its head, numbers on the right', () => {
  expect(writeMarkdown(sampleRegister(sampleTask()), { columns: '序号,工作任务,截止日期' })).toBe(
    '| 序号 | 工作任务 | 截止日期 |\n| ---: | --- | --- |\n| 1 | 推进清洁取暖 | 2025-12-31 |\n',
  )
})

test('sections as headings', () => {
  const register = sampleRegister(sampleTask(), sampleTask({ section: ['三、保障'] }))
  expect(writeMarkdown(register, { columns: '序号,来源章节', sectionRows: true })).toContain('## 三、保障\n\n| 序号 |')
})

test.each([
  ['a|b', 'a\\|b'],
  ['第一行\n第二行', '第一行<br>第二行'],
  ['**粗**_斜_<b>', '\\*\\*粗\\*\\*\\_斜\\_\\<b\\>'],
  ['&nbsp;', '&amp;nbsp;'],
])('%j', (title, written) => {
  expect(writeMarkdown(sampleRegister(sampleTask({ title })), { columns: '工作任务' })).toContain(`| ${written} |`)
})

test('whatever the texts, they stay in their cells and are shown as they are', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '|',
          '\\',
          '`',
          '*',
          '_',
          '[',
          ']',
          '<',
          '>',
          '&',
          '&lt;',
          '#',
          '~',
          '\n',
          ' ',
          '文',
          'a',
          'http://a.cn',
          'a@b.cn',
          '$',
        ),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(text, text, (title, content) => {
      const tree = parse(
        writeMarkdown(sampleRegister(sampleTask({ title, content })), { columns: '工作任务,具体内容,截止日期' }),
      )
      const shown = (cell: string): string =>
        xmlText(cell)
          .replace(/\n+/g, '\n')
          .replace(/[^\S\n]+/g, ' ')
          .trim()
      expect(rowsOf(tree)[1]?.map(shown)).toEqual([shown(title), shown(content), '2025-12-31'])
    }),
    { numRuns: 500 },
  )
})
