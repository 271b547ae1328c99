import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import { InputError } from '../errors.ts'
import { silentlyLoaded } from '../silently.ts'

/** Loads pdf.js, which is an optional package; it warns that it has no canvas, which reading text does without. */
export const loadPdfjs = async (): Promise<typeof Pdfjs> => {
  try {
    return await silentlyLoaded(() => import('pdfjs-dist/legacy/build/pdf.mjs'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw error
    throw new InputError('reader-missing', { format: 'pdf', package: 'pdfjs-dist' }, 'Reading .pdf needs pdfjs-dist')
  }
}

/** Where the package keeps its character maps and fonts: older Chinese files name them and do not carry them. */
export const assetFolders = (): { cMapUrl: string; standardFontDataUrl: string } => {
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return { cMapUrl: join(folder, 'cmaps') + sep, standardFontDataUrl: join(folder, 'standard_fonts') + sep }
}
