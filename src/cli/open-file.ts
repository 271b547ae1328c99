import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  // not start, which is a word of cmd: that would read & and ^ in a name as words of its own
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** What opens a file in the program that the system has for it. */
export const openerOf = (platform: NodeJS.Platform, path: string): readonly [command: string, ...args: string[]] => [
  ...(openers[platform] ?? (['xdg-open'] as const)),
  path,
]

/** Opens a file and does not wait for that. False where nothing could be started. */
export function openFile(path: string): Promise<boolean> {
  const [command, ...args] = openerOf(process.platform, path)
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
