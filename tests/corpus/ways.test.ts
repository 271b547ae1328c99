import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readSource, type Source, viewSource } from '../../src/index.ts'
import { tasksSaid } from '../pipeline/said.ts'
import { readBytes } from '../pipeline/sources.ts'
import { typeset } from '../pipeline/typeset.ts'
import { WAYS } from '../pipeline/ways.ts'
import { CORPUS, corpusFiles } from './files.ts'

/** In real documents something always collides with a way of writing: a 1. that was none, a * that masks a name. */
const LEAST = 0.985

const TYPESET = {
  'lines of 28, indents': (text: string) => typeset(text, 28, 'indents'),
  'lines of 38, indents': (text: string) => typeset(text, 38, 'indents'),
  'lines of 28, blank lines': (text: string) => typeset(text, 28, 'blank lines'),
}

const sourceFrom = (text: string): Promise<Source> => readBytes(new TextEncoder().encode(text))
const saidOf = async (text: string): Promise<string[]> =>
  (await tasksSaid(await sourceFrom(text))).map((task) => JSON.stringify(task))

/** How many of the first list stand in the second as well, each once. */
function shared(first: readonly string[], second: readonly string[]): number {
  const rest = [...second]
  return first.filter((one) => {
    const at = rest.indexOf(one)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
}

if (corpusFiles.length === 0) {
  it.skip(`the corpus is not here (${CORPUS}): real documents were not written in other ways`, () => {})
} else {
  describe('real documents give nearly the same tasks with', () => {
    const documents: { text: string; tasks: string[] }[] = []
    beforeAll(async () => {
      for (const file of corpusFiles) {
        const { text } = await viewSource(await readSource(join(CORPUS, file)))
        documents.push({ text, tasks: await saidOf(text) })
      }
    })

    it.each(Object.entries({ ...WAYS, ...TYPESET }))('%s', async (name, rewrite) => {
      let all = 0
      let same = 0
      for (const { text, tasks } of documents) {
        all += tasks.length
        same += shared(tasks, await saidOf(rewrite(text)))
      }
      process.stdout.write(`${name}: ${same} of ${all} tasks the same\n`)
      expect(same / all).toBeGreaterThan(LEAST)
    })
  })
}
