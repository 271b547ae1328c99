import type { Source } from '../model/source.ts'
import { readView, type View } from '../text/index.ts'

/** The clean view of a source, with its map back. */
export const viewSource = (source: Source): Promise<View> => readView(source)
