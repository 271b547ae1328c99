// The readers as one module that plain Node runs, for the scripts that try them.
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { lexiconForEsbuild } from './lexicon-plugin.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** @returns the path of the module, and how to remove it. */
export const bundleReaders = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-readers-'))
  // What is optional (pdf.js, the spreadsheet library) is looked for beside the bundle.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  await build({
    stdin: {
      contents: `export { readBytes } from './src/input/read-bytes.ts'
        export { damage, generator } from './tests/input/damage.ts'
        export { tasksSaid } from './tests/pipeline/said.ts'`,
      resolveDir: root,
      loader: 'ts',
    },
    outdir: folder,
    entryNames: 'readers',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    external: ['pdfjs-dist'],
    define: { __VERSION__: '"0.0.0"' },
    banner: {
      js: `import{createRequire as __cr}from'node:module';const require=__cr(${JSON.stringify(import.meta.url)});`,
    },
    plugins: [lexiconForEsbuild],
    logLevel: 'error',
  })
  return { module: join(folder, 'readers.mjs'), remove: () => rmSync(folder, { recursive: true }) }
}
