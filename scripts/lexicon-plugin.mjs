// Lexicon files are YAML so that a clerk can edit them; the program gets them as ready JSON.
// The same conversion serves the bundle (esbuild) and the tests (vite).
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const toModule = (path) => `export default ${JSON.stringify(parse(readFileSync(path, 'utf8')))}`

export const lexiconForEsbuild = {
  name: 'lexicon',
  setup(build) {
    build.onLoad({ filter: /\.yaml$/ }, ({ path }) => ({ contents: toModule(path), loader: 'js' }))
  },
}

export const lexiconForVite = {
  name: 'lexicon',
  enforce: 'pre',
  load(id) {
    const path = id.split('?')[0]
    return path.endsWith('.yaml') ? toModule(path) : null
  },
}
