import { expect, test } from 'vitest'
import { columns } from '../../src/output/columns.ts'
import { writeCsv } from '../../src/output/csv.ts'
import { kindOfLedger, readBack } from '../../src/readback/index.ts'
import { sampleRegister, sampleTask } from '../output/sample.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const all = columns.map(({ zh }) => zh).join('、')

test('what the columns hold comes back, and people are told that the rest is lost', async () => {
  const task = sampleTask({ status: '推进中', progress: '=已完成4.2万户', remark: '6月30日', notes: ['year-unknown'] })
  const csv = writeCsv(sampleRegister(task), { columns: all })
  const { register, notices } = await readBack(bytes(csv), '台账.csv')
  expect(notices.map(({ code }) => code)).toEqual(['base-missing'])
  expect(register.documents).toMatchObject([{ id: 'd1', path: '方案.txt', title: '清洁取暖工作方案', date: null }])
  expect(register.tasks).toMatchObject([
    {
      id: '1.10',
      title: task.title,
      content: task.content,
      section: task.section,
      departments: task.departments.map(({ name, role }) => ({ name, role })),
      deadlines: [{ text: '2025年12月底前', kind: 'by', end: '2025-12-31' }],
      targets: [{ text: '完成5万户', value: 5, unit: '万户' }],
      due: '2025-12-31',
      status: '推进中',
      // What guards cells from Excel is taken off again.
      progress: '=已完成4.2万户',
      remark: '6月30日',
      notes: ['year-unknown'],
    },
  ])
  expect(writeCsv(register, { columns: all })).toBe(
    csv
      .replace('2:1-2:44', '')
      .replace('方案,缺', '其他,缺')
      .replace(/,方案,年份不明/, ',其他,年份不明'),
  )
})

test('as Excel and WPS save it: GB18030, semicolons, a title above the head', async () => {
  const gb = Uint8Array.from([
    ...[0xb9, 0xa4, 0xd7, 0xf7, 0xc8, 0xce, 0xce, 0xf1], // 工作任务
    0x2c,
    ...[0xbd, 0xd8, 0xd6, 0xb9, 0xc8, 0xd5, 0xc6, 0xda], // 截止日期
    ...[0x0d, 0x0a],
    ...[0xd0, 0xde, 0xc2, 0xb7], // 修路
    ...bytes(',2025/6/30\r\n'),
  ])
  expect((await readBack(gb, 'a.csv', 'gb18030')).register.tasks).toMatchObject([{ title: '修路', due: '2025-06-30' }])
  const titled = '年度台账;;\n序号;工作任务;牵头单位\n1;修路;市交通局\n;;\n'
  expect((await readBack(bytes(titled), 'a.csv')).register.tasks).toMatchObject([
    { id: '1', title: '修路', content: '修路', departments: [{ name: '市交通局', role: 'lead' }] },
  ])
})

test('documents by their paths, or by the mark before the number', async () => {
  const byMark = '编号,工作任务\nd1-1,甲\nd2-1,乙\n'
  const { register } = await readBack(bytes(byMark), 'a.csv')
  expect(register.tasks.map(({ document, id, key }) => [document, id, key])).toEqual([
    ['d1', '1', 'by-hand:1'],
    ['d2', '1', 'by-hand:1:2'],
  ])
  expect(register.documents.map(({ id }) => id)).toEqual(['d1', 'd2'])
})

test('kinds are told by content', () => {
  expect(kindOfLedger(bytes('\ufeff序号,工作任务,截止日期\r\n1,甲,\r\n'), '-')).toBe('csv')
  expect(kindOfLedger(bytes('# 任务台账，由 taizhang 从原文提取。\n格式: taizhang/1\n'), '-')).toBe('text')
  expect(kindOfLedger(bytes('{"schema":"taizhang/1","a":[1,2,3]}'), '-')).toBe('text')
  expect(kindOfLedger(bytes('| 序号 | 工作任务 |\n'), '-')).toBe('md')
  expect(kindOfLedger(bytes('BEGIN:VCALENDAR\r\n'), 'x')).toBe('ics')
})

test('a table that is no ledger is refused', async () => {
  await expect(readBack(bytes('a,b,c\n1,2,3\n'), 'a.csv')).rejects.toThrow(/not a register/)
})
