// Packages that only some inputs need and that are large: the program loads them from files of their own, so that
// what every start reads stays small.
const PACKAGES = {
  '@e965/xlsx': 'xlsx',
  'hast-util-from-html': 'html',
  'opencc-js/t2cn': 'traditional',
  'word-extractor': 'word',
}

/** Entry points that make those files. */
export const apartEntries = Object.fromEntries(Object.entries(PACKAGES).map(([name, file]) => [`apart-${file}`, name]))

/** Where bin/taizhang.js finds a package, or nothing where it is part of the program. */
const placeOf = (name) => {
  if (Object.hasOwn(PACKAGES, name)) return `../dist/apart-${PACKAGES[name]}.js`
  return name.startsWith('pdfjs-dist/') ? name : undefined
}

/**
 * Makes `import('package')` of the program ask bin/taizhang.js, since code from a cache cannot import by itself: the
 * package stands in the bundle as an object to wait for.
 */
export const packagesApart = {
  name: 'packages-apart',
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) =>
      kind === 'dynamic-import' && placeOf(path) !== undefined ? { path, namespace: 'packages-apart' } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'packages-apart' }, ({ path }) => ({
      contents: `export const then = (done, failed) => __import(${JSON.stringify(placeOf(path))}).then(done, failed)`,
      loader: 'js',
    }))
  },
}
