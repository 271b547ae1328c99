import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { extractSource } from '../../src/pipeline/extract.ts'
import { tasksSaid } from '../pipeline/said.ts'
import { cellsOf, sourceOf } from './documents.ts'
import { bytesOf, failureOf, fixture, marked, survivesDamage, tasksSaidIn } from './fixture.ts'

const TABLES = ['table.xlsx', 'table.xls', 'table.csv', 'table.tsv']
/** The example's table, which stands at its end. */
const expected = async () => (await tasksSaidIn('example.txt')).slice(-4)

const book = (rows: unknown[][], change?: (sheet: XLSX.WorkSheet) => void): Uint8Array => {
  const sheet = XLSX.utils.aoa_to_sheet(rows)
  change?.(sheet)
  return new Uint8Array(
    XLSX.write({ SheetNames: ['任务'], Sheets: { 任务: sheet } }, { type: 'buffer', bookType: 'xlsx' }),
  )
}

describe('tables in spreadsheets', () => {
  it.each(TABLES)('%s gives the tasks of the table in example.txt', async (name) => {
    expect(await tasksSaidIn(name)).toEqual(await expected())
  })

  it.each(['table.xlsx', 'table.xls'])(
    '%s: titles and notes are lines, merged cells marked, hidden sheets left out',
    async (name) => {
      const source = await sourceOf(fixture(name), name)
      const lines = source.text.split('\n')
      expect(lines.slice(0, 2)).toEqual(['云溪市2026年城乡环境提升工作方案', '填报单位：市政府办公室'])
      expect(lines.at(-2)).toBe('注：完成时限以文件为准。')
      expect(cellsOf(source)[2]).toEqual(['2', '完成120个行政村生活污水治理', '_', '2026年11月底前', '新建'])
      expect(source.text).not.toContain('看不见')
      expect(source.notices).toContainEqual({ code: 'hidden-sheets', detail: '草稿' })
    },
  )

  it('of several sheets stand below their names, and the first title, which tells the year, above all', async () => {
    const rows = (task: string) => [
      ['工作任务', '责任单位', '完成时限'],
      [task, '市园林局', '6月底前'],
    ]
    const sheets = { 城建: [['云溪市2026年任务分解表'], ...rows('新建公园')], 教育: rows('扩建学校') }
    const bytes = XLSX.write(
      {
        SheetNames: Object.keys(sheets),
        Sheets: Object.fromEntries(
          Object.entries(sheets).map(([name, table]) => [name, XLSX.utils.aoa_to_sheet(table)]),
        ),
      },
      { type: 'buffer', bookType: 'xlsx' },
    )
    const source = await sourceOf(new Uint8Array(bytes), 'x.xlsx')
    expect(source.text.split('\n').slice(0, 2)).toEqual(['云溪市2026年任务分解表', '城建'])
    expect(marked(source, 'heading')).toEqual(['城建', '教育'])
    const { register } = await extractSource(source)
    expect(register.tasks.map(({ deadlines }) => deadlines[0]?.end)).toEqual(['2026-06-30', '2026-06-30'])
  })

  it('shows dates as they are shown, years first', async () => {
    const bytes = book([
      ['工作任务', '责任单位', '完成时限'],
      ['修订预案', '市应急局', new Date(Date.UTC(2026, 5, 30))],
    ])
    const { register } = await extractSource(await sourceOf(bytes, 'x.xlsx'))
    expect(register.tasks[0]?.deadlines[0]?.end).toBe('2026-06-30')
  })

  it('joins the names of a head on two rows', async () => {
    const bytes = book(
      [
        ['序号', '工作任务', '责任单位', null, '完成时限'],
        [null, null, '主办', '协办', null],
        [1, '修订应急预案', '市应急局', '市财政局', '2026年6月底前'],
      ],
      (sheet) => {
        sheet['!merges'] = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'].map((range) => XLSX.utils.decode_range(range))
      },
    )
    expect(await tasksSaid(await sourceOf(bytes, 'x.xlsx'))).toEqual([
      {
        kind: 'measure',
        content: '修订应急预案',
        departments: ['lead 市应急局', 'support 市财政局'],
        people: [],
        deadlines: ['2026年6月底前 2026-06-30'],
        targets: [],
        due: '2026-06-30',
      },
    ])
  })

  it('takes rows across the table as parts, and passes over sums and repeated heads', async () => {
    const head = ['序号', '工作任务', '工作目标', '责任单位', '存在问题']
    const bytes = book([
      head,
      ['一、稳定增长', null, null, null, null],
      [1, '实施工业倍增计划', '新增规上企业15家', '市工信局', '缺少龙头企业'],
      head,
      ['（二）改善民生', null, null, null, null],
      [2, '新建幼儿园', null, null, null],
      ['合计', 2, null, null, null],
    ])
    const { register } = await extractSource(await sourceOf(bytes, 'x.xlsx'))
    expect(register.tasks.map(({ content, section }) => [content, section])).toEqual([
      ['实施工业倍增计划', ['一、稳定增长']],
      ['新建幼儿园', ['一、稳定增长', '（二）改善民生']],
    ])
    expect(register.tasks[0]?.targets[0]).toMatchObject({ value: 15, unit: '家' })
    // An empty cell that is not merged is empty.
    expect(register.tasks[1]?.departments).toEqual([])
  })

  it('takes what hidden rows and columns hold for hidden', async () => {
    const bytes = book(
      [
        ['工作任务', '密', '责任单位'],
        ['甲任务', '秘', '市财政局'],
        ['乙任务', '秘', '市教育局'],
      ],
      (sheet) => {
        sheet['!rows'] = [{}, {}, { hidden: true }]
        sheet['!cols'] = [{}, { hidden: true }, {}]
      },
    )
    const source = await sourceOf(bytes, 'x.xlsx')
    expect(source.text).toBe('工作任务\t责任单位\n甲任务\t市财政局\n')
    expect(source.notices).toEqual([{ code: 'hidden-rows', detail: '1' }])
  })
})

