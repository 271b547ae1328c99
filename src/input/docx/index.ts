import type { Reader } from '../readers.ts'
import { DocumentReader } from './document.ts'
import { openPackage } from './package.ts'

/**
 * Word documents (.docx, .docm, .dotx, .dotm, strict or transitional, and flat XML): text as it is shown, automatic
 * numbers included, tracked changes as accepted. Needs nothing of Node.js.
 */
export const readDocx: Reader = async (bytes, context) =>
  new DocumentReader(openPackage(bytes, context), context.budget).read()
