import { describe, expect, it } from 'vitest'
import { formatNumber } from '../../../src/input/number-formats.ts'
import { level, list, numbered, paragraph, wordLines } from '../documents.ts'

describe('formatNumber', () => {
  // The boundaries as Word 16 shows them; docs/formats.md says where 〇 stands for its ○.
  it.each([
    ['decimal', [1, 10, 101], ['1', '10', '101']],
    ['decimalZero', [1, 10], ['01', '10']],
    ['decimalFullWidth', [1, 10], ['１', '１０']],
    ['chineseCounting', [1, 10, 11, 20, 21, 99, 101], ['一', '十', '十一', '二十', '二十一', '九十九', '一〇一']],
    [
      'chineseCountingThousand',
      [10, 11, 100, 101, 110, 1001, 10010, 1_000_000],
      ['十', '十一', '一百', '一百〇一', '一百一十', '一千〇一', '一万〇一十', '1000000'],
    ],
    ['chineseLegalSimplified', [1, 10, 11, 101], ['壹', '壹拾', '壹拾壹', '壹佰零壹']],
    ['japaneseCounting', [10, 11, 101, 1111], ['十', '十一', '百一', '千百十一']],
    ['japaneseDigitalTenThousand', [1, 10, 101], ['一', '一〇', '一〇一']],
    ['ideographDigital', [1, 10, 11, 101], ['一', '一〇', '一一', '一〇一']],
    ['ideographTraditional', [1, 10, 11], ['甲', '癸', '11']],
    ['ideographZodiac', [1, 12, 13], ['子', '亥', '13']],
    ['ideographZodiacTraditional', [1, 11, 61], ['甲子', '甲戌', '甲子']],
    ['ideographEnclosedCircle', [1, 10, 11], ['㈠', '㈩', '11']],
    ['decimalEnclosedCircle', [1, 20, 21], ['①', '⑳', '21']],
    ['decimalEnclosedCircleChinese', [1, 10], ['①', '⑩']],
    ['decimalEnclosedParen', [1, 20, 21], ['⑴', '⒇', '21']],
    ['decimalEnclosedFullstop', [1, 20], ['⒈', '⒛']],
    ['lowerLetter', [1, 26, 27, 53], ['a', 'z', 'aa', 'aaa']],
    ['upperLetter', [2], ['B']],
    ['lowerRoman', [4, 9, 40], ['iv', 'ix', 'xl']],
    ['upperRoman', [1999], ['MCMXCIX']],
    ['none', [1], ['']],
    ['thaiLetters', [3], ['3']],
  ])('%s', (format, values, expected) => {
    expect(values.map((value) => formatNumber(value, format))).toEqual(expected)
  })
})

const OFFICIAL = list(
  1,
  level(0, 'chineseCounting', '%1、'),
  level(1, 'chineseCounting', '（%2）'),
  level(2, 'decimal', '%3.'),
  level(3, 'decimalEnclosedCircle', '%4'),
)

