export type InputErrorCode =
  | 'not-found'
  | 'is-directory'
  | 'not-readable'
  | 'empty'
  | 'binary'
  | 'unsupported-format'
  | 'unknown-encoding'
  | 'not-decodable'
  /** Opens only with a password. */
  | 'encrypted'
  /** Says of what format it is, and is not: cut short, bytes changed, parts missing. */
  | 'damaged'
  /** Larger than the limits allow, packed or unpacked. */
  | 'too-large'
  | 'timed-out'
  /** A document of pictures, or of nothing. */
  | 'no-text'
  /** The reader is an optional package or program, and not there. */
  | 'reader-missing'
  /** An archive where one document was asked for. */
  | 'is-archive'

/** A file that cannot be read. The command line translates `code` with `params`; `message` is the plain fallback. */
export class InputError extends Error {
  override readonly name = 'InputError'
  constructor(
    readonly code: InputErrorCode,
    readonly params: Readonly<Record<string, string>>,
    message: string,
  ) {
    super(message)
  }
}

/** A file that is not what it says it is; `detail` is for developers. */
export const damaged = (detail: string): InputError => new InputError('damaged', { detail }, `Damaged: ${detail}`)

/** What a library threw in a thread of its own. */
export class LibraryError extends Error {
  constructor(
    /** Its name there. */
    readonly kind: string,
    message: string,
  ) {
    super(message)
  }
}
