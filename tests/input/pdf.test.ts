import { describe, expect, it } from 'vitest'
import { InputError } from '../../src/input/errors.ts'
import { Budget } from '../../src/input/limits.ts'
import { composePages } from '../../src/input/page/compose.ts'
import { foldGlyphs } from '../../src/input/page/glyphs.ts'
import type { Page, Rule, Run } from '../../src/input/page/types.ts'
import { withoutFalseSpaces } from '../../src/input/pdf/spaces.ts'
import { readBytes } from '../../src/input/read-bytes.ts'
import { extractSource } from '../../src/pipeline/extract.ts'
import { createView } from '../../src/text/index.ts'
import { damage, generator } from './damage.ts'
import { cellsOf, sourceOf } from './documents.ts'
import { bytesOf, failureOf, fixture, marked, survivesDamage, tasksSaidIn } from './fixture.ts'

const SIZE = 16
const LEFT = 80
/** Lines are this many characters wide. */
const WIDE = 28

/** A line of text, so many characters from the left edge. */
const line = (text: string, y: number, indent = 0, size = SIZE): Run => ({
  text,
  x: LEFT + indent * SIZE,
  y,
  width: [...text].reduce((sum, char) => sum + (char < '\u0250' ? 0.5 : 1), 0) * size,
  size,
})

/** Lines from the top of the page, 28 points apart. */
const page = (number: number, lines: readonly (string | Run)[], rules: Rule[] = []): Page => ({
  number,
  width: 595,
  height: 842,
  rules,
  furniture: [],
  runs: lines.map((entry, i) => {
    if (typeof entry !== 'string') return entry
    const text = entry.trimStart()
    return line(text, 100 + i * 28, entry.length - text.length)
  }),
})

const compose = (pages: Page[]) => composePages(pages, new Budget())
const linesOf = (pages: Page[]): string[] => compose(pages).text.split('\n').slice(0, -1)
/** As much text as fills a line, given what stands on it already. */
const filler = (length: number): string =>
  '加快推进重点项目建设确保按期完成各项目标任务不断提升服务水平'.slice(0, length)

