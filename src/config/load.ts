import { readFile } from 'node:fs/promises'
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { ConfigError } from './error.ts'
import { Config } from './schema.ts'
import type { LoadedConfig } from './types.ts'

/**
 * Reads and checks a configuration.
 *
 * @throws ConfigError with the line of what is wrong: no YAML, an unknown key, a value that cannot be
 */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new ConfigError(
      code === 'ENOENT' ? 'not-found' : 'not-readable',
      { path, reason: code },
      `Cannot read ${path}: ${code}`,
    )
  }
  return parseConfig(decode(bytes, path), path)
}

function decode(bytes: Buffer, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ConfigError('encoding', { path }, `${path}: not UTF-8`)
  }
}

type At = readonly (string | number)[]

/** Checks the text of a configuration; see loadConfig. */
export async function parseConfig(text: string, path: string): Promise<LoadedConfig> {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, logLevel: 'error' })
  const broken = (offset: number, detail: string): ConfigError => {
    const line = String(lines.linePos(offset).line)
    return new ConfigError('syntax', { path, line, detail }, `${path}:${line}: ${detail}`)
  }
  const fault = document.errors[0]
  if (fault) throw broken(fault.pos[0], fault.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '')
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {}
  } catch (error) {
    throw broken(0, error instanceof Error ? error.message : String(error))
  }
  const lineOf = (at: At): number | null => {
    for (let depth = at.length; depth >= 0; depth--) {
      const node = depth === 0 ? document.contents : document.getIn(at.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return null
  }
  /** Line of a key itself: its value may stand lines below. */
  const lineOfKey = (at: At, key: string): number | null => {
    const map = at.length === 0 ? document.contents : document.getIn(at, true)
    if (!isMap(map)) return null
    const pair = map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    return isScalar(pair?.key) && pair.key.range ? lines.linePos(pair.key.range[0]).line : null
  }
  const read = Config.safeParse(value)
  if (read.success) return { path, config: read.data, lineOf }
  const { at, issue } = innermost(read.error.issues[0], [])
  const key = unknownKey(issue)
  if (key !== null) {
    const line = String(lineOfKey(at, key) ?? lineOf(at) ?? 1)
    const field = nameOf([...at, key])
    throw new ConfigError('unknown-key', { path, line, field }, `${path}:${line}: unknown key ${field}`)
  }
  const last = at.at(-1)
  const line = String((typeof last === 'string' ? lineOfKey(at.slice(0, -1), last) : null) ?? lineOf(at) ?? 1)
  const field = nameOf(at)
  throw new ConfigError(
    'invalid',
    { path, line, field, ...problemOf(issue, at, value) },
    `${path}:${line}: ${field}: ${issue?.message ?? ''}`,
  )
}

/** More than anybody writes; fewer than a file needs that unfolds without end. */
const MOST_ALIASES = 100

/** Where a value stands, counted as people count: 单位[1].名 is that of the first. */
export const nameOf = (at: At): string =>
  at.map((part, i) => (typeof part === 'number' ? `[${part + 1}]` : i === 0 ? part : `.${part}`)).join('')

type Issue = z.core.$ZodIssue

/** Of an entry that may be one thing or another (a word, or a map with the word), what is wrong with it as what it is. */
function innermost(issue: Issue | undefined, outer: At): { at: At; issue: Issue | undefined } {
  const own = (issue?.path ?? []).filter((part): part is string | number => typeof part !== 'symbol')
  const at = [...outer, ...own]
  if (issue?.code !== 'invalid_union') return { at, issue }
  const branches = issue.errors.map((issues) => issues[0]).filter((first) => first !== undefined)
  const fitting = branches.find((first) => first.path.length > 0 || first.code !== 'invalid_type')
  return fitting ? innermost(fitting, at) : { at, issue }
}

const unknownKey = (issue: Issue | undefined): string | null =>
  issue?.code === 'unrecognized_keys' ? (issue.keys[0] ?? null) : null

/** What is wrong with a value, for the message catalogue. */
function problemOf(issue: Issue | undefined, at: At, root: unknown): { problem: string; detail: string } {
  const value = at.reduce<unknown>((inner, part) => (isIndexable(inner) ? inner[part] : undefined), root)
  switch (issue?.code) {
    case 'invalid_type':
      return value === undefined || value === null
        ? { problem: 'missing', detail: issue.expected }
        : { problem: 'type', detail: issue.expected }
    case 'invalid_value':
      return { problem: 'choice', detail: issue.values.map(String).join('、') }
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? { problem: 'empty', detail: '' }
        : { problem: 'least', detail: String(issue.minimum) }
    case 'too_big':
      return { problem: 'most', detail: String(issue.maximum) }
    case 'invalid_union':
      return { problem: 'type', detail: 'string' }
    case 'invalid_format':
      return { problem: 'format', detail: issue.format }
    default:
      return { problem: 'other', detail: issue?.message ?? '' }
  }
}

const isIndexable = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null
