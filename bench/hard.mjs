// Texts that make pattern matchers slow, at one length and at twice that: time must about double, not quadruple.
// Alone: node bench/hard.mjs
import { pathToFileURL } from 'node:url'

const LENGTH = 40_000
const ROUNDS = 5
/** Twice the text may take this many times as long; quadratic time takes four. */
const MOST = 3

const PIECES = [
  '9',
  '9.',
  '9,',
  '一百',
  '*',
  '“',
  '《9',
  '培育企业5家',
  '全部完成全覆盖清零',
  '5家、',
  '保持全省前',
  '各乡镇、',
  '落实牵头负责配合',
  '（（（',
  '市市市市',
  '和及与',
  '责任单位：',
  '县水利局和',
  '由由由',
  '每',
  '3-',
  '自从',
  '年底前',
  '个工作日内',
  '到',
  '2023-',
  '6月、',
  '“5家、',
  '责任单位在，',
  '“市；》',
  '月 同志',
  '百县：百',
  '每年',
]

const millisecondsOf = (recognise, text) => {
  const times = []
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now()
    recognise(text)
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

/** One row for each recogniser: its worst text. */
export function hard(recognisers) {
  return Object.entries(recognisers).map(([name, recognise]) => {
    const cases = PIECES.map((piece) => {
      const text = (length) => piece.repeat(Math.ceil(length / piece.length))
      const once = millisecondsOf(recognise, text(LENGTH))
      const twice = millisecondsOf(recognise, text(LENGTH * 2))
      // below a few milliseconds the clock decides
      return { piece, twice, ratio: twice < 5 ? 1 : twice / once }
    })
    const worst = cases.reduce((a, b) => (a.ratio > b.ratio ? a : b))
    return {
      what: `hard texts, ${name}: twice the length ÷ once, worst of ${PIECES.length} (${worst.piece}…)`,
      value: `${worst.ratio.toFixed(1)} (${worst.twice.toFixed(0)} ms for ${(LENGTH * 2) / 1000}k characters)`,
      goal: `≤ ${MOST}`,
      pass: worst.ratio <= MOST,
    }
  })
}

/** The recognisers of bare strings that the library has. */
export const recognisersOf = ({ recogniseDeadlines, recogniseDepartments, recogniseTargets }) => ({
  deadlines: (text) => recogniseDeadlines(text, { date: '2025-03-10' }),
  departments: recogniseDepartments,
  targets: recogniseTargets,
})

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { what, value, goal, pass } of hard(recognisersOf(await import('../dist/index.js'))))
    process.stdout.write(`${pass ? 'pass' : 'miss'}  ${what}: ${value}, goal ${goal}\n`)
}
