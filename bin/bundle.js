const { readFileSync } = require('node:fs')
const { join } = require('node:path')
const { Script } = require('node:vm')

const filename = join(__dirname, '../dist/cli.cjs')

/** What stands in a file, or nothing where it cannot be read. */
const read = (path, encoding) => {
  try {
    return readFileSync(path, encoding)
  } catch {
    return undefined
  }
}

/**
 * What dist/cli.cjs exports; undefined where it is not built. What V8 made of it when it was built spares compiling;
 * another V8, or one with other flags, turns that down and compiles.
 *
 * @param prepare runs between loading the code and starting it: flags that would make V8 turn down the cache
 */
exports.loadBundle = (prepare = () => {}) => {
  const source = read(filename, 'utf16le')
  // Without its mark it is what an older build left.
  if (!source?.startsWith('\ufeff')) return undefined
  const script = new Script(source, {
    filename,
    cachedData: read(join(__dirname, '../dist/cli.cache')),
  })
  prepare()
  const module = { exports: {} }
  script.runInThisContext()(module.exports, require, module, filename, (name) => import(name))
  return module.exports
}
