import { describe, expect, test } from 'vitest'
import { lexiconsOf, tasksOf } from './config-of.ts'

const plan = (...lines: string[]): string => ['2025年重点工作方案', '一、重点任务', ...lines, ''].join('\n')
const names = (tasks: Awaited<ReturnType<typeof tasksOf>>, i = 0) =>
  tasks[i]?.departments.map(({ name, role, canonical }) => [name, role, canonical ?? null])

describe('单位', () => {
  const text = plan('（一）加快建设。由园建中心牵头，年底前完成。')
  test('an alias with a level shares the canonical name', async () => {
    const own = '单位:\n  - { 名: 园区建设中心, 全: [园建中心], 级别: 市 }\n'
    expect(names(await tasksOf(text, own))).toEqual([['园建中心', 'lead', '市园区建设中心']])
  })
  test('an alias is added to a shipped body, and its level is that of the text where it has one', async () => {
    const own = '单位:\n  - { 名: 财政局, 全: [钱袋子办], 级别: 县 }\n'
    const tasks = await tasksOf(plan('（一）管好资金。由钱袋子办牵头。', '（二）管好账目。由市财政局牵头。'), own)
    expect([names(tasks), names(tasks, 1)]).toEqual([
      [['钱袋子办', 'lead', '县财政局']],
      [['市财政局', 'lead', '市财政局']],
    ])
  })
  test('a word of one’s own goes before the same word as shipped', async () => {
    const { departments } = await lexiconsOf('单位:\n  - { 名: 科技局, 根: [工信] }\n  - { 名: 园区办, 根: [发改] }\n')
    expect(departments.byRoot.get('工信')?.name).toBe('科技局')
    expect(departments.byRoot.get('发改')?.name).toBe('园区办')
    expect(departments.byRoot.get('财政')?.name).toBe('财政局')
  })
})

test('集合: members stand beside the group, inferred', async () => {
  const own = '集合:\n  - { 名: 各街道, 成员: [东街街道, 西街街道] }\n'
  const [task] = await tasksOf(plan('（一）加强管理。各街道要抓好落实。'), own)
  expect(task?.departments.map(({ name, inferred }) => [name, inferred ?? false])).toEqual([
    ['各街道', false],
    ['东街街道', true],
    ['西街街道', true],
  ])
  expect(task?.departments[1]?.source).toEqual(task?.departments[0]?.source)
})

describe('标签', () => {
  const text = plan('（一）加强管理。', '挂点帮办：市财政局', '了结日子：6月底')
  test('departments and deadlines stand behind it', async () => {
    const own = '标签:\n  - { 词: [挂点帮办], 意思: 牵头单位 }\n  - { 词: [了结日子], 意思: 完成时限 }\n'
    const [task] = await tasksOf(text, own)
    expect(task?.departments.map(({ name, role }) => [name, role])).toEqual([['市财政局', 'lead']])
    expect(task?.due).toBe('2025-06-30')
    const [without] = await tasksOf(text)
    expect([without?.departments, without?.due]).not.toEqual([task?.departments, task?.due])
  })
  test('it goes before a shipped one', async () => {
    const own = '标签:\n  - { 词: [责任单位], 意思: 督导单位 }\n'
    const [task] = await tasksOf(plan('（一）加强管理。', '责任单位：市财政局'), own)
    expect(task?.departments.map(({ role }) => role)).toEqual(['supervise'])
  })
})

test('动词: opens an instruction', async () => {
  const text = ['在全市会议上的讲话', '同志们：', '大干快上断面治理难点。', ''].join('\n')
  expect((await tasksOf(text)).length).toBe(0)
  expect((await tasksOf(text, '动词: [大干快上]\n')).length).toBe(1)
})

test('计量单位: a number with it is a target', async () => {
  const text = plan('（一）加强治理。淘汰燃煤锅炉35蒸吨炉。')
  const [task] = await tasksOf(text, '计量单位:\n  - { unit: 蒸吨炉 }\n')
  expect(task?.targets.map(({ value, unit }) => [value, unit])).toEqual([[35, '蒸吨炉']])
})