describe('automatic numbers', () => {
  it('stand in the text, each level beginning anew under the one above', async () => {
    const body = [
      numbered('目标', 1),
      numbered('任务', 1),
      numbered('治水', 1, 1),
      numbered('管网', 1, 2),
      numbered('泵站', 1, 2),
      numbered('治土', 1, 1),
      numbered('排查', 1, 2),
      numbered('细项', 1, 3),
      paragraph('正文'),
      numbered('保障', 1),
    ].join('')
    expect(await wordLines(body, { numbering: OFFICIAL })).toEqual([
      '一、目标',
      '二、任务',
      '（一）治水',
      '1. 管网',
      '2. 泵站',
      '（二）治土',
      '1. 排查',
      '① 细项',
      '正文',
      '三、保障',
    ])
  })

  it('take other levels in, and may be decimal throughout', async () => {
    const numbering = list(
      1,
      level(0, 'chineseCountingThousand', '第%1章'),
      level(1, 'decimal', '%1.%2', '<w:isLgl/>'),
      level(2, 'decimal', '%1-%2-%3'),
    )
    const body = numbered('总则', 1) + numbered('甲', 1, 1) + numbered('乙', 1, 1) + numbered('丙', 1, 2)
    expect(await wordLines(body, { numbering })).toEqual(['第一章 总则', '1.1 甲', '1.2 乙', '一-2-1 丙'])
  })

  it('count a level that was passed over as begun', async () => {
    const numbering = list(1, level(0, 'decimal', '%1.'), level(1, 'decimal', '%1.%2'))
    expect(await wordLines(numbered('甲', 1, 1) + numbered('乙', 1), { numbering })).toEqual(['1.1 甲', '2. 乙'])
  })

  it('restart only as the level says', async () => {
    const numbering = list(1, level(0, 'decimal', '%1.'), level(1, 'decimal', '（%2）', '<w:lvlRestart w:val="0"/>'))
    const body = numbered('甲', 1) + numbered('子', 1, 1) + numbered('乙', 1) + numbered('丑', 1, 1)
    expect(await wordLines(body, { numbering })).toEqual(['1. 甲', '（1）子', '2. 乙', '（2）丑'])
  })

  it('go on in lists of one definition, and restart once where a list says so', async () => {
    const again = (id: number, more: string): string =>
      `<w:num w:numId="${id}"><w:abstractNumId w:val="1"/>${more}</w:num>`
    const numbering =
      OFFICIAL + again(2, '') + again(3, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    const body = numbered('甲', 1) + numbered('乙', 2) + numbered('丙', 3) + numbered('丁', 3) + numbered('戊', 1)
    expect(await wordLines(body, { numbering })).toEqual(['一、甲', '二、乙', '一、丙', '二、丁', '三、戊'])
  })

  it('take a level that a list lays over', async () => {
    const numbering = `${OFFICIAL}<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1）"/></w:lvl></w:lvlOverride></w:num>`
    expect(await wordLines(numbered('甲', 2), { numbering })).toEqual(['1）甲'])
  })

  it('come through styles, linked levels and numbering styles', async () => {
    const style = (id: string, content: string, type = 'paragraph'): string =>
      `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${id}"/>${content}</w:style>`
    const styles =
      style('one', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('two', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('child', '<w:basedOn w:val="one"/>') +
      style('linked', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>') +
      style('listing', '<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>', 'numbering')
    const numbering = `${OFFICIAL}${list(2, level(0, 'decimal', '%1.'), level(1, 'decimal', '%2）', '<w:pStyle w:val="linked"/>'))}<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="listing"/></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>${list(4, level(0, 'upperLetter', '%1、'))}`
    const of = (text: string, id: string, more = ''): string => paragraph(text, `<w:pStyle w:val="${id}"/>${more}`)
    const off = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    const body =
      of('甲', 'one') +
      of('子', 'two') +
      of('乙', 'child') +
      of('无', 'one', off) +
      of('丙', 'linked') +
      numbered('丁', 3)
    expect(await wordLines(body, { styles, numbering })).toEqual([
      '一、甲',
      '（一）子',
      '二、乙',
      '无',
      '1）丙',
      'A、丁',
    ])
  })

  it('are list items where they are but bullets, whatever the sign', async () => {
    const numbering = list(1, level(0, 'bullet', '\uf06c'))
    expect(await wordLines(numbered('甲', 1), { numbering })).toEqual(['list-item1: • 甲'])
  })

  it('pad with zeros where the format is of one’s own', async () => {
    const custom = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:suff w:val="space"/><w:lvlText w:val="编号%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    expect(await wordLines(numbered('甲', 1), { numbering: custom })).toEqual(['编号007 甲'])
  })

  it('are not given to deleted or hidden paragraphs', async () => {
    const properties = (mark: string): string =>
      `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>${mark}</w:rPr>`
    const deleted = `<w:p><w:pPr>${properties('<w:del w:id="1"/>')}</w:pPr><w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`
    const hidden = `<w:p><w:pPr>${properties('<w:vanish/>')}</w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p>`
    const body = numbered('甲', 1) + deleted + hidden + numbered('乙', 1)
    expect(await wordLines(body, { numbering: OFFICIAL })).toEqual(['一、甲', '二、乙'])
  })
})
