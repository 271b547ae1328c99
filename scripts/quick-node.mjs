// What the program takes of node, made quick to load: every module that a start does not load saves a millisecond of it.
import { promises } from 'node:fs'

/** Files are read one after the other, so nothing is gained by waiting for a pool of threads to start. */
const AT_ONCE = ['readFile', 'stat', 'readdir', 'realpath']

const files = [
  "import * as fs from 'node:fs'",
  ...Object.keys(promises)
    .filter((name) => typeof promises[name] === 'function')
    .map((name) =>
      AT_ONCE.includes(name)
        ? `export const ${name} = async (...given) => fs.${name}Sync(...given)`
        : `export const ${name} = (...given) => fs.promises.${name}(...given)`,
    ),
].join('\n')

/** commander can run sub-commands as programs of their own; ours never are. */
const processes = 'module.exports = { get spawn() { throw new Error("no sub-command is a program of its own") } }'

/** Modules that few runs use, with what is taken from them: loaded by the first call of one of these. */
const LATE = {
  'node:child_process': ['spawn'],
  'node:crypto': ['createHash'],
  'node:os': ['availableParallelism', 'tmpdir'],
  'node:worker_threads': ['Worker'],
}

const late = Object.entries(LATE).map(([path, names]) => ({
  filter: new RegExp(`^${path}$`),
  from: /[\\/]src[\\/]/,
  contents: names
    .map(
      (name) => `export function ${name}(...given) {
        const { ${name}: own } = require('${path}')
        return new.target ? new own(...given) : own(...given)
      }`,
    )
    .join('\n'),
}))

/** Whether there are colours is decided in bin/taizhang.js. */
const colours = 'export default { stdout: false, stderr: false }'

const STUBS = [
  ...late,
  { filter: /^node:fs\/promises$/, from: /./, contents: files },
  { filter: /^node:child_process$/, from: /[\\/]commander[\\/]/, contents: processes },
  { filter: /^#supports-color$/, from: /[\\/]chalk[\\/]/, contents: colours },
]

/** The clock of `performance` is a module of node too; this one is there already. */
export const CLOCK = 'const __now=()=>{const[s,n]=process.hrtime();return s*1e3+n/1e6};'

export const quickNode = {
  name: 'quick-node',
  setup(build) {
    for (const [index, { filter, from, contents }] of STUBS.entries()) {
      const namespace = `quick-node-${index}`
      build.onResolve({ filter }, ({ path, importer }) => (from.test(importer) ? { path, namespace } : undefined))
      build.onLoad({ filter: /./, namespace }, () => ({ contents, loader: 'js' }))
    }
  },
}
