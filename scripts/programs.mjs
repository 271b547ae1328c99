// LibreOffice and Chromium, as the scripts that make and measure documents run them.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** For a browser that nobody looks at, without the requests that it makes of its own accord. */
export const QUIET_CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Has LibreOffice convert a file. @returns the bytes, or null with a message where it cannot.
 * @param {string} file
 * @param {string} target the extension, or extension:filter
 * @param {string} [inputFilter] e.g. HTML (StarWriter)
 */
export const convertByLibreOffice = (file, target, inputFilter) =>
  inFolder((work) => {
    const filter = inputFilter === undefined ? [] : [`--infilter=${inputFilter}`]
    const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile'))}`
    execFileSync('soffice', [profile, '--headless', ...filter, '--convert-to', target, '--outdir', work, file], {
      stdio: 'pipe',
    })
    return join(work, `${basename(file, extname(file))}.${target.replace(/:.*/, '')}`)
  }, `LibreOffice, ${target}`)

/**
 * Has Chromium print a page. @returns the bytes, or null with a message where it cannot.
 * @param {string} file
 * @param {{ headerAndFooter?: boolean }} [options] those that browsers print unless told otherwise
 */
export const printByChromium = (file, { headerAndFooter = true } = {}) =>
  inFolder((work) => {
    const made = join(work, 'print.pdf')
    const bare = headerAndFooter ? [] : ['--no-pdf-header-footer']
    const page = pathToFileURL(file).href
    const flags = [...QUIET_CHROMIUM, ...bare, `--user-data-dir=${work}/profile`, `--print-to-pdf=${made}`]
    execFileSync('chromium', ['--headless', ...flags, page], { stdio: 'pipe' })
    return made
  }, 'Chromium')

const inFolder = (make, what) => {
  const work = mkdtempSync(join(tmpdir(), 'taizhang-convert-'))
  try {
    const made = make(work)
    if (existsSync(made)) return readFileSync(made)
    console.error(`${what}: nothing was made`)
  } catch (error) {
    console.error(`${what}: ${error.code === 'ENOENT' ? 'not installed' : error.message}`)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return null
}