describe('lines and paragraphs', () => {
  it('join what the width of the page broke, and leave what ends before it', () => {
    expect(
      linesOf([
        page(1, [
          '  一、工作目标',
          `  ${filler(WIDE - 2)}`,
          '努力实现新突破。',
          `  ${filler(WIDE - 3)}。`,
          `  ${filler(20)}。`,
        ]),
      ]),
    ).toEqual(['一、工作目标', `${filler(WIDE - 2)}努力实现新突破。`, `${filler(WIDE - 3)}。`, `${filler(20)}。`])
  })

  it('see a number that did not fit on the line', () => {
    const short = `${filler(WIDE - 4)}达到`
    const { text } = compose([
      page(1, [`  ${filler(25)}。`, filler(28), short, '12345.6亿元以上。', filler(28), filler(10)]),
    ])
    expect(text).toContain(`${filler(28)}${short}12345.6亿元以上。`)
  })

  it('part two lines of a title only where something else begins', () => {
    const centred = (text: string, y: number, size: number): Run => ({
      ...line(text, y, 0, size),
      x: LEFT + (WIDE * SIZE - text.length * size) / 2,
    })
    const [head, rest] = ['某某市人民政府办公室关于印发全市优化营商', '环境重点任务的通知']
    expect(
      linesOf([
        page(1, [centred(head, 60, 22), centred(rest, 96, 22), `  ${filler(26)}`, filler(28), filler(28), '完成。']),
      ])[0],
    ).toBe(head + rest)
  })

  it('put a title together whose first line is full', () => {
    const wide = { ...line('云溪市人民政府办公室关于进一步做好全市森林', 60, 0, 22), x: LEFT }
    const rest = { ...line('防火工作的通知', 96, 0, 22), x: LEFT + (WIDE * SIZE - 7 * 22) / 2 }
    expect(linesOf([page(1, [wide, rest, `  ${filler(26)}`, filler(28), `  ${filler(26)}`, '完成。'])])[0]).toBe(
      wide.text + rest.text,
    )
  })

  it('without indents part where the words say so, though the last line is full', () => {
    const full = (end: string): string => `${filler(WIDE - end.length)}${end}`
    const openings = ['十一、强化保障', '——质效更好', '各位代表！过去一年', '、抓好整改落实', '第三，压实责任']
    for (const opening of openings)
      expect(linesOf([page(1, [full('。'), full('。'), `${opening}。`, full('。'), filler(5)])])).toContain(
        `${opening}。`,
      )
    for (const opening of ['21.稳定就业', '责任单位：市财政局'])
      expect(linesOf([page(1, [full('（市级）'), full('（市级）'), opening, filler(5)])])).toContain(opening)
    expect(linesOf([page(1, [full('（市级）'), '、县级配套资金', filler(5)])])[0]).toContain('（市级）、县级')
  })

  it('without indents part behind a last line that alone was not stretched to the right edge', () => {
    const stretched = (text: string, y: number): Run => ({ ...line(text, y), width: WIDE * SIZE + 6 })
    const ys = Array.from({ length: 14 }, (_, i) => 100 + i * 28)
    const lines = ys.map((y, i) => (i === 5 ? line(`${filler(WIDE - 1)}。`, y) : stretched(filler(WIDE), y)))
    const end = line('完成。', 492)
    expect(linesOf([page(1, [...lines, end])])).toHaveLength(2)
    // The same where the last mark hangs over the edge.
    const hanging = (y: number, i: number): Run => {
      const text = `${filler(WIDE)}${i % 2 === 0 ? '，' : ''}`
      return { ...line(text, y), width: WIDE * SIZE + 6 + (i % 2 === 0 ? SIZE : 0) }
    }
    const over = ys.map((y, i) => (i === 6 ? line(`${filler(WIDE)}。`, y) : hanging(y, i)))
    expect(linesOf([page(1, [...over, end])])).toHaveLength(2)
    // Where lines end as they come, nothing is known.
    const ragged = lines.map((run, i) => (i === 5 ? run : { ...run, width: run.width - (i % 4) * 4 }))
    expect(linesOf([page(1, [...ragged, end])])).toHaveLength(1)
  })

  it('do not take a first line for a centred one, nor one indented twice for a signature', () => {
    const others = [`  ${filler(20)}。`, `  ${filler(20)}。`, `  ${filler(26)}`, filler(28), filler(28), '完成。']
    const first = `  ${filler(24)}`
    expect(linesOf([page(1, [...others, first, '施、完成。'])]).at(-1)).toBe(`${first.trim()}施、完成。`)
    const twice = { ...line(filler(22), 100 + 6 * 28), x: LEFT + 4.1 * SIZE, width: (WIDE - 4.1) * SIZE }
    expect(linesOf([page(1, [...others, twice, '完成。'])]).at(-1)).toBe(`${filler(22)}完成。`)
  })

  it('of a page where none is full are not joined because three of them are equally long', () => {
    const lines = [
      '第一章 总体目标',
      '新增绿地20公顷，改造管网3公里。',
      '第二章 重点任务',
      '（一）改造管网',
      '第三章 保障措施',
    ]
    expect(linesOf([page(1, [...lines, '严格督导检查，每月通报一次进展情况。'])]).slice(0, 5)).toEqual(lines)
  })

  it('know that a number is not parted from the mark before it', () => {
    const short = filler(WIDE - 4)
    expect(linesOf([page(1, [filler(WIDE), filler(WIDE), short, '家。1200名专家参加。', filler(5)])])[0]).toContain(
      `${short}家。1200名`,
    )
  })

  it('read two columns one after the other', () => {
    const rows = Array.from({ length: 10 }, (_, i) => i)
    const column = (x: number, name: string): Run[] =>
      rows.map((i) => ({ ...line(`${name}${filler(12)}`.slice(0, 13), 100 + i * 28), x }))
    const { text } = compose([page(1, [...column(80, '左'), ...column(320, '右')])])
    expect(text.indexOf('右')).toBeGreaterThan(text.lastIndexOf('左'))
  })

  it('read a last page with a short right column as the pages before it', () => {
    const column = (x: number, name: string, rows: number): Run[] =>
      Array.from({ length: rows }, (_, i) => ({ ...line(`${name}${filler(12)}`.slice(0, 13), 100 + i * 28), x }))
    const first = page(1, [...column(80, '甲', 10), ...column(320, '乙', 10)])
    const last = page(2, [...column(80, '丙', 10), ...column(320, '丁', 2)])
    const { text } = compose([first, last])
    expect(text.indexOf('丁')).toBeGreaterThan(text.lastIndexOf('丙'))
  })

  it('drop the second of two texts set a hair apart', () => {
    expect(linesOf([page(1, [line('标题', 100), { ...line('标题', 100.3), x: LEFT + 0.4 }])])).toEqual(['标题'])
  })

  it('keep a signature and its date apart', () => {
    const right = (text: string, y: number): Run => ({ ...line(text, y), x: LEFT + WIDE * SIZE - line(text, y).width })
    expect(
      linesOf([
        page(1, [
          `  ${filler(26)}`,
          filler(28),
          filler(28),
          '完成。',
          right('云溪市人民政府办公室', 300),
          right('2026年1月20日', 328),
        ]),
      ]).slice(-2),
    ).toEqual(['云溪市人民政府办公室', '2026年1月20日'])
  })
})

