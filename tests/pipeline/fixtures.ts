import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, parseDocument } from 'yaml'

/** Only this variable rewrites expectations; read every one of them afterwards. */
export const UPDATING = process.env.UPDATE_FIXTURES === '1'

const FIXTURES = join(import.meta.dirname, '../../fixtures')

export interface Fixture {
  /** Folder or file name, without extension. */
  name: string
  /** Path of the document. */
  input: string
  /** Path of what is expected of it. */
  expected: string
}

/** Folders of fixtures/GROUP that hold an input, in the order of their names. */
export function foldersOf(group: string, expected: string): Fixture[] {
  const root = join(FIXTURES, group)
  return readdirSync(root)
    .sort()
    .flatMap((name) => {
      const input = ['input.txt', 'input.md'].map((file) => join(root, name, file)).find((path) => existsSync(path))
      return input === undefined ? [] : [{ name, input, expected: join(root, name, expected) }]
    })
}

/** Whole documents: NAME.txt or NAME.md with NAME.expected.yaml beside it. */
export function documentsOf(group: string): Fixture[] {
  const root = join(FIXTURES, group)
  return readdirSync(root)
    .sort()
    .filter((file) => /\.(?:txt|md)$/.test(file) && file !== 'README.md')
    .map((file) => {
      const name = file.replace(/\.\w+$/, '')
      return { name, input: join(root, file), expected: join(root, `${name}.expected.yaml`) }
    })
}

/** Every document of the fixtures that this room holds. */
export const everyFixture = (): Fixture[] => [
  ...foldersOf('structure', 'outline.yaml'),
  ...foldersOf('assemble', 'expected.yaml'),
  ...documentsOf('documents'),
]

export const readText = (path: string): string => readFileSync(path, 'utf8')

/** Puts what came out into the expectation under `key`; all else in the file stays. */
export function rewrite(path: string, key: string, value: unknown): void {
  const document = existsSync(path) ? parseDocument(readText(path)) : new Document({})
  const node = document.createNode(value, { flow: false })
  document.set(key, node)
  writeFileSync(path, document.toString({ lineWidth: 0, flowCollectionPadding: false }))
}
