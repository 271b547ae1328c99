import { damaged } from './errors.ts'
import type { Budget } from './limits.ts'

interface Stream {
  first: number
  size: number
}

const DIRECTORY_ENTRY = 128
/** Sectors from here on mean something else than the next one: the end, none, a table. */
const NO_SECTOR = 0xfffffffa
const HEADER_TABLES = 109
const MINI_SECTOR = 64

/**
 * An OLE compound file (.doc, .wps, .xls, encrypted .docx): a small file system of streams. Chains that go in circles or
 * out of the file make it damaged.
 */
export class CompoundFile {
  private readonly view: DataView
  private readonly sectorSize: number
  /** Sectors that hold the allocation table. */
  private readonly tables: number[]
  private readonly smallest: number
  private readonly streams = new Map<string, Stream>()
  private mini: { data: Uint8Array; table: DataView } | undefined

  constructor(
    private readonly bytes: Uint8Array,
    private readonly budget: Budget,
  ) {
    if (bytes.length < 512) throw damaged('OLE: no header')
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const shift = this.view.getUint16(30, true)
    if (shift !== 9 && shift !== 12) throw damaged('OLE: sector size')
    this.sectorSize = 2 ** shift
    this.smallest = this.view.getUint32(56, true)
    this.tables = this.readTables()
    this.readDirectory()
  }

  has(name: string): boolean {
    return this.streams.has(name)
  }

  /** Content of a stream; null where there is none of that name. */
  stream(name: string): Uint8Array | null {
    const stream = this.streams.get(name)
    if (stream === undefined) return null
    return stream.size < this.smallest ? this.readMini(stream) : this.readChain(stream.first, stream.size)
  }

  private offsetOf(sector: number): number {
    return (sector + 1) * this.sectorSize
  }

  private readTables(): number[] {
    const { view, bytes, sectorSize } = this
    const tables: number[] = []
    for (let i = 0; i < HEADER_TABLES; i++) {
      const sector = view.getUint32(76 + i * 4, true)
      if (sector < NO_SECTOR) tables.push(sector)
    }
    let further = view.getUint32(68, true)
    for (let read = 0; further < NO_SECTOR && this.offsetOf(further) + sectorSize <= bytes.length; read++) {
      if (read > bytes.length / sectorSize) throw damaged('OLE: circle')
      const at = this.offsetOf(further)
      for (let i = 0; i < sectorSize - 4; i += 4) {
        const sector = view.getUint32(at + i, true)
        if (sector < NO_SECTOR) tables.push(sector)
      }
      further = view.getUint32(at + sectorSize - 4, true)
    }
    return tables
  }

  /** Next sector of a chain. */
  private next(sector: number): number {
    const perSector = this.sectorSize / 4
    const table = this.tables[Math.floor(sector / perSector)]
    const at = table === undefined ? -1 : this.offsetOf(table) + (sector % perSector) * 4
    if (at < 0 || at + 4 > this.bytes.length) throw damaged('OLE: allocation table')
    return this.view.getUint32(at, true)
  }

  /** @param size bytes of it; without, all that the chain has */
  private readChain(first: number, size?: number): Uint8Array {
    const { bytes, sectorSize } = this
    if (size !== undefined && size > bytes.length) throw damaged('OLE: size of a stream')
    const pieces: Uint8Array[] = []
    let length = 0
    for (let sector = first; sector < NO_SECTOR && (size === undefined || length < size); sector = this.next(sector)) {
      const at = this.offsetOf(sector)
      // The last sector of a file may be cut short by programs that save a few bytes.
      const piece = bytes.subarray(at, Math.min(at + sectorSize, bytes.length))
      if (piece.length === 0 || pieces.length > bytes.length / sectorSize) throw damaged('OLE: chain')
      if (pieces.length % 1000 === 0) this.budget.checkTime()
      pieces.push(piece)
      length += piece.length
    }
    if (size !== undefined && length < size) throw damaged('OLE: a stream is cut short')
    const result = new Uint8Array(size ?? length)
    let at = 0
    for (const piece of pieces) {
      result.set(piece.subarray(0, result.length - at), at)
      at += piece.length
    }
    return result
  }

  /** Small streams lie in sectors of their own inside the stream of the root. */
  private readMini({ first, size }: Stream): Uint8Array {
    const root = this.streams.get('Root Entry')
    if (root === undefined) throw damaged('OLE: no root')
    this.mini ??= {
      data: this.readChain(root.first, root.size),
      table: viewOf(this.readChain(this.view.getUint32(60, true))),
    }
    const { data, table } = this.mini
    const result = new Uint8Array(size)
    let sector = first
    for (let at = 0; at < size; at += MINI_SECTOR) {
      const from = sector * MINI_SECTOR
      if (sector >= NO_SECTOR || from >= data.length || sector * 4 + 4 > table.byteLength)
        throw damaged('OLE: small stream')
      result.set(data.subarray(from, from + Math.min(MINI_SECTOR, size - at)), at)
      sector = table.getUint32(sector * 4, true)
    }
    return result
  }

  private readDirectory(): void {
    const directory = viewOf(this.readChain(this.view.getUint32(48, true)))
    for (let at = 0; at + DIRECTORY_ENTRY <= directory.byteLength; at += DIRECTORY_ENTRY) {
      const length = Math.min(64, directory.getUint16(at + 64, true))
      if (length < 4) continue
      let name = ''
      for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(directory.getUint16(at + i, true))
      const stream = { first: directory.getUint32(at + 116, true), size: directory.getUint32(at + 120, true) }
      if (!this.streams.has(name)) this.streams.set(name, stream)
    }
    if (this.streams.size === 0) throw damaged('OLE: empty directory')
  }
}

/** The bytes of an array as numbers. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
