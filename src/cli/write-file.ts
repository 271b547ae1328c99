import { open, realpath, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file whole or not at all: first beside its place, then renamed into it. Nothing is left behind on failure,
 * and a reader never sees half a file.
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  // A link stays a link: what it points at is replaced.
  const target = await realpath(path).catch(() => path)
  const temporary = join(dirname(target), `.taizhang-${process.pid}-${performance.now()}.tmp`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(content, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
