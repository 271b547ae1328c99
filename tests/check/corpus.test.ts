import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkSource, readSource } from '../../src/index.ts'

/** Real documents, which are not part of the project; without them nothing is run. */
const folder = join(import.meta.dirname, '../../../shared/corpus/reports')
const files = existsSync(folder) ? readdirSync(folder).sort() : []

test.skipIf(files.length === 0)('published, well-edited reports pass clean', async () => {
  for (const file of files) {
    const { findings } = await checkSource(await readSource(join(folder, file)))
    expect([file, findings.filter(({ severity }) => severity !== 'info')]).toEqual([file, []])
  }
})
