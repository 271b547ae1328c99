import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { cellsOf, sourceOf } from './documents.ts'
import { failureOf, fixture, marked, survivesDamage, tasksSaidIn } from './fixture.ts'

const NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** A document of one page with these objects. */
const ofd = (objects: string, base = 'Pages/Page_0/Content.xml'): Uint8Array =>
  zipSync({
    'OFD.xml': strToU8(
      `<ofd:OFD ${NAMESPACE}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ),
    'Doc_0/Document.xml': strToU8(
      `<ofd:Document ${NAMESPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="${base}"/></ofd:Pages></ofd:Document>`,
    ),
    'Doc_0/Pages/Page_0/Content.xml': strToU8(
      `<ofd:Page ${NAMESPACE}><ofd:Content><ofd:Layer>${objects}</ofd:Layer></ofd:Content></ofd:Page>`,
    ),
  })
const text = (words: string, box: string, more = '', code = ''): string =>
  `<ofd:TextObject Boundary="${box}" Size="5" ${more}><ofd:TextCode X="0" Y="5" ${code}>${words}</ofd:TextCode></ofd:TextObject>`

describe('OFD', () => {
  it('gives the tasks of example.txt, its template as furniture, its table and pages', async () => {
    expect(await tasksSaidIn('example.ofd')).toEqual(await tasksSaidIn('example.txt'))
    const source = await sourceOf(fixture('example.ofd'), 'example.ofd')
    expect(source.format).toBe('ofd')
    expect(marked(source, 'furniture')[0]).toBe('云溪市人民政府文件')
    expect(marked(source, 'page')).toHaveLength(2)
    expect(cellsOf(source)[2]).toEqual(['2', '完成120个行政村生活污水治理', '_', '2026年11月底前', '新建'])
  })

  it('reads objects in the order of their places, whatever the order in the file', async () => {
    const bytes = ofd(text('第二行', '20 60 100 8') + text('第一行', '20 30 100 8'))
    expect((await sourceOf(bytes, 'x.ofd')).text).toBe('第一行\n\n第二行\n')
  })

  it('reads distances in groups, matrices, and codes without a place', async () => {
    const spread = text('甲乙丙', '20 30 100 8', '', 'DeltaX="g 2 5"')
    const scaled = text('大字', '20 50 100 16', 'CTM="2 0 0 2 0 0"', 'DeltaX="5"')
    const turned = text('水印', '20 80 100 100', 'CTM="0.7 0.7 -0.7 0.7 0 0"')
    expect((await sourceOf(ofd(spread + scaled + turned), 'x.ofd')).text.split('\n').filter(Boolean)).toEqual([
      '甲乙丙',
      '大字',
    ])
  })

  it('is damaged without its pages, and has no text without texts', async () => {
    expect(await failureOf(ofd(text('一', '0 0 9 9'), 'nowhere.xml'), 'x.ofd')).toBe('damaged')
    expect(await failureOf(ofd(''), 'x.ofd')).toBe('no-text')
  })

  it('damaged is read or refused', async () => survivesDamage('example.ofd'))
})
