import { utils } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Register, Task } from '../../src/model/register.ts'
import { presets } from '../../src/output/columns.ts'
import { writeXlsx } from '../../src/output/xlsx/write.ts'
import { readXlsx } from '../../src/readback/xlsx.ts'
import { anyRegister } from '../register/arbitrary.ts'
import { sampleRegister, sampleTask } from './sample.ts'
import { cellsOf, edited, openWorkbook, partsOf } from './xlsx-file.ts'

const two = (): Register =>
  sampleRegister(
    sampleTask({ status: '推进中' }),
    sampleTask({
      id: '2.1',
      key: 'second',
      section: ['三、保障措施'],
      title: '加强调度',
      content: '加强调度。',
      departments: [],
      deadlines: [],
      due: null,
      targets: [],
      notes: ['owner-missing', 'deadline-missing'],
    }),
  )

const back = (bytes: Uint8Array) => readXlsx(bytes, 'x.xlsx')
const first = ({ register }: { register: Register }): Task => {
  const [task] = register.tasks
  if (!task) throw new Error('no task')
  return task
}

test('three sheets to see, one to read back from', async () => {
  const { SheetNames, Workbook } = openWorkbook(await writeXlsx(two()))
  expect(SheetNames).toEqual(['台账', '统计', '待核', 'taizhang'])
  expect(Workbook?.Sheets?.map(({ Hidden }) => Hidden)).toEqual([0, 0, 0, 2])
})

test('real dates, numbers that count, ids and everything else as text', async () => {
  const sheet = openWorkbook(await writeXlsx(two(), { columns: '序号,编号,工作任务,截止日期' })).Sheets.台账
  expect(sheet?.A2).toMatchObject({ t: 'n', v: 1 })
  expect(sheet?.B2).toMatchObject({ t: 's', v: 'd1-1.10', z: '@' })
  expect(sheet?.D2).toMatchObject({ t: 'n', v: 46022, z: 'yyyy-mm-dd', w: '2025-12-31' })
  expect(sheet?.D3?.v).toBeUndefined()
})

test.each(['=1+1', '+86', '-完成', '@市', '6月30日', '1.10', '50%', '_x0041_', 'constructor', '__proto__'])(
  '%s stays the text it is',
  async (title) => {
    const bytes = await writeXlsx(sampleRegister(sampleTask({ title })), { columns: '工作任务,编号' })
    const cell = openWorkbook(bytes).Sheets.台账?.A2
    expect(cell).toMatchObject({ t: 's', v: title })
    expect(cell?.f).toBeUndefined()
  },
)

