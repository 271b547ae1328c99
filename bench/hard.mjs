// Texts that make pattern matchers slow, at one length and at twice that: time must about double, not quadruple.
// Alone: node bench/hard.mjs
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { root } from './corpus.mjs'

const LENGTH = 40_000
const ROUNDS = 5
/** Twice the text may take this many times as long; quadratic time takes four. */
const MOST = 3

const PIECES = parse(readFileSync(join(root, 'fixtures/hard.yaml'), 'utf8'))

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
