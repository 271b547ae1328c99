import { damaged } from './errors.ts'

interface Stream {
  name: string
  first: number
  size: number
}

const DIRECTORY_ENTRY = 128
const LARGEST_DIRECTORY = 4096
/** Smaller streams lie in a stream of their own, which is not read here. */
const SMALLEST_STREAM = 4096

/**
 * Directory of an OLE compound file (.doc, .wps, .xls, encrypted .docx): the names of its streams, and the start of a
 * large one. That is what it takes to tell the formats apart and to see a password.
 */
export class CompoundFile {
  private readonly view: DataView
  private readonly sectorSize: number
  private readonly streams = new Map<string, Stream>()

  constructor(private readonly bytes: Uint8Array) {
    if (bytes.length < 512) throw damaged('OLE: no header')
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const shift = this.view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) throw damaged('OLE: sector size')
    this.sectorSize = 2 ** shift
    this.readDirectory()
  }

  has(name: string): boolean {
    return this.streams.has(name)
  }

  /** The first bytes of a large stream, as many as its first sector has; null where there is no such stream. */
  head(name: string): DataView | null {
    const stream = this.streams.get(name)
    if (stream === undefined || stream.size < SMALLEST_STREAM) return null
    const at = this.offsetOf(stream.first)
    const length = Math.min(this.sectorSize, this.bytes.length - at)
    return length <= 0 ? null : new DataView(this.bytes.buffer, this.bytes.byteOffset + at, length)
  }

  /** So much of a large stream as lies in one piece from `start` on. */
  slice(name: string, start: number, length: number): DataView | null {
    const stream = this.streams.get(name)
    if (stream === undefined || stream.size < SMALLEST_STREAM) return null
    let sector = stream.first
    for (let skip = Math.floor(start / this.sectorSize); skip > 0; skip--) sector = this.next(sector)
    const at = this.offsetOf(sector) + (start % this.sectorSize)
    return (start % this.sectorSize) + length > this.sectorSize || at + length > this.bytes.length
      ? null
      : new DataView(this.bytes.buffer, this.bytes.byteOffset + at, length)
  }

  private offsetOf(sector: number): number {
    return (sector + 1) * this.sectorSize
  }

  /** Next sector of a chain, by the allocation table; the first 109 of its sectors are enough for 7 MB and more. */
  private next(sector: number): number {
    const perSector = this.sectorSize / 4
    const index = Math.floor(sector / perSector)
    if (index >= 109) return -1
    const table = this.view.getUint32(76 + index * 4, true)
    const at = this.offsetOf(table) + (sector % perSector) * 4
    return at + 4 <= this.bytes.length ? this.view.getUint32(at, true) : -1
  }

  private readDirectory(): void {
    let sector = this.view.getUint32(48, true)
    for (let read = 0; read < LARGEST_DIRECTORY && sector >= 0 && sector < 0xfffffffa; read++) {
      const from = this.offsetOf(sector)
      if (from + this.sectorSize > this.bytes.length) break
      for (let at = from; at < from + this.sectorSize; at += DIRECTORY_ENTRY) this.readEntry(at)
      sector = this.next(sector)
    }
    if (this.streams.size === 0) throw damaged('OLE: empty directory')
  }

  private readEntry(at: number): void {
    const length = Math.min(64, this.view.getUint16(at + 64, true))
    if (length < 4) return
    let name = ''
    for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(this.view.getUint16(at + i, true))
    const stream = { name, first: this.view.getUint32(at + 116, true), size: this.view.getUint32(at + 120, true) }
    if (!this.streams.has(name)) this.streams.set(name, stream)
  }
}
