import type { Budget } from './limits.ts'
import type { CompoundFile } from './ole.ts'
import type { ZipArchive } from './zip.ts'

/** What a file is by its first bytes, and what is inside it. */
export interface DetectedFile {
  bytes: Uint8Array
  /** Lower case, without the dot; only asked where the content does not decide. */
  extension: string
  kind: 'zip' | 'ole' | 'pdf' | 'rtf' | 'xml' | 'text' | 'other'
  /** Kind `other`: what it is called. */
  other?: string
  /** First 4,096 bytes, each as the character of its number. */
  head: string
  zip?: ZipArchive
  ole?: CompoundFile
}

const MAGIC: readonly { kind: DetectedFile['kind']; other?: string; bytes: readonly number[] }[] = [
  { kind: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'ole', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'rtf', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { kind: 'other', other: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: 'other', other: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: 'other', other: 'rar', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: 'other', other: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'other', other: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
]

/** The extension of a path, in lower case. */
export const extensionOf = (path: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(path)?.[1]?.toLowerCase() ?? ''

/** Tells what a file is, by its content. Texts need nothing but a look at their first bytes. */
export const detectFile = async (bytes: Uint8Array, path: string, budget: Budget): Promise<DetectedFile> => {
  const magic = MAGIC.find((candidate) => candidate.bytes.every((byte, i) => bytes[i] === byte))
  const head = String.fromCharCode(...bytes.subarray(0, 4096))
  const file: DetectedFile = { bytes, extension: extensionOf(path), kind: magic?.kind ?? kindOfText(head), head }
  if (magic?.other !== undefined) file.other = magic.other
  if (file.kind === 'zip') {
    const { ZipArchive } = await import('./zip.ts')
    file.zip = new ZipArchive(bytes, budget)
  }
  if (file.kind === 'ole') {
    const { CompoundFile } = await import('./ole.ts')
    file.ole = new CompoundFile(bytes, budget)
  }
  return file
}

/** XML may start with a byte-order mark, and be UTF-16. */
const kindOfText = (head: string): 'xml' | 'text' =>
  /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\0?<\0?\?\0?x\0?m\0?l/.test(head) ? 'xml' : 'text'
