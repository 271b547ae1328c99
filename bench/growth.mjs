// Growth: time per megabyte and memory from 10 kB to 10 MB, each size in a process of its own.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './corpus.mjs'

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000]
/** Linear, with room for a cache that is full and a heap that is swept. */
const STEEPEST = 2
/** Bytes of memory for a byte of text, beside what node itself takes. */
const MOST_MEMORY = 100
const NODE_ITSELF = 250

const measure = (size) =>
  JSON.parse(execFileSync(process.execPath, [join(root, 'bench/grow.mjs'), String(size)], { encoding: 'utf8' }))

const named = (size) => (size < 1e6 ? `${size / 1000} kB` : `${size / 1e6} MB`)

export const growth = () => {
  const rows = []
  let first
  for (const size of SIZES) {
    const { perMegabyte, rss } = measure(size)
    first ??= perMegabyte
    const limit = NODE_ITSELF + (MOST_MEMORY * size) / 1e6
    rows.push({
      what: `growth: ${named(size)}, time per MB`,
      value: `${perMegabyte.toFixed(0)} ms/MB`,
      goal: `≤ ${STEEPEST} × that of ${named(SIZES[0])}`,
      pass: perMegabyte <= STEEPEST * first,
    })
    rows.push({
      what: `memory: ${named(size)}, peak RSS`,
      value: `${rss.toFixed(0)} MB`,
      goal: `≤ ${limit.toFixed(0)} MB`,
      pass: rss <= limit,
    })
  }
  return rows
}
