import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

/** Stands for standard input. */
export const standardInput = '-'

/**
 * The files that the arguments name, in their order. The Windows shells hand over `*.txt` as it is, so * and ? in the
 * last part of a path are looked up here, unless there is a file of that very name. A pattern that nothing matches
 * stays as it is: reading it says what is wrong.
 */
export async function expandInputs(paths: readonly string[], cwd: string): Promise<string[]> {
  const expanded = await Promise.all(
    paths.map(async (path) => ((await isPattern(path, cwd)) ? matches(path, cwd) : [path])),
  )
  return expanded.flat()
}

async function isPattern(path: string, cwd: string): Promise<boolean> {
  if (path === standardInput || !/[*?]/.test(basename(path))) return false
  return !(await exists(resolve(cwd, path)))
}

async function matches(pattern: string, cwd: string): Promise<string[]> {
  const folder = dirname(pattern)
  const escaped = basename(pattern).replace(/[.+^${}()|[\]\\]/g, '\\$&')
  const matcher = new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'iu')
  try {
    const names = await readdir(resolve(cwd, folder), { withFileTypes: true })
    const found = names.flatMap((entry) =>
      entry.isDirectory() || !matcher.test(entry.name) || isLockFile(entry.name) ? [] : [entry.name],
    )
    if (found.length > 0)
      return found.sort().map((name) => (folder === '.' && !pattern.startsWith('.') ? name : join(folder, name)))
  } catch {
    // No such folder: reading the pattern as a file says so.
  }
  return [pattern]
}

/** Word and WPS leave ~$name beside a document that is open. */
function isLockFile(name: string): boolean {
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
