// What `check` costs against `extract` on the same files: at most 1.3 times as much.
// Usage: node bench/check.mjs [FILE…]   (npm run build first; TAIZHANG_DIST names another bundle)
// Without files: the provincial reports beside the project.
import { argv, cpuUsage, env, stdout } from 'node:process'
import { namedOrReports } from './corpus.mjs'

const { checkSource, extractSource, readSource } = await import(env.TAIZHANG_DIST ?? '../dist/index.js')
const ROUNDS = 17

const sources = await Promise.all(namedOrReports(argv.slice(2)).map((path) => readSource(path)))
const characters = sources.reduce((sum, { text }) => sum + text.length, 0)

const works = [
  ['extract', (source) => extractSource(source)],
  ['check', (source) => checkSource(source)],
  ['check --profile plan', (source) => checkSource(source, { profile: 'plan' })],
]
const times = works.map(() => [])
// Time of the processor, not of the clock, and the least of many rounds: other programs run as well. By turns, so that what else the machine does hits all of them; the first rounds warm the compiler up
for (let round = 0; round < ROUNDS; round++) {
  for (const [i, [, work]] of works.entries()) {
    const from = cpuUsage()
    for (const source of sources) await work(source)
    const { user, system } = cpuUsage(from)
    if (round >= 2) times[i].push((user + system) / 1000)
  }
}
const base = Math.min(...times[0])
stdout.write(`${sources.length} files, ${characters} characters\n\n| | ms | of extract |\n|---|---:|---:|\n`)
for (const [i, [name]] of works.entries())
  stdout.write(`| ${name} | ${Math.min(...times[i]).toFixed(0)} | ${(Math.min(...times[i]) / base).toFixed(2)} |\n`)
