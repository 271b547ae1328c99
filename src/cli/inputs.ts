import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { matchesGlob } from '../config/glob.ts'

/** Stands for standard input. */
export const standardInput = '-'

/** A document to read. */
export interface Input {
  path: string
  /** Folders between the argument that it was found by and the document: '' where the argument names it. */
  folder: string
}

/** What documents are called. A folder holds other files as well; those are passed over. */
const DOCUMENT =
  /\.(?:txt|text|md|markdown|docx|docm|dotx|doc|wps|odt|fodt|rtf|pdf|ofd|html?|mhtml?|xlsx|xlsm|xls|et|ods|csv|tsv|zip)$/iu

/**
 * The files that the arguments name, in their order. The Windows shells hand over `*.txt` as it is, and none of the
 * common ones knows what a quoted pattern means with ** in it, so patterns are looked up here, unless there is a file of that very name.
 * A pattern that nothing matches stays as it is: reading it says what is wrong.
 */
export async function expandInputs(paths: readonly string[], cwd: string): Promise<string[]> {
  const expanded = await Promise.all(
    paths.map(async (path) => ((await isPattern(path, cwd)) ? matches(path, cwd) : [{ path, folder: '' }])),
  )
  return expanded.flat().map(({ path }) => path)
}

/**
 * The same, and all documents of a folder, at any depth.
 *
 * @param except a folder that results are written into: what lies there is no input
 */
export async function expandDocuments(paths: readonly string[], cwd: string, except?: string): Promise<Input[]> {
  const expanded = await Promise.all(
    paths.map(async (path) => {
      if (await isPattern(path, cwd)) return matches(path, cwd, except)
      if (path === standardInput || !(await isDirectory(resolve(cwd, path)))) return [{ path, folder: '' }]
      const found = await filesUnder(path, cwd, except)
      const documents = found.filter(({ path: name }) => DOCUMENT.test(name))
      return documents.length > 0 ? documents : [{ path, folder: '' }]
    }),
  )
  return expanded.flat()
}

async function isPattern(path: string, cwd: string): Promise<boolean> {
  if (path === standardInput || !/[*?]/.test(path)) return false
  return !(await exists(resolve(cwd, path)))
}

async function matches(given: string, cwd: string, except?: string): Promise<Input[]> {
  const pattern = portablePath(given, sep)
  const fixed = pattern.slice(0, pattern.search(/[*?]/)).replace(/[^/]*$/, '')
  const base = fixed === '' ? '.' : fixed
  const rest = pattern.slice(fixed.length)
  const found = rest.includes('/') ? await filesUnder(base, cwd, except) : await filesIn(base, cwd)
  const matching = found.filter(({ path }) => matchesGlob(portablePath(relative(base, path), sep), rest, true))
  return matching.length > 0 ? matching : [{ path: given, folder: '' }]
}

async function filesIn(base: string, cwd: string): Promise<Input[]> {
  try {
    const entries = await readdir(resolve(cwd, base), { withFileTypes: true })
    const names = entries.filter((entry) => !entry.isDirectory() && !isHidden(entry.name)).map(({ name }) => name)
    return names.sort().map((name) => ({ path: join(base, name), folder: '' }))
  } catch {
    // No such folder: reading the pattern as a file says so.
    return []
  }
}

/** All files of a folder, those of its folders behind its own. */
async function filesUnder(base: string, cwd: string, except?: string, folder = ''): Promise<Input[]> {
  const here = join(base, folder)
  if (except !== undefined && resolve(cwd, here) === except) return []
  const own = (await filesIn(here, cwd)).map(({ path }) => ({ path, folder }))
  const entries = await readdir(resolve(cwd, here), { withFileTypes: true }).catch(() => [])
  const folders = entries.filter(
    (entry) => entry.isDirectory() && !isHidden(entry.name) && entry.name !== 'node_modules',
  )
  for (const { name } of folders.sort((a, b) => (a.name < b.name ? -1 : 1)))
    own.push(...(await filesUnder(base, cwd, except, join(folder, name))))
  return own
}

/** Word and WPS leave ~$name beside a document that is open. */
function isHidden(name: string): boolean {
  return name.startsWith('~$') || name.startsWith('.')
}

/** Whether something is at that path. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** Whether a directory is at that path. */
export async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** A path as the register keeps it: the same on every machine. */
export function portablePath(path: string, separator: string): string {
  return separator === '\\' ? path.replaceAll('\\', '/') : path
}
