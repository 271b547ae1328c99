import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { InputError } from './errors.ts'

/** Where the program is called from, unless it is on the path. */
const PROGRAMS = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
]

/**
 * Converts a document with LibreOffice, in a folder of its own that is removed afterwards. Null where it made nothing
 * of the file.
 *
 * @throws InputError `reader-missing`, `timed-out`
 */
export const convertWithLibreOffice = async (
  bytes: Uint8Array,
  from: string,
  to: string,
  milliseconds: number,
): Promise<Uint8Array | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'taizhang-'))
  try {
    const input = join(folder, `document.${from}`)
    await writeFile(input, bytes)
    // A profile of its own: one that is open elsewhere would take the document over, and convert nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, 'out')
    await run(from, [profile, '--headless', '--norestore', '--convert-to', to, '--outdir', out, input], milliseconds)
    return await readFile(join(out, `document.${to}`)).catch(() => null)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const run = async (from: string, args: readonly string[], milliseconds: number): Promise<void> => {
  for (const program of PROGRAMS) if (await runOne(program, args, milliseconds)) return
  throw new InputError('reader-missing', { format: from, package: 'LibreOffice' }, 'LibreOffice is not installed')
}

/** False where there is no such program. */
const runOne = (program: string, args: readonly string[], milliseconds: number): Promise<boolean> =>
  new Promise((resolve, reject) => {
    // A group of its own: the program is a script that starts another, and both must end.
    const child = spawn(program, args, { stdio: 'ignore', detached: process.platform !== 'win32', windowsHide: true })
    const timer = setTimeout(() => {
      end(child.pid)
      const seconds = String(Math.round(milliseconds / 1000))
      reject(new InputError('timed-out', { seconds }, `LibreOffice took longer than ${seconds} s`))
    }, milliseconds)
    child.on('error', () => {
      clearTimeout(timer)
      resolve(false)
    })
    child.on('close', () => {
      clearTimeout(timer)
      resolve(true)
    })
  })

const end = (pid: number | undefined): void => {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
