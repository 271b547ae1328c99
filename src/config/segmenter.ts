import { createRequire } from 'node:module'
import type { WordCutter } from './suggest.ts'

/**
 * A word cutter, if one is installed: nodejieba first (its user must have installed it), then @node-rs/jieba,
 * which has the same dictionary. Null where neither is there; what needs words then does without.
 */
export async function loadWordCutter(): Promise<WordCutter | null> {
  return (await fromNodejieba()) ?? (await fromNodeRs())
}

interface Tagger {
  tag(text: string): { word: string; tag: string }[]
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Takes only words that together are the text: engines differ in what they do with spaces and rare characters. */
const checked = (name: string, tagger: Tagger): WordCutter => ({
  name,
  tag: (text) => {
    const words = tagger.tag(text)
    return words.map((w) => w.word).join('') === text ? words : []
  },
})

async function fromNodejieba(): Promise<WordCutter | null> {
  try {
    // required, not imported: it is CommonJS, neither compiler nor bundler has it, and code from a cache cannot import
    const engine: unknown = createRequire(import.meta.url)('nodejieba')
    if (!isObject(engine) || typeof engine.tag !== 'function') return null
    const { tag } = engine
    const read = (text: string): { word: string; tag: string }[] => {
      const found: unknown = tag.call(engine, text)
      return Array.isArray(found)
        ? found.filter(isObject).map((item) => ({ word: String(item.word), tag: String(item.tag) }))
        : []
    }
    // installed without its native part it fails at the first call, not at the import
    read('试一试')
    return checked('nodejieba', { tag: read })
  } catch {
    return null
  }
}

async function fromNodeRs(): Promise<WordCutter | null> {
  try {
    const [{ Jieba }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')])
    const jieba = Jieba.withDict(dict)
    return checked('@node-rs/jieba', { tag: (text) => jieba.tag(text) })
  } catch {
    return null
  }
}