describe('pages', () => {
  const book = (): Page[] =>
    [1, 2, 3].map((number) => {
      const made = page(number, [
        line('云溪市人民政府文件', 50),
        number === 1 ? '  一、目标' : `完成${filler(8)}。`,
        ...Array.from({ length: 20 }, (_, i) => (i % 5 === 0 ? `  ${filler(26)}` : filler(28))),
        line(`— ${number} —`, 800),
      ])
      return made
    })

  it('know headers and page numbers, which part no sentence', () => {
    const source = compose(book())
    expect(marked({ ...sourceLike, ...source }, 'furniture')).toEqual(['云溪市人民政府文件', '— 3 —'])
    const view = createView(source)
    expect(view.text).not.toMatch(/— [12] —/)
    expect(view.text).toContain(`${filler(28)}完成${filler(8)}。`)
    expect(source.text).toContain('— 1 —')
  })

  it('leave nothing between a task and the numbered line that goes on with it', () => {
    const [first, second] = [1, 2].map((number) =>
      page(number, [
        line('云溪市人民政府文件', 50),
        number === 1 ? `  ${filler(26)}` : '  二、三级单位要抓好落实。',
        ...Array.from({ length: 20 }, () => `  ${filler(10)}。`),
        line(`— ${number} —`, 800),
      ]),
    )
    const source = compose([first, second].filter((made) => made !== undefined))
    expect(createView(source).text).not.toContain('— 1 —')
    expect(createView(source).text).toContain('\n二、三级单位')
  })

  it('are told of every position', async () => {
    const source = await sourceOf(fixture('example-chromium.pdf'), 'x.pdf')
    const pages = source.hints.filter((hint) => hint.kind === 'page')
    expect(pages.map(({ page: number }) => number)).toEqual([1, 2])
    expect(pages.at(-1)?.end).toBe(source.text.length)
    const { register } = await extractSource(source)
    expect(register.tasks[0]?.source[0]?.page).toBe(1)
    expect(register.tasks.at(-1)?.source[0]?.page).toBe(2)
    for (const { departments } of register.tasks)
      for (const { name, source: at } of departments)
        expect(source.text.slice(at.start.offset, at.end.offset).replace(/\s/g, '')).toBe(name)
  })
})

