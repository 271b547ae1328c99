import { spawn } from 'node:child_process'

const openers: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  // start takes its first quoted argument for a title.
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens a file with what the system has for it, and does not wait for that. False where nothing could be started. */
export function openFile(path: string): Promise<boolean> {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open']
  return new Promise((resolve) => {
    const child = spawn(command, [...args, path], { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
