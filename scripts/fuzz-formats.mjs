// Reads damaged copies of fixtures/formats: nothing but an InputError may come of it, soon and within a gigabyte.
// Usage: node scripts/fuzz-formats.mjs [copies of each] [seed] [name…]
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { bundleReaders } from './bundle-readers.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'fixtures/formats')
/** The limit that readers are given, and when one that does not keep it hangs: threads start slowly on a busy machine. */
const LIMIT = 10
const SECONDS = 40
const MEGABYTES = 1000

if (isMainThread) await main()
else await work()

async function main() {
  const [copies = '2000', seed = '1', ...names] = process.argv.slice(2)
  const readers = await bundleReaders()
  let faults = 0
  for (const name of names.length > 0 ? names : readdirSync(folder).sort())
    faults += await fuzz(name, Number(copies), Number(seed), readers.module)
  readers.remove()
  process.exitCode = faults > 0 ? 1 : 0
}

/** In a thread of its own, so that one that hangs can be ended. */
async function fuzz(name, copies, seed, module) {
  const codes = new Map()
  let faults = 0
  let slowest = 0
  let memory = 0
  const fault = (copy, what) => {
    faults++
    console.log(`  ${name} seed ${seed} copy ${copy}: ${what}`)
  }
  for (let next = 0; next < copies; ) {
    next = await new Promise((resolve) => {
      let at = next
      const worker = new Worker(fileURLToPath(import.meta.url), {
        workerData: { name, seed, from: next, copies, module },
        stdout: true,
        stderr: true,
      })
      let timer
      const watch = () => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          fault(at, `hangs for ${SECONDS} s`)
          worker.terminate().then(() => resolve(at + 1))
        }, SECONDS * 1000)
      }
      watch()
      worker.on('message', ({ copy, code, ms, error }) => {
        at = copy + 1
        slowest = Math.max(slowest, ms)
        memory = Math.max(memory, process.memoryUsage.rss() / 1e6)
        codes.set(code, (codes.get(code) ?? 0) + 1)
        if (error !== undefined) fault(copy, error)
        watch()
      })
      worker.on('error', (error) => {
        clearTimeout(timer)
        fault(at, error.stack)
        resolve(at + 1)
      })
      worker.on('exit', () => {
        clearTimeout(timer)
        resolve(at >= copies ? copies : at + 1)
      })
    })
  }
  if (memory > MEGABYTES) fault('?', `${Math.round(memory)} MB`)
  const counts = [...codes].sort((a, b) => b[1] - a[1]).map(([code, count]) => `${code} ${count}`)
  console.log(
    `${name}: ${copies} copies, slowest ${Math.round(slowest)} ms, ${Math.round(memory)} MB; ${counts.join(', ')}`,
  )
  return faults
}

async function work() {
  const { name, seed, from, copies, module } = workerData
  const { readBytes, damage, generator } = await import(module)
  const bytes = new Uint8Array(readFileSync(join(folder, name)))
  for (let copy = from; copy < copies; copy++) {
    const damaged = damage(bytes, generator(seed * 1_000_003 + copy))
    const start = performance.now()
    let code = 'read'
    let error
    try {
      const { failures } = await readBytes(damaged, name, () => 'hash', { limits: { seconds: LIMIT } })
      if (failures.length > 0) code = failures[0].error.code
    } catch (caught) {
      code = caught.name === 'InputError' ? caught.code : caught.name
      if (caught.name !== 'InputError' || code === 'reader-missing') error = caught.stack
      if (process.env.FUZZ_DETAIL && caught.params?.detail) code += ` (${caught.params.detail.slice(0, 60)})`
    }
    parentPort.postMessage({ copy, code, ms: performance.now() - start, error })
  }
}
