import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the real documents of the workplace lie; it is not part of the project. */
export const CORPUS = join(import.meta.dirname, '../../../shared/corpus')

/** Paths inside it; none where it is not there. */
export const corpusFiles: readonly string[] = ['seeds', 'web', 'reports'].flatMap((group) => {
  const folder = join(CORPUS, group)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => join(group, file))
})