describe('tables', () => {
  it('are read off their lines, merged cells included, and go on over pages', () => {
    const grid = (rows: number, columns: readonly number[], top: number, open: readonly string[] = []): Rule[] => {
      const rules: Rule[] = []
      for (let r = 0; r <= rows; r++)
        for (let c = 0; c + 1 < columns.length; c++)
          if (!open.includes(`${r} ${c}`))
            rules.push({ x0: columns[c] ?? 0, x1: columns[c + 1] ?? 0, y0: top + r * 40, y1: top + r * 40 })
      for (const x of columns) rules.push({ x0: x, x1: x, y0: top, y1: top + rows * 40 })
      return rules
    }
    const columns = [80, 120, 340, 500]
    const cell = (text: string, column: number, y: number): Run => ({
      ...line(text, y, 0, 12),
      x: (columns[column] ?? 0) + 3,
    })
    const first = page(
      1,
      [
        ...['序号', '工作任务', '责任单位'].map((text, c) => cell(text, c, 125)),
        cell('1', 0, 165),
        cell('完成立项并且开工建设加快推进进度确', 1, 160),
        cell('保按期完工', 1, 175),
        cell('市发展改革委', 2, 185),
        cell('2', 0, 205),
        cell('建成投用', 1, 205),
      ],
      // No line between the second and third cell of the last column.
      grid(3, columns, 100, ['2 2']),
    )
    const second = page(
      2,
      [cell('3', 0, 125), cell('验收', 1, 125), cell('市住建局', 2, 118), cell('市财政局', 2, 134)],
      grid(1, columns, 100),
    )
    const source = { ...sourceLike, ...compose([first, second]) }
    expect(cellsOf(source)).toEqual([
      ['序号', '工作任务', '责任单位'],
      ['1', '完成立项并且开工建设加快推进进度确保按期完工', '市发展改革委'],
      ['2', '建成投用', '_'],
      ['3', '验收', '市住建局；市财政局'],
    ])
    expect(source.hints.filter(({ kind }) => kind === 'table-row').map(({ row }) => row)).toEqual([0, 1, 2, 3])
  })

  it('without lines are read where cells stand below each other', () => {
    const row = (y: number, ...texts: string[]): Run[] =>
      texts.map((text, c) => ({ ...line(text, y), x: 80 + c * 150 }))
    const source = compose([
      page(1, [
        ...row(100, '任务', '单位', '时限'),
        ...row(128, '甲', '市财政局', '6月底'),
        ...row(156, '乙', '市教育局', '9月底'),
      ]),
    ])
    expect(cellsOf({ ...sourceLike, ...source })).toHaveLength(3)
    // Nobody says which of its cells are merged.
    expect(source.hints.flatMap(({ cells = [] }) => cells).some((cell) => 'merged' in cell)).toBe(false)
  })
})

describe('spaces', () => {
  const textsOf = (...texts: string[]): string[] =>
    withoutFalseSpaces(texts.map((text, i) => ({ ...line(text, 100), x: 80 + i * 200 }))).map(({ text }) => text)

  it('between all characters of a stretched line are none', () => {
    expect(textsOf('市 住 建 局 牵 头 ， 6 月 底 前 完 成', 'ISO 9001 认 证')).toEqual([
      '市住建局牵头，6月底前完成',
      'ISO 9001认证',
    ])
  })

  it('that are few, or part words, are kept', () => {
    const lines = ['市财政局 市教育局 市水利局各负其责，抓好落实，确保按期完成', '建成 AI 平台']
    expect(textsOf(...lines)).toEqual(lines)
  })

  it('before narrow brackets are none', () => {
    expect(textsOf('市财政局 (牵头) 负责')).toEqual(['市财政局(牵头)负责'])
  })
})

