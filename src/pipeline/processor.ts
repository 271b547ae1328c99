import { unified } from 'unified'
import { VFile } from 'vfile'
import type { DocumentOptions } from '../assemble/document.ts'
import type { AssembleOptions } from '../assemble/tasks.ts'
import type { Source } from '../model/source.ts'
import { taizhangAssemble, taizhangDescribe, taizhangParse } from './plugins.ts'
import { viewSource } from './view.ts'

/** How tasks are extracted. */
export interface ExtractOptions extends DocumentOptions, AssembleOptions {}

/** A VFile that carries what the reader knows, so that the plugins need not guess it. */
export async function fileOf(source: Source): Promise<VFile> {
  const file = new VFile({ path: source.path, value: source.text })
  file.data.taizhang = { source, view: await viewSource(source) }
  return file
}

/** The processor that the command line uses: parse, describe, assemble; a compiler is the caller's choice. */
export const taizhangProcessor = (options: ExtractOptions = {}) =>
  unified()
    .use(taizhangParse, options.lexicons ? { labels: options.lexicons.labels } : {})
    .use(taizhangDescribe, options)
    .use(taizhangAssemble, options)
