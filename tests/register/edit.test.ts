import { expect, test } from 'vitest'
import type { Register } from '../../src/model/register.ts'
import { writeJson } from '../../src/output/json.ts'
import { writeYaml } from '../../src/output/yaml.ts'
import { RegisterError } from '../../src/register/error.ts'
import { readRegister } from '../../src/register/read.ts'
import { sampleRegister, sampleTask } from '../output/sample.ts'

const ledger = writeYaml(sampleRegister(sampleTask()))

/** Reads the sample ledger after an edit by hand. */
async function edited(from: string, to: string): Promise<Register['tasks'][number]> {
  expect(ledger).toContain(from)
  const [task] = (await readRegister(ledger.replace(from, to))).tasks
  if (!task) throw new Error('no task')
  return task
}

test('status, progress and remarks are what people fill in, quotes or not', async () => {
  expect(await edited('完成状态:', '完成状态: 已办结')).toMatchObject({ status: '已办结' })
  expect(await edited('进展情况:', '进展情况: 2025')).toMatchObject({ progress: '2025' })
  expect(await edited('备注:', '备注: |\n    一\n    二')).toMatchObject({ remark: '一\n二\n' })
  expect(await edited('编号: "1.10"', '编号: 1.10')).toMatchObject({ id: '1.10' })
  expect(await edited('截止日期: "2025-12-31"', '截止日期: 2026-01-31')).toMatchObject({ due: '2026-01-31' })
  expect(await edited('截止日期: "2025-12-31"', '截止日期:')).toMatchObject({ due: null })
})

test('a department that is added points at the task', async () => {
  const task = await edited('牵头单位: [市发改委]', '牵头单位: [市发改委, 市能源局]')
  expect(task.departments.map(({ name, role }) => [name, role])).toEqual([
    ['市发改委', 'lead'],
    ['市住建局', 'support'],
    ['市财政局', 'support'],
    ['市能源局', 'lead'],
  ])
  expect(task.departments[3]?.source).toEqual(task.source[0])
  expect(task.departments[0]).toEqual(sampleTask().departments[0])
})

test('a department that is removed is gone, the others keep their places', async () => {
  const task = await edited('配合单位: [市住建局, 市财政局]', '配合单位: [市财政局]')
  expect(task.departments).toEqual([sampleTask().departments[0], sampleTask().departments[2]])
})

test('a corrected name keeps its place in the text, not the canonical name of another', async () => {
  const task = await edited('牵头单位: [市发改委]', '牵头单位: [市能源局]')
  expect(task.departments[0]).toEqual({ name: '市能源局', role: 'lead', source: sampleTask().departments[0]?.source })
})

test('a department that moves to another role is there once', async () => {
  const task = await edited(
    '牵头单位: [市发改委]\n  配合单位: [市住建局, 市财政局]',
    '牵头单位: [市发改委, 市住建局]\n  配合单位: 市财政局',
  )
  expect(task.departments.map(({ name, role }) => `${role} ${name}`).sort()).toEqual([
    'lead 市住建局',
    'lead 市发改委',
    'support 市财政局',
  ])
})

test('a task added by hand needs its number and its name', async () => {
  const register = await readRegister(`${ledger}- 编号: 新1\n  任务: 抓好落实\n  责任单位: [办公室]\n`)
  expect(register.tasks[1]).toMatchObject({
    id: '新1',
    title: '抓好落实',
    content: '抓好落实',
    kind: 'measure',
    document: 'd1',
    due: null,
    key: 'by-hand:新1',
  })
})

test.each([
  ['完成状态:', '完成状况:', 'unknown-field', 31, '完成状况'],
  ['截止日期: "2025-12-31"', '截止日期: 年底', 'bad-date', 27, '年底'],
  ['类型: 措施', '类型: 事项', 'bad-value', 21, '措施、目标'],
  ['牵头单位: [市发改委]', '牵头单位: {市发改委: }', 'expected-list', 23, '牵头单位'],
  ['原文位置: 2:1-2:44@3-46', '原文位置: 2:1', 'bad-position', 30, '43:1-43:66@1820-1885'],
  ['数值: 5', '数值: 五', 'bad-number', 29, '五'],
  ['  任务: 推进清洁取暖\n', '', 'missing-field', 18, '任务'],
  ['章节: [', '章节: [[', 'syntax', 23, 'undo'],
  ['格式: taizhang/1', '格式: taizhang/9', 'bad-value', 6, 'taizhang/1'],
])('an edit that cannot be read is told with its line: %s → %s', async (from, to, code, line, words) => {
  expect(ledger).toContain(from)
  const failure = await readRegister(ledger.replace(from, to)).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(RegisterError)
  expect(failure).toMatchObject({ code, line })
  expect(String(failure)).toContain(words)
})

test('JSON that does not fit is told with its line', async () => {
  const json = writeJson(sampleRegister(sampleTask()))
  const line = json.split('\n').findIndex((text) => text.includes('"due"')) + 1
  await expect(readRegister(json.replace('"due": "2025-12-31"', '"due": "年底"'))).rejects.toMatchObject({
    code: 'invalid',
    line,
  })
  await expect(readRegister(json.replace('"due": ', '"due" '))).rejects.toMatchObject({ code: 'syntax', line })
  await expect(readRegister(' \n')).rejects.toMatchObject({ code: 'empty' })
  await expect(readRegister('一段文字')).rejects.toMatchObject({ code: 'not-a-register' })
  const bad = JSON.stringify({ ...sampleRegister(), schema: 'x' })
  await expect(readRegister(`${JSON.stringify(sampleRegister())}\n${bad}\n`)).rejects.toMatchObject({
    code: 'invalid',
    line: 2,
  })
})