describe('characters', () => {
  it('that fonts took for others are folded', () => {
    expect(foldGlyphs('⼀⾯⽅⻓⻢⼾﹂︰豈⸺')).toEqual({ text: '一面方长马户」：豈——', folded: 9 })
    expect(foldGlyphs('3―5年，\u2329办法\u232a').text).toBe('3—5年，〈办法〉')
    expect(foldGlyphs('3〜5个∕年，A‒B，橡㬵').text).toBe('3～5个／年，A–B，橡胶')
    expect(foldGlyphs('一面，①㎡').folded).toBe(0)
  })
})

describe('files', () => {
  it.each(['example-libreoffice.pdf', 'example-chromium.pdf'])('%s gives the tasks of example.txt', async (name) => {
    expect(await tasksSaidIn(name)).toEqual(await tasksSaidIn('example.txt'))
  })

  it('say when characters were folded', async () => {
    const { notices } = await sourceOf(fixture('example-chromium.pdf'), 'x.pdf')
    expect(notices.map(({ code }) => code)).toEqual(['glyphs-folded'])
  })

  it('of pictures have no text, and files cut short are damaged', async () => {
    expect(await failureOf(fixture('scan.pdf'), 'x.pdf')).toBe('no-text')
    expect(await failureOf(bytesOf('%PDF-1.7\nnothing'), 'x.pdf')).toBe('damaged')
    expect(await failureOf(encrypted(), 'x.pdf')).toBe('encrypted')
  })

  it('whose characters are partly lost are refused, and those put together again are told of', async () => {
    const bytes = fixture('example-libreoffice.pdf')
    const text = new TextDecoder('latin1').decode(bytes)
    const codes = text.indexOf('stream', text.indexOf('/Length 1380')) + 100
    await expect(readBytes(bytes.slice().fill(0xff, codes, codes + 300), 'x.pdf', () => 'hash')).rejects.toMatchObject({
      code: 'damaged',
    })
    const noIndex = bytes.slice()
    noIndex.fill(0x31, text.lastIndexOf('startxref') + 10, text.lastIndexOf('%%EOF') - 1)
    const [whole, mended] = [await sourceOf(bytes, 'x.pdf'), await sourceOf(noIndex, 'x.pdf')]
    expect(mended.text).toBe(whole.text)
    expect(whole.notices).toEqual([])
    expect(mended.notices).toEqual([{ code: 'pages-doubtful', detail: '1' }])
  })

  it('whose check sums are wrong are read, and told of', async () => {
    const bytes = fixture('example-libreoffice.pdf')
    const damaged = bytes.slice()
    const end = new TextDecoder('latin1').decode(bytes).indexOf('\nendstream')
    damaged[end - 1] = (bytes[end - 1] ?? 0) ^ 1
    const { text, notices } = await sourceOf(damaged, 'x.pdf')
    expect(text).toBe((await sourceOf(bytes, 'x.pdf')).text)
    expect(notices).toEqual([{ code: 'streams-damaged', detail: '1' }])
  })

  it('that would keep the library busy for minutes are given up', async () => {
    const limits = { seconds: 3 }
    const looping = damage(fixture('example-libreoffice.pdf'), generator(1631))
    await expect(readBytes(looping, 'x.pdf', () => 'hash', { limits })).rejects.toBeInstanceOf(InputError)
  })

  it('damaged are read or refused', async () => survivesDamage('example-libreoffice.pdf'), 240_000)
})

const sourceLike = {
  path: 'x.pdf',
  text: '',
  format: 'pdf',
  encoding: 'utf-8',
  sha256: '',
  notices: [],
  hints: [],
} as const

/** The scan with an encryption dictionary whose password nobody has. */
function encrypted(): Uint8Array {
  const key = 'ab'.repeat(32)
  const text = new TextDecoder('latin1').decode(fixture('scan.pdf'))
  const dictionary = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]`
  return Uint8Array.from(text.replace('/Root 1 0 R', `/Root 1 0 R ${dictionary}`), (char) => char.charCodeAt(0))
}
