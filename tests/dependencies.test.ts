import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const names = z.record(z.string(), z.string()).optional()
const Package = z.object({ dependencies: names, optionalDependencies: names, devDependencies: names })

it('docs/dependencies.md says of every package why it is there', () => {
  const { dependencies, optionalDependencies, devDependencies } = Package.parse(JSON.parse(read('package.json')))
  const wanted = [dependencies, optionalDependencies, devDependencies].flatMap((group) => Object.keys(group ?? {}))
  const rows = [...read('docs/dependencies.md').matchAll(/^\| ([@\w][\w./-]*) \| \S/gm)].map((row) => row[1])
  expect(rows.filter((name) => name !== 'package').sort()).toEqual(wanted.sort())
})
