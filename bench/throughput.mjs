// Throughput: the whole pipeline, warm, against one pass of a word cutter over the same texts in the same run.
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { megabytes, sourceOf } from './corpus.mjs'
import { median } from './statistics.mjs'

const WARM_UP = 3
const ROUNDS = 9
const GOAL = 1

/** MB/s of one round. */
const speed = async (size, work) => {
  const start = performance.now()
  await work()
  return (size / (performance.now() - start)) * 1000
}

export const throughput = async ({ texts }, extractSource) => {
  const jieba = Jieba.withDict(dict)
  const size = megabytes(texts)
  const cut = () => {
    for (const text of texts) jieba.cut(text)
  }
  const extract = async () => {
    for (const text of texts) await extractSource(sourceOf(text))
  }
  const ours = []
  const theirs = []
  for (let i = -WARM_UP; i < ROUNDS; i++) {
    const a = await speed(size, extract)
    const b = await speed(size, cut)
    if (i < 0) continue
    ours.push(a)
    theirs.push(b)
  }
  const ratio = median(ours) / median(theirs)
  return [
    {
      what: `throughput on ${size.toFixed(1)} MB ÷ one cut of @node-rs/jieba, median of ${ROUNDS}`,
      value: `${ratio.toFixed(2)} (${median(ours).toFixed(1)} MB/s ÷ ${median(theirs).toFixed(1)} MB/s)`,
      goal: `≥ ${GOAL}`,
      pass: ratio >= GOAL,
    },
  ]
}