describe('comma-separated values', () => {
  it('keep the text of the file, so that positions are those of the file', async () => {
    const source = await sourceOf(fixture('table.csv'), 'table.csv')
    expect(source.encoding).toBe('gb18030')
    const { register } = await extractSource(source)
    const department = register.tasks[2]?.departments[1]
    expect(department?.name).toBe('市财政局')
    expect(department?.source.start.line).toBe(5)
    const at = department?.source
    expect(source.text.slice(at?.start.offset, at?.end.offset)).toBe('市财政局')
  })

  it('may have quotes, doubled quotes, a mark at the start and semicolons between cells', async () => {
    const source = await sourceOf(bytesOf('\ufeff工作任务;责任单位\r\n"落实""一岗双责""";市安监局\r\n'), 'x.csv')
    const { register } = await extractSource(source)
    expect(register.tasks.map(({ content, departments }) => [content, departments[0]?.name])).toEqual([
      ['落实“一岗双责”', '市安监局'],
    ])
  })

  it('are known by their regularity where the name does not tell, and prose is not', async () => {
    const table = '序号,任务,单位\n1,甲,市财政局\n2,乙,市教育局\n3,丙,市民政局\n'
    expect((await sourceOf(bytesOf(table), 'x.txt')).format).toBe('csv')
    const prose = '一,二,三\n各单位要抓好落实,按时完成,不得拖延.\n第一,提高认识,\n第二,加强领导,狠抓落实,\n'
    expect((await sourceOf(bytesOf(prose), 'x.txt')).format).toBe('text')
    expect(marked(await sourceOf(bytesOf('一句话\n'), 'x.csv'), 'table-row')).toEqual([])
  })
})

describe('limits and damage', () => {
  it('refuse merged areas beyond measure', async () => {
    const bytes = book(
      [
        ['工作任务', '责任单位'],
        ['甲', '乙'],
      ],
      (sheet) => {
        sheet['!merges'] = Array.from({ length: 3000 }, () => XLSX.utils.decode_range('A1:XFD1048576'))
      },
    )
    expect(['read', 'too-large']).toContain(await failureOf(bytes, 'x.xlsx'))
  })

  it.each(TABLES)('damaged copies of %s are read or refused', async (name) => survivesDamage(name))
})
