import { describe, expect, it } from 'vitest'
import { extractSource } from '../../../src/pipeline/extract.ts'
import { cellsOf, linesOf, paragraph, run, sourceOf, word, wordLines } from '../documents.ts'

const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const table = (...rows: string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`
const SPAN = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`
const STARTS = '<w:vMerge w:val="restart"/>'
const GOES_ON = '<w:vMerge/>'

describe('paragraphs of a Word document', () => {
  it('are a line each, however their text is cut into runs', async () => {
    expect(await wordLines(`<w:p>${run('市财')}${run('政局')}</w:p>${paragraph('')}${paragraph('二、任务')}`)).toEqual([
      '市财政局',
      '',
      '二、任务',
    ])
  })

  it('keep breaks, hyphens and signs', async () => {
    const body = `<w:p><w:r><w:t>关于绿化</w:t><w:br/><w:t>工作的通知</w:t></w:r></w:p><w:p><w:r><w:t>COVID</w:t><w:noBreakHyphen/><w:t>19</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>`
    expect(await wordLines(body)).toEqual(['关于绿化', '工作的通知', 'COVID-19☑'])
  })

  it('hold tabs as spaces, unless lines with tabs make columns', async () => {
    const tabbed = (...parts: string[]): string =>
      `<w:p>${parts.map((text) => `<w:r><w:t>${text}</w:t></w:r>`).join('<w:r><w:tab/></w:r>')}</w:p>`
    expect(
      await wordLines(tabbed('一、', '目标') + paragraph('正文') + tabbed('任务', '单位') + tabbed('招标', '财政局')),
    ).toEqual(['一、 目标', '正文', '任务\t单位', '招标\t财政局'])
  })

  it('show tracked changes as accepted', async () => {
    const body = `<w:p>${run('6月')}<w:ins w:id="1">${run('底')}</w:ins><w:del w:id="2"><w:r><w:delText>初</w:delText></w:r></w:del>${run('前完成')}</w:p>`
    const moved = `<w:p><w:moveFrom w:id="3">${run('旧处')}</w:moveFrom><w:moveTo w:id="4">${run('新处')}</w:moveTo></w:p>`
    expect(await wordLines(body + moved)).toEqual(['6月底前完成', '新处'])
  })

  it('join where the end of a paragraph is deleted', async () => {
    const joined = paragraph('各单位要', '<w:rPr><w:del w:id="1"/></w:rPr>') + paragraph('抓好落实。')
    expect(await wordLines(joined)).toEqual(['各单位要抓好落实。'])
  })

  it('leave hidden text out, and say so', async () => {
    const source = await sourceOf(word(`<w:p>${run('公开')}${run('内部', '<w:vanish/>')}</w:p>`), 'x.docx')
    expect(source.text).toBe('公开\n')
    expect(source.notices).toEqual([{ code: 'hidden-text', detail: '2' }])
  })

  it('show the results of fields, not their instructions', async () => {
    const sign = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string): string => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const field = (instruction: string, result: string): string =>
      `${sign('begin')}${code(instruction)}${sign('separate')}${result}${sign('end')}`
    const nested = `${sign('begin')}${code('IF ')}${field('PAGE', run('7'))}${sign('separate')}${run('是')}${sign('end')}`
    expect(
      await wordLines(
        `<w:p>${run('见')}${field('REF x', run('附件1'))}${nested}<w:fldSimple w:instr="DATE">${run('2026年')}</w:fldSimple></w:p>`,
      ),
    ).toEqual(['见附件1是2026年'])
  })

  it('include links, content controls and what custom XML marks', async () => {
    const body = `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph('正文')}</w:sdtContent></w:sdt><w:p><w:hyperlink>${run('办法')}</w:hyperlink><w:smartTag>${run('北京')}</w:smartTag><w:sdt><w:sdtContent>${run('市')}</w:sdtContent></w:sdt></w:p>`
    expect(await wordLines(body)).toEqual(['正文', '办法北京市'])
  })

  it('give text boxes once, behind the paragraph they hang on', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
    const body = `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps">${box('框内')}</mc:Choice><mc:Fallback>${box('框内')}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await wordLines(body)).toEqual(['正文', '框内'])
  })

  it('put notes and page headers behind the text, once each', async () => {
    const body = `<w:p>${run('达到95%')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`
    const footnotes = `<w:footnote w:id="-1" w:type="separator">${paragraph('')}</w:footnote><w:footnote w:id="2">${paragraph('含农村')}</w:footnote>`
    expect(await wordLines(body, { footnotes, header: paragraph('云溪市文件') })).toEqual([
      '达到95%',
      'furniture: [1] 含农村',
      'furniture: 云溪市文件',
    ])
  })

  it('are headings by outline level, style or what the style is based on', async () => {
    const style = (id: string, name: string, more = ''): string =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
    const styles =
      style('t', 'Title') +
      style('1', 'heading 1') +
      style('mine', '我的标题', '<w:basedOn w:val="1"/>') +
      style('toc', 'toc 1')
    const of = (text: string, id: string): string => paragraph(text, `<w:pStyle w:val="${id}"/>`)
    const body =
      of('方案', 't') +
      of('目标', '1') +
      of('目标\u30003', 'toc') +
      of('任务', 'mine') +
      paragraph('保障', '<w:outlineLvl w:val="1"/>') +
      of('这是一段正文。写得很长。', '1')
    expect(await wordLines(body, { styles })).toEqual([
      'heading1: 方案',
      'heading2: 目标',
      'furniture: 目标\u30003',
      'heading2: 任务',
      'heading3: 保障',
      '这是一段正文。写得很长。',
    ])
  })
})

describe('tables of a Word document', () => {
  const source = async (...rows: string[]) => sourceOf(word(table(...rows)), 'x.docx')

  it('are a line a row, with the place of each cell', async () => {
    const read = await source(row(cell('任务'), cell('单位')), row(cell('招标'), cell('')))
    expect(linesOf(read)).toEqual(['table-row0: 任务\t单位', 'table-row1: 招标\t'])
    expect(cellsOf(read)).toEqual([
      ['任务', '单位'],
      ['招标', ''],
    ])
  })

  it('say which cells are merged', async () => {
    const read = await source(
      row(cell('任务'), cell('单位'), cell('时限')),
      row(cell('招标'), cell('财政局', STARTS), cell('6月')),
      row(cell('验收'), cell('', GOES_ON), cell('7月')),
      row(cell('全部', SPAN(2)), cell('年底')),
    )
    expect(cellsOf(read)).toEqual([
      ['任务', '单位', '时限'],
      ['招标', '财政局', '6月'],
      ['验收', '_', '7月'],
      ['全部', '_', '年底'],
    ])
  })

  it('say so too where none is: an empty cell is empty', async () => {
    const read = await source(
      row(cell('任务'), cell('责任单位'), cell('时限')),
      row(cell('完成招标'), cell('市财政局'), cell('6月底前')),
      row(cell('完成验收'), cell(''), cell('7月底前')),
    )
    const cells = read.hints.flatMap((hint) => hint.cells ?? [])
    expect(cells.map(({ merged }) => merged)).toEqual(Array.from({ length: 9 }, () => false))
    const { register } = await extractSource(read)
    expect(register.tasks.map(({ departments }) => departments.map(({ name }) => name))).toEqual([['市财政局'], []])
  })

  it('take the lines above the header out, and join a header on two lines', async () => {
    const read = await source(
      row(cell('2026年任务分解表', SPAN(4))),
      row(cell('任务', STARTS), cell('责任分工', SPAN(2)), cell('时限', STARTS)),
      row(cell('', GOES_ON), cell('牵头单位'), cell('配合单位'), cell('', GOES_ON)),
      row(cell('招标'), cell('财政局'), cell('水利局'), cell('6月')),
    )
    expect(linesOf(read)[0]).toBe('2026年任务分解表')
    expect(cellsOf(read)).toEqual([
      ['任务', '牵头单位', '配合单位', '时限'],
      ['招标', '财政局', '水利局', '6月'],
    ])
    expect(read.text).toContain('责任分工 牵头单位')
  })

  it('join the paragraphs of a cell: names as a list, else with a space', async () => {
    const read = await source(
      row(cell(paragraph('责任') + paragraph('单位')), cell('措施')),
      row(
        cell(paragraph('市财政局') + paragraph('市水利局')),
        cell(paragraph('1.完成招标。') + paragraph('2.完成验收。')),
      ),
    )
    expect(cellsOf(read)).toEqual([
      ['责任 单位', '措施'],
      ['市财政局；市水利局', '1.完成招标。 2.完成验收。'],
    ])
  })

  it('are flattened where they lie in a cell, and lines where they are but a frame', async () => {
    const inner = table(row(cell('甲'), cell('乙')))
    expect(
      cellsOf(await source(row(cell('任务'), cell('单位')), row(cell(inner + paragraph('丙')), cell('丁')))),
    ).toEqual([
      ['任务', '单位'],
      ['甲 乙 丙', '丁'],
    ])
    expect(linesOf(await source(row(cell(paragraph('一、目标') + paragraph('正文')))))).toEqual(['一、目标', '正文'])
  })

  it('leave deleted rows out', async () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('旧')}${cell('旧')}</w:tr>`
    expect(cellsOf(await source(row(cell('任务'), cell('单位')), deleted))).toEqual([['任务', '单位']])
  })
})

describe('variants', () => {
  it('are read in strict form, with any prefix, and as one flat file', async () => {
    const { strToU8, zipSync } = await import('fflate')
    const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>正文</x:t></x:r></x:p></x:body></x:document>`
    expect((await sourceOf(zipSync({ 'word/document.xml': strToU8(strict) }), 'x.docx')).text).toBe('正文\n')
    const flat = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${strict}</pkg:xmlData></pkg:part></pkg:package>`
    expect(await sourceOf(strToU8(flat), 'x.xml')).toMatchObject({ text: '正文\n', format: 'docx' })
  })
})
