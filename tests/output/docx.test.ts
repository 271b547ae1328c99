import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import type { Register } from '../../src/model/register.ts'
import { writeDocx } from '../../src/output/docx/write.ts'
import { anyRegister } from '../register/arbitrary.ts'
import { sampleRegister, sampleTask } from './sample.ts'
import { partsOf } from './xlsx-file.ts'

const documentOf = (parts: Readonly<Record<string, string>>): string => parts['word/document.xml'] ?? ''

/** The texts of a document's tables: rows of cells, paragraphs of a cell joined by line ends. */
function tables(xml: string): string[][][] {
  const texts = (part: string): string =>
    [...part.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
      .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
      .join('\n')
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => texts(cell)),
    ),
  )
}

const several = (): Register => {
  const task = sampleTask()
  const [lead] = task.departments
  return sampleRegister(
    task,
    sampleTask({ id: '1.11', key: 'b', title: '加强调度', content: '加强调度', section: ['二、重点工作', '(二)水'] }),
    sampleTask({
      id: '2',
      key: 'c',
      section: ['三、保障措施'],
      departments: lead ? [{ ...lead, name: '市住建局', role: 'responsible', canonical: '市住房和城乡建设局' }] : [],
    }),
    sampleTask({ id: '3', key: 'd', section: ['三、保障措施'], departments: [] }),
  )
}

test('an attachment: 附件, title, table with its head on each page, sections, landscape, page numbers', async () => {
  const parts = partsOf(await writeDocx(several()))
  const xml = documentOf(parts)
  const paragraphs = [...xml.slice(0, xml.indexOf('<w:tbl>')).matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(
    ([, text]) => text,
  )
  expect(paragraphs).toEqual(['附件', '清洁取暖工作方案', '任务台账'])
  expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(xml).toContain('w:eastAsia="方正小标宋简体"')
  expect(xml).toContain('w:eastAsia="仿宋_GB2312"')
  expect(parts['word/fontTable.xml']).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,')
  expect(Object.entries(parts).find(([name]) => name.startsWith('word/footer'))?.[1]).toContain('PAGE')
  const [table] = tables(xml)
  expect(table).toEqual([
    ['序号', '工作任务', '牵头单位', '责任单位', '配合单位', '完成时限', '备注'],
    ['二、重点工作'],
    ['(一)大气污染防治'],
    ['1', sampleTask().content, '市发改委', '', '市住建局、市财政局', '2025年12月底前', ''],
    ['(二)水'],
    ['2', '加强调度', '市发改委', '', '市住建局、市财政局', '2025年12月底前', ''],
    ['三、保障措施'],
    ['3', sampleTask().content, '', '市住建局', '', '2025年12月底前', ''],
    ['4', sampleTask().content, '', '', '', '2025年12月底前', ''],
  ])
})

test('chosen columns are shown as they are', async () => {
  const [table] = tables(documentOf(partsOf(await writeDocx(several(), { columns: '编号,工作任务,截止日期' }))))
  expect(table?.[0]).toEqual(['编号', '工作任务', '截止日期'])
  expect(table?.[3]).toEqual(['d1-1.10', '推进清洁取暖', '2025-12-31'])
})

test('a sheet for each department that answers for something, each on a new page', async () => {
  const xml = documentOf(partsOf(await writeDocx(several(), { split: 'department' })))
  expect(tables(xml)).toEqual([
    [
      ['序号', '工作任务', '分工', '其他单位', '完成时限', '进展情况', '备注'],
      ['1', sampleTask().content, '牵头', '配合：市住建局、市财政局', '2025年12月底前', '', ''],
      ['2', '加强调度', '牵头', '配合：市住建局、市财政局', '2025年12月底前', '', ''],
    ],
    [
      ['序号', '工作任务', '分工', '其他单位', '完成时限', '进展情况', '备注'],
      // What it answers for first, then what it helps with.
      ['1', sampleTask().content, '责任', '', '2025年12月底前', '', ''],
      ['2', sampleTask().content, '配合', '牵头：市发改委\n配合：市财政局', '2025年12月底前', '', ''],
      ['3', '加强调度', '配合', '牵头：市发改委\n配合：市财政局', '2025年12月底前', '', ''],
    ],
    [
      ['序号', '工作任务', '其他单位', '完成时限', '进展情况', '备注'],
      ['1', sampleTask().content, '', '2025年12月底前', '', ''],
    ],
  ])
  expect(xml.match(/<w:type w:val="nextPage"\/>/g)).toHaveLength(2)
  expect(xml).toContain('交办单位：市发改委　　共 2 项')
})

test.each([{}, { split: 'department' }] as const)('the same register gives the same bytes (%j)', async (options) => {
  const [one, other] = [await writeDocx(several(), options), await writeDocx(several(), options)]
  expect(Buffer.compare(one, other)).toBe(0)
  expect(partsOf(one)['docProps/core.xml']).toContain('2025-03-01T00:00:00Z</dcterms:created>')
})

test('whatever the texts, every part is well-formed XML', async () => {
  await fc.assert(
    fc.asyncProperty(anyRegister, fc.constantFrom(undefined, 'department' as const), async (register, split) => {
      for (const [name, xml] of Object.entries(partsOf(await writeDocx(register, { split })))) {
        const parser = new SaxesParser({ xmlns: true })
        parser.on('error', (error) => {
          throw new Error(`${name}: ${error.message}`)
        })
        parser.write(xml).close()
      }
    }),
    { numRuns: 30 },
  )
})
