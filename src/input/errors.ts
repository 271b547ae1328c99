export type InputErrorCode =
  | 'not-found'
  | 'is-directory'
  | 'not-readable'
  | 'empty'
  | 'binary'
  | 'unsupported-format'
  | 'unknown-encoding'
  | 'not-decodable'

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
