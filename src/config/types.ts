import type { z } from 'zod'
import type * as schema from './schema.ts'

export type Config = z.infer<typeof schema.Config>

/** A configuration with the file that it came from. */
export interface LoadedConfig {
  path: string
  config: Config
  /** Line of an entry, by its path: ["单位", 0]. */
  lineOf(path: readonly (string | number)[]): number | null
}
