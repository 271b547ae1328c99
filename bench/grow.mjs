// Run by growth.mjs in a process of its own: extracts a text of so many bytes, says how long it took and the most memory.
import { corpus, sourceOf, stretch } from './corpus.mjs'

const size = Number(process.argv[2])
const { extractSource } = await import('../dist/index.js')
const { texts } = corpus()
// Warm, so that the small sizes are not the cost of starting.
for (const text of texts) await extractSource(sourceOf(text))
const source = sourceOf(stretch(texts, size))
const times = []
const deadline = performance.now() + 2000
do {
  const start = performance.now()
  await extractSource(source)
  times.push(performance.now() - start)
} while (times.length < 3 || (times.length < 25 && performance.now() < deadline))
process.stdout.write(JSON.stringify({ ms: Math.min(...times), rss: process.resourceUsage().maxRSS / 1024 }))
