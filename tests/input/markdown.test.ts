import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownSource } from '../../src/input/markdown.ts'
import type { Source } from '../../src/model/source.ts'
import { createView } from '../../src/text/index.ts'

const source = (text: string): Source =>
  markdownSource({ path: 'x.md', text, encoding: 'utf-8', notices: [], sha256: '' })

/** Lines with text, as "kind depth: text". */
const lines = (text: string): string[] => {
  const read = source(text)
  const view = createView(read)
  return view.lines
    .filter((line) => line.kind !== 'blank')
    .map((line) => {
      const label = line.hint === undefined ? '' : `${line.hint.kind}${line.hint.depth ?? line.hint.row ?? ''}: `
      return label + view.text.slice(line.start, line.end)
    })
}

describe('Markdown', () => {
  it('turns headings, lists and emphasis into hints', () => {
    expect(
      lines('# 会议纪要\n\n## 一、议题\n\n**结论**\n\n- 修复登录缺陷\n  - 补充测试\n* 更新[手册](http://x.cn/a)\n'),
    ).toEqual([
      'heading1: 会议纪要',
      'heading2: 一、议题',
      '结论',
      'list-item1: 修复登录缺陷',
      'list-item2: 补充测试',
      'list-item1: 更新手册',
    ])
  })

  it('keeps the numbers of ordered lists, since they enumerate', () => {
    expect(lines('1. 完成招标\n2. 完成验收\n')).toEqual(['list-item1: 1.完成招标', 'list-item1: 2.完成验收'])
  })

  it('reads tables as rows of cells, without the rule', () => {
    const text = '| 任务 | 单位 |\r\n| --- | :-: |\r\n| 招标 |  |\r\n| a\\|b | **财政局** |\r\n'
    expect(lines(text)).toEqual(['table-row0: 任务\t单位', 'table-row1: 招标', 'table-row2: a|b\t财政局'])
    const view = createView(source(text))
    const cells = view.lines.map((line) =>
      (line.hint?.cells ?? []).map((cell) => view.text.slice(cell.start, cell.end)),
    )
    expect(cells).toEqual([
      ['任务', '单位'],
      ['招标', ''],
      ['a|b', '财政局'],
    ])
  })

  it('does not take prose for code or headings', () => {
    expect(lines('    各单位要抓好落实。\n\n完成情况\n---\n2025. 年度安排\n')).toEqual([
      '各单位要抓好落实。',
      '完成情况',
      'list-item1: 2025.年度安排',
    ])
  })

  it('leaves code and front matter alone', () => {
    expect(lines('---\ntitle: 计划\n---\n\n```sh\nnpm  run\n```\n')).toEqual([
      'code: ---',
      'code: title: 计划',
      'code: ---',
      'code: npm run',
    ])
  })

  it('drops comments', () => {
    expect(lines('一、目标<!-- 待定 -->\n\n<!-- 多行\n注释 -->\n\n二、任务\n')).toEqual(['一、目标', '二、任务'])
  })

  it('maps cells and headings back to the file', () => {
    const text = '## 一、目标\n\n| 任务 | 单位 |\n|---|---|\n| 招标 | 财政局 |\n'
    const view = createView(source(text))
    const at = view.text.indexOf('财政局')
    const { start, end } = view.toOriginal(at, at + 3)
    expect(text.slice(start, end)).toBe('财政局')
  })

  it('gives sorted hints within the text, whatever the text is', () => {
    const pieces = fc.constantFrom(
      '# ',
      '- ',
      '1. ',
      '|',
      '---',
      '\n',
      '\n\n',
      '**',
      '`',
      '```\n',
      '> ',
      '任务',
      '<!--',
      '-->',
      '[',
      '](',
      ')',
      '\\',
      '\r\n',
      '  ',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        const read = source(text)
        let last = 0
        let markupEnd = 0
        for (const hint of read.hints) {
          expect(hint.start).toBeGreaterThanOrEqual(last)
          expect(hint.end).toBeGreaterThanOrEqual(hint.start)
          expect(hint.end).toBeLessThanOrEqual(text.length)
          if (hint.kind === 'markup') {
            expect(hint.start).toBeGreaterThanOrEqual(markupEnd)
            markupEnd = hint.end
          }
          last = hint.start
        }
        const view = createView(read)
        for (const line of view.lines)
          for (const cell of line.hint?.cells ?? []) {
            expect(cell.start).toBeGreaterThanOrEqual(line.start)
            expect(cell.end).toBeLessThanOrEqual(line.end)
          }
      }),
      { numRuns: 500 },
    )
  })
})
