import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Names of the configuration file, looked for upwards from the first input. */
const CONFIG_NAMES = ['taizhang.config.yaml', 'taizhang.config.yml'] as const

/** The configuration file that holds for a folder, or null. */
export function findConfig(folder: string): string | null {
  for (let at = resolve(folder); ; ) {
    for (const name of CONFIG_NAMES) {
      const path = join(at, name)
      if (existsSync(path)) return path
    }
    const up = dirname(at)
    if (up === at) return null
    at = up
  }
}
