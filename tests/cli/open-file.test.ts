import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openerOf, openFile } from '../../src/cli/open-file.ts'

test.each([
  ['linux', ['xdg-open', '/tmp/核对 1&2.html']],
  ['freebsd', ['xdg-open', '/tmp/核对 1&2.html']],
  ['darwin', ['open', '/tmp/核对 1&2.html']],
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler', '/tmp/核对 1&2.html']],
] as const)('on %s', (platform, command) => {
  expect(openerOf(platform, '/tmp/核对 1&2.html')).toEqual(command)
})

describe.runIf(process.platform === 'linux')('a program that opens files', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-open-'))
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  test('is called with the file alone', async () => {
    const opener = join(folder, 'xdg-open')
    writeFileSync(
      opener,
      `#!/bin/sh\nprintf '%s|%s' "$#" "$1" > '${folder}/part' && mv '${folder}/part' '${folder}/called'\n`,
    )
    chmodSync(opener, 0o755)
    vi.stubEnv('PATH', `${folder}${delimiter}${process.env.PATH ?? ''}`)
    expect(await openFile('/tmp/核对 1&2.html')).toBe(true)
    await vi.waitFor(() => expect(existsSync(join(folder, 'called'))).toBe(true), { timeout: 10_000 })
    expect(readFileSync(join(folder, 'called'), 'utf8')).toBe('1|/tmp/核对 1&2.html')
  })

  test('is missed without a fault', async () => {
    vi.stubEnv('PATH', folder)
    expect(await openFile('/tmp/核对.html')).toBe(false)
  })
})
