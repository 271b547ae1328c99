// npm run bench [-- --write]: what the program costs, one table. --write puts it into docs/bench.md.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { corpus, root } from './corpus.mjs'
import { growth } from './growth.mjs'
import { startUp } from './start-up.mjs'
import { throughput } from './throughput.mjs'

const { extractSource } = await import('../dist/index.js')
const texts = corpus()
const rows = [...startUp(), ...(await throughput(texts, extractSource)), ...growth()]

const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'} × ${cpus().length}, node ${process.version}, ${process.platform}`
const table = [
  '| what | measured | goal | |',
  '|---|---|---|---|',
  ...rows.map(({ what, value, goal, pass }) => `| ${what} | ${value} | ${goal} | ${pass ? 'pass' : 'miss'} |`),
].join('\n')
const when = new Date().toISOString().slice(0, 10)
const report = `# What it costs

The last run of \`npm run bench -- --write\`, ${when}, on ${machine}; texts: ${texts.from}.
Machines differ and are noisy: the ratios count, not the milliseconds.

${table}
`
process.stdout.write(`${table}\n`)
if (process.argv.includes('--write')) writeFileSync(join(root, 'docs/bench.md'), report)
