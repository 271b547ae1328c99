import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InputError } from '../../src/input/errors.ts'
import { readBytes } from '../../src/input/read-bytes.ts'
import type { Source } from '../../src/model/source.ts'
import { tasksSaid } from '../pipeline/said.ts'
import { damage, generator } from './damage.ts'
import { sourceOf } from './documents.ts'

const folder = new URL('../../fixtures/formats/', import.meta.url)

export const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(fileURLToPath(new URL(name, folder))))

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What the tasks of a fixture say. */
export const tasksSaidIn = async (name: string) => tasksSaid(await sourceOf(fixture(name), name))

/** The hints of one kind, as the text that they mark. */
export const marked = ({ text, hints }: Source, kind: Source['hints'][number]['kind']): string[] =>
  hints.filter((hint) => hint.kind === kind).map(({ start, end }) => text.slice(start, end))

/** How reading fails. */
export const failureOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  try {
    await readBytes(bytes, name, () => 'hash')
    return 'read'
  } catch (error) {
    return error instanceof InputError ? error.code : String(error)
  }
}

/** Reads two hundred damaged copies: each is read or refused, and nothing else comes of it; a hang runs into the test's timeout. */
export const survivesDamage = async (name: string, copies = 200): Promise<void> => {
  const bytes = fixture(name)
  for (let seed = 0; seed < copies; seed++) {
    await readBytes(damage(bytes, generator(seed)), name, () => 'hash').catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error
    })
  }
}
