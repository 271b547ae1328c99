// Lexicon files are YAML so that a clerk can edit them; the program gets them as ready JSON.
// The same conversion serves the bundle (esbuild) and the tests (vite).
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const toModule = (path, given) => `export default ${JSON.stringify(given(parse(readFileSync(path, 'utf8'))))}`

/** Sentences that a word must and must not be found in: for those who tend the lexicon, and for the tests. */
const EXAMPLES = ['命中', '不命中']

/** The words alone. What stands in the bundle is built anew by every start. */
const withoutExamples = (value) => {
  if (Array.isArray(value)) return value.map(withoutExamples)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([name]) => !EXAMPLES.includes(name))
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutExamples(field)]))
}

export const lexiconForEsbuild = {
  name: 'lexicon',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: toModule(path, withoutExamples), loader: 'js' }))
  },
}

export const lexiconForVite = {
  name: 'lexicon',
  enforce: 'pre',
  load(id) {
    const path = id.split('?')[0]
    return path.endsWith('.yaml') ? toModule(path, (words) => words) : null
  },
}
