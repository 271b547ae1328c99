// Bundles the library, and the program as one file, with what V8 made of it so that it starts without compiling.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { ENCODING, writeCodeCache } from './code-cache.mjs'
import { lexiconForEsbuild } from './lexicon-plugin.mjs'
import { apartEntries, packagesApart } from './packages-apart.mjs'
import { buildPages } from './pages.mjs'
import { CLOCK, quickNode } from './quick-node.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)
const { version } = require('../package.json')
process.chdir(root)

const shared = {
  outdir: 'dist',
  bundle: true,
  minify: true,
  keepNames: false,
  charset: 'utf8',
  platform: 'node',
  target: 'node20',
  // Optional, and it finds its CMaps and fonts beside its own files.
  external: ['pdfjs-dist', '@node-rs/jieba', '@node-rs/jieba/dict.js'],
  logLevel: 'warning',
  metafile: true,
}
const library = await build({
  ...shared,
  entryPoints: { index: 'src/index.ts', schema: 'src/model/schema.ts', 'config-schema': 'src/config/schema.ts' },
  splitting: true,
  format: 'esm',
  define: { __VERSION__: JSON.stringify(version) },
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  plugins: [lexiconForEsbuild],
})
const apart = await build({ ...shared, entryPoints: apartEntries, outExtension: { '.js': '.cjs' }, format: 'cjs' })
// A cache of another program's code must not lie beside this one, not even for a moment.
rmSync('dist/cli.cache', { force: true })
const program = await build({
  ...shared,
  entryPoints: { cli: 'src/cli/main.ts' },
  outExtension: { '.js': '.cjs' },
  format: 'cjs',
  write: false,
  define: { __VERSION__: JSON.stringify(version), 'import.meta.url': '__url', 'performance.now': '__now' },
  // The file is one expression, so that bin/taizhang.js can hand it to V8 together with its cache.
  banner: {
    js: `(function(exports,require,module,__filename,__import){const __url=require('node:url').pathToFileURL(__filename).href;${CLOCK}`,
  },
  footer: { js: '})' },
  plugins: [lexiconForEsbuild, packagesApart, quickNode],
})
const [bundle] = program.outputFiles
// Code from a cache cannot import by itself: what asks to would fail only when it runs, and where it is tried, in silence.
const importing = bundle.text.match(/.{0,60}(?<![\w$.])import\((?!workerData).{0,40}/g)
if (importing) throw new Error(`import() is left in the bundle: ${importing.join('\n')}`)
writeFileSync('dist/cli.cjs.tmp', `\ufeff${bundle.text}`, ENCODING)
renameSync('dist/cli.cjs.tmp', 'dist/cli.cjs')
const outputs = { ...library.metafile.outputs, ...apart.metafile.outputs, ...program.metafile.outputs }
// What older builds left is dropped only now: the program can be run while it is built.
for (const name of readdirSync('dist')) {
  if (!(`dist/${name}` in outputs)) rmSync(join('dist', name), { recursive: true })
}

const { registerJsonSchema } = await import(pathToFileURL(join(root, 'dist/schema.js')).href)
// Read by `taizhang review` when it writes a page.
await buildPages('dist/review', version)

mkdirSync('dist/schema', { recursive: true })
writeFileSync('dist/schema/register.json', `${JSON.stringify(registerJsonSchema(), null, 2)}\n`)
const { configJsonSchema } = await import(pathToFileURL(join(root, 'dist/config-schema.js')).href)
writeFileSync('dist/schema/config.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`)

await writeCodeCache(root)

// Declarations need the compiler, which is there for developers only. Whether the types hold is for `npm run types` to say.
const tsc = join(root, 'node_modules/.bin/tsc')
if (existsSync(tsc)) execFileSync(tsc, ['-p', 'tsconfig.types.json'], { stdio: 'inherit' })
