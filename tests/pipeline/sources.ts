import type { Source } from '../../src/index.ts'
import { readSource } from '../../src/index.ts'
import { LineIndex, type Position } from '../../src/model/position.ts'

/** A plain text as the reader would hand it on. */
export const sourceOf = (text: string): Source => ({
  path: '-',
  text,
  format: 'text',
  encoding: 'utf-8',
  sha256: '0'.repeat(64),
  notices: [],
  hints: [],
})

/** Reads bytes as standard input does. */
export async function readBytes(bytes: Uint8Array, options: Parameters<typeof readSource>[1] = {}): Promise<Source> {
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  return await readSource('-', { ...options, stdin: stdin() })
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isPoint = (value: unknown): value is Position['start'] =>
  typeof value === 'object' && value !== null && 'line' in value && 'column' in value && 'offset' in value

const isPosition = (value: unknown): value is Position =>
  typeof value === 'object' &&
  value !== null &&
  'start' in value &&
  'end' in value &&
  isPoint(value.start) &&
  isPoint(value.end)

/** Every position that stands anywhere in a value. */
function positionsIn(value: unknown): Position[] {
  if (isPosition(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(positionsIn)
  return isRecord(value) ? Object.values(value).flatMap(positionsIn) : []
}

/** A value without what differs between two copies of one text: where things stand, and what the bytes were. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces)
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !['source', 'position', 'sha256', 'path'].includes(key))
      .map(([key, part]) => [key, withoutPlaces(part)]),
  )
}

/** What is wrong with the positions of a value, in words; nothing where all is well. */
export function misplaced(value: unknown, text: string): string[] {
  const index = new LineIndex(text)
  const wrong: string[] = []
  for (const { start, end } of positionsIn(value)) {
    if (start.offset < 0 || end.offset > text.length || start.offset > end.offset)
      wrong.push(`${start.offset}-${end.offset} is not in 0-${text.length}`)
    for (const point of [start, end]) {
      const { line, column } = index.point(point.offset)
      if (line !== point.line || column !== point.column)
        wrong.push(`offset ${point.offset} is ${line}:${column}, not ${point.line}:${point.column}`)
    }
  }
  return wrong
}

/** Two-byte codes of GBK, by character: what GB18030 shares with it. */
const gbk = new Map<string, [number, number]>()
const decoder = new TextDecoder('gb18030')
for (let lead = 0x81; lead <= 0xfe; lead++) {
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    if (trail === 0x7f) continue
    const char = decoder.decode(Uint8Array.of(lead, trail))
    if ([...char].length === 1 && char !== '\ufffd') gbk.set(char, [lead, trail])
  }
}

export function encodeGb18030(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((char) => {
      const code = char.charCodeAt(0)
      if (code < 0x80) return [code]
      const bytes = gbk.get(char)
      if (!bytes) throw new Error(`not in GBK: ${char}`)
      return bytes
    }),
  )
}

export function encodeUtf16(text: string, little: boolean): Uint8Array {
  const marked = `\ufeff${text}`
  const bytes = new Uint8Array(marked.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < marked.length; i++) view.setUint16(i * 2, marked.charCodeAt(i), little)
  return bytes
}
