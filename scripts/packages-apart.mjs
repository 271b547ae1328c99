// Packages that only some runs need and that are large: the program loads them from files of their own, so that what
// every start reads stays small.
const PACKAGES = {
  '@e965/xlsx': 'xlsx',
  'csv-parse/sync': 'csv-parse',
  docx: 'docx',
  'hast-util-from-html': 'html',
  'opencc-js/t2cn': 'traditional',
  'remark-gfm': 'remark-gfm',
  'remark-parse': 'remark-parse',
  saxes: 'saxes',
  yaml: 'yaml',
  zod: 'zod',
}

/** Comes with a part for each platform, which no bundle can hold; CommonJS. */
const NATIVE = '@node-rs/'

/** Entry points that make those files. */
export const apartEntries = Object.fromEntries(Object.entries(PACKAGES).map(([name, file]) => [`apart-${file}`, name]))

const namespace = 'packages-apart'

/**
 * Lets the program take those packages from their files. What is no CommonJS is asked of bin/taizhang.js, since code
 * from a cache cannot import by itself: it stands in the bundle as an object to wait for.
 */
export const packagesApart = {
  name: namespace,
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      if (kind !== 'dynamic-import' && kind !== 'import-statement') return undefined
      const apart = Object.hasOwn(PACKAGES, path) || path.startsWith('pdfjs-dist/') || path.startsWith(NATIVE)
      return apart ? { path, namespace } : undefined
    })
    build.onResolve({ filter: /./, namespace }, ({ path }) => ({ path, external: true }))
    build.onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: Object.hasOwn(PACKAGES, path)
        ? `const own = require('../dist/apart-${PACKAGES[path]}.cjs')
           module.exports = Object.keys(own).join() === 'default' ? own.default : own`
        : path.startsWith(NATIVE)
          ? `module.exports = require('${path}')`
          : `export const then = (done, failed) => __import('${path}').then(done, failed)`,
      loader: 'js',
    }))
  },
}
