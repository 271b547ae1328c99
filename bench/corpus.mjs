// What is measured on: the corpus of the workplace where it is at hand, else the project's own documents.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { exit, stderr } from 'node:process'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const CORPUS = join(root, '../shared/corpus')
const FIXTURES = join(root, 'fixtures/documents')
/** The project's own documents are few; so often they are taken. */
const REPEAT = 40

const decode = (bytes) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const textsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => decode(readFileSync(join(folder, name))))

/** Texts of documents, and where they come from. */
export const corpus = () => {
  const folders = ['seeds', 'web', 'reports'].map((name) => join(CORPUS, name)).filter((folder) => existsSync(folder))
  if (folders.length > 0) return { from: 'corpus', texts: folders.flatMap(textsIn) }
  const own = textsIn(FIXTURES)
  return { from: `fixtures × ${REPEAT}`, texts: Array.from({ length: REPEAT }, () => own).flat() }
}

/** The files that are named, else the fifteen provincial reports of 2026; ends the program where there are neither. */
export const namedOrReports = (names) => {
  if (names.length > 0) return names
  const folder = join(CORPUS, 'reports')
  if (!existsSync(folder)) {
    stderr.write(`Documents are needed: name some, as there is no ${folder}\n`)
    exit(2)
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name))
}

/** One speech, as a file. */
export const speech = () => {
  const seeds = join(CORPUS, 'seeds')
  const first = existsSync(seeds) ? readdirSync(seeds).find((name) => name.startsWith('001')) : undefined
  return first === undefined ? join(FIXTURES, 'city-speech.txt') : join(seeds, first)
}

/** So many bytes of text, taken from the corpus over and over. */
export const stretch = (texts, size) => {
  const all = Buffer.from(texts.join('\n'))
  const parts = []
  for (let length = 0; length < size; length += all.length)
    parts.push(all.subarray(0, Math.min(all.length, size - length)))
  return new TextDecoder().decode(Buffer.concat(parts))
}

/** A text as the reader would give it. */
export const sourceOf = (text, path = 'bench.txt') => ({
  path,
  text,
  format: 'text',
  encoding: 'utf-8',
  sha256: '',
  notices: [],
  hints: [],
})

export const megabytes = (texts) => texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6
