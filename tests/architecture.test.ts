import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const src = join(dirname(fileURLToPath(import.meta.url)), '../src')

/** What each room of the house may import beside itself. Everything may import `model`; docs/architecture.md says why. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  lexicon: [],
  config: ['lexicon', 'text', 'structure', 'recognise', 'assemble', 'register', 'output'],
  input: [],
  text: ['lexicon'],
  recognise: ['lexicon', 'text', 'structure'],
  structure: ['lexicon', 'text'],
  assemble: ['lexicon', 'text', 'structure', 'recognise'],
  register: [],
  output: ['register'],
  readback: ['input', 'pipeline', 'register', 'output'],
  check: ['lexicon', 'text', 'structure', 'recognise', 'assemble', 'register'],
  pipeline: ['text', 'structure', 'recognise', 'assemble', 'register', 'check'],
  explain: ['text', 'structure', 'recognise', 'assemble', 'pipeline'],
  review: ['text', 'structure', 'recognise', 'assemble', 'register', 'output', 'pipeline'],
  cli: [
    'input',
    'text',
    'structure',
    'recognise',
    'assemble',
    'register',
    'output',
    'readback',
    'check',
    'pipeline',
    'explain',
    'review',
    'config',
  ],
  // The library.
  'index.ts': ['input', 'text', 'structure', 'pipeline', 'register', 'output', 'readback', 'check', 'explain'],
}

/** Imports against the rule that are known. An entry that is no longer needed fails the test: remove it. */
const exceptions: readonly string[] = [
  // A table of character pairs.
  'input/common-characters.ts -> text',
  // The page that extracts by itself holds the readers too.
  'review/app/extract.ts -> input',
]

/** Rooms whose code runs in a browser page as well. */
const portable: readonly string[] = [
  'model',
  'lexicon',
  'text',
  'structure',
  'recognise',
  'assemble',
  'register',
  'check',
  'pipeline',
  'explain',
]

interface Import {
  /** Path below src. */
  file: string
  /** As written. */
  from: string
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .map((path) => path.split(sep).join('/'))
  .sort()

const imports: readonly Import[] = files.flatMap((file) => {
  const code = readFileSync(join(src, file), 'utf8')
  const found = code.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?from\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  )
  return [...found].map((match) => ({ file, from: match[1] ?? match[2] ?? match[3] ?? '' }))
})

const roomOf = (path: string): string => path.split('/')[0] ?? ''

/** The room that a relative import leads to; null for packages. */
function targetOf({ file, from }: Import): string | null {
  return from.startsWith('.')
    ? roomOf(
        relative(src, join(src, dirname(file), from))
          .split(sep)
          .join('/'),
      )
    : null
}

describe('the house', () => {
  it('has rules for every room', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => !(room in allowed))).toEqual([])
  })

  it('is imported one way', () => {
    const against = imports.flatMap((one) => {
      const room = roomOf(one.file)
      const target = targetOf(one)
      const fine = target === null || target === room || target === 'model' || allowed[room]?.includes(target)
      return fine ? [] : [`${one.file} -> ${target}`]
    })
    expect([...new Set(against)].sort()).toEqual([...exceptions].sort())
  })

  it('knows Node only at its doors', () => {
    const against = imports.filter(({ file, from }) => from.startsWith('node:') && portable.includes(roomOf(file)))
    expect(against).toEqual([])
  })

  it('knows no file, clock or unified where it recognises', () => {
    const packages = imports.filter((one) => roomOf(one.file) === 'recognise' && targetOf(one) === null)
    expect(packages).toEqual([])
    const clock = files.filter(
      (file) =>
        portable.includes(roomOf(file)) &&
        /\bDate\.now\(|\bnew Date\(\)|\bprocess\./.test(readFileSync(join(src, file), 'utf8')),
    )
    expect(clock).toEqual([])
  })
})
