// Start-up: the whole program on one speech against node doing nothing, the two in turn.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, speech } from './corpus.mjs'
import { env } from './environment.mjs'
import { median } from './statistics.mjs'

const RUNS = 21
const GOAL = 2

const timed = (args) => {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore', env })
  if (status !== 0) throw new Error(`node ${args.join(' ')} gave ${status}`)
  return performance.now() - start
}

export const startUp = () => {
  const ours = [join(root, 'bin/taizhang.js'), 'extract', speech(), '-f', 'json']
  const bare = []
  const whole = []
  for (let i = 0; i < RUNS; i++) {
    bare.push(timed(['-e', '0']))
    whole.push(timed(ours))
  }
  const least = Math.min(...whole) / Math.min(...bare)
  const middle = median(whole.map((ms, i) => ms / (bare[i] ?? Number.NaN)))
  return [
    {
      what: `start-up: extract of one speech ÷ bare node, minimum of ${RUNS}`,
      value: `${least.toFixed(2)} (${Math.min(...whole).toFixed(0)} ms ÷ ${Math.min(...bare).toFixed(0)} ms)`,
      goal: `≤ ${GOAL}`,
      pass: least <= GOAL,
    },
    {
      what: `start-up: the same, median of the ratios of ${RUNS} pairs`,
      value: middle.toFixed(2),
      goal: `≤ ${GOAL}`,
      pass: middle <= GOAL,
    },
  ]
}
