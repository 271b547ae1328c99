// Many files: several threads against one, and what memory the number of files takes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { root, stretch } from './corpus.mjs'
import { env } from './environment.mjs'

const FILES = 600
const FEW = 150
const BYTES = 14_000
const RUNS = 3
/** What more threads save at least, where there are cores for them. */
const GOAL = 1.2
/** So many times as many files, and no more than this of the memory: the rest of the heap's growth is the collector's. */
const MOST_MEMORY = 1.25

/** Writes the peak of the process's memory to the error stream when it ends. */
const PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))`

/** Seconds and megabytes of one run. */
const extract = (folder, out, jobs) => {
  const start = performance.now()
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', PEAK, join(root, 'bin/taizhang.js'), 'extract', folder, '-o', out, '-q', '-j', String(jobs)],
    { env, encoding: 'utf8' },
  )
  const seconds = (performance.now() - start) / 1000
  rmSync(out, { recursive: true, force: true })
  const peak = /^peak (\d+)$/m.exec(stderr)?.[1]
  if (status !== 0 || peak === undefined) throw new Error(`extract gave ${status}: ${stderr}`)
  return { seconds, megabytes: Number(peak) / 1024 }
}

const least = (runs, key) => Math.min(...runs.map((run) => run[key]))

export const batch = (texts) => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-batch-'))
  const threads = Math.min(availableParallelism(), 8)
  try {
    const all = stretch(texts, FILES * BYTES)
    const size = Math.ceil(all.length / FILES)
    for (const name of ['all', 'few']) mkdirSync(join(folder, name))
    for (let i = 0; i < FILES; i++) {
      const text = all.slice(i * size, (i + 1) * size)
      writeFileSync(join(folder, `all/${i}.txt`), text)
      if (i < FEW) writeFileSync(join(folder, `few/${i}.txt`), text)
    }
    const out = join(folder, 'ledgers/')
    const runs = { one: [], several: [], few: [] }
    for (let i = 0; i < RUNS; i++) {
      runs.one.push(extract(join(folder, 'all'), out, 1))
      runs.several.push(extract(join(folder, 'all'), out, threads))
      runs.few.push(extract(join(folder, 'few'), out, threads))
    }
    const one = least(runs.one, 'seconds')
    const several = least(runs.several, 'seconds')
    const peaks = { all: least(runs.several, 'megabytes'), few: least(runs.few, 'megabytes') }
    return [
      {
        what: `batch: ${FILES} files of ${BYTES / 1000} kB, one thread ÷ ${threads}, minimum of ${RUNS}`,
        value: `${(one / several).toFixed(2)} (${one.toFixed(1)} s ÷ ${several.toFixed(1)} s)`,
        goal: threads > 1 ? `≥ ${GOAL}` : 'one core only',
        pass: threads === 1 || one / several >= GOAL,
      },
      {
        what: `batch: memory of ${FILES} files ÷ that of ${FEW}, ${threads} threads, peak RSS`,
        value: `${(peaks.all / peaks.few).toFixed(2)} (${peaks.all.toFixed(0)} MB ÷ ${peaks.few.toFixed(0)} MB)`,
        goal: `≤ ${MOST_MEMORY}`,
        pass: peaks.all / peaks.few <= MOST_MEMORY,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
