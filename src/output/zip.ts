import { strToU8, type Zippable, zipSync } from 'fflate'

/** Contents of an archive by path. */
export type ArchiveFiles = Readonly<Record<string, Uint8Array | string>>

/**
 * Packs an Office file so that the same contents give the same bytes: one order of entries, and no clock. The type
 * declaration comes first, as readers expect it.
 */
export function packOffice(files: ArchiveFiles): Uint8Array {
  const names = Object.keys(files)
    // Folders need no entries of their own.
    .filter((name) => !name.endsWith('/'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries: Zippable = {}
  for (const name of names) {
    const content = files[name]
    if (content !== undefined) entries[name] = typeof content === 'string' ? strToU8(content) : content
  }
  // The format has no time zone: fflate writes local time, so local time it must be. 1980 is the first year it knows.
  return zipSync(entries, { level: 6, mtime: new Date(1980, 0, 1) })
}

function rank(name: string): number {
  if (name === '[Content_Types].xml') return 0
  return name === '_rels/.rels' ? 1 : 2
}
