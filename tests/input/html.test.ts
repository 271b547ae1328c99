import { describe, expect, it } from 'vitest'
import type { Source } from '../../src/model/source.ts'
import { cellsOf, linesOf, sourceOf } from './documents.ts'
import { bytesOf, failureOf, fixture, marked, survivesDamage, tasksSaidIn } from './fixture.ts'

const page = (body: string, head = ''): Promise<Source> =>
  sourceOf(bytesOf(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`), 'x.html')
const lines = async (body: string): Promise<string[]> => linesOf(await page(body))
const PROSE = '各单位要切实提高认识，加强组织领导，明确责任分工，确保按时完成各项任务。'

describe('the article of a page', () => {
  it.each(['example.html', 'example.mhtml'])('%s gives the tasks of example.txt', async (name) => {
    expect(await tasksSaidIn(name)).toEqual(await tasksSaidIn('example.txt'))
  })

  it('is found among menus, advertisements and hidden elements', async () => {
    const source = await sourceOf(fixture('example.html'), 'example.html')
    expect(source.encoding).toBe('gb18030')
    for (const word of ['首页', '相关文章', '看不见', '注释', '网站地图', '正文', '分享', '领导之窗'])
      expect(source.text.split('\n').filter((line) => line.includes(word))).toEqual(
        marked(source, 'furniture').filter((line) => line.includes(word)),
      )
    expect(marked(source, 'heading')).toEqual(['云溪市2026年城乡环境提升工作方案'])
    expect(marked(source, 'furniture')).toContain(
      '发布时间：2026-01-21 09:30\u00a0\u00a0来源：市政府办公室\u00a0\u00a0浏览次数：135',
    )
    expect(source.notices).toEqual([{ code: 'page-parts-dropped', detail: expect.any(String) }])
  })

  it('is found by its prose where no name tells', async () => {
    const links = Array.from(
      { length: 20 },
      (_, i) => `<li><a href="/${i}">关于第${i}号文件的通知，请查收</a></li>`,
    ).join('')
    const found = await lines(
      `<div><ul>${links}</ul></div><div><div><p>${PROSE}</p><p>${PROSE}</p></div></div><div><ul>${links}</ul></div>`,
    )
    expect(found).toEqual([PROSE, PROSE])
  })

  it('is the whole page where there is nothing else', async () => {
    expect(await lines(`<h2>一、目标</h2><p>${PROSE}</p><p>某局</p>`)).toEqual(['heading2: 一、目标', PROSE, '某局'])
  })

  it('takes its title from the head where it has none itself', async () => {
    const source = await page(`<p>${PROSE}</p>`, '<title>某市2026年工作方案 - 某市人民政府网站</title>')
    expect(linesOf(source)).toEqual(['heading1: 某市2026年工作方案', PROSE])
  })
})

describe('elements', () => {
  it('of blocks are lines, those within a line are not', async () => {
    expect(await lines(`<p>一、<b>加快</b>\n推进</p><div>二<br>三</div>四<span>五</span>`)).toEqual([
      '一、加快推进',
      '二',
      '三',
      '四五',
    ])
  })

  it('of lists have their marks', async () => {
    expect(
      await lines('<ul><li>甲<ul><li>乙</li></ul></li></ul><ol start="3"><li>丙</li><li value="9">丁</li></ol>'),
    ).toEqual(['list-item1: 甲', 'list-item2: 乙', '3. 丙', '9. 丁'])
    expect(await lines('<ol reversed><li>甲</li><li>乙</li></ol><ol type="A"><li>丙</li></ol>')).toEqual([
      '2. 甲',
      '1. 乙',
      'A. 丙',
    ])
    expect(await lines('<ol style="list-style-type:cjk-ideographic"><li>甲</li><li>乙</li></ol>')).toEqual([
      '一、甲',
      '二、乙',
    ])
    expect(await lines('<ol><li>1.甲</li><li>（二）乙</li></ol>')).toEqual(['1.甲', '（二）乙'])
  })

  it('of tables are rows, with spans as merged cells', async () => {
    const source = await page(
      '<table><caption>分工表</caption><tr><th rowspan=2>任务</th><th colspan=2>责任单位</th></tr><tr><th>牵头</th><th>配合</th></tr><tr><td>甲</td><td>市财政局<br>市教育局</td><td></td></tr></table>',
    )
    expect(source.text.split('\n')[0]).toBe('分工表')
    expect(cellsOf(source)).toEqual([
      ['任务', '责任单位', '_'],
      ['_', '牵头', '配合'],
      ['甲', '市财政局；市教育局', ''],
    ])
  })

  it('that only lay out are no tables', async () => {
    expect(await lines(`<table><tr><td>${PROSE}</td></tr><tr><td><p>${PROSE}</p></td></tr></table>`)).toEqual([
      PROSE,
      PROSE,
    ])
  })

  it('of ruby leave the reading out, entities and preformatted lines are read', async () => {
    expect(
      await lines(
        '<p><ruby>應<rp>(</rp><rt>yīng</rt><rp>)</rp></ruby>該&ldquo;甲&rdquo;&#12289;</p><pre>一\n  二</pre>',
      ),
    ).toEqual(['應該“甲”、', '一', '  二'])
  })
})

describe('bytes', () => {
  const gbk = Uint8Array.of(0xb8, 0xf7, 0xb5, 0xa5, 0xce, 0xbb)
  const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

  it('are decoded as the page declares, where that fits', async () => {
    const declared = join(bytesOf('<html><meta charset="gbk"><p>'), gbk, bytesOf('</p>'))
    expect(await sourceOf(declared, 'x.htm')).toMatchObject({ text: '各单位\n', encoding: 'gb18030' })
    const wrong = join(bytesOf('<html><meta charset="utf-8"><p>'), gbk, gbk, bytesOf('</p>'))
    expect((await sourceOf(wrong, 'x.htm')).text).toBe('各单位各单位\n')
    const marked16 = join(Uint8Array.of(0xff, 0xfe), new Uint8Array(Buffer.from('<html><p>各单位</p>', 'utf16le')))
    expect((await sourceOf(marked16, 'x.html')).encoding).toBe('utf-16le')
  })

  it('of a page are known whatever the file is called', async () => {
    expect(
      (await sourceOf(bytesOf('<html><body><table><tr><td>甲</td></tr></table></body></html>'), 'x.xls')).format,
    ).toBe('html')
    expect((await sourceOf(bytesOf('各单位要把<重点>抓好'), 'x.txt')).format).toBe('text')
  })

  it('without a word are no text, nested beyond measure are refused', async () => {
    expect(await failureOf(bytesOf('<html><script>1</script></html>'), 'x.html')).toBe('no-text')
    expect(['damaged', 'read']).toContain(await failureOf(bytesOf(`<html>${'<div>'.repeat(60_000)}一`), 'x.html'))
    expect(
      await failureOf(
        bytesOf(`<html><table>${'<tr><td colspan=1000 rowspan=65000>一</td><td>二</td></tr>'.repeat(50)}`),
        'x.html',
      ),
    ).toBe('too-large')
  })

  it.each(['example.html', 'example.mhtml'])('damaged copies of %s are read or refused', async (name) =>
    survivesDamage(name),
  )
})
