import type { Source } from '../model/source.ts'
import type { Decoded } from './decode.ts'

/** What a Source is made of, beside its hints. */
export interface SourceParts extends Decoded {
  path: string
  sha256: string
}

/** A text without any format: every line means what its words say. */
export const plainSource = ({ path, text, encoding, notices, sha256 }: SourceParts): Source => ({
  path,
  text,
  format: 'text',
  encoding,
  sha256,
  notices,
  hints: [],
})
