// npm run bench [-- --write]: what the program costs, one table. --write puts it into docs/bench.md.
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { batch } from './batch.mjs'
import { corpus, root } from './corpus.mjs'
import { deadlineSection, deadlines } from './deadlines.mjs'
import { growth } from './growth.mjs'
import { hard, recognisersOf } from './hard.mjs'
import { startUp } from './start-up.mjs'
import { throughput } from './throughput.mjs'

const load = loadavg()[0] ?? 0
const library = await import('../dist/index.js')
const { extractSource, recogniseDeadlines } = library
const texts = corpus()
const rows = [
  ...startUp(),
  ...(await throughput(texts, extractSource)),
  ...growth(),
  ...batch(texts.texts),
  ...hard(recognisersOf(library)),
]

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${cpus().length}, node ${process.version}, ${process.platform}`
const table = [
  '| what | measured | goal | |',
  '|---|---|---|---|',
  ...rows.map(({ what, value, goal, pass }) => `| ${what} | ${value} | ${goal} | ${pass ? 'pass' : 'miss'} |`),
].join('\n')
const when = new Date().toISOString().slice(0, 10)
const report = `# What it costs

The last run of \`npm run bench -- --write\`, ${when}, on ${machine}; texts: ${texts.from}.
The machine had a load of ${load.toFixed(1)} when it began; on a busy one only the ratios count.

${table}
`
const beside = deadlines(recogniseDeadlines)
process.stdout.write(`${table}\n\n${beside}\n`)
if (process.argv.includes('--write'))
  writeFileSync(join(root, 'docs/bench.md'), `${report}\n${deadlineSection(beside)}`)