test('时限: an event, a festival, a rhythm', async () => {
  const text = plan(
    '（一）检修渔船。开渔盛典前完成检修。',
    '（二）备足物资。泼水大典前到位。',
    '（三）报送进展。逐旬末报送。',
  )
  const own = [
    '时限:',
    '  事件: [开渔盛典]',
    '  节日: [{ 词: 泼水大典, 日: 04-13 }]',
    '  周期: [{ 词: 逐旬末, 周期: ten-daily }]',
    '',
  ].join('\n')
  expect((await tasksOf(text)).map((task) => task.deadlines.length)).toEqual([0, 0, 0])
  const tasks = await tasksOf(text, own)
  expect(tasks.map((task) => task.deadlines.map(({ text: words, kind, end }) => [words, kind, end ?? null]))).toEqual([
    [['开渔盛典前', 'event', null]],
    [['泼水大典前', 'event', '2025-04-12']],
    [['逐旬末', 'recurring', null]],
  ])
})

test('章节: a heading says what its part is, against the shipped words as well', async () => {
  const text = ['工作方案', '一、干事一览', '（一）加强监管。', '二、重点任务', '（一）推进治理。', ''].join('\n')
  const titles = (tasks: Awaited<ReturnType<typeof tasksOf>>) => tasks.map(({ title }) => title)
  expect(titles(await tasksOf(text))).toEqual(['加强监管', '推进治理'])
  expect(titles(await tasksOf(text, '章节:\n  - { class: review, words: [干事一览] }\n'))).toEqual(['推进治理'])
  expect(titles(await tasksOf(text, '章节:\n  - { class: review, words: [重点任务] }\n'))).toEqual(['加强监管'])
})

describe('默认', () => {
  const text = plan('（一）加强管理。（责任单位：市财政局、市教育局）')
  const roles = async (rule: string) =>
    (await tasksOf(text, `默认: { 牵头规则: ${rule} }\n`))[0]?.departments.map(({ role }) => role)
  test('who leads in a list without a lead', async () => {
    expect(await roles('first')).toEqual(['lead', 'responsible'])
    expect(await roles('all')).toEqual(['lead', 'lead'])
    expect(await roles('none')).toEqual(['responsible', 'responsible'])
    expect(await roles('from-document')).toEqual(['responsible', 'responsible'])
  })
  test('from-document: as the document says', async () => {
    const said = plan('（排在第一位的为牵头单位）', '（一）加强管理。（责任单位：市财政局、市教育局）')
    const by = async (rule: string) =>
      (await tasksOf(said, `默认: { 牵头规则: ${rule} }\n`)).at(-1)?.departments.map(({ role }) => role)
    expect(await by('none')).toEqual(['responsible', 'responsible'])
    expect(await by('from-document')).toEqual(await by('first'))
  })
})

describe('职责', () => {
  const own = '职责:\n  - { 词: [秸秆, 扬尘], 单位: 市生态环境局, 角色: 牵头 }\n'
  test('only where the text names nobody; inferred, with the place of the word', async () => {
    const text = plan('（一）加强禁烧。严禁露天焚烧秸秆。', '（二）控制扬尘。由市住建局牵头。', '（三）加强宣传。')
    const tasks = await tasksOf(text, own)
    expect(tasks.map((task) => task.departments.map(({ name, role, inferred }) => [name, role, inferred]))).toEqual([
      [['市生态环境局', 'lead', true]],
      [['市住建局', 'lead', undefined]],
      [],
    ])
    const source = tasks[0]?.departments[0]?.source
    expect(text.slice(source?.start.offset, source?.end.offset)).toBe('秸秆')
    expect(tasks[0]?.notes).toContain('owner-inferred')
    expect(tasks[2]?.notes).toContain('owner-missing')
  })
})