test('frozen and filtered head, printed on every page of a landscape A4', async () => {
  const parts = partsOf(await writeXlsx(two()))
  const sheet = parts['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toContain('<pane ySplit="1" xSplit="1" topLeftCell="B2"')
  expect(parts['xl/worksheets/sheet3.xml']).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"')
  // Through the hidden column: what is outside the filter stays behind when rows are sorted.
  expect(sheet).toContain('<autoFilter ref="A1:P3"/>')
  expect(sheet).toContain('<col min="16" max="16" width="10" customWidth="1" hidden="1"/>')
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
  expect(sheet).toContain('<pageSetUpPr fitToPage="1"/>')
  expect(sheet).toContain('<oddHeader>&amp;C&amp;14 清洁取暖工作方案</oddHeader>')
  expect(sheet).not.toContain('customHeight')
  expect(parts['xl/workbook.xml']).toContain(
    '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'台账\'!$1:$1</definedName>',
  )
})

test('elements of a sheet stand in the order that Excel demands', async () => {
  const sheet = partsOf(await writeXlsx(two(), { sectionRows: true }))['xl/worksheets/sheet1.xml'] ?? ''
  const order =
    'sheetPr sheetViews cols sheetData autoFilter mergeCells conditionalFormatting dataValidations pageMargins pageSetup headerFooter'
  const places = order.split(' ').map((name) => sheet.indexOf(`<${name}`))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('a list of statuses, below the last row too', async () => {
  const sheet = partsOf(await writeXlsx(two()))['xl/worksheets/sheet1.xml'] ?? ''
  expect(sheet).toMatch(/<dataValidation type="list"[^>]*sqref="M2:M203"/)
  expect(sheet).toContain('"未启动,推进中,已完成,已销号,长期坚持,中止"')
})

test('colours compare with the day on which the file is looked at, by thresholds that can be set', async () => {
  const usual = partsOf(await writeXlsx(two()))['xl/worksheets/sheet1.xml'] ?? ''
  expect(usual).toContain('$K2+0&lt;TODAY()')
  expect(usual).toContain('$K2&lt;=TODAY()+7')
  const parts = partsOf(await writeXlsx(two(), { lights: { yellowWithinDays: 3, redAfterDays: 1, red: '#FF0000' } }))
  expect(parts['xl/worksheets/sheet1.xml']).toContain('$K2+1&lt;TODAY()')
  expect(parts['xl/worksheets/sheet1.xml']).toContain('$K2&lt;=TODAY()+3')
  expect(parts['xl/styles.xml']).toContain('FF0000')
  // Without the columns there is nothing to compare.
  expect(partsOf(await writeXlsx(two(), { columns: '编号,工作任务' }))['xl/worksheets/sheet1.xml']).not.toContain(
    'TODAY',
  )
})

test('section rows are merged over the whole table and replace the column', async () => {
  const bytes = await writeXlsx(two(), { sectionRows: true, columns: '序号,来源章节,工作任务' })
  expect(cellsOf(bytes, '台账').map((row) => row.slice(0, 2))).toEqual([
    ['序号', '工作任务'],
    ['二、重点工作 > (一)大气污染防治', ''],
    ['1', '推进清洁取暖'],
    ['三、保障措施', ''],
    ['2', '加强调度'],
  ])
  const merges = openWorkbook(bytes).Sheets.台账?.['!merges']?.map((range) => utils.encode_range(range))
  expect(merges).toEqual(['A2:B2', 'A4:B4'])
  expect(back(bytes).register).toEqual(two())
})

test('counts by department and month: formulas, with what they come to', async () => {
  const bytes = await writeXlsx(two())
  const cells = cellsOf(bytes, '统计')
  expect(cells[1]).toEqual(['单位', '主办', '配合', '任务数', '已完成', '逾期', '', '月份', '任务数', '已完成'])
  expect(cells[2]).toEqual(['市发改委', '1', '0', '1', '0', undefined, '', '2025-12', '1', '0'])
  expect(cells[5]?.slice(0, 5)).toEqual(['（未写明单位）', '', '', '1', '0'])
  const sheet = openWorkbook(bytes).Sheets.统计
  expect(sheet?.B3?.f).toContain('FIND("、"&$A3&"、","、"&\'台账\'!$F$2:$F$203&"、")')
  // Overdue depends on the day: no value can be written for it.
  expect(sheet?.F3).toMatchObject({ f: expect.stringContaining('TODAY()') })
  expect(partsOf(bytes)['xl/worksheets/sheet2.xml']).toMatch(/<c r="F3"[^>]*><f>[^<]*<\/f><\/c>/)
})

test('a body with a long name gets a row as high as its name', async () => {
  const name = '县重大水利工程建设征地补偿和移民安置工作领导小组办公室'
  const lead = sampleTask().departments.slice(0, 1)
  const task = sampleTask({ departments: [...lead, ...lead.map((one) => ({ ...one, name }))] })
  const sheet = partsOf(await writeXlsx(sampleRegister(task)))['xl/worksheets/sheet2.xml'] ?? ''
  const heights = [...sheet.matchAll(/<row [^>]*ht="([\d.]+)"/g)].map(([, height]) => Number(height))
  expect(heights[3]).toBeGreaterThan((heights[2] ?? 0) * 1.5)
})

test('what needs a look, in words', async () => {
  expect(cellsOf(await writeXlsx(two()), '待核')).toEqual([
    ['序号', '编号', '工作任务', '需要核对', '原文位置', '来源文件'],
    ['2', 'd1-2.1', '加强调度', '缺责任单位；缺完成时限', '2:1-2:44', '方案.txt'],
  ])
  expect(cellsOf(await writeXlsx(sampleRegister(sampleTask())), '待核')[1]).toContain('没有需要核对的事项。')
})

test('presets choose columns as in CSV', async () => {
  for (const { zh, keys } of presets) {
    const [head = []] = cellsOf(await writeXlsx(two(), { columns: zh }), '台账')
    expect(head).toHaveLength(keys.length + 1)
  }
  expect(cellsOf(await writeXlsx(two(), { language: 'en' }), 'Ledger')[0]?.slice(0, 3)).toEqual([
    'No.',
    'Section',
    'Task',
  ])
})

test('the same register gives the same bytes', async () => {
  const [one, other] = [await writeXlsx(two()), await writeXlsx(two())]
  expect(Buffer.compare(one, other)).toBe(0)
})

test('a text longer than a cell is cut there, kept in the register, and reported', async () => {
  const content = `${'长'.repeat(32_760)}😀${'文'.repeat(100)}`
  const register = sampleRegister(sampleTask({ content }))
  const bytes = await writeXlsx(register, { columns: '工作任务,具体内容' })
  const cell = cellsOf(bytes, '台账')[1]?.[1] ?? ''
  expect(cell.length).toBeLessThanOrEqual(32_767)
  expect(cell).toMatch(/长……〔文字超过单元格上限/)
  expect(cellsOf(bytes, '待核')[1]).toContain('文字过长，已截断')
  expect(back(bytes).register).toEqual(register)
})

test.each([{}, { sectionRows: true }, { columns: '督办', language: 'en' }] as const)(
  'whatever the register holds, it comes back (%j), and no XML breaks',
  async (options) => {
    await fc.assert(
      fc.asyncProperty(anyRegister, async (register) => {
        const bytes = await writeXlsx(register, options)
        for (const xml of Object.values(partsOf(bytes))) {
          expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
        }
        const read = back(bytes)
        expect(read.notices).toEqual([])
        expect(read.register).toEqual(register)
      }),
      { numRuns: 60 },
    )
  },
)

test('what people type comes back, what they leave alone keeps its origins', async () => {
  const bytes = edited(await writeXlsx(two()), '台账', (rows) =>
    rows
      .set(1, '完成状态', '已完成')
      .set(1, '进展情况', '已完成4.2万户\n其余12月完成')
      .set(1, '备注', '=见附件')
      .set(1, '牵头单位', '市能源局')
      .set(1, '配合单位', '市住建局、市财政局，各乡镇(区、办)')
      .set(2, '截止日期', '2025年9月30日')
      .set(2, '责任单位', '市政府办'),
  )
  const { register, notices } = back(bytes)
  const original = sampleTask()
  expect(notices).toEqual([])
  expect(register.tasks[0]).toEqual({
    ...original,
    status: '已完成',
    progress: '已完成4.2万户\n其余12月完成',
    remark: '=见附件',
    departments: [
      // Another name than the old one: its canonical name no longer holds.
      { name: '市能源局', role: 'lead', source: original.departments[0]?.source },
      ...original.departments.slice(1),
      { name: '各乡镇(区、办)', role: 'support', source: original.source[0] },
    ],
  })
  expect(register.tasks[1]).toMatchObject({
    due: '2025-09-30',
    departments: [{ name: '市政府办', role: 'responsible' }],
    notes: [],
  })
})

test('a date as a real date, a deadline in words', async () => {
  const bytes = edited(await writeXlsx(two()), '台账', (rows) =>
    rows.set(1, '截止日期', 45930).set(2, '完成时限', '今年10月底前'),
  )
  const { register } = back(bytes)
  // The package writes a bare number; Excel gives it the format of the cell.
  expect(register.tasks[1]).toMatchObject({
    due: '2025-10-31',
    deadlines: [{ text: '今年10月底前', kind: 'by', end: '2025-10-31' }],
    notes: ['owner-missing'],
  })
  expect(register.tasks[0]?.due).toBe('2025-09-30')
})

test('rows may be sorted, deleted and added', async () => {
  const bytes = edited(await writeXlsx(two()), '台账', (rows) =>
    rows.change(([one = [], second = []]) => [
      second,
      one.map((_, index) => (index === 2 ? '新增任务' : null)),
      [...one.slice(0, 2), '抄来的一行', ...one.slice(3)],
    ]),
  )
  const { register, notices } = back(bytes)
  expect(register.tasks.map(({ key, title, id }) => [key, title, id])).toEqual([
    ['second', '加强调度', '2.1'],
    ['by-hand:+1', '新增任务', '+1'],
    // A copied row brings the hidden key along and is taken for the row itself, once.
    ['a1b2c3', '抄来的一行', '1.10'],
  ])
  expect(notices).toEqual([{ code: 'rows-added', detail: '1' }])
  const without = edited(await writeXlsx(two()), '台账', (rows) => rows.change((all) => all.slice(1)))
  expect(back(without).notices).toEqual([{ code: 'rows-deleted', detail: '1' }])
})

test('销号情况 and columns of their own are kept in the remark, and shown again', async () => {
  const bytes = edited(await writeXlsx(two(), { columns: '督办' }), '台账', (rows) =>
    rows.set(1, '备注', '甲').set(1, '销号情况', '已销号\n经现场核查').addColumn('联系人', ['张三 13800000000']),
  )
  const { register, notices } = back(bytes)
  expect(register.tasks[0]?.remark).toBe('甲\n销号情况：已销号\n\u3000经现场核查\n联系人：张三 13800000000')
  expect(notices).toEqual([{ code: 'extra-columns', detail: '联系人' }])
  const again = cellsOf(await writeXlsx(register, { columns: '销号情况,备注,编号,工作任务' }), '台账')[1]
  expect(again?.slice(0, 2)).toEqual(['已销号\n经现场核查', '甲\n联系人：张三 13800000000'])
})

test('columns under other usual names are known, a cell merged over rows holds for each', async () => {
  const bytes = edited(await writeXlsx(two()), '台账', (rows) =>
    rows.set(0, '责任单位', '责任\n部门').set(1, '责任\n部门', '市政府办').merge('G2:G3'),
  )
  const { register, notices } = back(bytes)
  expect(notices).toEqual([])
  for (const task of register.tasks) {
    expect(task.departments).toContainEqual(expect.objectContaining({ name: '市政府办', role: 'responsible' }))
  }
})

test('columns that the program fills are not read, and people are told', async () => {
  const bytes = edited(await writeXlsx(two()), '台账', (rows) => rows.set(1, '原文位置', '9:9-9:9'))
  expect(back(bytes)).toEqual({ register: two(), notices: [{ code: 'derived-edited', detail: '原文位置' }] })
})

test('what is no date is refused with its row', async () => {
  const bytes = edited(await writeXlsx(two()), '台账', (rows) => rows.set(2, '截止日期', '尽快'))
  expect(() => back(bytes)).toThrow(/line 3: .*截止日期.*尽快/)
})

test('a table without its hidden parts is read as far as it holds', async () => {
  const workbook = openWorkbook(await writeXlsx(two()))
  const bytes = edited(await writeXlsx(two()), 'taizhang', (rows) => rows.change(() => []).set(0, 'taizhang/1', 'x'))
  expect(workbook.SheetNames).toContain('taizhang')
  const { register, notices } = back(bytes)
  expect(notices[0]?.code).toBe('base-missing')
  expect(first({ register })).toMatchObject({
    title: '推进清洁取暖',
    due: '2025-12-31',
    deadlines: [{ text: '2025年12月底前', end: '2025-12-31' }],
    targets: [{ text: '完成5万户', value: 5, unit: '万户' }],
    status: '推进中',
  })
})

test('a workbook that is no ledger is refused', async () => {
  const bytes = edited(await writeXlsx(two()), '台账', (rows) =>
    rows
      .change(() => [])
      .set(0, '工作任务', 'x')
      .set(0, '具体内容', 'y'),
  )
  expect(() => back(bytes)).toThrow(/not a register/)
  expect(() => back(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toThrow(/line 1/)
})
