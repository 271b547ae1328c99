import { damaged, InputError } from './errors.ts'

/** How much work one file may cause. */
export interface Limits {
  /** Bytes of the file itself. */
  fileBytes: number
  /** Bytes of everything unpacked from it. */
  unpackedBytes: number
  /** Unpacked size over packed size of one entry, beyond `ratioFrom` bytes. */
  ratio: number
  ratioFrom: number
  /** Files in an archive, those of archives inside it included. */
  entries: number
  /** Archives inside archives. */
  zipDepth: number
  /** Elements inside elements, groups inside groups. */
  depth: number
  /** Bytes of one XML part. */
  xmlBytes: number
  /** Elements and texts of all XML parts, paragraphs and cells of the others. */
  xmlNodes: number
  /** Characters that a reader may hand over. */
  textLength: number
  seconds: number
}

/** Ten times what the largest document seen asks for; they keep memory under 1 GB. */
const defaultLimits: Limits = {
  fileBytes: 300_000_000,
  unpackedBytes: 200_000_000,
  ratio: 200,
  ratioFrom: 8_000_000,
  entries: 20_000,
  zipDepth: 2,
  depth: 400,
  xmlBytes: 80_000_000,
  xmlNodes: 2_000_000,
  textLength: 30_000_000,
  seconds: 60,
}

/** What is left of the limits while a file is read. Every check throws an InputError, `too-large` or `timed-out`. */
export class Budget {
  readonly limits: Limits
  private readonly deadline: number
  private unpacked = 0
  private entries = 0
  private nodes = 0

  constructor(
    limits: Partial<Limits> = {},
    private readonly now: () => number = () => performance.now(),
  ) {
    this.limits = { ...defaultLimits, ...limits }
    this.deadline = now() + this.limits.seconds * 1000
  }

  /** To be called in every loop whose length the file decides. */
  checkTime(): void {
    if (this.now() > this.deadline) {
      const seconds = String(this.limits.seconds)
      throw new InputError('timed-out', { seconds }, `Not read within ${seconds} s`)
    }
  }

  /** What is left of the time, in milliseconds, at least 1. */
  get milliseconds(): number {
    return Math.max(1, Math.ceil(this.deadline - this.now()))
  }

  checkFile(bytes: number): void {
    if (bytes > this.limits.fileBytes) throw tooLarge('file', bytes)
  }

  /** Counts bytes that were unpacked from an entry: `done` so far out of `packed`, `more` of them new. */
  unpack(more: number, done: number, packed: number): void {
    this.unpacked += more
    if (this.unpacked > this.limits.unpackedBytes) throw tooLarge('unpacked', this.unpacked)
    if (done > this.limits.ratioFrom && done > packed * this.limits.ratio) throw tooLarge('ratio', done)
  }

  addEntries(count: number): void {
    this.entries += count
    if (this.entries > this.limits.entries) throw tooLarge('entries', this.entries)
  }

  addNode(): void {
    this.nodes++
    if (this.nodes > this.limits.xmlNodes) throw tooLarge('elements', this.nodes)
  }

  checkXml(bytes: number): void {
    if (bytes > this.limits.xmlBytes) throw tooLarge('XML', bytes)
  }

  checkDepth(depth: number): void {
    if (depth > this.limits.depth) throw tooLarge('nesting', depth)
  }

  checkZipDepth(depth: number): void {
    if (depth > this.limits.zipDepth) throw tooLarge('archives', depth)
  }

  checkText(length: number): void {
    if (length > this.limits.textLength) throw tooLarge('text', length)
  }
}

const tooLarge = (what: string, size: number): InputError =>
  new InputError('too-large', { what, size: String(size) }, `Too large (${what}: ${size})`)

/**
 * Runs a reader: whatever a library throws becomes an InputError, since it is the file that made it throw.
 */
export const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof InputError) throw error
    throw damaged(error instanceof Error ? error.message : String(error))
  }
}
