import { describe, expect, it } from 'vitest'
import { plainSource } from '../../src/input/plain.ts'
import { extractSource } from '../../src/pipeline/extract.ts'

/** Tasks of a plain text: content, departments, ends of deadlines, section. */
const tasksOf = async (text: string) => {
  const source = plainSource({ path: 'x.txt', text, encoding: 'utf-8', notices: [], sha256: '' })
  const { register } = await extractSource(source)
  return register.tasks.map((task) => [
    task.content,
    task.departments.map(({ name, role }) => `${role} ${name}`),
    task.deadlines.map(({ end }) => end),
    task.section,
  ])
}
const table = (...rows: string[][]): string => rows.map((row) => `${row.join('\t')}\n`).join('')
const HEAD = ['序号', '工作任务', '责任单位', '完成时限', '备注']

describe('tables of plain text', () => {
  it('may have lines above their head', async () => {
    const text = table(['单位：某局', '2026年1月'], HEAD, ['1', '修订预案', '市应急局', '2026年6月底前', '无'])
    expect(await tasksOf(text)).toEqual([['修订预案', ['responsible 市应急局'], ['2026-06-30'], []]])
  })

  it('inherit from above what an empty cell between filled ones leaves out, and nothing at the end of a row', async () => {
    const text = table(
      ['序号', '工作任务', '责任单位', '完成时限'],
      ['1', '修订预案', '市应急局', '2026年6月底前'],
      ['2', '开展演练', '', '2026年9月底前'],
      ['3', '组织检查', '市住建局', ''],
    )
    expect((await tasksOf(text)).map(([, departments, ends]) => [departments, ends])).toEqual([
      [['responsible 市应急局'], ['2026-06-30']],
      [['responsible 市应急局'], ['2026-09-30']],
      [['responsible 市住建局'], []],
    ])
  })

  it('have parts, repeated heads, sums and notes', async () => {
    const text = table(
      HEAD,
      ['一、安全生产', '', '', '', ''],
      ['1', '修订预案', '市应急局', '2026年6月底前', '新建'],
      HEAD,
      ['二、防灾减灾', '', '', '', ''],
      ['2', '开展演练', '市气象局', '2026年9月底前', '新建'],
      ['合计', '2', '', '', '项'],
      ['注：时限以文件为准', '', '', '', '。'],
    )
    expect((await tasksOf(text)).map(([content, , , section]) => [content, section])).toEqual([
      ['修订预案', ['一、安全生产']],
      ['开展演练', ['二、防灾减灾']],
    ])
  })

  it('say what to do in several cells, with problems and units between them', async () => {
    const text = table(
      ['序号', '存在问题', '整改任务', '责任单位', '具体措施', '完成时限', '备注'],
      ['1', '管网老化', '改造管网', '市住建局', '更换管道12公里。', '2026年6月底前', '无'],
    )
    const source = plainSource({ path: 'x.txt', text, encoding: 'utf-8', notices: [], sha256: '' })
    const [task] = (await extractSource(source)).register.tasks
    expect(task?.content).toBe('改造管网；更换管道12公里。')
    expect(task?.source.map(({ start, end }) => text.slice(start.offset, end.offset))).toEqual([
      '改造管网',
      '更换管道12公里。',
    ])
    expect(task?.departments.map(({ name }) => name)).toEqual(['市住建局'])
    expect(task?.targets).toHaveLength(1)
  })

  it('take their targets from a column of their own', async () => {
    const text = table(
      ['工作任务', '年度目标', '责任单位', '备注'],
      ['推进污水治理', '集中处理率达到95%以上', '市住建局', '无'],
    )
    const source = plainSource({ path: 'x.txt', text, encoding: 'utf-8', notices: [], sha256: '' })
    const [task] = (await extractSource(source)).register.tasks
    expect(task?.content).toBe('推进污水治理')
    expect(task?.targets[0]).toMatchObject({ value: 95, relation: '>=' })
  })
})

describe('tables with each cell on a line of its own', () => {
  it('become rows again', async () => {
    const text = [
      '某县2026年重点任务清单',
      ...['序号', '工作任务', '责任单位', '完成时限'],
      ...['1', '新建公办幼儿园3所', '县教育局', '2026年8月底前'],
      ...['2', '开展家电以旧换新活动', '县商务局'],
      ...['3', '完成8处水厂改造', '县水利局', '2026年10月底前'],
      '某县人民政府办公室',
    ].join('\n')
    expect(await tasksOf(text)).toEqual([
      ['新建公办幼儿园3所', ['responsible 县教育局'], ['2026-08-31'], []],
      ['开展家电以旧换新活动', ['responsible 县商务局'], [], []],
      ['完成8处水厂改造', ['responsible 县水利局'], ['2026-10-31'], []],
    ])
  })

  it('need numbers that follow one another', async () => {
    expect(await tasksOf('序号\n任务\n单位\n3\n甲\n市财政局\n7\n乙\n市教育局\n')).toEqual([])
  })
})
