import { type Apart, loadApart, locatePackage } from '../apart.ts'
import { InputError } from '../errors.ts'
import type { Budget } from '../limits.ts'
import { readBook } from './book.ts'

/** `readBook` in a thread of its own. What comes back is to be looked at: it went through a copy. */
export const loadBook = async (bytes: Uint8Array, mostCells: number, budget: Budget): Promise<unknown> => {
  const library = locatePackage('@e965/xlsx')
  if (library === null)
    throw new InputError('reader-missing', { format: 'xlsx', package: '@e965/xlsx' }, 'Reading .xlsx needs @e965/xlsx')
  const answering = `(library, question, { bytes, mostCells }) =>
    (${readBook.toString()})(library.read ? library : library.default, bytes, mostCells)`
  const apart: Apart = loadApart(library.href, answering, { bytes: new Uint8Array(bytes), mostCells }, budget)
  try {
    return await apart.ask(null)
  } finally {
    apart.stop()
  }
}
