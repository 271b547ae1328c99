// Bundles the pages of `taizhang review`: each becomes one script, which the program puts into one HTML file.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { lexiconForEsbuild } from './lexicon-plugin.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** Browsers of offices: Edge and Chrome of 2022, 360 of 2023. */
const target = ['chrome100', 'edge100', 'firefox110', 'safari16']

const entries = { page: 'src/review/page/main.tsx', app: 'src/review/app/main.tsx' }

/** Parts of src/input that need Node or packages made for it: the page says that it cannot read such files. */
const NOT_IN_BROWSERS = /(?:^|\/)(?:pdf\/read|libreoffice)\.ts$/

const withoutNode = {
  name: 'without-node',
  setup(build) {
    build.onResolve({ filter: NOT_IN_BROWSERS }, ({ path, importer }) =>
      importer.startsWith(join(root, 'src/input')) ? { path, namespace: 'without-node' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'without-node' }, () => ({
      contents: `import { InputError } from './errors.ts'
        const read = async () => {
          throw new InputError('unsupported-format', {}, 'Not in browsers')
        }
        export { read as readPdf, read as convertWithLibreOffice }`,
      loader: 'js',
      resolveDir: join(root, 'src/input'),
    }))
    // A page has no threads to spare: the spreadsheet library runs in it.
    build.onResolve({ filter: /^\.\/load\.ts$/ }, ({ path, importer }) =>
      importer.endsWith('sheet/workbook.ts') ? { path, namespace: 'without-threads' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'without-threads' }, () => ({
      contents: `import * as XLSX from '@e965/xlsx'
        import { readBook } from './book.ts'
        export const loadBook = async (bytes, mostCells) => readBook(XLSX, bytes, mostCells)`,
      loader: 'js',
      resolveDir: join(root, 'src/input/sheet'),
    }))
  },
}

/** Writes page.js, app.js and page.css into a folder. */
export async function buildPages(folder, version) {
  mkdirSync(folder, { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    platform: 'browser',
    target,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { __VERSION__: JSON.stringify(version) },
    alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
    plugins: [lexiconForEsbuild, withoutNode],
    logLevel: 'warning',
  })
  const style = readFileSync(join(root, 'src/review/page/style.css'), 'utf8')
  const { code } = await transform(style, { loader: 'css', minify: true, charset: 'utf8', target })
  writeFileSync(join(folder, 'page.css'), code.trim())
}
