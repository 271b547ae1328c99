// Bundles the program: one chunk for what every run needs, the rest loaded only by the command that uses it.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { lexiconForEsbuild } from './lexicon-plugin.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const { version } = require('../package.json')
process.chdir(root)

const { metafile } = await build({
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts', schema: 'src/model/schema.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  keepNames: false,
  charset: 'utf8',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Optional, and it finds its CMaps and fonts beside its own files.
  external: ['pdfjs-dist'],
  define: { __VERSION__: JSON.stringify(version) },
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  plugins: [lexiconForEsbuild],
  logLevel: 'warning',
  metafile: true,
})
// What older builds left is dropped only now: the program can be run while it is built.
for (const name of readdirSync('dist')) {
  if (!(`dist/${name}` in metafile.outputs)) rmSync(join('dist', name), { recursive: true })
}

const { registerJsonSchema } = await import(pathToFileURL(join(root, 'dist/schema.js')).href)
mkdirSync('dist/schema', { recursive: true })
writeFileSync('dist/schema/register.json', `${JSON.stringify(registerJsonSchema(), null, 2)}\n`)

// Declarations need the compiler, which is there for developers only.
const tsc = join(root, 'node_modules/.bin/tsc')
if (existsSync(tsc)) execFileSync(tsc, ['-p', 'tsconfig.types.json'], { stdio: 'inherit' })
