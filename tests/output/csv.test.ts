import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Register } from '../../src/model/register.ts'
import { columns, presets, UnknownColumnError } from '../../src/output/columns.ts'
import { writeCsv } from '../../src/output/csv.ts'
import { sampleRegister, sampleTask } from './sample.ts'

const table = (register: Register, list?: string, language?: 'zh' | 'en'): string[][] =>
  parse(writeCsv(register, { columns: list, language }), { bom: true })

/** The cell of a sample task in one column. */
function cell(column: string, changes: Parameters<typeof sampleTask>[0]): string | undefined {
  return table(sampleRegister(sampleTask(changes)), column)[1]?.[0]
}

test('opens with a byte-order mark, ends lines with CRLF, names the columns of Chinese ledgers', () => {
  const csv = writeCsv(sampleRegister(sampleTask()))
  expect(
    csv.startsWith(
      '\ufeff序号,来源章节,工作任务,具体内容,目标指标,牵头单位,责任单位,配合单位,责任人,完成时限,截止日期,进展情况,完成状态,备注,原文位置\r\n',
    ),
  ).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
})

test('a row as a secretary expects it', () => {
  expect(table(sampleRegister(sampleTask()))[1]).toEqual([
    '1',
    '二、重点工作 > (一)大气污染防治',
    '推进清洁取暖',
    '推进清洁取暖，由市发改委牵头，市住建局、市财政局配合，2025年12月底前完成5万户。',
    '完成5万户',
    '市发改委',
    '',
    '市住建局、市财政局',
    '',
    '2025年12月底前',
    '2025-12-31',
    '',
    '',
    '',
    '2:1-2:44',
  ])
})

test.each(['1.10', '1-2', '2.1', '2.1.3', '3', '10/1'])('number %s cannot become a number or a date', (id) => {
  expect(cell('编号', { id })).toBe(`d1-${id}`)
})

test.each(['6月30日', '2025年6月', '50%', '1.10', '3/4', '2025', '１２'.normalize('NFKC')])(
  'a text that is only %s stays text',
  (title) => {
    expect(cell('工作任务', { title })).toBe(`\t${title}`)
  },
)

test.each(['6月底前', '2025年12月底前完成', '（一）1.2', '文'])('%s needs no protection', (title) => {
  expect(cell('工作任务', { title })).toBe(title)
})

test.each(['=HYPERLINK("x")', '+86', '-完成', '@市', '\t=1', '\r=1', '＝1+1', '－持续'])(
  'a cell that starts like a formula is made harmless: %j',
  (content) => {
    expect(cell('具体内容', { content })).toBe(`'${content.replace('\r', '\n')}`)
  },
)

test('whatever the text, no cell of text starts like a formula', () => {
  const hostile = sampleTask({
    title: '=1',
    content: '@x',
    remark: '+1',
    progress: '-1',
    section: ['=a'],
    status: '\t=1',
  })
  for (const value of table(sampleRegister(hostile), columns.map(({ zh }) => zh).join('、'))[1] ?? []) {
    expect(value).not.toMatch(/^[=+\-@]|^\t\D/)
  }
})

test('--columns chooses and orders, by Chinese or English name or key, presets among them', () => {
  const register = sampleRegister(sampleTask())
  expect(table(register, '牵头单位,Task，due、编号;牵头单位')[0]).toEqual(['牵头单位', '工作任务', '截止日期', '编号'])
  expect(table(register, '会议,编号')[0]?.at(-1)).toBe('编号')
  expect(table(register, 'lead,Task', 'en')[0]).toEqual(['Lead', 'Task'])
  for (const { zh, en } of presets) expect(table(register, zh)).toEqual(table(register, en))
  expect(() => writeCsv(register, { columns: '牵头,编号' })).toThrow(UnknownColumnError)
  expect(() => writeCsv(register, { columns: ',' })).toThrow(UnknownColumnError)
})

test('every preset shows whoever is answerable', () => {
  for (const preset of presets) {
    const keys = new Set(preset.keys)
    expect(keys.has('lead') && keys.has('responsible'), preset.zh).toBe(true)
    for (const key of keys) expect(columns.map((column) => column.key)).toContain(key)
  }
})

test('a leader stands with the responsible people unless there is a column for leaders', () => {
  const source = sampleTask().source[0] ?? {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: 0 },
  }
  const people = [
    { name: '张三', role: 'leader' as const, source },
    { name: '李四', role: 'responsible' as const, source },
  ]
  const register = sampleRegister(sampleTask({ people }))
  expect(table(register, '责任人')[1]).toEqual(['张三、李四'])
  expect(table(register, '责任人,责任领导')[1]).toEqual(['李四', '张三'])
})

test('a unit that is named twice in one role is shown once', () => {
  const [department] = sampleTask().departments
  const departments = department ? [department, { ...department, inherited: true }] : []
  expect(cell('牵头单位', { departments })).toBe('市发改委')
})

test('notes are told in words', () => {
  expect(cell('提示', { notes: ['owner-missing', 'some-new-note'] })).toBe('缺责任单位；some-new-note')
})
