// Run by growth.mjs in a process of its own: extracts texts of so many bytes, says how long a megabyte took and the most
// memory. Small texts are cut from all of the corpus, so that every size is the same mix of documents.
import { corpus, sourceOf, stretch } from './corpus.mjs'

const LEAST = 1_000_000
const ROUNDS = 3

const size = Number(process.argv[2])
const { extractSource } = await import('../dist/index.js')
const bytes = Buffer.from(stretch(corpus().texts, Math.max(size, LEAST)))
const sources = []
for (let at = 0; at < bytes.length; at += size)
  sources.push(sourceOf(new TextDecoder().decode(bytes.subarray(at, at + size))))
let least = Number.POSITIVE_INFINITY
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now()
  for (const source of sources) await extractSource(source)
  least = Math.min(least, performance.now() - start)
}
const perMegabyte = least / (bytes.length / 1e6)
process.stdout.write(JSON.stringify({ perMegabyte, rss: process.resourceUsage().maxRSS / 1024 }))
