import type { readSource, readSources } from '../input/read.ts'
import type { Source } from '../model/source.ts'
import type { Extraction, ExtractOptions } from '../pipeline/extract.ts'
import type { outlineSource } from '../pipeline/outline.ts'
import type { viewSource } from '../pipeline/view.ts'

/** The stages as the commands call them. Each is loaded when it is first needed, so that --help stays quick. */
export interface Pipeline {
  read: typeof readSource
  /** The same of a file that may hold several documents. */
  readAll: typeof readSources
  extract(
    source: Source,
    options: ExtractOptions,
  ): Promise<Pick<Extraction, 'register' | 'warnings'> & Partial<Pick<Extraction, 'view' | 'trace'>>>
  outline: typeof outlineSource
  view: typeof viewSource
}

export const pipeline: Pipeline = {
  read: async (...args) => (await import('../input/read.ts')).readSource(...args),
  readAll: async (...args) => (await import('../input/read.ts')).readSources(...args),
  extract: async (...args) => (await import('../pipeline/extract.ts')).extractSource(...args),
  outline: async (...args) => (await import('../pipeline/outline.ts')).outlineSource(...args),
  view: async (...args) => (await import('../pipeline/view.ts')).viewSource(...args),
}
