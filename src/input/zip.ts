import { Inflate } from 'fflate'
import { damaged, InputError } from './errors.ts'
import type { Budget } from './limits.ts'

/** An entry of a zip archive, as its directory has it. */
export interface ZipEntry {
  /** Name as UTF-8, or as GBK where it is not that: the Chinese Windows writes it so. */
  name: string
  packed: number
  encrypted: boolean
  method: number
  crc: number
  offset: number
}

const END = 0x06054b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
/** Compressed bytes fed at a time: at most a thousand times as much comes out between two checks. */
const CHUNK = 16_384

/**
 * A zip archive, read entry by entry: sizes are counted while unpacking, whatever the directory says, and check sums are
 * compared, so that a damaged file is noticed and a bomb is stopped on its way.
 */
export class ZipArchive {
  readonly entries: readonly ZipEntry[]
  private readonly byName = new Map<string, ZipEntry>()
  private readonly view: DataView

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.entries = this.readDirectory()
    for (const entry of this.entries) {
      const key = normalName(entry.name)
      if (!this.byName.has(key)) this.byName.set(key, entry)
    }
  }

  /** Names are compared without their case and with / for \, as Office does. */
  find(name: string): ZipEntry | undefined {
    return this.byName.get(normalName(name))
  }

  /** @throws InputError `encrypted`, `damaged`, `too-large`, `timed-out` */
  read(entry: ZipEntry): Uint8Array {
    if (entry.encrypted) throw new InputError('encrypted', {}, 'Encrypted')
    const { offset, packed } = entry
    if (offset + 30 > this.bytes.length || this.view.getUint32(offset, true) !== LOCAL)
      throw damaged(`zip: no entry at ${offset}`)
    const start = offset + 30 + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true)
    if (start + packed > this.bytes.length) throw damaged(`zip: ${entry.name} is cut short`)
    const data = this.bytes.subarray(start, start + packed)
    const result = this.unpack(entry, data)
    if (crc32(result) !== entry.crc) throw damaged(`zip: check sum of ${entry.name}`)
    return result
  }

  private unpack(entry: ZipEntry, data: Uint8Array): Uint8Array {
    if (entry.method === 0) {
      this.budget.unpack(data.length, data.length, data.length)
      return data
    }
    if (entry.method !== 8) throw damaged(`zip: method ${entry.method}`)
    const chunks: Uint8Array[] = []
    let done = 0
    const inflate = new Inflate((chunk) => {
      done += chunk.length
      this.budget.unpack(chunk.length, done, data.length)
      chunks.push(chunk)
    })
    for (let from = 0; from < data.length; from += CHUNK) {
      this.budget.checkTime()
      inflate.push(data.subarray(from, from + CHUNK), from + CHUNK >= data.length)
    }
    return concat(chunks, done)
  }

  private readDirectory(): ZipEntry[] {
    const { view, bytes } = this
    const end = this.findEnd()
    const count = view.getUint16(end + 10, true)
    let at = view.getUint32(end + 16, true)
    // Bytes before the archive shift everything; the directory ends where its end record starts.
    const shift = end - view.getUint32(end + 12, true) - at
    if (shift > 0 && at + shift + 4 <= bytes.length && view.getUint32(at + shift, true) === DIRECTORY) at += shift
    const base = shift > 0 && at >= shift ? shift : 0
    this.budget.addEntries(count)
    const entries: ZipEntry[] = []
    for (let i = 0; i < count; i++) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) throw damaged('zip: directory')
      const flags = view.getUint16(at + 8, true)
      const nameLength = view.getUint16(at + 28, true)
      const extraLength = view.getUint16(at + 30, true)
      const name = bytes.subarray(at + 46, at + 46 + nameLength)
      entries.push({
        name: decodeName(name, (flags & 0x800) !== 0),
        packed: view.getUint32(at + 20, true),
        encrypted: (flags & 1) !== 0,
        method: view.getUint16(at + 10, true),
        crc: view.getUint32(at + 16, true),
        offset: view.getUint32(at + 42, true) + base,
      })
      at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    }
    return entries
  }

  private findEnd(): number {
    const { view, bytes } = this
    for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--)
      if (view.getUint32(at, true) === END) return at
    throw damaged('zip: no directory')
  }
}

const normalName = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

/** The flag for UTF-8 is often not set where it should be; GBK names are no valid UTF-8. */
const decodeName = (bytes: Uint8Array, utf8: boolean): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder(utf8 ? 'utf-8' : 'gb18030').decode(bytes)
  }
}

const concat = (chunks: readonly Uint8Array[], length: number): Uint8Array => {
  const [only] = chunks
  if (only !== undefined && chunks.length === 1) return only
  const result = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    result.set(chunk, at)
    at += chunk.length
  }
  return result
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

const crc32 = (bytes: Uint8Array): number => {
  let crc = -1
  for (let i = 0; i < bytes.length; i++) crc = (CRC_TABLE[(crc ^ (bytes[i] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8)
  return ~crc >>> 0
}
