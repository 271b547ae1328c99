import { expect, test } from 'vitest'
import { loadWordCutter } from '../../src/config/segmenter.ts'
import { SuggestionFinder, type WordCutter } from '../../src/config/suggest.ts'
import { createView } from '../../src/text/index.ts'
import { lexiconsOf } from './config-of.ts'

async function namesIn(text: string, cutter: WordCutter | null, yaml = ''): Promise<string[]> {
  const finder = new SuggestionFinder((await lexiconsOf(yaml)).departments, cutter)
  finder.add('文件.txt', createView({ text, hints: [] }), (offset) => text.slice(0, offset).split('\n').length)
  return finder.result(1).map(({ name }) => name)
}

const text = `一、重点任务
1.加强监管。（责任单位：市财政局、江北高铁试验区管委会、各街道）
2.江北商业银行青山中心支行的服务有待改进。
`

test('without a word cutter: what the text makes answerable', async () => {
  expect(await namesIn(text, null)).toEqual(['江北高铁试验区管委会'])
})

test('with jieba: runs of nouns as well, whole and not in pieces', async () => {
  const cutter = await loadWordCutter()
  expect(cutter?.name).toMatch(/jieba$/)
  expect(await namesIn(text, cutter)).toEqual(['江北商业银行青山中心支行', '江北高铁试验区管委会'])
})

test.each([
  '严肃查处违法行为，确保工作落到实处。',
  '办公室设在国务院，领导小组要加强统筹。',
  '贯彻党中央决策部署和省委经济工作会议部署。',
  '支持上市公司、跨国公司和科研院所发展。',
  '建设国际航运中心、区域医疗中心、便民服务中心。',
  '工业和信息化厅、工业和信息化局要抓好落实。',
  '在市政府网站公开，各县（市、区）人民政府、祁阳市委要落实。',
  '扩大跨省通办范围，推进省内通办、全市督办。',
  '各位代表，各位省政协委员：',
])('proposes nothing in: %s', async (sentence) => {
  expect(await namesIn(sentence, await loadWordCutter())).toEqual([])
})

test('what the dictionary has is not proposed', async () => {
  const own = '单位:\n  - { 名: 江北高铁试验区管委会 }\n  - { 名: 江北商业银行青山中心支行 }\n'
  expect(await namesIn(text, await loadWordCutter(), own)).toEqual([])
})

test('an engine that cuts elsewhere proposes no halves', async () => {
  const halves: WordCutter = {
    name: 'halves',
    tag: (line) =>
      line
        .split(/(省政协委|跨省通办)/)
        .filter(Boolean)
        .map((word) => ({ word, tag: /[委办]$/.test(word) ? 'nz' : 'x' })),
  }
  expect(await namesIn('请各位省政协委员审议。扩大跨省通办范围。', halves)).toEqual([])
})

test('an engine that loses characters is not trusted', async () => {
  const lossy: WordCutter = { name: 'lossy', tag: () => [] }
  expect(await namesIn(text, lossy)).toEqual(['江北高铁试验区管委会'])
})
