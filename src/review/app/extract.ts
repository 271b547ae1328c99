import { readBytes } from '../../input/read-bytes.ts'
import { type ExtractOptions, extractSource } from '../../pipeline/extract.ts'
import type { Language } from '../../register/language.ts'
import { mergeRegisters } from '../../register/merge.ts'
import { reviewSource } from '../build.ts'
import { type ReviewData, reviewFormat } from '../data.ts'
import { sha256 } from './sha256.ts'

/** A file that somebody dropped, or a text that was pasted. */
export interface Dropped {
  name: string
  bytes: Uint8Array
}

/** What became of the files: the data of a review page, unless none could be read, and what went wrong. */
export interface Extracted {
  data: ReviewData | null
  faults: { name: string; error: unknown }[]
  /** What the reading noticed, by the name of the file. */
  warnings: { name: string; code: string }[]
}

/** Reads and extracts, here in the browser, by the code of the command line. */
export async function extractFiles(
  files: readonly Dropped[],
  options: ExtractOptions,
  language: Language,
): Promise<Extracted> {
  const faults: Extracted['faults'] = []
  const warnings: Extracted['warnings'] = []
  const extractions: Awaited<ReturnType<typeof extractSource>>[] = []
  for (const { name, bytes } of files) {
    try {
      const { sources, failures } = await readBytes(bytes, name, sha256)
      for (const failure of failures) faults.push({ name: failure.path, error: failure.error })
      for (const source of sources) {
        const extraction = await extractSource(source, options)
        for (const { code } of extraction.warnings) warnings.push({ name: source.path, code })
        extractions.push(extraction)
      }
    } catch (error) {
      faults.push({ name, error })
    }
  }
  const [first, ...others] = extractions
  if (!first) return { data: null, faults, warnings }
  const register = mergeRegisters([first.register, ...others.map((one) => one.register)])
  const sources = extractions.map((one, i) => reviewSource(one, register.documents[i]?.id ?? ''))
  return { data: { format: reviewFormat, language, register, sources }, faults, warnings }
}
