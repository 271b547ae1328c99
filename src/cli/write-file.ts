import { type FileHandle, open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * A file that is there whole or not at all: it is written beside its place, and renamed into it in the end. A reader
 * never sees half a file.
 */
export class WholeFile {
  private constructor(
    private readonly file: FileHandle,
    private readonly temporary: string,
    private readonly target: string,
  ) {}

  static async open(path: string): Promise<WholeFile> {
    // A link stays a link: what it points at is replaced.
    const target = await realpath(path).catch(() => path)
    const temporary = join(dirname(target), `.taizhang-${process.pid}-${performance.now()}.tmp`)
    return new WholeFile(await open(temporary, 'wx'), temporary, target)
  }

  /** Adds to what is written. */
  async write(content: string | Uint8Array): Promise<void> {
    await this.file.writeFile(content, 'utf8')
  }

  /** Puts the file into its place. */
  async finish(): Promise<void> {
    await this.file.sync()
    await this.file.close()
    await rename(this.temporary, this.target)
  }

  /** Leaves nothing behind. */
  async discard(): Promise<void> {
    await this.file.close().catch(() => {})
    await rm(this.temporary, { force: true })
  }
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const file = await WholeFile.open(path)
  try {
    await file.write(content)
    await file.finish()
  } catch (error) {
    await file.discard()
    throw error
  }
}
